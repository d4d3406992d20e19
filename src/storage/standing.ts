import type { AnyRecord } from '../domain/fact-check.ts';
import { nameOf, pointersOf, type RecordName } from '../domain/pointers.ts';
import type { Id } from '../domain/record.ts';
import type { Taken } from './holding.ts';
import type { Kept } from './kept.ts';
import { keyOf } from './storage-key.ts';

export interface Changes {
  readonly changed: readonly AnyRecord[];
  readonly removed: readonly RecordName[];
}

/**
 * The records that stand: those that are not removed, and of the removed ones those that a record which is not removed
 * hangs on. When one tab removes an annotation while another gives a verdict on it, the annotation stays. The title record
 * of a removed fact check is among them too: who asks for it knows that the rest stands.
 */
export function standingRecords(kept: Iterable<Kept>): readonly AnyRecord[] {
  const records = [...kept].filter(({ place }) => !place.version);
  const pointedAt = records.some(({ removal }) => removal) ? namesPointedAt(records) : new Set<string>();
  return records
    .filter(
      ({ record, removal }) => !removal || record.type === 'fact-check' || pointedAt.has(nameOf(record)),
    )
    .map(({ record }) => record);
}

/** What became of a fact check when these versions came to stand: records to put in place, and records to take away. */
export function changesOf(taken: readonly Taken[], kept: ReadonlyMap<string, Kept>): Changes {
  const records = taken.filter(({ stands }) => !stands.place.version);
  const written = records.map(({ stands }) => stands).filter(({ removal }) => !removal);
  const removals = records.map(({ stands }) => stands).filter(({ removal }) => removal);
  const pointedAt = removals.length > 0 ? namesPointedAt(kept.values()) : new Set<string>();
  const isHeldUp = ({ record }: Kept): boolean => pointedAt.has(nameOf(record));
  return {
    changed: [
      ...written.flatMap(({ record, place }) => revivedBy(record, kept, place.factCheckId)),
      // What stands in spite of its removal stands as it was then, whatever was shown until now.
      ...removals.filter(isHeldUp).map(({ record }) => record),
      ...written.map(({ record }) => record),
    ],
    removed: [
      ...removals.filter((removal) => !isHeldUp(removal)).map(({ record: { type, id } }) => ({ type, id })),
      ...releasedBy(records, kept),
    ],
  };
}

/** Removed records that stood only because something hung on them, and that nothing hangs on any longer. */
export function releasedBy(taken: readonly Taken[], kept: ReadonlyMap<string, Kept>): readonly RecordName[] {
  const released = taken.flatMap(({ before, stands }) => {
    const old = [before, stands.removal ? stands : undefined].filter((version) => version !== undefined);
    return old.flatMap(({ record, place }) => revivedBy(record, kept, place.factCheckId));
  });
  if (released.length === 0) return [];
  const pointedAt = namesPointedAt(kept.values());
  return released.filter((record) => !pointedAt.has(nameOf(record))).map(({ type, id }) => ({ type, id }));
}

/** Removed records that this one hangs on. */
function revivedBy(
  record: AnyRecord,
  kept: ReadonlyMap<string, Kept>,
  factCheckId: Id,
): readonly AnyRecord[] {
  return pointersOf(record).flatMap(({ type, id }) => {
    const pointedAt = kept.get(keyOf({ factCheckId, type, id }));
    return pointedAt?.removal ? [pointedAt.record] : [];
  });
}

function namesPointedAt(kept: Iterable<Kept>): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { record, place, removal } of kept)
    if (!removal && !place.version) for (const name of pointersOf(record)) names.add(nameOf(name));
  return names;
}
