import type { Evidence } from './evidence.ts';
import type { FactCheck } from './fact-check.ts';
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
  if (!groups) byField.set(field, (groups = groupBy(table.values(), field)));
  return (groups.get(value) ?? NONE) as readonly T[];
}

/** Ids are made in order of time, so a group in order of ids is in order of creation, however the table was read. */
function groupBy<T extends { readonly id: Id }>(
  records: Iterable<T>,
  field: keyof T,
): ReadonlyMap<unknown, readonly T[]> {
  const groups = new Map<unknown, T[]>();
  for (const record of records) {
    const group = groups.get(record[field]);
    if (group) group.push(record);
    else groups.set(record[field], [record]);
  }
  for (const group of groups.values()) group.sort((a, b) => (a.id < b.id ? -1 : 1));
  return groups;
}
