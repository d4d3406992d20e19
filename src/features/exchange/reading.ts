import type { Hand } from '../../domain/change.ts';
import type { RemovedAnnotation } from '../../domain/restore-removed.ts';
import type { ParseBytes } from './ask-parse-worker.ts';

/** What the reading of an import needs: who parses, who is told how far it is, and who makes the records. */
export interface Reading {
  readonly parse: ParseBytes;
  readonly signal: AbortSignal;
  readonly onShare: (share: number) => void;
  readonly hand: Hand;
  readonly removed: () => Promise<Removed>;
}

/** The annotations that were removed from the fact check. */
export interface Removed {
  /** Those that a person has removed, and does not want back: a file that holds them brings none. */
  readonly staying: readonly RemovedAnnotation[];
  /** Those that an undo has taken away, or that the person wants back: they come with a file that holds them. */
  readonly returning: readonly RemovedAnnotation[];
}
