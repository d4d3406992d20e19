import type { BlockStyle } from './compose-text.ts';
import type { HtmlNode } from './html-node.ts';

/** What the elements around a node say about it. */
export interface Place {
  readonly style: BlockStyle;
  readonly keepsWhiteSpace: boolean;
  readonly isInLink: boolean;
  readonly list: { readonly isOrdered: boolean; readonly depth: number; next: number } | null;
  readonly row: { cells: number } | null;
  /** An element that is alone in a cell of a table, and so does not end the row. */
  readonly alone: HtmlNode | null;
}

/** What an element changes for its content, and what is to be done after it. */
export interface Entrance {
  readonly place?: Partial<Place>;
  readonly leave?: () => void;
  readonly isDone?: boolean;
}
