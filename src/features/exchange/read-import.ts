import { findAnnotations } from '../../anchoring/find-annotations.ts';
import { digestText } from '../../domain/article.ts';
import { carry, isDetached, planCarryOver, type CarryItem } from '../../domain/carry-over.ts';
import type { Hand } from '../../domain/change.ts';
import { articleOf, type AnyRecord, type FactCheck } from '../../domain/fact-check.ts';
import type { ForeignAnnotation, ForeignAuthor, ForeignSource } from '../../domain/foreign-annotation.ts';
import { guessMeaning, listWords, wordKey, type ForeignWord } from '../../domain/foreign-words.ts';
import { authorKey, type Arrival, type Arrivals } from '../../domain/arrival.ts';
import { authorsOf, importAnnotations, unreadDatesOf } from '../../domain/import-annotations.ts';
import { verdictsOf } from '../../domain/lookup.ts';
import { adoptRecords, isOnTheSameDraft, planMerge, type MergePlan } from '../../domain/merge-file.ts';
import { isPlacedIn, placedAnnotations } from '../../domain/placed-annotations.ts';
import { isUnreadDate } from '../../domain/read-instant.ts';
import type { Id } from '../../domain/record.ts';
import { tellOlderWords } from '../../domain/older-words.ts';
import type { ItemProblem, Pace, ParseResult } from '../../exchange/format.ts';
import type { ParseBytes } from './ask-parse-worker.ts';
import { gatherArrivedTexts } from './arrived-texts.ts';
import { createPace } from './pace.ts';
import { createIds } from './ids-of-arrivals.ts';
import { settleOpened } from './settle-opened.ts';
import { isSettled, placeAnnotations, type Finding } from './place-annotations.ts';

export type ReadImport =
  | { readonly kind: 'unreadable'; readonly problem: string }
  | ReadAnnotations
  | {
      readonly kind: 'sources';
      readonly sources: readonly ForeignSource[];
      readonly problems: readonly ItemProblem[];
    }
  | ReadMerge;

export interface ReadAnnotations extends Arrivals {
  readonly kind: 'annotations';
  /** The draft in which the places were looked for. */
  readonly articleId: Id;
  /** How many annotations are new here. */
  readonly fresh: number;
  /** How many are here already, and have nothing in the file that is new. */
  readonly alreadyHere: number;
  /** How many are here already, and have a verdict, a reply or evidence in the file that was never here. */
  readonly withNews: number;
  /** Of those that are new here. */
  readonly findings: ReadonlyMap<Finding, number>;
  readonly problems: readonly ItemProblem[];
  readonly words: readonly ForeignWord[];
  readonly authors: readonly string[];
  readonly machineMade: number;
}

export interface ReadMerge {
  readonly kind: 'merge';
  /** The fact check that the file was compared with: the plan is for this one and no other. */
  readonly present: FactCheck;
  readonly title: string;
  readonly plan: MergePlan;
  readonly articleId: Id;
  /** What was found of the annotations here in a newer draft that the file has. */
  readonly followers: readonly CarryItem[];
  /** How many annotations were found in each state, when the file is about another text or draft. */
  readonly findings: ReadonlyMap<Finding, number>;
  readonly problems: readonly string[];
}

interface Reading {
  readonly parse: ParseBytes;
  readonly signal: AbortSignal;
  readonly onShare: (share: number) => void;
  readonly hand: Hand;
}

/** Reads a file of any format that can be taken into the open fact check, and finds out what that would do. */
export async function readImport(file: File, factCheck: FactCheck, reading: Reading): Promise<ReadImport> {
  const { parse, signal, onShare } = reading;
  if (file.size > LARGEST)
    return unreadable('It is larger than 200 megabytes, which is more than can be read here.');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const parsed = await parse(bytes, { signal, onShare: (share) => onShare(share / 2) });
  signal.throwIfAborted();
  if (!parsed.ok) return unreadable(parsed.isUnknown ? NO_KIND : parsed.problem);
  switch (parsed.kind) {
    case 'sources':
      return {
        kind: 'sources',
        sources: parsed.sources,
        problems: [...parsed.problems, ...sayUnreadDates(parsed.sources)],
      };
    case 'fact-check':
      return readMerge(factCheck, parsed, reading);
    case 'annotations':
      return readAnnotations(file.name, factCheck, parsed, reading);
  }
}

const LARGEST = 200_000_000;

const NO_KIND =
  'It is none of the kinds of file that can be imported: annotations of Hypothesis, Recogito, Label Studio or doccano, W3C Web Annotations, our own files and tables, sources as CSL-JSON or BibTeX.';

