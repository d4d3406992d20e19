import { say } from '../messages/say.ts';
import { quoteOf, type Annotation, type Target } from './annotation.ts';
import {
  authorKey,
  UNNAMED,
  type Arrival,
  type ArrivalPlace,
  type Arrivals,
  type NewVerdict,
} from './arrival.ts';
import { makeChangeInSteps } from './change-in-steps.ts';
import type { Change, Hand, Unstamped } from './change.ts';
import { headOf, scaleOf, type AnyRecord, type FactCheck } from './fact-check.ts';
import type { ForeignAnnotation, ForeignAuthor } from './foreign-annotation.ts';
import { wordKey, type ForeignWord, type Meaning, type Meanings } from './foreign-words.ts';
import { statusFor } from './give-verdict.ts';
import { hear, heardOf, keepHeard, keepLeftOver } from './heard.ts';
import { createSourceShelf, type NewEvidence, type SourceShelf } from './import-sources.ts';
import { historyRecordOf, type Replaced } from './keep-history.ts';
import { createNewsFinder } from './news-in-item.ts';
import { newsOf } from './news-of-arrivals.ts';
import { verdictsOf } from './lookup.ts';
import { instantOf, isUnreadDate } from './read-instant.ts';
import { readingOf } from './reading.ts';
import type { Id } from './record.ts';
import { runAtOnce, type Steps } from './steps.ts';
import { CONFIDENCES, type Verdict } from './verdict.ts';

/** Everybody who says something in an annotation, `UNNAMED` where the file does not tell who. */
export function authorsOf({ author, judgements }: ForeignAnnotation): readonly ForeignAuthor[] {
  const all = [...(author ? [author] : []), ...judgements.map((judgement) => judgement.author ?? UNNAMED)];
  return [...new Map(all.map((one) => [authorKey(one), one])).values()];
}

/** The dates in an annotation that can't be read for certain, in its own words, each once. */
export function unreadDatesOf({ createdAt, updatedAt, judgements }: ForeignAnnotation): readonly string[] {
  const all = [createdAt, updatedAt, ...judgements.map(({ at }) => at)];
  return [...new Set(all.filter(isUnreadDate))];
}

/**
 * Takes annotations of another tool into the fact check as one Change. What each person wrote becomes that person's
 * conclusion; labels and tags become what `meanings` says, but those of a machine rate nothing. Where the words differ
 * the verdicts come in doubt, and what has no place waits for one. An annotation that is here already gets what has been
 * said about it since, and is left as it is otherwise.
 */
export function importAnnotations(factCheck: FactCheck, arrivals: Arrivals, hand: Hand): Change {
  return runAtOnce(importInSteps(factCheck, arrivals, hand));
}

