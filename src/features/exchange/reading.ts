import type { Hand } from '../../domain/change.ts';
import type { ParseBytes } from './ask-parse-worker.ts';

/** What the reading of an import needs: who parses, who is told how far it is, and who makes the records. */
export interface Reading {
  readonly parse: ParseBytes;
  readonly signal: AbortSignal;
  readonly onShare: (share: number) => void;
  readonly hand: Hand;
}
