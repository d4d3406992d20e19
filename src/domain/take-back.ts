import { invertChange, standsAs, type Change, type Hand } from './change.ts';
import { recordsOf, type AnyRecord, type FactCheck } from './fact-check.ts';
import { nameOf, pointersOf } from './pointers.ts';
import { reissue, type Id } from './record.ts';
import { tellTaken } from './untold-words.ts';

export interface TakenBack {
  readonly change: Change;
  /** How many of the records that had been brought stay: they were edited since, or something that was hangs on them. */
  readonly kept: number;
}

/**
 * The Change that takes back what a file has brought into a fact check in which somebody may have worked since: what was
 * edited since stays as it is, and so does all that it hangs on. An annotation that was brought stays or goes with
 * everything that was brought with it. No verdict
 * stands on other words for it than those that it was given on.
 */
export function takeBackChange(change: Change, factCheck: FactCheck, hand: Hand): TakenBack {
  const inverse = invertChange(change, factCheck, hand);
  const leaving = new Map(inverse.removed.map((record) => [nameOf(record), record]));
  const brought = new Set(change.added.map(nameOf));
  const parts = partsByAnnotation(inverse.removed);
  const staying = recordsOf(factCheck).filter((record) => !leaving.has(nameOf(record)));
  const isNew = (record: AnyRecord): boolean => brought.has(nameOf(record)) || record.updatedAt >= change.at;
  // It grows on the way: what is kept has needs of its own.
  for (const record of staying) {
    const needed = [
      ...pointersOf(record).map(nameOf),
      ...(isNew(record) ? namesOfPeople(record) : []),
      ...(record.type === 'annotation' && brought.has(nameOf(record)) ? (parts.get(record.id) ?? []) : []),
    ];
    for (const name of needed) {
      const kept = leaving.get(name);
      if (!kept) continue;
      leaving.delete(name);
      staying.push(kept);
    }
  }

  const isHere = (record: AnyRecord): boolean => factCheck.tables[record.type].has(record.id);
  const kept = [
    ...change.added.filter((record) => isHere(record) && !leaving.has(nameOf(record))),
    ...change.updated.filter(
      ({ before, after }) => isHere(after) && !standsAs(after, factCheck) && !standsAs(before, factCheck),
    ),
  ];
  const since = withVerdictsSince(change.at, factCheck);
  const was = new Map(
    [...change.removed, ...change.updated.map(({ before }) => before)].map((record) => [
      nameOf(record),
      record,
    ]),
  );
  /** As somebody had written it: that it comes back makes it no newer. */
  const asItWas = (record: AnyRecord): AnyRecord =>
    reissue(was.get(nameOf(record)) ?? record, record.rev, record.base);
  const updated = inverse.updated.map(({ before, after }) => ({
    before,
    after: tellTaken(asItWas(after), since, () => undefined),
  }));
  const added = inverse.added.map(asItWas);
  return { change: { ...inverse, added, updated, removed: [...leaving.values()] }, kept: kept.length };
}

/** Only with the verdicts that were written since: these are on the words that stand until now. */
function withVerdictsSince(at: string, factCheck: FactCheck): FactCheck {
  const verdict = new Map([...factCheck.tables.verdict].filter(([, { updatedAt }]) => updatedAt >= at));
  return { ...factCheck, tables: { ...factCheck.tables, verdict } };
}

/** Names of the records that are said about an annotation, by its id. */
function partsByAnnotation(records: readonly AnyRecord[]): ReadonlyMap<Id, readonly string[]> {
  const parts = new Map<Id, string[]>();
  for (const record of records) {
    if (!('annotationId' in record)) continue;
    const known = parts.get(record.annotationId);
    if (known) known.push(nameOf(record));
    else parts.set(record.annotationId, [nameOf(record)]);
  }
  return parts;
}

/** Who wrote a record, and whose verdict it is. */
function namesOfPeople(record: AnyRecord): readonly string[] {
  const ids = [record.updatedBy, record.type === 'verdict' ? record.reviewerId : null];
  return ids.flatMap((id) => (id === null ? [] : [nameOf({ type: 'reviewer', id })]));
}