async function readMerge(
  present: FactCheck,
  parsed: Extract<ParseResult, { readonly kind: 'fact-check' }>,
  reading: Reading,
): Promise<ReadMerge> {
  // Whatever was changed in the file on disk, nothing in it stands on words that it was not made on.
  const told = tellOlderWords(parsed.factCheck);
  const { factCheck: other, problems } = await settleOpened(told, reading.hand, reading.signal);
  const article = articleOf(present);
  const findings = new Map<Finding, number>();
  const records = adoptRecords(present, other);
  const settled = isOnTheSameDraft(present, other)
    ? records
    : await carryAll(records, { present: withArticlesOf(present, other), other }, reading, findings);
  const plan = planMerge(present, settled);
  return {
    kind: 'merge',
    present,
    title: articleOf(other).title,
    plan,
    articleId: article.id,
    followers: await findFollowers(present, other, reading),
    findings,
    problems: [...parsed.problems, ...problems],
  };
}

/** What stands in the draft here, looked for in the one that the file has after it. */
async function findFollowers(
  present: FactCheck,
  other: FactCheck,
  { signal }: Reading,
): Promise<readonly CarryItem[]> {
  const { id, text } = articleOf(other);
  if (present.id !== other.id || present.tables.article.has(id)) return [];
  const annotations = placedAnnotations(present);
  const foundOf = await findAnnotations(present, annotations, text, { signal });
  return planCarryOver(present, foundOf, annotations);
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
  findings: Map<Finding, number>,
): Promise<readonly AnyRecord[]> {
  const article = articleOf(present);
  const { id, text } = article;
  const { added, newer, conflicts } = planMerge(present, records);
  const annotations = [...added, ...[...newer, ...conflicts].map(({ after }) => after)]
    .filter((record) => record.type === 'annotation')
    .filter((annotation) => !isPlacedIn(article, annotation) && !isDetached(annotation));
  const onProgress = (done: number, all: number): void => onShare(0.5 + (all === 0 ? 0 : done / all / 2));
  const foundOf = await findAnnotations(present, annotations, text, { signal, onProgress });
  const carried = new Map<Id, AnyRecord>();
  for (const item of planCarryOver(present, foundOf, annotations)) {
    const { annotation, state } = item;
    findings.set(state, (findings.get(state) ?? 0) + 1);
    const to = { articleId: id, verdicts: verdictsOf(other, annotation.id) };
    carried.set(annotation.id, carry(item, { answer: 'later' }, to, hand).annotation);
  }
  return records.map((record) =>
    record.type === 'annotation' ? (carried.get(record.id) ?? record) : record,
  );
}

async function readAnnotations(
  fileName: string,
  factCheck: FactCheck,
  { items, documents, problems }: Extract<ParseResult, { readonly kind: 'annotations' }>,
  { signal, onShare, hand }: Reading,
): Promise<ReadAnnotations> {
  const pace = createPace((share) => onShare((1 + share / 3) / 2), signal);
  const article = articleOf(factCheck);
  const fresh = new Map<Id, ForeignAnnotation>();
  const twice: ItemProblem[] = [];
  const here = new Map<Id, ForeignAnnotation>();
  const idFor = createIds(factCheck);
  for (const [i, item] of items.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    await pace(i / items.length);
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    const id = await idFor(item, documents[item.document ?? -1]?.text ?? null);
    if (id === null)
      twice.push({ place: item.place, problem: 'It is in the file more than once; the first one counts.' });
    else if (factCheck.tables.annotation.has(id)) here.set(id, item);
    else fresh.set(id, item);
  }
  const news = await findNews(factCheck, here, { pace, hand });
  const coming = [...fresh, ...[...here].filter(([id]) => news.has(id))];
  const places = await placeAnnotations(
    article,
    documents,
    coming.map(([, item]) => item),
    {
      pace: createPace((share) => onShare((4 + 2 * share) / 6), signal),
      signal,
    },
  );
  const findings = new Map<Finding, number>();
  const found = coming.flatMap(([id, item], i) => {
    const place = places[i];
    if (!place) return [];
    if (fresh.has(id)) findings.set(place.finding, (findings.get(place.finding) ?? 0) + 1);
    return place.finding === 'page-note' ? [] : [{ id, item, place }];
  });
  const homeless = found.filter(({ place }) => !isSettled(place));
  const { texts, places: judged } = await gatherArrivedTexts(
    homeless.map(({ item, place }) => ({ found: place, targets: item.targets })),
    { article, title: `Words from “${fileName}”`, at: hand.clock.instant() },
  );
  const judgedOf = new Map(homeless.map(({ id }, i) => [id, judged[i]]));
  const arrivals = found.flatMap(({ id, item, place }): Arrival[] => {
    if (isSettled(place)) return [{ id, item, found: { state: 'placed', targets: place.targets } }];
    const words = judgedOf.get(id);
    if (!words) return [];
    return [
      place.finding === 'changed'
        ? { id, item, found: { state: 'changed', targets: place.targets, judged: words } }
        : { id, item, found: { state: 'lost', judged: words } },
    ];
  });
  const arrived = arrivals.map(({ item }) => item);
  const { words, meanings, authors, authorIds } = await understand(factCheck, arrived);
  return {
    kind: 'annotations',
    articleId: article.id,
    arrivals,
    texts,
    fresh: arrivals.filter(({ id }) => fresh.has(id)).length,
    alreadyHere: here.size - news.size,
    withNews: news.size,
    findings,
    problems: [...problems, ...twice, ...arrived.flatMap(sayUnreadDatesOf)],
    words,
    meanings,
    authorIds,
    authors: [...new Set([...authors.values()].map(({ name }) => name.trim() || 'Somebody without a name'))],
    machineMade: arrived.filter(({ isMachineMade }) => isMachineMade).length,
  };
}

