import type { Change } from './change.ts';
import { recordsOf, type AnyRecord, type FactCheck } from './fact-check.ts';
import { evidenceOf, usesOf, verdictsOf } from './lookup.ts';
import { nameOf, pointersOf } from './pointers.ts';

/**
 * An inverted Change (`invertChange`) that takes nothing away on which somebody else has worked: a record that one which
 * stays hangs on stays as well, and so does all that was made with an annotation that stays. `change` is the one that is
 * taken back.
 */
export function spareHeld(inverted: Change, change: Change, factCheck: FactCheck): Change {
  const leaving = new Map(inverted.removed.map((record) => [nameOf(record), record]));
  const comesBack = new Map(
    [...inverted.added, ...inverted.updated.map(({ after }) => after)].map((record) => [
      nameOf(record),
      record,
    ]),
  );
  const isHeld = (record: AnyRecord): boolean =>
    [...dependentsOf(record, factCheck), ...comesBack.values()]
      .filter((other) => !leaving.has(nameOf(other)))
      .some((other) => hangsOn(comesBack.get(nameOf(other)) ?? other, record));
  const marked = new Set(change.added.filter(({ type }) => type === 'annotation').map(({ id }) => id));
  const isPartOfSpared = (record: AnyRecord): boolean =>
    'annotationId' in record &&
    marked.has(record.annotationId) &&
    factCheck.tables.annotation.has(record.annotationId) &&
    !leaving.has(nameOf({ type: 'annotation', id: record.annotationId }));

  // What is spared holds others in its turn.
  for (let before = Infinity; leaving.size < before;) {
    before = leaving.size;
    for (const [name, record] of leaving) if (isHeld(record) || isPartOfSpared(record)) leaving.delete(name);
  }
  if (leaving.size === inverted.removed.length) return inverted;
  return { ...inverted, removed: [...leaving.values()] };
}

/** Without the other one it could not be shown, or would not say who it is by. */
function hangsOn(record: AnyRecord, other: AnyRecord): boolean {
  return other.type === 'reviewer'
    ? record.updatedBy === other.id || (record.type === 'verdict' && record.reviewerId === other.id)
    : pointersOf(record).some((name) => nameOf(name) === nameOf(other));
}

/** All records that may hang on this one. */
function dependentsOf(record: AnyRecord, factCheck: FactCheck): readonly AnyRecord[] {
  switch (record.type) {
    case 'annotation':
      return [...verdictsOf(factCheck, record.id), ...evidenceOf(factCheck, record.id)];
    case 'source':
      return usesOf(factCheck, record.id);
    // It is seldom that one of these goes.
    case 'reviewer':
    case 'rating-scale':
    case 'article':
      return recordsOf(factCheck);
    case 'fact-check':
    case 'verdict':
    case 'evidence':
    case 'history':
      return [];
  }
}
