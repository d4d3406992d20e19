import { findAnnotations } from '../../anchoring/find-annotations.ts';
import type { Annotation } from '../../domain/annotation.ts';
import { bringBack, removedAndIn } from '../../domain/bring-back.ts';
import { carry, isDetached, planCarryOver, type CarryItem } from '../../domain/carry-over.ts';
import { digestText, type Article } from '../../domain/article.ts';
import { draftsBack } from '../../domain/drafts.ts';
import {
  articleOf,
  gatherFactCheck,
  recordsOf,
  type AnyRecord,
  type FactCheck,
} from '../../domain/fact-check.ts';
import { verdictsOf } from '../../domain/lookup.ts';
import { adoptRecords, isOnTheSameDraft, planMergeInSteps, type MergePlan } from '../../domain/merge-file.ts';
import { withMergesOf } from '../../domain/merged-sources.ts';
import { tellOlderWords } from '../../domain/older-words.ts';
import { isPlacedIn, placedAnnotations } from '../../domain/placed-annotations.ts';
import type { Id } from '../../domain/record.ts';
import type { ParseResult } from '../../exchange/format.ts';
import { createPace } from '../../stores/pace.ts';
import { listChangedAround, sayChangedAround } from './changed-around.ts';
import type { Finding } from './place-annotations.ts';
import type { Reading } from './reading.ts';
import { runInSlices } from '../../domain/steps.ts';
import { settleOpened } from './settle-opened.ts';

export interface ReadMerge {
  readonly kind: 'merge';
  /** The fact check that the file was compared with, with what comes back: the plan is for this one and no other. */
  readonly present: FactCheck;
  readonly title: string;
  readonly plan: MergePlan;
  /** How many annotations of the file were removed here by hand. */
  readonly staysRemoved: number;
  readonly articleId: Id;
  /** What was found of the annotations here in a newer draft that the file has. */
  readonly followers: readonly CarryItem[];
  /** How many annotations were found in each state, when the file is about another text or draft. */
  readonly findings: ReadonlyMap<Finding, number>;
  readonly problems: readonly string[];
}

/**
 * Compares a file of our own with the open fact check. What was removed here by hand stays so, whatever the file says of
 * it.
 */
export async function readMerge(
  open: FactCheck,
  parsed: Extract<ParseResult, { readonly kind: 'fact-check' }>,
  reading: Reading,
): Promise<ReadMerge> {
  // Whatever was changed in the file on disk, nothing in it stands on words that it was not made on.
  const { returning, staying } = await reading.removed();
  const told = withMergesOf(open, tellOlderWords(parsed.factCheck), [
    ...returning.sources,
    ...staying.sources,
  ]);
  const { back, whole: present } = bringBack(open, removedAndIn(told, returning));
  const stays = new Set(removedAndIn(told, staying).annotations.map(({ annotation }) => annotation.id));
  const copy = await findCopy(present, told);
  const { factCheck: other, problems } = copy
    ? { factCheck: copy.factCheck, problems: [] }
    : await settleOpened(told, reading.hand, reading.signal, checkedIn(present, told));
  const article = articleOf(present);
  const findings = new Map<Finding, number>();
  const around: Annotation[] = [];
  const records = withoutAnnotations(
    adoptRecords(present, other).filter((record) => record !== copy?.stranger),
    stays,
  );
  const settled = isOnTheSameDraft(present, other)
    ? records
    : await carryAll(records, { present: withArticlesOf(present, other), other }, reading, {
        findings,
        around,
      });
  const plan = await runInSlices(
    planMergeInSteps({ back, whole: present }, settled, staying.sources),
    createPace(() => undefined, reading.signal),
  );
  return {
    kind: 'merge',
    present,
    title: articleOf(other).title,
    plan,
    staysRemoved: stays.size,
    articleId: article.id,
    followers: copy ? [] : await findFollowers(present, other, reading, around),
    findings,
    problems: [...parsed.problems, ...problems, ...sayChangedAround(around)],
  };
}

/** Without these annotations, what is said of them, and the sources that nothing else cites. */
function withoutAnnotations(records: readonly AnyRecord[], ids: ReadonlySet<Id>): readonly AnyRecord[] {
  if (ids.size === 0) return records;
  const isGone = (record: AnyRecord): boolean =>
    'annotationId' in record ? ids.has(record.annotationId) : ids.has(record.id);
  const sourcesOf = (those: readonly AnyRecord[]): ReadonlySet<Id> =>
    new Set(those.flatMap((record) => (record.type === 'evidence' ? [record.sourceId] : [])));
  const rest = records.filter((record) => !isGone(record));
  const [unneeded, needed] = [sourcesOf(records.filter(isGone)), sourcesOf(rest)];
  return rest.filter(({ type, id }) => type !== 'source' || needed.has(id) || !unneeded.has(id));
}

