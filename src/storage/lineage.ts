import { compareRevs, type Rev } from '../domain/record.ts';

/**
 * What a version of a record has taken into account: for each tab the newest revision by that tab which is in it, newest
 * first (a version vector, Parker et al. 1983). It tells an older version, which may go, from a version that was written
 * at the same time elsewhere, which must stay.
 */
export type Lineage = readonly Rev[];

/**
 * A record is seldom edited in more sessions than this. What falls off the end can only make us keep a copy too many,
 * never one too few.
 */
const LONGEST = 24;

/** The lineage of a version made from the one with this lineage. */
export function extendLineage(lineage: Lineage, rev: Rev): Lineage {
  const [only, ...others] = lineage;
  if (!only) return [rev];
  // Nearly every version has seen nothing but itself, and is kept with its own revision once.
  if (others.length === 0 && compareRevs(only, rev) === 0) return [rev];
  // Most versions are newer than all that they have seen.
  if (compareRevs(rev, only) > 0)
    return [rev, ...lineage.filter(([, tab]) => tab !== rev[1])].slice(0, LONGEST);
  return uniteLineages(lineage, [rev]);
}

/** True when the version with this lineage comes after that revision, or is it. */
export function covers(lineage: Lineage, [time, tab]: Rev): boolean {
  return lineage.some((rev) => rev[1] === tab && rev[0] >= time);
}

/** The lineage of a version that has taken into account what both have. */
export function uniteLineages(a: Lineage, b: Lineage): Lineage {
  const newest = new Map<string, number>();
  for (const [time, tab] of [...a, ...b]) newest.set(tab, Math.max(time, newest.get(tab) ?? 0));
  const revs = [...newest].map(([tab, time]): Rev => [time, tab]);
  return revs.toSorted((x, y) => compareRevs(y, x)).slice(0, LONGEST);
}
