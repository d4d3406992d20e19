import type { Annotation } from '../../domain/annotation.ts';
import type { Hand } from '../../domain/change.ts';
import type { ParseBytes } from './ask-parse-worker.ts';

/** What the reading of an import needs: who parses, who is told how far it is, and who makes the records. */
export interface Reading {
  readonly parse: ParseBytes;
  readonly signal: AbortSignal;
  readonly onShare: (share: number) => void;
  readonly hand: Hand;
  /** The annotations that were removed from the fact check by hand: a file that holds them brings none back. */
  readonly removed: () => Promise<readonly Annotation[]>;
}
