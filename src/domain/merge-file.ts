import { say } from '../messages/say.ts';
import { bringBack, NOTHING_REMOVED, withBroughtBack, type BroughtBack } from './bring-back.ts';
import type { Change, Hand, Update } from './change.ts';
import { draftsBack } from './drafts.ts';
import type { Annotation } from './annotation.ts';
import { articleOf, headOf, recordsOf, type AnyRecord, type FactCheck } from './fact-check.ts';
import { historyRecordOf, replacedBy, versionOf } from './keep-history.ts';
import { leftOutAfter, withLeftOut } from './left-out-after.ts';
import { twinOf } from './twin-verdict.ts';
import { nameOf } from './pointers.ts';
import { compareRevs, reissue, sayTheSame, writtenRev, type Id, type Rev } from './record.ts';
import type { Source } from './source.ts';
import { runAtOnce, type Steps } from './steps.ts';
import { tellTaken } from './untold-words.ts';

/** What merging another version of a fact check, or another one about the same article, into this one would do. */
export interface MergePlan {
  /** What was removed here and comes back: it counts as here for all the rest. */
  readonly back: readonly AnyRecord[];
  readonly added: readonly AnyRecord[];
  /** Edited in the file from what is here: nothing is lost by taking them. */
  readonly newer: readonly Update[];
  /** Edited on both sides: only a person can say which one stays. */
  readonly conflicts: readonly Update[];
  /** How many are the same, or are older in the file than here. */
  readonly unchanged: number;
  /** How many sources were removed here and stay so, since nothing that comes cites them. */
  readonly staysRemoved: number;
  /** The head of a part as it says what is left out once the file is merged; null where that stays as it is. */
  readonly part: Update | null;
}

/**
 * Compares records of a file with those that are here. A version that the other side names as the one it was edited from,
 * or has in its history, is the older one; where neither is known to come from the other, it is a conflict.
 */
export function planMerge(present: FactCheck, records: readonly AnyRecord[]): MergePlan {
  return runAtOnce(planMergeInSteps(bringBack(present, NOTHING_REMOVED), records));
}

/** The same in steps, for a file with very many records. `gone` are the sources that a person has removed here. */
export function* planMergeInSteps(
  { back, whole: present }: BroughtBack,
  records: readonly AnyRecord[],
  gone: readonly Source[] = [],
): Steps<MergePlan> {
  const olderHere = versionsBehind(recordsOf(present));
  const olderThere = versionsBehind(records);
  const annotations = new Map(
    records.flatMap((record): [Id, Annotation][] =>
      record.type === 'annotation' ? [[record.id, record]] : [],
    ),
  );
  const told = (record: AnyRecord): AnyRecord => tellTaken(record, present, (id) => annotations.get(id));
  const added: AnyRecord[] = [];
  const newer: Update[] = [];
  const conflicts: Update[] = [];
  let unchanged = 0;
  const ids = new Set(records.map(({ id }) => id));
  const leftOut = leftOutAfter(present, records);
  // What is left out is worked out, and no edit that the one side could have newer than the other.
  const level = (record: AnyRecord): AnyRecord =>
    record.type === 'fact-check' ? withLeftOut(record, leftOut) : record;
  for (const [i, theirs] of records.entries()) {
    yield i / records.length;
    const record = level(asOneVerdict(present, theirs, ids));
    const before = present.tables[record.type].get(record.id);
    const after = told(record);
    if (!before && isSetAside(record, olderHere)) unchanged += 1;
    else if (!before) added.push(after);
    // What came before has been told since what it is about, which the file does not say.
    else if ([record, after].some((one) => sayTheSame(level(before), one)) || isBehind(record, olderHere))
      unchanged += 1;
    else if (isBehind(before, olderThere)) newer.push({ before, after });
    else conflicts.push({ before, after });
  }
  const head = headOf(present);
  const after = level(head);
  const coming = [...added, ...[...newer, ...conflicts].map((update) => update.after)];
  const { records: kept, staysRemoved } = leaveRemovedSources(added, gone, coming);
  return {
    back,
    added: kept,
    newer,
    conflicts,
    unchanged,
    staysRemoved,
    part: after === head ? null : { before: head, after },
  };
}

/**
 * What is added without the sources that were removed here, unless something that comes cites them: then it is their newer
 * words that come.
 */
function leaveRemovedSources(
  added: readonly AnyRecord[],
  gone: readonly Source[],
  coming: readonly AnyRecord[],
): { readonly records: readonly AnyRecord[]; readonly staysRemoved: number } {
  if (gone.length === 0) return { records: added, staysRemoved: 0 };
  const ours = new Map(gone.map((source) => [source.id, source]));
  const cited = new Set(coming.flatMap((record) => (record.type === 'evidence' ? [record.sourceId] : [])));
  const records = added.flatMap((record): readonly AnyRecord[] => {
    const own = record.type === 'source' ? ours.get(record.id) : undefined;
    if (!own) return [record];
    if (!cited.has(own.id)) return [];
    return [compareRevs(writtenRev(own), writtenRev(record)) > 0 ? own : record];
  });
  return { records, staysRemoved: added.length - records.length };
}

/**
 * The one Change that carries a merge out. Of a conflict the side that was chosen stands; what the other one says of a
 * claim, a verdict or evidence goes into the history, from where it can be brought back. Who wrote it and when stays.
 * Each verdict says what it was given on: on other words than those that stand now it is in doubt.
 */
export function mergeFile(plan: MergePlan, stays: 'here' | 'file', hand: Hand): Change {
  return runAtOnce(mergeInSteps(plan, stays, hand));
}

/** Records that are stamped between two steps. */
const STRETCH = 200;

