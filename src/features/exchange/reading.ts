import type { Removed } from '../../domain/bring-back.ts';
import type { Hand } from '../../domain/change.ts';
import type { Id } from '../../domain/record.ts';
import type { ParseBytes } from './ask-parse-worker.ts';

/** What the reading of an import needs: who parses, who is told how far it is, and who makes the records. */
export interface Reading {
  readonly parse: ParseBytes;
  readonly signal: AbortSignal;
  readonly onShare: (share: number) => void;
  readonly hand: Hand;
  readonly removed: () => Promise<RemovedHere>;
}

/** What was removed from the fact check. */
export interface RemovedHere {
  /** What a person has removed, and does not want back: a file that holds it brings none of it. */
  readonly staying: Removed;
  /** What an undo has taken away, or the person wants back: it comes with a file that holds it. */
  readonly returning: Removed;
}

export function sortRemoved({ annotations, sources }: Removed, mayReturn: (id: Id) => boolean): RemovedHere {
  const sorted = (returns: boolean): Removed => ({
    annotations: annotations.filter(({ annotation }) => mayReturn(annotation.id) === returns),
    sources: sources.filter(({ id }) => mayReturn(id) === returns),
  });
  return { staying: sorted(false), returning: sorted(true) };
}
