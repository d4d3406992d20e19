import type { AnyRecord } from '../domain/fact-check.ts';
import { nameOf, pointersOf, type RecordName } from '../domain/pointers.ts';
import { compareRevs, type Id } from '../domain/record.ts';
import type { Taken } from './holding.ts';
import type { Kept } from './kept.ts';
import { keyOf } from './storage-key.ts';

export interface Changes {
  readonly changed: readonly AnyRecord[];
  /** Records that stand in spite of their removal: as they stand, whatever is shown of them. */
  readonly heldUp?: readonly AnyRecord[];
  readonly removed: readonly RecordName[];
}

/**
 * The records that stand: those that are not removed, and of the removed ones those that a record which is not removed
 * hangs on. When one tab removes an annotation while another gives a verdict on it, the annotation stays. The title record
 * of a removed fact check is among them too: who asks for it knows that the rest stands.
 */
export function standingRecords(kept: ReadonlyMap<string, Kept>): readonly AnyRecord[] {
  const versions = [...kept.values()].filter(({ place }) => !place.version);
  const pointedAt = versions.some(({ removal }) => removal) ? namesPointedAt(versions) : new Set<string>();
  return versions
    .filter(
      ({ record, removal }) => !removal || record.type === 'fact-check' || pointedAt.has(nameOf(record)),
    )
    .map((version) => recordHeldUp(version, kept));
}

/**
 * What a version says when it stands. One that stands in spite of its removal says what was written last: who removed it
 * may not have seen that, and the removal counts for nothing any more.
 */
function recordHeldUp(
  { place, record, removal, lost = [] }: Kept,
  kept: ReadonlyMap<string, Kept>,
): AnyRecord {
  if (!removal) return record;
  const copies = lost.flatMap((version) => kept.get(keyOf({ ...place, version })) ?? []);
  return copies
    .filter((copy) => !copy.removal)
    .map((copy) => copy.record)
    .reduce((last, other) => (compareRevs(other.rev, last.rev) > 0 ? other : last), record);
}

/** What became of a fact check when these versions came to stand: records to put in place, and records to take away. */
export function changesOf(taken: readonly Taken[], kept: ReadonlyMap<string, Kept>): Changes {
  const records = taken.filter(({ stands }) => !stands.place.version);
  const written = records.map(({ stands }) => stands).filter(({ removal }) => !removal);
  const removals = records.map(({ stands }) => stands).filter(({ removal }) => removal);
  // What stands in spite of its removal may say something else now that a version which lost against that is known.
  const resaid = taken
    .flatMap(({ stands }) => originalOf(stands, kept) ?? [])
    .filter(({ removal }) => removal);
  const pointedAt = removals.length + resaid.length > 0 ? namesPointedAt(kept.values()) : new Set<string>();
  const isHeldUp = ({ record }: Kept): boolean => pointedAt.has(nameOf(record));
  return {
    changed: written.map(({ record }) => record),
    heldUp: [
      ...written.flatMap(({ record, place }) => revivedBy(record, kept, place.factCheckId)),
      ...[...removals, ...resaid].filter(isHeldUp).map((removal) => recordHeldUp(removal, kept)),
    ],
    removed: [
      ...removals.filter((removal) => !isHeldUp(removal)).map(({ record: { type, id } }) => ({ type, id })),
      ...releasedBy(records, kept),
    ],
  };
}

/** What stands under the name of the version that lost. */
function originalOf({ place }: Kept, kept: ReadonlyMap<string, Kept>): Kept | undefined {
  const { version, ...original } = place;
  return version && kept.get(keyOf(original));
}

/** Removed records that stood only because something hung on them, and that nothing hangs on any longer. */
function releasedBy(taken: readonly Taken[], kept: ReadonlyMap<string, Kept>): readonly RecordName[] {
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
    return pointedAt?.removal ? [recordHeldUp(pointedAt, kept)] : [];
  });
}

function namesPointedAt(kept: Iterable<Kept>): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { record, place, removal } of kept)
    if (!removal && !place.version) for (const name of pointersOf(record)) names.add(nameOf(name));
  return names;
}