/** The same in steps. */
export function* mergeInSteps(
  { back, added, newer, conflicts, part }: MergePlan,
  stays: 'here' | 'file',
  hand: Hand,
): Steps<Change> {
  const { clock, by } = hand;
  const at = clock.instant();
  const chosen = stays === 'file' ? [...newer, ...conflicts] : newer;
  // A title that comes from the file brings along what is left out.
  const isHeadTaken = chosen.some(({ after }) => after.type === 'fact-check');
  const taken = part && !isHeadTaken ? [...chosen, part] : chosen;
  const isBack = new Set(back.map(nameOf));
  const lost = [
    // What the side that was not chosen says.
    ...(stays === 'here' ? conflicts.flatMap(({ after }) => versionOf(after) ?? []) : []),
    // What gives way as soon as it comes back; for the rest see `keepHistory`.
    ...chosen
      .filter(({ before }) => isBack.has(nameOf(before)))
      .flatMap(({ before, after }) => replacedBy(before, after)),
  ];
  const stamped: AnyRecord[] = [];
  for (const record of added) {
    stamped.push(reissue(record, clock.nextRev()));
    if (stamped.length % STRETCH === 0) yield stamped.length / added.length;
  }
  const change = {
    label: say('Merge a file'),
    at,
    by,
    added: [...stamped, ...lost.map((version) => historyRecordOf(version, { at, by }, clock))],
    updated: taken.map(({ before, after }) => ({
      before,
      after: reissue(after, clock.nextRev(), before.rev),
    })),
    removed: [],
  };
  return withBroughtBack(back, change, hand);
}

/**
 * The records of another fact check as they would stand here: its head stays behind, and where it is about the same
 * text its article becomes ours.
 */
export function adoptRecords(present: FactCheck, other: FactCheck): readonly AnyRecord[] {
  const records = recordsOf(other);
  if (present.id === other.id) return records;
  const own = [...present.tables.article.values()];
  const twins = new Map(
    [...other.tables.article.values()].flatMap(({ id, sha256 }): [Id, Id][] => {
      const twin = own.find((article) => article.sha256 === sha256);
      return twin ? [[id, twin.id]] : [];
    }),
  );
  return records
    .filter(({ type, id }) => type !== 'fact-check' && !(type === 'article' && twins.has(id)))
    .map((record) => (record.type === 'annotation' ? standOn(record, twins) : record));
}

/**
 * True when what is adopted keeps the places that it has in the file: the text under check there is the one here, or a
 * newer draft of it.
 */
export function isOnTheSameDraft(present: FactCheck, other: FactCheck): boolean {
  const [here, there] = [articleOf(present), articleOf(other)];
  if (present.id !== other.id) return here.sha256 === there.sha256;
  return draftsBack(other).some(({ id, sha256 }) => id === here.id && sha256 === here.sha256);
}

type AnnotationRecord = Extract<AnyRecord, { readonly type: 'annotation' }>;

/** With our names for the drafts that are here as well. */
function standOn(annotation: AnnotationRecord, twins: ReadonlyMap<Id, Id>): AnnotationRecord {
  const ourNameFor = (id: Id): Id => twins.get(id) ?? id;
  const { carried, earlier } = annotation;
  return {
    ...annotation,
    articleId: ourNameFor(annotation.articleId),
    targets: annotation.targets.map((target) =>
      target.judgedIn === undefined ? target : { ...target, judgedIn: ourNameFor(target.judgedIn) },
    ),
    ...(carried ? { carried: { ...carried, articleId: ourNameFor(carried.articleId) } } : {}),
    ...(earlier
      ? { earlier: earlier.map((place) => ({ ...place, articleId: ourNameFor(place.articleId) })) }
      : {}),
  };
}

/**
 * Each reviewer has one verdict on an annotation: where they gave one in the file and another one here, these are two
 * versions of one. `others` are the ids of all records in the file.
 */
function asOneVerdict(present: FactCheck, record: AnyRecord, others: ReadonlySet<Id>): AnyRecord {
  const twin = twinOf(present, record);
  return twin && !others.has(twin.id) ? { ...record, id: twin.id } : record;
}

/** Names of all versions that these records are known to come from. */
function versionsBehind(records: readonly AnyRecord[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const record of records) {
    if (record.base) names.add(keyOf(record.type, record.id, record.base));
    if (record.type !== 'history') continue;
    const { before, annotationId } = record;
    // A claim is remembered without a revision; who wrote it and when names it as well.
    if (before.type === 'claim') names.add(writtenKey(annotationId, before));
    else for (const rev of revsOf(before)) names.add(keyOf(before.type, before.id, rev));
  }
  return names;
}

function isBehind(record: AnyRecord, versions: ReadonlySet<string>): boolean {
  return (
    revsOf(record).some((rev) => versions.has(keyOf(record.type, record.id, rev))) ||
    (record.type === 'annotation' && versions.has(writtenKey(record.id, record)))
  );
}

/** Those that the words have had: here, and where they were written. */
function revsOf(record: AnyRecord): readonly Rev[] {
  return [record.rev, writtenRev(record)];
}

/** A verdict that is only in the history here was set aside, and evidence was removed. */
function isSetAside(record: AnyRecord, versions: ReadonlySet<string>): boolean {
  return (record.type === 'verdict' || record.type === 'evidence') && isBehind(record, versions);
}

function writtenKey(id: Id, { updatedAt, updatedBy }: Pick<AnyRecord, 'updatedAt' | 'updatedBy'>): string {
  return `claim/${id}/${updatedAt}/${updatedBy ?? ''}`;
}

function keyOf(type: string, id: Id, [time, tab]: Rev): string {
  return `${type}/${id}/${time}/${tab}`;
}
