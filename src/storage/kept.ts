import type { AnyRecord } from '../domain/fact-check.ts';
import { compareRevs, sayTheSame, type Id, type Rev } from '../domain/record.ts';
import { covers, uniteLineages, type Lineage } from './lineage.ts';
import type { Place } from './storage-key.ts';

/** That a record was removed: a tombstone, because absence in one store never means that it was. */
export interface Removal {
  readonly rev: Rev;
  readonly at: string;
  readonly by: Id | null;
  /** It came from a file as something that was removed, and was taken back with it: nobody is offered to bring it back. */
  readonly isWithdrawn?: true;
}

/** One value as it is kept: a record, or a removed one as it last was, with all that this version has seen. */
export interface Kept {
  readonly place: Place;
  readonly record: AnyRecord;
  readonly removal?: Removal;
  /** Holds the value's own revision. */
  readonly lineage: Lineage;
  /**
   * Revisions in the lineage whose words this one was not made from: they lost against one that it was made from. Not there
   * as long as no version had to be settled with another.
   */
  readonly lost?: readonly Rev[];
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
    isSameRev(revOf(a), revOf(b)) && haveSame(a.lineage, b.lineage) && haveSame(a.lost ?? [], b.lost ?? [])
  );
}

/** True when the version was made from that one, and says what became of its words. */
export function isMadeFrom({ lineage, lost = [] }: Kept, rev: Rev): boolean {
  return covers(lineage, rev) && !lost.some((other) => isSameRev(other, rev));
}

/**
 * Decides between the versions that different places hold of one record. A version that another has seen gives way to
 * it. Among versions written at the same time the highest revision stands and the others become copies. The outcome
 * does not depend on the order or the grouping in which versions are settled.
 */
export function settle(versions: readonly [Kept, ...Kept[]]): Settled {
  if (versions.length === 1 && versions[0].lost === undefined) return { stands: versions[0], copies: [] };
  const [before, after, ...more] = versions;
  if (after && more.length === 0 && isPlainSuccessor(before, after))
    return { stands: { ...after, lost: NOTHING_LOST }, copies: [] };
  const newestFirst = versions.toSorted((a, b) => compareRevs(revOf(b), revOf(a)));
  const winner = newestFirst[0] ?? versions[0];
  const lineage = versions.map((kept) => kept.lineage).reduce(uniteLineages);
  const lost = lostAmong(versions, winner);
  const copies = newestFirst.filter(
    (kept) =>
      !kept.removal &&
      !newestFirst.some((other) => other !== kept && covers(other.lineage, revOf(kept))) &&
      !sayTheSame(kept.record, winner.record),
  );
  return { stands: { ...winner, lineage, ...(lost ? { lost } : {}) }, copies: copies.map(asCopy) };
}

const NOTHING_LOST: readonly Rev[] = [];

/**
 * True for what nearly every edit makes: a version that has seen all that the one before has, where nothing has lost. There
 * is nothing to be decided then, which is looked at first, since an import settles thousands.
 */
function isPlainSuccessor(before: Kept, after: Kept): boolean {
  return (
    (before.lost?.length ?? 0) + (after.lost?.length ?? 0) === 0 &&
    compareRevs(revOf(after), revOf(before)) > 0 &&
    before.lineage.every((rev) => covers(after.lineage, rev))
  );
}

/** What lost against the winner, now or before, and was not taken up in any of the versions; newest first. */
function lostAmong(versions: readonly Kept[], winner: Kept): Kept['lost'] {
  const losers = versions.map(revOf).filter((rev) => !isSameRev(rev, revOf(winner)));
  if (losers.length === 0 && versions.every(({ lost }) => lost === undefined)) return undefined;
  const candidates = [...losers, ...versions.flatMap(({ lost = [] }) => lost)];
  const distinct = new Map(candidates.map((rev) => [String(rev), rev]));
  const isTakenUp = (rev: Rev): boolean =>
    versions.some((kept) => !isSameRev(revOf(kept), rev) && isMadeFrom(kept, rev));
  return [...distinct.values()].filter((rev) => !isTakenUp(rev)).toSorted((a, b) => compareRevs(b, a));
}

function haveSame(some: readonly Rev[], others: readonly Rev[]): boolean {
  return some.length === others.length && some.every((rev) => others.some((other) => isSameRev(rev, other)));
}

/** A losing version under its own key. */
function asCopy(kept: Kept): Kept {
  return { ...kept, place: { ...kept.place, version: revOf(kept) } };
}
