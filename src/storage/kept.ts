import type { AnyRecord } from '../domain/fact-check.ts';
import { compareRevs, sayTheSame, type Id, type Rev } from '../domain/record.ts';
import { covers, uniteLineages, type Lineage } from './lineage.ts';
import type { Place } from './storage-key.ts';

/** That a record was removed: a tombstone, because absence in one store never means that it was. */
export interface Removal {
  readonly rev: Rev;
  readonly at: string;
  readonly by: Id | null;
}

/** One value as it is kept: a record, or a removed one as it last was, with all that this version has seen. */
export interface Kept {
  readonly place: Place;
  readonly record: AnyRecord;
  readonly removal?: Removal;
  /** Holds the value's own revision. */
  readonly lineage: Lineage;
}

export interface Settled {
  readonly stands: Kept;
  /** Versions that nobody has seen who wrote the one that stands, and that say something else. */
  readonly copies: readonly Kept[];
}

/** The revision of the value: the removal's, or the record's. */
export function revOf({ record, removal }: Kept): Rev {
  return removal?.rev ?? record.rev;
}

export function isSameRev(a: Rev, b: Rev): boolean {
  return compareRevs(a, b) === 0;
}

/** True when both are the same revision and have seen the same. */
export function areSameVersion(a: Kept, b: Kept): boolean {
  return (
    isSameRev(revOf(a), revOf(b)) &&
    a.lineage.length === b.lineage.length &&
    a.lineage.every((rev) => b.lineage.some((other) => isSameRev(rev, other)))
  );
}

/**
 * Decides between the versions that different places hold of one record. A version that another has seen gives way to
 * it. Among versions written at the same time the highest revision stands and the others become copies. The outcome
 * does not depend on the order or the grouping in which versions are settled.
 */
export function settle(versions: readonly [Kept, ...Kept[]]): Settled {
  const newestFirst = versions.toSorted((a, b) => compareRevs(revOf(b), revOf(a)));
  const winner = newestFirst[0] ?? versions[0];
  const lineage = versions.map((kept) => kept.lineage).reduce(uniteLineages);
  const copies = newestFirst.filter(
    (kept) =>
      !kept.removal &&
      !newestFirst.some((other) => other !== kept && covers(other.lineage, revOf(kept))) &&
      !sayTheSame(kept.record, winner.record),
  );
  return { stands: { ...winner, lineage }, copies: copies.map(asCopy) };
}

/** A losing version under its own key. */
function asCopy(kept: Kept): Kept {
  return { ...kept, place: { ...kept.place, version: revOf(kept) } };
}
