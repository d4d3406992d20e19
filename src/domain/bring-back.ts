import { applyChange, joinChanges, type Change, type Hand } from './change.ts';
import type { AnyRecord, FactCheck } from './fact-check.ts';
import { keepHistoryOfTaken } from './keep-history-of-taken.ts';
import { nameOf } from './pointers.ts';
import { reissue } from './record.ts';
import { recordsOfRemoved, type RemovedAnnotation } from './restore-removed.ts';
import type { Source } from './source.ts';

/** What was removed from a fact check, apart from what went with it. */
export interface Removed {
  readonly annotations: readonly RemovedAnnotation[];
  readonly sources: readonly Source[];
}

export const NOTHING_REMOVED: Removed = { annotations: [], sources: [] };

/** The part of it that another fact check has. */
export function removedAndIn({ tables }: FactCheck, { annotations, sources }: Removed): Removed {
  return {
    annotations: annotations.filter(({ annotation }) => tables.annotation.has(annotation.id)),
    sources: sources.filter(({ id }) => tables.source.has(id)),
  };
}

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
export function bringBack(present: FactCheck, { annotations, sources }: Removed): BroughtBack {
  const parts = recordsOfRemoved(present, annotations);
  const known = new Set(parts.map(nameOf));
  const back = [...sources.filter((source) => !known.has(nameOf(source))), ...parts];
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
    readonly removed: Removed;
    readonly take: (whole: FactCheck, other: FactCheck, hand: Hand) => Change;
  },
  hand: Hand,
): Change {
  const { back, whole } = bringBack(present, removedAndIn(other, removed));
  const taken = keepHistoryOfTaken(take(whole, other, hand), whole, other, hand.clock);
  return withBroughtBack(back, taken, hand);
}