/** The same in steps, for more annotations than are taken in at once. */
export function* importInSteps(
  factCheck: FactCheck,
  { arrivals, texts, meanings, authorIds }: Arrivals,
  hand: Hand,
): Steps<Change> {
  const shelf = createSourceShelf(factCheck, hand);
  const tables = createTables(factCheck);
  const { add } = tables;
  const idOf = (author: ForeignAuthor): Id | null => authorIds.get(authorKey(author)) ?? null;
  const used = new Set<Id>();
  const met = new Set<Id>();
  const newsIn = createNewsFinder(factCheck);
  const changed: AnyRecord[] = [];
  const yielding: Replaced[] = [];
  for (const [i, arrival] of arrivals.entries()) {
    const { id, item, found, names } = arrival;
    if (met.has(id)) continue;
    met.add(id);
    const people = new Map(authorsOf(item).map((author) => [idOf(author), author.name]));
    const addReviewer = (reviewerId: Id | null): Id | null => {
      const name = people.get(reviewerId);
      if (reviewerId !== null && name !== undefined) add({ type: 'reviewer', id: reviewerId, name });
      return reviewerId;
    };
    const addVerdict = (verdict: NewVerdict): void => {
      addReviewer(verdict.reviewerId);
      add(verdict);
    };
    const whole = verdictsFor(factCheck, arrival, readWords(item, meanings), idOf, hand);
    const present = factCheck.tables.annotation.get(id);
    if (present) {
      const told = newsIn({ present, item, names, idOf });
      if (told) {
        const read = readWords(told, meanings);
        const said = verdictsFor(factCheck, { ...arrival, item: told }, read, idOf, hand);
        const news = newsOf(factCheck, { present, arrival, said, whole, idOf }, hand);
        if (news.isInDoubt && found.state !== 'placed') used.add(found.judged.articleId);
        const annotation = news.changed.find((record) => record.type === 'annotation') ?? present;
        changed.push(
          withWords(factCheck, annotation, read, { present, arrival, made: news.made }),
          ...news.changed.filter((record) => record !== annotation),
        );
        yielding.push(...news.yielding);
        news.added.forEach(addVerdict);
        evidenceFor({ ...arrival, item: told }, shelf, hand).forEach(add);
      }
    } else {
      const read = readWords(item, meanings);
      if (found.state !== 'placed') used.add(found.judged.articleId);
      const createdBy = item.author && addReviewer(idOf(item.author));
      add(annotationFor(factCheck, arrival, { words: read, createdBy, made: whole }, hand));
      whole.forEach(addVerdict);
      evidenceFor(arrival, shelf, hand).forEach(add);
    }
    yield (SHARE_OF_RECORDS * i) / arrivals.length;
  }
  for (const text of texts) if (used.has(text.id)) add(text);
  shelf.added().forEach(add);
  const change = yield* makeChangeInSteps(
    say('Import annotations'),
    factCheck,
    { added: tables.added(), changed },
    hand,
  );
  const versions = yielding.map((version) => historyRecordOf(version, change, hand.clock));
  return versions.length === 0 ? change : { ...change, added: [...change.added, ...versions] };
}

interface Telling {
  readonly present: Annotation;
  readonly arrival: Arrival;
  readonly made: Parameters<typeof hear>[2];
}

/**
 * The annotation with the tags that are new and with what has been heard. That there is nothing to check is taken over
 * where nobody has given a rating; else the word for it is kept.
 */
function withWords(
  factCheck: FactCheck,
  annotation: Annotation,
  { tags, marks, leftOver, ratings }: ReadWords,
  { present, arrival, made }: Telling,
): Annotation {
  const isRated = [...ratings, ...verdictsOf(factCheck, present.id).map(({ ratingId }) => ratingId)].some(
    (rating) => rating !== null,
  );
  const isMarked = marks.length > 0 && !isRated;
  const mark = {
    checkability: 'not-checkable',
    markedReading: readingOf({ targets: judgedTargetsOf(arrival.found) }),
  } as const;
  const kept = isMarked ? leftOver : [...leftOver, ...marks];
  return {
    ...annotation,
    ...(isMarked ? mark : {}),
    tags: [...new Set([...annotation.tags, ...tags])],
    foreign: keepHeard(keepLeftOver(annotation.foreign, kept), hear(heardOf(present), arrival, made)),
  };
}

/** Making the records takes longer than stamping them. */
const SHARE_OF_RECORDS = 0.8;

/** Texts and people go before what names them. */
const ORDER = ['article', 'reviewer', 'source', 'annotation', 'verdict', 'evidence'] as const;

/** New records by their type, each once, and none that is here already. */
function createTables({ tables }: FactCheck): {
  readonly add: (record: Unstamped) => void;
  readonly added: () => readonly Unstamped[];
} {
  const byType = new Map<Unstamped['type'], Map<Id, Unstamped>>();
  for (const type of ORDER) byType.set(type, new Map());
  return {
    add: (record) => {
      const own = byType.get(record.type);
      if (own && !own.has(record.id) && !tables[record.type].has(record.id)) own.set(record.id, record);
    },
    added: () => [...byType.values()].flatMap((own) => [...own.values()]),
  };
}

type RatingMeaning = Extract<Meaning, { readonly means: 'rating' }>;

/** What the words of an annotation say, once they have a meaning. */
interface ReadWords {
  readonly tags: readonly string[];
  readonly isNotCheckable: boolean;
  /** The words that say so. */
  readonly marks: readonly string[];
  /** One for each judgement. */
  readonly ratings: readonly (RatingMeaning | null)[];
  /** Labels and tags that became nothing: they are kept in `foreign`. */
  readonly leftOver: readonly string[];
}

