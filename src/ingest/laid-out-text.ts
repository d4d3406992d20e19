import type { ArticleLink, Block } from '../domain/article.ts';

/**
 * A text with its layout, as every reader of this room returns it. Ranges are half-open UTF-16 offsets into `text`,
 * in order and without overlap; each link lies inside one block. Visible characters outside all blocks are markers
 * of list items and quotes.
 */
export interface LaidOutText {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly links: readonly ArticleLink[];
}
