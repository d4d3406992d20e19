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

/** The evidence on an annotation, in the order in which it was cited. */
export function evidenceOf({ tables }: FactCheck, annotationId: Id): readonly Evidence[] {
  return groupOf(tables.evidence, 'annotationId', annotationId);
}

/** Where a source is used. */
export function usesOf({ tables }: FactCheck, sourceId: Id): readonly Evidence[] {
  return groupOf(tables.evidence, 'sourceId', sourceId);
}

/** What hangs on a source or an annotation. */
export function recordsOn(factCheck: FactCheck, { type, id }: AnyRecord): readonly (Verdict | Evidence)[] {
  if (type === 'source') return usesOf(factCheck, id);
  return type === 'annotation' ? [...verdictsOf(factCheck, id), ...evidenceOf(factCheck, id)] : NONE;
}

/** What edits of an annotation's verdicts, claim and evidence have replaced, in the order of the edits. */
export function historyRecordsOf({ tables }: FactCheck, annotationId: Id): readonly History[] {
  return groupOf(tables.history, 'annotationId', annotationId);
}

/** Always the same empty list, so that a store's selector can give it out. */
const NONE: readonly never[] = [];

/** The records of one table by the value of one field. */
interface Grouping {
  /** Of the state that was last carried on; null for another, which is that with what differs. */
  groups: Map<unknown, readonly unknown[]> | null;
  differs: ReadonlyMap<unknown, readonly unknown[] | undefined>;
  from: Grouping | null;
}

/** By table and field; a grouping goes when its table does. */
const groupings = new WeakMap<object, Map<string, Grouping>>();

function groupOf<T extends { readonly id: Id }>(
  table: ReadonlyMap<Id, T>,
  field: keyof T & string,
  value: unknown,
): readonly T[] {
  let byField = groupings.get(table);
  if (!byField) groupings.set(table, (byField = new Map<string, Grouping>()));
  let grouping = byField.get(field);
  if (!grouping) byField.set(field, (grouping = presentGrouping(groupInOrder(table.values(), field))));
  return (lookUp(grouping, value) ?? NONE) as readonly T[];
}

function presentGrouping(groups: Map<unknown, readonly unknown[]>): Grouping {
  return { groups, differs: new Map(), from: null };
}

function lookUp(grouping: Grouping, value: unknown): readonly unknown[] | undefined {
  let at: Grouping = grouping;
  while (at.from) {
    if (at.differs.has(value)) return at.differs.get(value);
    at = at.from;
  }
  return at.groups?.get(value);
}

/**
 * Tells that a table came of another by changes to the records with these ids: what was grouped is only grouped anew around
 * them, and goes over to the new table; the old one keeps what differs. No edit goes by all groups, or copies them.
 */
export function carryGroups<T extends { readonly id: Id }>(
  before: ReadonlyMap<Id, T>,
  after: ReadonlyMap<Id, T>,
  ids: ReadonlySet<Id>,
): void {
  const carried = new Map<string, Grouping>();
  for (const [field, grouping] of groupings.get(before) ?? []) {
    const changed = regroup(grouping, field as keyof T, { before, after, ids });
    carried.set(field, moveGroups(grouping, changed));
  }
  if (carried.size > 0) groupings.set(after, carried);
}

/** The groups that are others after the change. */
function regroup<T extends { readonly id: Id }>(
  grouping: Grouping,
  field: keyof T,
  { before, after, ids }: Record<'before' | 'after', ReadonlyMap<Id, T>> & { readonly ids: ReadonlySet<Id> },
): ReadonlyMap<unknown, readonly unknown[] | undefined> {
  const changed = new Map<unknown, readonly T[]>();
  const groupNow = (value: unknown): readonly T[] =>
    changed.get(value) ?? ((lookUp(grouping, value) ?? NONE) as readonly T[]);
  for (const id of ids) {
    const [old, now] = [before.get(id), after.get(id)];
    if (old)
      changed.set(
        old[field],
        groupNow(old[field]).filter((record) => record.id !== id),
      );
    if (now) changed.set(now[field], [...groupNow(now[field]), now].toSorted(inOrderOfIds));
  }
  return new Map(Array.from(changed, ([value, group]) => [value, group.length > 0 ? group : undefined]));
}

/** Takes the groups over into a new state, in which these are others. */
function moveGroups(
  grouping: Grouping,
  changed: ReadonlyMap<unknown, readonly unknown[] | undefined>,
): Grouping {
  bringBack(grouping);
  const next: Grouping = { groups: null, differs: changed, from: grouping };
  bringBack(next);
  return next;
}

/** Gives the groups to this state; those between it and the one that had them keep what differs from the next. */
function bringBack(grouping: Grouping): void {
  const way: Grouping[] = [];
  for (let at: Grouping | null = grouping; at; at = at.from) way.push(at);
  way.reduceRight((last, next) => takeGroups(next, last));
}

/** The one that had the groups, which `next` names, keeps what differs from that. */
function takeGroups(next: Grouping, last: Grouping): Grouping {
  const { groups } = last;
  if (!groups) return next;
  const was = new Map<unknown, readonly unknown[] | undefined>();
  for (const [value, group] of next.differs) {
    was.set(value, groups.get(value));
    if (group) groups.set(value, group);
    else groups.delete(value);
  }
  Object.assign(last, { groups: null, differs: was, from: next } satisfies Grouping);
  return Object.assign(next, presentGrouping(groups));
}

/** Ids are made in order of time, so a group in order of ids is in order of creation, however the table was read. */
function groupInOrder<T extends { readonly id: Id }>(
  records: Iterable<T>,
  field: keyof T,
): Map<unknown, readonly T[]> {
  const groups = groupBy<T, unknown>(records, (record) => record[field]);
  for (const group of groups.values()) group.sort(inOrderOfIds);
  return groups;
}

function inOrderOfIds(a: { readonly id: Id }, b: { readonly id: Id }): number {
  return a.id < b.id ? -1 : 1;
}
