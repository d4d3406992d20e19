import { applyChange, type Change } from './change.ts';
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
  if (leaving.size === 0) return inverted;
  const after = applyChange(factCheck, { ...inverted, removed: [] });
  // By name: an import has as many parts of annotations as it has records.
  const made = new Set(change.added.map(nameOf));
  const stays = (record: AnyRecord): boolean => !leaving.has(nameOf(record));
  const isHeld = (record: AnyRecord): boolean =>
    dependentsOf(record, after).some(stays) ||
    // A part of an annotation that was made here and stays.
    ('annotationId' in record &&
      made.has(`annotation/${record.annotationId}`) &&
      !leaving.has(`annotation/${record.annotationId}`) &&
      after.tables.annotation.has(record.annotationId));

  // What is spared holds others in its turn.
  for (let before = Infinity; leaving.size < before;) {
    before = leaving.size;
    for (const [name, record] of leaving) if (isHeld(record)) leaving.delete(name);
  }
  return { ...inverted, removed: [...leaving.values()] };
}

/** The records that could not be shown without this one, or would not say who they are by. */
function dependentsOf(record: AnyRecord, factCheck: FactCheck): readonly AnyRecord[] {
  const { type, id } = record;
  if (type === 'annotation') return [...verdictsOf(factCheck, id), ...evidenceOf(factCheck, id)];
  if (type === 'source') return usesOf(factCheck, id);
  // It is seldom that another one goes on which something hangs: then all are looked at.
  if (type !== 'reviewer' && type !== 'rating-scale') return [];
  return recordsOf(factCheck).filter(
    (other) =>
      other.updatedBy === id ||
      (other.type === 'verdict' && other.reviewerId === id) ||
      pointersOf(other).some((name) => name.type === type && name.id === id),
  );
}
