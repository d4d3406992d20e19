import type { Change } from '../domain/change.ts';
import type { Clock } from '../domain/clock.ts';
import { recordsOf, type AnyRecord, type FactCheck } from '../domain/fact-check.ts';
import { sayTheSame, type Id, type Rev } from '../domain/record.ts';
import { isSameRev, revOf, type Kept, type Removal } from './kept.ts';
import { extendLineage } from './lineage.ts';
import { keyOf, type Place } from './storage-key.ts';

/** Looks up what is known to stand under a key. */
export type HeldAt = (key: string) => Kept | undefined;

/**
 * The versions that a Change makes, in the order in which they are written: what is pointed at before what points at it,
 * so that a write cut short leaves nothing dangling.
 */
export function versionsOfChange(
  factCheckId: Id,
  { added, updated, removed, at, by }: Change,
  heldAt: HeldAt,
  clock: Clock,
): readonly Kept[] {
  const placeOf = ({ type, id }: AnyRecord): Place => ({ factCheckId, type, id });
  const standing = removed.length === 0 ? [] : [...added, ...updated.map(({ after }) => after)];
  const stays = new Set(standing.map((record) => keyOf(placeOf(record))));
  return [
    ...added.map((record) => {
      const held = heldAt(keyOf(placeOf(record)));
      return takeUp(versionOf(placeOf(record), record, [held?.removal?.rev, record.base], held), heldAt);
    }),
    ...updated.map(({ before, after }) => {
      const held = heldAt(keyOf(placeOf(after)));
      return takeUp(versionOf(placeOf(after), after, [before.rev, after.base], held), heldAt);
    }),
    ...removed
      .toReversed()
      .filter((record) => !stays.has(keyOf(placeOf(record))))
      .map((record) => {
        const removal = { rev: clock.nextRev(), at, by };
        return versionOf(placeOf(record), record, [record.rev], heldAt(keyOf(placeOf(record))), removal);
      }),
  ];
}

/** The versions of a whole new fact check; the title record comes last, so that it is listed when it is complete. */
export function versionsOfNew(factCheck: FactCheck): readonly Kept[] {
  const [head, ...rest] = recordsOf(factCheck);
  return [...rest, ...(head ? [head] : [])].map((record) =>
    versionOf({ factCheckId: factCheck.id, type: record.type, id: record.id }, record, [], undefined),
  );
}

/** A version that says what one that had lost says takes that up: there is nothing to decide between them any more. */
function takeUp(made: Kept, heldAt: HeldAt): Kept {
  if (!made.lost) return made;
  const lost = made.lost.filter((version) => {
    const copy = heldAt(keyOf({ ...made.place, version }));
    return !copy || !sayTheSame(copy.record, made.record);
  });
  return { ...made, lost };
}

/**
 * A version made from one of the `origins`. It takes over the lineage of the version that is held when that is the one it
 * was made from; otherwise another tab has written in between, and the two will be settled as equals.
 */
export function versionOf(
  place: Place,
  record: AnyRecord,
  origins: readonly (Rev | undefined)[],
  held: Kept | undefined,
  removal?: Removal,
): Kept {
  const known = origins.filter((origin) => origin !== undefined);
  const isMadeFromHeld = held && known.some((origin) => isSameRev(origin, revOf(held)));
  const kept: Kept = { place, record, ...(removal ? { removal } : {}), lineage: [] };
  const lineage = isMadeFromHeld ? held.lineage : known.reduce(extendLineage, kept.lineage);
  // A lineage that names this tab's newest revision covers its older ones: those that lost are still not in its words.
  const isOwn = (rev: Rev): boolean =>
    rev[1] === revOf(kept)[1] && !known.some((origin) => isSameRev(origin, rev));
  const lost = isMadeFromHeld ? held.lost : held?.lost?.filter(isOwn);
  return { ...kept, ...(lost ? { lost } : {}), lineage: extendLineage(lineage, revOf(kept)) };
}