function readWords(item: ForeignAnnotation, meanings: Meanings): ReadWords {
  const tags: string[] = [];
  const leftOver: string[] = [];
  const marks: string[] = [];
  // What a machine says about a claim is kept as a word: only a person decides.
  const mayDecide = !item.isMachineMade;
  /** The rating that some words give, the first of several. */
  const ratingOfWords = (kind: ForeignWord['kind'], words: readonly string[]): RatingMeaning | null => {
    let rating: RatingMeaning | null = null;
    for (const word of words) {
      const meaning = meanings.get(wordKey({ kind, word })) ?? { means: 'tag' };
      if (meaning.means === 'tag') tags.push(word);
      else if (meaning.means === 'not-checkable' && mayDecide) marks.push(word);
      else if (meaning.means === 'rating' && mayDecide && rating === null) rating = meaning;
      else leftOver.push(word);
    }
    return rating;
  };
  const spare = ratingOfWords('tag', item.tags);
  const ratings = item.judgements.map(({ labels }) => ratingOfWords('label', labels));
  // A verdict that was written as a tag is that of whoever speaks first.
  if (spare !== null && (ratings[0] ?? null) === null) ratings[0] = spare;
  const isNotCheckable = item.isNotCheckable || marks.length > 0;
  return { tags: [...new Set(tags)], isNotCheckable, marks, ratings, leftOver };
}

/** One verdict for each person: what they wrote in several places is joined, and their first rating counts. */
function verdictsFor(
  factCheck: FactCheck,
  { item, id, found }: Arrival,
  { ratings }: ReadWords,
  idOf: (author: ForeignAuthor) => Id | null,
  hand: Hand,
): readonly NewVerdict[] {
  const verdicts = new Map<Id, NewVerdict>();
  const reading = readingOf({ targets: judgedTargetsOf(found) });
  const judgements = item.judgements.length === 0 && ratings[0] ? [undefined] : item.judgements;
  for (const [i, judgement] of judgements.entries()) {
    const rating = ratings[i] ?? null;
    const comment = judgement?.comment ?? '';
    const { suggestedWording = null, unknowns = null, confidence = null } = judgement ?? {};
    const saysSomething = comment.trim() !== '' || rating !== null || suggestedWording || unknowns;
    if (!saysSomething) continue;
    const reviewerId = idOf((judgement ? judgement.author : item.author) ?? UNNAMED);
    if (reviewerId === null) continue;
    const before = verdicts.get(reviewerId);
    const scale = rating && factCheck.tables['rating-scale'].get(rating.scaleId);
    const { id: scaleId, version: scaleVersion } = scale ?? scaleOf(factCheck);
    const rated = rating && (before?.ratingId ?? null) === null;
    verdicts.set(reviewerId, {
      type: 'verdict',
      id: before?.id ?? hand.clock.newId(),
      annotationId: id,
      reviewerId,
      scaleId: before && !rated ? before.scaleId : scaleId,
      scaleVersion: before && !rated ? before.scaleVersion : scaleVersion,
      ratingId: before?.ratingId ?? rating?.ratingId ?? null,
      conclusion: join(before?.conclusion, comment),
      ...optional('suggestedWording', join(before?.suggestedWording, suggestedWording ?? '')),
      ...optional('unknowns', join(before?.unknowns, unknowns ?? '')),
      ...optional('confidence', before?.confidence ?? readConfidence(confidence)),
      decidedAt:
        before?.decidedAt ??
        instantOf(judgement?.at ?? null) ??
        instantOf(item.createdAt) ??
        hand.clock.instant(),
      reading: judgement?.isOfOtherWords ? null : reading,
    });
  }
  return [...verdicts.values()];
}

/** The words of which everything was said. */
function judgedTargetsOf(found: ArrivalPlace): readonly Target[] {
  return found.state === 'placed' ? found.targets : found.judged.targets;
}

function join(before: string | undefined, more: string): string {
  return before ? [before, more].filter((part) => part.trim() !== '').join('\n\n') : more;
}

function optional<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): { readonly [Key in Name]?: Value } {
  return value === undefined || value === '' ? {} : ({ [name]: value } as { readonly [Key in Name]: Value });
}

function readConfidence(word: string | null): Verdict['confidence'] {
  return CONFIDENCES.find((confidence) => confidence === word?.toLowerCase());
}

