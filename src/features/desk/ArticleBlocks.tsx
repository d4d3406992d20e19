import { Fragment, memo, type ReactNode } from 'react';
import type { Article } from '../../domain/article.ts';
import { ArticleBlock } from './ArticleBlock.tsx';
import { ArticleHead } from './ArticleHead.tsx';
import styles from './Reader.module.css';
import { BLOCKS, stretchesOf } from './stretches.ts';

interface ArticleBlocksProps {
  readonly article: Article;
}

/** The head of an article and the elements of its blocks, list items in their lists. */
export const ArticleBlocks = memo(function ArticleBlocks({ article }: ArticleBlocksProps): ReactNode {
  return (
    <>
      <ArticleHead article={article} />
      {stretchesOf(article.blocks).map(({ groups, waits, lines }) => {
        const content = groups.map(({ list, indices }) => {
          const blocks = indices.map((index) => <ArticleBlock key={index} article={article} index={index} />);
          if (list === null) return blocks;
          const List = list === 'ordered' ? 'ol' : 'ul';
          return (
            <List key={indices[0]} className={blocks.length > BLOCKS ? styles['long'] : undefined}>
              {blocks}
            </List>
          );
        });
        const key = groups[0]?.indices[0];
        return waits ? (
          <div
            key={key}
            className={styles['far']}
            style={{ containIntrinsicBlockSize: `auto calc(${lines} * var(--far-line))` }}
          >
            {content}
          </div>
        ) : (
          <Fragment key={key}>{content}</Fragment>
        );
      })}
    </>
  );
});