/**
 * A file of this fact check whose text was changed on disk into one that is a draft here, when it was merged before or
 * opened: it brings no further draft, and what is new in it is made on the draft that it names, as in any older copy.
 * `stranger` is its article where that one is not here: the text of one draft under the name of another.
 */
async function findCopy(
  present: FactCheck,
  other: FactCheck,
): Promise<{ readonly factCheck: FactCheck; readonly stranger: Article | null } | null> {
  const named = articleOf(other);
  if (present.id !== other.id || (await digestText(named.text)) === named.sha256) return null;
  if (!draftsBack(present).some(({ text }) => text === named.text)) return null;
  const own = checkedIn(present, other);
  if (!own) return { factCheck: other, stranger: named };
  return { factCheck: gatherFactCheck(other.id, [...recordsOf(other), own]), stranger: null };
}

/** The article of a file of this fact check as it was when it was checked, if it is here. */
function checkedIn(present: FactCheck, other: FactCheck): Article | undefined {
  const own = present.id === other.id ? present.tables.article.get(articleOf(other).id) : undefined;
  return own?.sha256 === articleOf(other).sha256 ? own : undefined;
}

/** What stands in the draft here, looked for in the one that the file has after it. */
async function findFollowers(
  present: FactCheck,
  other: FactCheck,
  { signal }: Reading,
  around: Annotation[],
): Promise<readonly CarryItem[]> {
  const newer = articleOf(other);
  const { id, text } = newer;
  if (present.id !== other.id || present.tables.article.has(id)) return [];
  const annotations = placedAnnotations(present);
  const foundOf = await findAnnotations(present, annotations, text, { signal });
  const plan = planCarryOver(present, foundOf, annotations);
  around.push(...(await listChangedAround(present, newer, plan, signal, () => articleOf(present))));
  return plan;
}

/** With the texts that the annotations of the file were made on, which tell repeated words apart. */
function withArticlesOf(present: FactCheck, other: FactCheck): FactCheck {
  const article = new Map([...other.tables.article, ...present.tables.article]);
  return { ...present, tables: { ...present.tables, article } };
}

/**
 * What the file brings of another text or draft, with its places in ours where it has any. What it has older than here
 * changes nothing, and what was taken out of the text on purpose is not put back.
 */
async function carryAll(
  records: readonly AnyRecord[],
  { present, other }: { readonly present: FactCheck; readonly other: FactCheck },
  { signal, onShare, hand }: Reading,
  { findings, around }: { readonly findings: Map<Finding, number>; readonly around: Annotation[] },
): Promise<readonly AnyRecord[]> {
  const article = articleOf(present);
  const { id, text } = article;
  const { added, newer, conflicts } = await runInSlices(
    planMergeInSteps({ back: [], whole: present }, records),
    createPace(() => undefined, signal),
  );
  const annotations = [...added, ...[...newer, ...conflicts].map(({ after }) => after)]
    .filter((record) => record.type === 'annotation')
    .filter((annotation) => !isPlacedIn(article, annotation) && !isDetached(article, annotation));
  const onProgress = (done: number, all: number): void => onShare(0.5 + (all === 0 ? 0 : done / all / 2));
  const foundOf = await findAnnotations(present, annotations, text, { signal, onProgress });
  const carried = new Map<Id, AnyRecord>();
  const plan = planCarryOver(present, foundOf, annotations);
  const draftOf = ({ articleId }: Annotation): Article | undefined => present.tables.article.get(articleId);
  around.push(...(await listChangedAround(other, article, plan, signal, draftOf)));
  for (const item of plan) {
    const { annotation, state } = item;
    findings.set(state, (findings.get(state) ?? 0) + 1);
    const to = { articleId: id, verdicts: verdictsOf(other, annotation.id) };
    const made = carry(item, { answer: 'later' }, to, hand).annotation;
    carried.set(annotation.id, sinceThen(made, present.tables.annotation.get(annotation.id)));
  }
  return records.map((record) =>
    record.type === 'annotation' ? (carried.get(record.id) ?? record) : record,
  );
}

/** What was left open here already has been so since then: a file that comes again brings nothing new. */
function sinceThen(made: Annotation, here: Annotation | undefined): Annotation {
  const [now, then] = [made.carried, here?.carried];
  const isTheSame = then?.articleId === now?.articleId && then?.decision === now?.decision;
  return then && isTheSame ? { ...made, carried: then } : made;
}