type NewAnnotation = Extract<Unstamped, { readonly type: 'annotation' }>;

function annotationFor(
  factCheck: FactCheck,
  { item, id, names, found }: Arrival,
  {
    words,
    createdBy,
    made,
  }: {
    readonly words: ReadWords;
    readonly createdBy: Id | null;
    readonly made: readonly NewVerdict[];
  },
  hand: Hand,
): NewAnnotation {
  const { articleId } = headOf(factCheck);
  const at = hand.clock.instant();
  const isRated = words.ratings.some(
    (rating, i) => rating !== null && item.judgements[i]?.isOfOtherWords === undefined,
  );
  const place = placeFor(found, articleId, at, hand.by);
  const original = judgedTargetsOf(found);
  const heard = hear(null, { item, names }, made);
  return {
    type: 'annotation',
    id,
    ...place,
    claim: {
      // The words that were judged, also where others stand by now.
      statement: item.statement ?? quoteOf({ targets: original }),
      kind: item.isAttribution ? 'attribution' : 'substance',
      ...(item.claimant === null
        ? {}
        : {
            claimant: {
              name: item.claimant.name,
              ...(item.claimant.role === null ? {} : { role: item.claimant.role }),
              ...(item.claimant.kind === undefined ? {} : { kind: item.claimant.kind }),
            },
          }),
      ...(item.saidAt === null ? {} : { saidAt: item.saidAt }),
    },
    checkability: words.isNotCheckable ? 'not-checkable' : 'claim',
    ...(words.isNotCheckable ? { markedReading: readingOf({ targets: original }) } : {}),
    ...(item.reason === null ? {} : { reason: item.reason }),
    ...(item.priority === null ? {} : { priority: item.priority }),
    tags: item.isMachineMade ? [...new Set([...words.tags, 'machine-made'])] : words.tags,
    status: item.status ?? statusFor('to-check', isRated),
    createdAt: instantOf(item.createdAt) ?? at,
    createdBy,
    foreign: keepHeard(remainderOf(item, words, original), heard),
  };
}

/** Where it stands, and what is said about that. Words that nobody has judged are never taken for those that were. */
function placeFor(
  found: ArrivalPlace,
  articleId: Id,
  at: string,
  by: Id | null,
): Pick<Annotation, 'articleId' | 'targets' | 'earlier' | 'carried'> & Pick<NewAnnotation, 'articleId'> {
  const carried = { articleId, decision: 'undecided', at, by } as const;
  switch (found.state) {
    case 'placed':
      return { articleId, targets: found.targets };
    case 'changed':
      return {
        articleId,
        targets: found.targets.map((target) => ({ ...target, judgedIn: found.judged.articleId })),
        earlier: [found.judged],
        carried,
      };
    case 'lost':
      return { ...found.judged, carried };
  }
}

/** What is kept as it came; nothing of a file of our own that is wholly understood. */
function remainderOf(
  item: ForeignAnnotation,
  { leftOver }: ReadWords,
  targets: readonly Target[],
): object | undefined {
  const quotes = item.targets.flatMap(({ quote }) => (quote ? [quote.exact] : []));
  const hints = item.targets.flatMap(({ hint }) => hint ?? []);
  const dates = unreadDatesOf(item);
  const isOtherwise =
    item.judgedWords === undefined && quotes.some((quote, i) => quote !== targets[i]?.quote.exact);
  const isWhole = leftOver.length === 0 && item.foreign === undefined && !isOtherwise && dates.length === 0;
  if (item.ownId !== null && isWhole) return undefined;
  return {
    originalId: item.originalId,
    createdAt: item.createdAt,
    updatedAt: item.updatedAt,
    ...(leftOver.length > 0 ? { words: leftOver } : {}),
    ...(isOtherwise ? { quotes } : {}),
    ...(hints.length > 0 ? { hints } : {}),
    ...(dates.length > 0 ? { dates } : {}),
    rest: item.foreign ?? null,
  };
}

function evidenceFor({ item, id }: Arrival, shelf: SourceShelf, hand: Hand): readonly NewEvidence[] {
  return item.sources.flatMap((source) => {
    const sourceId = shelf.idFor(source);
    if (source.use === null) return [];
    return [shelf.evidence(hand.clock.newId(), id, sourceId, source.use)];
  });
}
