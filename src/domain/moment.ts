import type { History } from './history.ts';
import { compareRevs, writtenRev, type Rev, type Stamp } from './record.ts';
import type { Verdict } from './verdict.ts';

/** When something was done, by the revision of the record that tells of it and by a wall clock. */
export interface Moment {
  readonly rev: Rev;
  /** UTC instant. */
  readonly at: string;
  /**
   * The record bears the stamp that it got then. Otherwise it was edited since, or has been away and was brought back, and
   * the revision says only that it was not later.
   */
  readonly isStamped: boolean;
}

/**
 * True when one thing was done after another. Revisions grow whatever becomes of the wall clock; it is asked only where
 * they can't tell.
 */
export function isLater(one: Moment, other: Moment): boolean {
  const order = compareRevs(one.rev, other.rev);
  if (order > 0 && one.isStamped) return true;
  if (order < 0 && other.isStamped) return false;
  return Date.parse(one.at) > Date.parse(other.at);
}

/** When a record came to say what it says. */
export function momentOfWriting(record: Stamp): Moment {
  return { rev: writtenRev(record), at: record.updatedAt, isStamped: true };
}

/** When a verdict was decided, as far as this version of it tells. */
export function momentOfDecision(verdict: Verdict): Moment {
  const { decidedAt, updatedAt } = verdict;
  return { rev: writtenRev(verdict), at: decidedAt, isStamped: updatedAt === decidedAt };
}

/** When what a history record keeps was replaced or removed. */
export function momentOfReplacement(entry: History): Moment {
  const { replacedAt, updatedAt } = entry;
  return { rev: writtenRev(entry), at: replacedAt, isStamped: updatedAt === replacedAt };
}
