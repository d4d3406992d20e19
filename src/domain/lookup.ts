import type { Evidence } from './evidence.ts';
import type { AnyRecord, FactCheck } from './fact-check.ts';
import { groupBy } from './group-by.ts';
import type { History } from './history.ts';
import type { Id } from './record.ts';
import type { Verdict } from './verdict.ts';

/** All verdicts on an annotation, in the order in which they were first given. */
export function verdictsOf({ tables }: FactCheck, annotationId: Id): readonly Verdict[] {
  return groupOf(tables.verdict, 'annotationId', annotationId);
}

/** The verdict that this reviewer has given on the annotation: each reviewer has one. */
export function verdictBy(
  factCheck: FactCheck,
  annotationId: Id,
  reviewerId: Id | null,
): Verdict | undefined {
  return verdictsOf(factCheck, annotationId).find((verdict) => verdict.reviewerId === reviewerId);
}

/** For a verdict that is not here: the other one that its reviewer has given on the annotation. */
export function twinOf(factCheck: FactCheck, record: AnyRecord): Verdict | undefined {
  if (record.type !== 'verdict' || factCheck.tables.verdict.has(record.id)) return undefined;
  return verdictBy(factCheck, record.annotationId, record.reviewerId);
}

/** The evidence on an annotation, in the order in which it was cited. */
export function evidenceOf({ tables }: FactCheck, annotationId: Id): readonly Evidence[] {
  return groupOf(tables.evidence, 'annotationId', annotationId);
}

/** Where a source is used. */
export function usesOf({ tables }: FactCheck, sourceId: Id): readonly Evidence[] {
  return groupOf(tables.evidence, 'sourceId', sourceId);
}

/** What edits of an annotation's verdicts, claim and evidence have replaced, in the order of the edits. */
export function historyRecordsOf({ tables }: FactCheck, annotationId: Id): readonly History[] {
  return groupOf(tables.history, 'annotationId', annotationId);
}

/** Always the same empty list, so that a store's selector can give it out. */
const NONE: readonly never[] = [];

/** One grouping for each table and field; it goes when the table does. */
const groupings = new WeakMap<object, Map<string, ReadonlyMap<unknown, readonly unknown[]>>>();

function groupOf<T extends { readonly id: Id }>(
  table: ReadonlyMap<Id, T>,
  field: keyof T & string,
  value: unknown,
): readonly T[] {
  let byField = groupings.get(table);
  if (!byField) groupings.set(table, (byField = new Map<string, ReadonlyMap<unknown, readonly unknown[]>>()));
  let groups = byField.get(field);
  if (!groups) byField.set(field, (groups = groupInOrder(table.values(), field)));
  return (groups.get(value) ?? NONE) as readonly T[];
}

/**
 * Tells that a table came of another by changes to the records with these ids: what was grouped is then only grouped anew
 * around them, and not at every edit from the beginning.
 */
export function carryGroups<T extends { readonly id: Id }>(
  before: ReadonlyMap<Id, T>,
  after: ReadonlyMap<Id, T>,
  ids: ReadonlySet<Id>,
): void {
  const known = groupings.get(before);
  if (!known) return;
  const carried = new Map<string, ReadonlyMap<unknown, readonly unknown[]>>();
  for (const [field, groups] of known)
    carried.set(field, regroup(groups as Groups<T>, field as keyof T, { before, after, ids }));
  groupings.set(after, carried);
}

type Groups<T> = ReadonlyMap<unknown, readonly T[]>;

function regroup<T extends { readonly id: Id }>(
  groups: Groups<T>,
  field: keyof T,
  { before, after, ids }: Record<'before' | 'after', ReadonlyMap<Id, T>> & { readonly ids: ReadonlySet<Id> },
): Groups<T> {
  const changed = new Map(groups);
  for (const id of ids) {
    const [old, now] = [before.get(id), after.get(id)];
    if (old) {
      const left = (changed.get(old[field]) ?? []).filter((record) => record.id !== id);
      if (left.length > 0) changed.set(old[field], left);
      else changed.delete(old[field]);
    }
    if (now) changed.set(now[field], [...(changed.get(now[field]) ?? []), now].toSorted(inOrderOfIds));
  }
  return changed;
}

/** Ids are made in order of time, so a group in order of ids is in order of creation, however the table was read. */
function groupInOrder<T extends { readonly id: Id }>(
  records: Iterable<T>,
  field: keyof T,
): ReadonlyMap<unknown, readonly T[]> {
  const groups = groupBy<T, unknown>(records, (record) => record[field]);
  for (const group of groups.values()) group.sort(inOrderOfIds);
  return groups;
}

function inOrderOfIds(a: { readonly id: Id }, b: { readonly id: Id }): number {
  return a.id < b.id ? -1 : 1;
}
