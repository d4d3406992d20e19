import { memo, type ReactNode } from 'react';
import type { Article } from '../../domain/article.ts';
import { groupBlocks } from '../../domain/group-blocks.ts';
import { ArticleBlock } from './ArticleBlock.tsx';
import { ArticleHead } from './ArticleHead.tsx';

interface ArticleBlocksProps {
  readonly article: Article;
}

/** The head of an article and the elements of its blocks, list items in their lists. */
export const ArticleBlocks = memo(function ArticleBlocks({ article }: ArticleBlocksProps): ReactNode {
  return (
    <>
      <ArticleHead article={article} />
      {groupBlocks(article.blocks).map(({ list, indices }) => {
        const blocks = indices.map((index) => <ArticleBlock key={index} article={article} index={index} />);
        if (list === null) return blocks;
        return list === 'ordered' ? <ol key={indices[0]}>{blocks}</ol> : <ul key={indices[0]}>{blocks}</ul>;
      })}
    </>
  );
});
