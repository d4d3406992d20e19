import type { Clock } from './clock.ts';
import type { AnyRecord, FactCheck, RecordType } from './fact-check.ts';
import { carryGroups, recordsOn } from './lookup.ts';
import { nameOf, pointersOf } from './pointers.ts';
import { compareRevs, sayTheSame, writtenRev, type Id, type Stamp } from './record.ts';
import { noteTableChange } from './table-lineage.ts';

/** One record before and after an edit; both have the same id and type. */
export interface Update {
  readonly before: AnyRecord;
  readonly after: AnyRecord;
}

/** A set of records added, updated and removed, with when and by whom: the one unit of undo, saving and tabs. */
export interface Change {
  /** What was done, for the undo button: "Give verdict". */
  readonly label: string;
  readonly at: string;
  readonly by: Id | null;
  readonly added: readonly AnyRecord[];
  readonly updated: readonly Update[];
  /** The records as they were. */
  readonly removed: readonly AnyRecord[];
}

/** Who makes a change, and with which clock. */
export interface Hand {
  readonly clock: Clock;
  readonly by: Id | null;
}

/** The same hand for what is done at one moment, which all that it makes bears. */
export function atOneInstant({ clock, by }: Hand): Hand {
  const at = clock.instant();
  return { clock: { ...clock, instant: () => at }, by };
}

export interface Edits {
  readonly added?: readonly Unstamped[];
  /** Records as they shall be; those equal to what is there are left out. */
  readonly changed?: readonly AnyRecord[];
  readonly removed?: readonly AnyRecord[];
}

type WithoutStamp<T> = T extends AnyRecord ? Omit<T, 'rev' | 'base' | 'updatedAt' | 'updatedBy'> : never;
/** A record that has its id already and gets its stamp when it is added. */
export type Unstamped = WithoutStamp<AnyRecord>;

/** Makes a Change of edits: every record touched gets a new revision that names the one it was edited from. */
export function makeChange(label: string, factCheck: FactCheck, edits: Edits, hand: Hand): Change {
  const at = hand.clock.instant();
  const stamp = (): Omit<Stamp, 'id'> => ({ rev: hand.clock.nextRev(), updatedAt: at, updatedBy: hand.by });
  return {
    label,
    at,
    by: hand.by,
    added: (edits.added ?? []).map(({ writtenAs: _old, ...record }) => ({ ...record, ...stamp() })),
    updated: (edits.changed ?? []).flatMap((changed) => {
      const before = find(factCheck, changed);
      if (!before || sayTheSame(before, changed)) return [];
      const { writtenAs: _old, ...record } = changed;
      return [{ before, after: { ...record, ...stamp(), base: before.rev } }];
    }),
    removed: edits.removed ?? [],
  };
}

/** The fact check after the Change; tables that it does not touch stay the same objects. */
export function applyChange(
  factCheck: FactCheck,
  change: Pick<Change, 'added' | 'updated' | 'removed'>,
): FactCheck {
  const touched = new Map<RecordType, Map<Id, AnyRecord>>();
  const table = (type: RecordType): Map<Id, AnyRecord> => {
    let copy = touched.get(type);
    if (!copy) touched.set(type, (copy = new Map<Id, AnyRecord>(factCheck.tables[type])));
    return copy;
  };
  for (const record of change.removed) table(record.type).delete(record.id);
  for (const record of change.added) table(record.type).set(record.id, record);
  for (const { after } of change.updated) table(after.type).set(after.id, after);
  if (touched.size === 0) return factCheck;
  for (const [type, after] of touched) {
    const ids = [...change.removed, ...change.added, ...change.updated.map((update) => update.after)]
      .filter((record) => record.type === type)
      .map(({ id }) => id);
    noteTableChange(factCheck.tables[type], after, new Set(ids));
    carryGroups<AnyRecord>(factCheck.tables[type], after, new Set(ids));
  }
  return { ...factCheck, tables: { ...factCheck.tables, ...Object.fromEntries(touched) } };
}

/**
 * The Change that takes `change` back, as a new edit with new revisions. What somebody has edited since is left as it
 * is, with the source and the annotation that it hangs on: an undo never throws away what another tab has done. Nothing
 * comes back on an annotation that is gone: alone it would hold that up, without all else that went with it.
 */
