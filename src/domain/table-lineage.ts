import type { Id } from './record.ts';

/*
 * A table is a new one after every edit, and most of it is as it was. What is worked out of tables and kept has to know
 * which records may be others now: this is told by the edit itself, so that nobody compares ten thousand for one.
 */

type Table = ReadonlyMap<Id, unknown>;

/** One state of a table: what it came of, and the records by which it may differ from that. */
interface Version {
  readonly ids: ReadonlySet<Id>;
  before: Version | null;
}

const versions = new WeakMap<Table, Version>();
const NO_IDS: ReadonlySet<Id> = new Set();

/** Edits that are remembered; whoever has looked at none of so many compares the tables. */
const MOST_VERSIONS = 64;

/** Tells that a table came of another by changes to the records with these ids. */
export function noteTableChange(before: Table, after: Table, ids: ReadonlySet<Id>): void {
  let from = versions.get(before);
  if (!from) versions.set(before, (from = { ids: NO_IDS, before: null }));
  versions.set(after, { ids, before: from });
  let oldest = from;
  for (let count = 1; oldest.before && count < MOST_VERSIONS; count += 1) oldest = oldest.before;
  oldest.before = null;
}

/** Ids of all records by which the tables differ, and perhaps of some by which they do not. */
export function changedIds(one: Table, other: Table): ReadonlySet<Id> {
  if (one === other) return NO_IDS;
  return tellFrom(one, other) ?? tellFrom(other, one) ?? compare(one, other);
}

/** What the edits between the two have told; null when they do not lead from the one to the other. */
function tellFrom(before: Table, after: Table): ReadonlySet<Id> | null {
  const goal = versions.get(before);
  const ids = new Set<Id>();
  let version = goal && versions.get(after);
  while (version && version !== goal) {
    for (const id of version.ids) ids.add(id);
    version = version.before ?? undefined;
  }
  return version ? ids : null;
}

function compare(one: Table, other: Table): ReadonlySet<Id> {
  const ids = new Set<Id>();
  for (const [id, record] of other) if (one.get(id) !== record) ids.add(id);
  for (const id of one.keys()) if (!other.has(id)) ids.add(id);
  return ids;
}
