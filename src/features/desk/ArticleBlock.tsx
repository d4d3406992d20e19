import type { ReactNode } from 'react';
import type { Article, Block } from '../../domain/article.ts';
import { numberOf } from '../../domain/group-blocks.ts';
import styles from './Reader.module.css';

interface ArticleBlockProps {
  readonly article: Article;
  readonly index: number;
}

/** The element of one block of the article; a `Drawing` puts its text into what bears `data-block`. */
export function ArticleBlock({ article, index }: ArticleBlockProps): ReactNode {
  const block = article.blocks[index];
  if (!block) return null;
  const isInLines = hasLines(article.text, block);
  const className = `${styles['block']} ${styles[block.kind] ?? ''} ${isInLines ? styles['lines'] : ''}`;
  switch (block.kind) {
    case 'heading': {
      const Heading = `h${block.level ?? 2}` as 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6';
      return <Heading className={className} data-block={index} />;
    }
    case 'quote':
      return (
        <blockquote className={className}>
          <p data-block={index} />
        </blockquote>
      );
    case 'list-item':
      return <li className={className} value={numberOf(article, index)} data-block={index} />;
    case 'caption':
    case 'paragraph':
      return <p className={className} data-block={index} />;
  }
}

/** Lines of hard-wrapped prose are about as long as one another; shorter ones are meant: verse, an address. */
const SHORTEST_WRAPPED = 45;

function hasLines(text: string, { start, end }: Block): boolean {
  const lines = text.slice(start, end).split('\n');
  return lines.slice(0, -1).some((line) => line.trim().length < SHORTEST_WRAPPED);
}