export function invertChange(change: Change, factCheck: FactCheck, hand: Hand): Change {
  const coming = new Set(change.removed.map(nameOf));
  const hasAnnotation = (record: AnyRecord): boolean =>
    pointersOf(record).every(
      (name) => name.type !== 'annotation' || find(factCheck, name) !== undefined || coming.has(nameOf(name)),
    );
  const added = change.removed
    .filter((record) => !find(factCheck, record) && hasAnnotation(record))
    .toSorted(historyLastAndInOrder);
  const changed = change.updated
    .filter(({ after }) => standsAs(after, factCheck))
    .map(({ before }) => before);
  const removed = change.added.filter((record) => standsAs(record, factCheck));
  const leaving = new Set(removed.map(nameOf));
  const becoming = new Map(changed.map((record) => [nameOf(record), record]));
  const staysOn = (record: AnyRecord, name: string): boolean =>
    !leaving.has(nameOf(record)) &&
    pointersOf(becoming.get(nameOf(record)) ?? record).some((pointer) => nameOf(pointer) === name);
  const isNeeded = (record: AnyRecord): boolean =>
    recordsOn(factCheck, record).some((other) => staysOn(other, nameOf(record)));
  const edits = { added, changed, removed: removed.filter((record) => !isNeeded(record)) };
  return makeChange(change.label, factCheck, edits, hand);
}

/** History is told by its revisions, which are given anew, in this order. */
function historyLastAndInOrder(a: AnyRecord, b: AnyRecord): number {
  if (a.type !== 'history' || b.type !== 'history')
    return Number(a.type === 'history') - Number(b.type === 'history');
  return compareRevs(writtenRev(a), writtenRev(b));
}

/** True when nobody has edited or removed the record since it was made so. */
export function standsAs(record: AnyRecord, factCheck: FactCheck): boolean {
  const now = find(factCheck, record);
  return now !== undefined && sayTheSame(now, record);
}

/**
 * Joins a Change and one that followed it into one step of undo. A record that was removed and added again counts as
 * updated. Where somebody else has edited a record in between, the step reaches back to their version and no further.
 */
export function joinChanges(first: Change, second: Change): Change {
  const joined = new Map<string, Transition>();
  for (const next of [...transitionsOf(first), ...transitionsOf(second)]) {
    const key = nameOf(next.after ?? next.before);
    const whole = follow(joined.get(key), next);
    if (whole) joined.set(key, whole);
    else joined.delete(key);
  }
  const transitions = [...joined.values()];
  return {
    label: first.label,
    at: second.at,
    by: second.by,
    added: transitions.flatMap(({ before, after }) => (!before && after ? [after] : [])),
    updated: transitions.flatMap(({ before, after }) => (before && after ? [{ before, after }] : [])),
    removed: transitions.flatMap(({ before, after }) => (before && !after ? [before] : [])),
  };
}

/** What becomes of one record: null stands for "not there". */
type Transition =
  | { readonly before: AnyRecord | null; readonly after: AnyRecord }
  | { readonly before: AnyRecord; readonly after: null };

function transitionsOf({ added, updated, removed }: Change): readonly Transition[] {
  return [
    ...removed.map((before) => ({ before, after: null })),
    ...added.map((after) => ({ before: null, after })),
    ...updated,
  ];
}
/** Both transitions of one record as one; null when the record was not there before and is not after. */
function follow(earlier: Transition | undefined, next: Transition): Transition | null {
  if (!earlier) return next;
  const before = isUnbroken(earlier, next) ? earlier.before : next.before;
  if (next.after) return { before, after: next.after };
  return before && { before, after: null };
}

function isUnbroken({ after }: Transition, { before }: Transition): boolean {
  return after && before ? sayTheSame(after, before) : after === before;
}

/** True when nobody else has edited what both Changes touch between the first and the second. */
export function goesOnFrom(first: Change, second: Change): boolean {
  const left = new Map(transitionsOf(first).map((each) => [nameOf(each.after ?? each.before), each]));
  return transitionsOf(second).every((next) => {
    const earlier = left.get(nameOf(next.after ?? next.before));
    return !earlier || isUnbroken(earlier, next);
  });
}

/** True when there is nothing to save or undo. */
export function isEmptyChange({ added, updated, removed }: Change): boolean {
  return added.length + updated.length + removed.length === 0;
}

function find(
  factCheck: FactCheck,
  { type, id }: { readonly type: RecordType; readonly id: Id },
): AnyRecord | undefined {
  return factCheck.tables[type].get(id);
}