function sayUnreadDatesOf(item: ForeignAnnotation): readonly ItemProblem[] {
  return unreadDatesOf(item).map((date) => ({
    place: item.place,
    problem: `“${date}” can’t be read as a date for certain: it is kept in these words, and where it said when something was made or decided, the time of this import stands.`,
  }));
}

function sayUnreadDates(sources: readonly ForeignSource[]): readonly ItemProblem[] {
  return sources.flatMap(({ accessedAt, title, url }) =>
    isUnreadDate(accessedAt)
      ? [
          {
            place: `“${title || (url ?? '')}”`,
            problem: `“${accessedAt}” can’t be read as a date for certain: it is kept in the note of the source.`,
          },
        ]
      : [],
  );
}

/** What the words of annotations mean, as far as that can be guessed, and who those are that speak in them. */
async function understand(
  factCheck: FactCheck,
  items: readonly ForeignAnnotation[],
): Promise<
  Pick<ReadAnnotations, 'words' | 'meanings' | 'authorIds'> & {
    readonly authors: ReadonlyMap<string, ForeignAuthor>;
  }
> {
  const authors = new Map(
    items.flatMap((item) => authorsOf(item).map((author) => [authorKey(author), author] as const)),
  );
  const words = listWords(items);
  const ids = Array.from(
    authors,
    async ([key, author]) => [key, await reviewerIdFor(factCheck, author)] as const,
  );
  return {
    authors,
    words,
    meanings: new Map(words.map((word) => [wordKey(word), guessMeaning(factCheck, word)])),
    authorIds: new Map(await Promise.all(ids)),
  };
}

/** So many annotations are gone through between two looks at whether the page waits. */
const AT_ONCE = 200;

/** Which of the annotations that are here already have something in the file that is new, wherever their words are. */
async function findNews(
  factCheck: FactCheck,
  here: ReadonlyMap<Id, ForeignAnnotation>,
  { pace, hand }: { readonly pace: Pace; readonly hand: Hand },
): Promise<ReadonlySet<Id>> {
  const all = [...here];
  const known = await understand(
    factCheck,
    all.map(([, item]) => item),
  );
  const news = new Set<Id>();
  for (let start = 0; start < all.length; start += AT_ONCE) {
    const arrivals = all
      .slice(start, start + AT_ONCE)
      .map(([id, item]): Arrival => ({ id, item, found: { state: 'placed', targets: [] } }));
    const { added, updated } = importAnnotations(factCheck, { ...known, arrivals, texts: [] }, hand);
    for (const record of [...added, ...updated.map(({ after }) => after)])
      if (record.type === 'verdict' || record.type === 'evidence') news.add(record.annotationId);
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    await pace(start / all.length);
  }
  return news;
}

/** The reviewer of ours who has that name, or an id that is the same whenever the name comes again. */
async function reviewerIdFor({ tables }: FactCheck, { name, ownId }: ForeignAuthor): Promise<Id> {
  if (ownId !== null) return ownId;
  const known = [...tables.reviewer.values()].find((reviewer) => reviewer.name.trim() === name.trim());
  return known?.id ?? `by-${(await digestText(name)).slice(0, 40)}`;
}

function unreadable(problem: string): ReadImport {
  return { kind: 'unreadable', problem };
}
