import type { ReactNode } from 'react';
import type { Article } from '../../domain/article.ts';
import { groupBlocks } from '../../domain/group-blocks.ts';
import type { Mark } from '../../domain/marks.ts';
import type { Id } from '../../domain/record.ts';
import { ArticleBlock } from './ArticleBlock.tsx';
import { ArticleHead } from './ArticleHead.tsx';

interface ArticleBlocksProps {
  readonly article: Article;
  /** The marks of each block, by its index. */
  readonly marks: readonly (readonly Mark[])[];
  readonly selectedId: Id | null;
}

/** The head of an article and its blocks, list items in their lists. */
export function ArticleBlocks({ article, marks, selectedId }: ArticleBlocksProps): ReactNode {
  return (
    <>
      <ArticleHead article={article} />
      {groupBlocks(article.blocks).map(({ list, indices }) => {
        const blocks = indices.map((index) => (
          <ArticleBlock
            key={index}
            article={article}
            index={index}
            marks={marks[index] ?? NO_MARKS}
            selectedId={
              marks[index]?.some(({ annotationId }) => annotationId === selectedId) ? selectedId : null
            }
          />
        ));
        if (list === null) return blocks;
        return list === 'ordered' ? <ol key={indices[0]}>{blocks}</ol> : <ul key={indices[0]}>{blocks}</ul>;
      })}
    </>
  );
}

const NO_MARKS: readonly Mark[] = [];
