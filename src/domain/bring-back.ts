import { applyChange, joinChanges, type Change, type Hand } from './change.ts';
import type { AnyRecord, FactCheck } from './fact-check.ts';
import { keepHistoryOfTaken } from './keep-history.ts';
import { reissue } from './record.ts';
import { recordsOfRemoved, type RemovedAnnotation } from './restore-removed.ts';

/** What was removed here and comes back with a file. */
export interface BroughtBack {
  /** As it was when it was removed. */
  readonly back: readonly AnyRecord[];
  /** The fact check with it: this is what the file is compared with. */
  readonly whole: FactCheck;
}

/**
 * What was removed here and is in a file comes back with all that went with it, and is compared with the file as if it had
 * never been removed: what was said of it after the file was written would else be on nothing that stands.
 */
export function bringBack(present: FactCheck, removed: readonly RemovedAnnotation[]): BroughtBack {
  const back = recordsOfRemoved(present, removed);
  return { back, whole: applyChange(present, { added: back, updated: [], removed: [] }) };
}

/** A Change that was made for the whole, as one of what is here. */
export function withBroughtBack(back: readonly AnyRecord[], taken: Change, { clock }: Hand): Change {
  if (back.length === 0) return taken;
  const added = back.map((record) => reissue(record, clock.nextRev()));
  return joinChanges({ ...taken, added, updated: [], removed: [] }, taken);
}

/**
 * The Change that takes over from another version of the fact check what `take` says, with history for what gives way.
 * `removed` is all that was removed here.
 */
export function takeOver(
  present: FactCheck,
  other: FactCheck,
  {
    removed,
    take,
  }: {
    readonly removed: readonly RemovedAnnotation[];
    readonly take: (whole: FactCheck, other: FactCheck, hand: Hand) => Change;
  },
  hand: Hand,
): Change {
  const { back, whole } = bringBack(
    present,
    removed.filter(({ annotation }) => other.tables.annotation.has(annotation.id)),
  );
  const taken = keepHistoryOfTaken(take(whole, other, hand), whole, other, hand.clock);
  return withBroughtBack(back, taken, hand);
}
