import { quoteOf, WORK_STATUSES, type Annotation, type WorkStatus } from './annotation.ts';
import { STATUS_WORDS } from './status-words.ts';
import { compareWords } from '../messages/formats.ts';
import { type Message, message, say, sayData } from '../messages/say.ts';
import { isInDoubt, leadingVerdict } from './doubt.ts';
import { STANCES, type Stance } from './evidence.ts';
import { scaleOf, type AnyRecord, type FactCheck } from './fact-check.ts';
import { evidenceOf, verdictBy, verdictsOf } from './lookup.ts';
import { ratingOf } from './marks.ts';
import { QUERY_KEYS, termsOf, termText, type QueryKey, type Term } from './query-terms.ts';
import type { Id } from './record.ts';
import { foldForSearch, hasAllWords } from './search-words.ts';
import { runAtOnce, type Steps } from './steps.ts';
import { annotationsInText } from './text-order.ts';
import type { Verdict } from './verdict.ts';

/*
 * The query of the list, as a person types it: `verdict:false has:nosource by:ana tag:numbers text:"our friends"`. Every key
 * must hold; of several values of one key, one is enough, but for words, `text`, `has` and `tag`, which must all hold.
 * Values are blind to case and accents, take a hyphen for a space, and may be begun only: `verdict:mostly`.
 */

/** What can stand behind a key in this fact check: as it is written there, and as a person reads it. */
export interface QueryValue {
  readonly value: string;
  readonly label: string;
  /** What files call it, where that is another name; it can be typed as well. */
  readonly id?: string;
}

/** What a query asks for and no annotation can have, such as a verdict of another scale. */
export interface UnknownValue {
  readonly key: QueryKey;
  readonly value: string;
}

const TRAITS = ['source', 'nosource', ...STANCES, 'conclusion', 'noconclusion', 'doubt'] as const;
type Trait = (typeof TRAITS)[number];

const TRAIT_WORDS: Readonly<Record<Trait, Message>> = {
  source: message('A source'),
  nosource: message('No source'),
  supports: message('A source that supports it'),
  refutes: message('A source that refutes it'),
  mixed: message('A source that does both'),
  context: message('A source for context'),
  conclusion: message('A conclusion'),
  noconclusion: message('No conclusion'),
  doubt: message('A verdict on other words'),
};

/** What was found last in a fact check: the list, the article and the export ask for the same. */
const lastFound = new WeakMap<
  FactCheck,
  { readonly query: string; readonly presentId: Id | null; readonly found: readonly Annotation[] }
>();

/** The annotations that fit the query, in text order. `presentId` is the reviewer at the desk. */
export function searchAnnotations(
  factCheck: FactCheck,
  query: string,
  presentId: Id | null,
): readonly Annotation[] {
  return runAtOnce(searchInSteps(factCheck, query, presentId));
}

/** Annotations that are looked at between two steps: the first search of each has its words to fold. */
const STRETCH = 100;

/** The same in steps; without one where little is to be looked at, or where it was found before. */
export function* searchInSteps(
  factCheck: FactCheck,
  query: string,
  presentId: Id | null,
): Steps<readonly Annotation[]> {
  const all = annotationsInText(factCheck);
  if (!isQuery(query)) return all;
  const last = lastFound.get(factCheck);
  if (last?.query === query && last.presentId === presentId) return last.found;
  const fits = fitsQuery(factCheck, query, presentId);
  const found: Annotation[] = [];
  for (let from = 0; from < all.length; from += STRETCH) {
    if (from > 0) yield from / all.length;
    found.push(...all.slice(from, from + STRETCH).filter(fits));
  }
  lastFound.set(factCheck, { query, presentId, found });
  return found;
}

/** True when the query leaves anything out. */
export function isQuery(query: string): boolean {
  return termsOf(query).length > 0;
}

/** The reviewer whose verdicts the query is about, if it is one. */
export function reviewerInQuery(factCheck: FactCheck, query: string, presentId: Id | null): Id | null {
  const ids = reviewersMeant(factCheck, valuesOf(termsOf(query), 'by'), presentId);
  return ids?.size === 1 ? ([...ids][0] ?? null) : null;
}

/** The values that can stand behind a key here. None for `text`, behind which any words can stand. */
export function valuesFor(factCheck: FactCheck, key: QueryKey): readonly QueryValue[] {
  switch (key) {
    case 'verdict':
      return verdictsFor(factCheck).map(({ value, label, id }) => ({ value, label, id }));
    case 'status':
      return statuses();
    case 'by':
      return [...factCheck.tables.reviewer.values()].map(({ name }) => ({ value: name, label: name }));
    case 'tag':
      return [...tagsOf(factCheck)].toSorted(compareWords).map((tag) => ({ value: tag, label: tag }));
    case 'has':
      return traits();
    case 'text':
      return [];
  }
}

function statuses(): readonly (QueryValue & { readonly value: WorkStatus })[] {
  return WORK_STATUSES.map((value) => ({ value, label: say(STATUS_WORDS[value]) }));
}

function traits(): readonly (QueryValue & { readonly value: Trait })[] {
  return TRAITS.map((value) => ({ value, label: say(TRAIT_WORDS[value]) }));
}

/** The values of a query that nothing here can have, so that an empty list can say why it is empty. */
export function unknownIn(factCheck: FactCheck, query: string): readonly UnknownValue[] {
  return termsOf(query).flatMap(({ key, value }) => {
    if (key === null || key === 'text' || (key === 'by' && foldName(value) === ME)) return [];
    return meant(valuesFor(factCheck, key), value).length > 0 ? [] : [{ key, value }];
  });
}

/** The value of a key where the query gives exactly one that is known: what a menu shows as chosen. */
export function chosenIn(factCheck: FactCheck, query: string, key: QueryKey): string | null {
  const [given, ...more] = valuesOf(termsOf(query), key);
  if (given === undefined || more.length > 0) return null;
  return namedSo(valuesFor(factCheck, key), given)[0]?.value ?? null;
}

/**
 * Whole queries that go on from what is typed: with a key that its last word begins, or with a value of the key that stands
 * there. Few enough to be read. `shown` is what would be written in the place of the last word.
 */
export function completionsOf(
  factCheck: FactCheck,
  query: string,
): readonly (QueryValue & { readonly shown: string })[] {
  const last = LAST_TERM.exec(query)?.groups;
  if (!last) return [];
  const { begun = '', value = '' } = last;
  const head = query.slice(0, query.length - begun.length);
  const key = QUERY_KEYS.find((one) => one === last['key']?.toLowerCase());
  const found =
    key === undefined
      ? QUERY_KEYS.map((one) => ({ value: `${one}:`, label: say(KEY_WORDS[one]) })).filter((one) =>
          foldName(one.value).startsWith(foldName(begun)),
        )
      : suggestedFor(valuesFor(factCheck, key), value).map((one) => ({
          value: termText(key, one.value),
          label: one.label,
        }));
  return found
    .map((one) => ({ value: `${head}${one.value}`, label: one.label, shown: one.value }))
    .filter((one) => one.value !== query)
    .slice(0, MOST_COMPLETIONS);
}

const MOST_COMPLETIONS = 12;

/** The term at the end: still open, so that quote marks may be missing. */
const LAST_TERM = new RegExp(
  `(?:^|\\s)(?<begun>(?:(?<key>${QUERY_KEYS.join('|')})[:：])?["“”„]?(?<value>(?<=["“”„])[^"“”„]*|[^\\s"“”„]*))$`,
  'iu',
);

const KEY_WORDS: Readonly<Record<QueryKey, Message>> = {
  verdict: message('The verdict'),
  status: message('How far the work is'),
  by: message('Who made or judged it, or “me”'),
  tag: message('A tag'),
  has: message('What there is or is missing'),
  text: message('Words of the article'),
};

function fitsQuery(
  factCheck: FactCheck,
  query: string,
  presentId: Id | null,
): (annotation: Annotation) => boolean {
  const terms = termsOf(query);
  const words = valuesOf(terms, null).map(foldForSearch);
  const texts = valuesOf(terms, 'text').map(foldForSearch);
  const states = statusesMeant(valuesOf(terms, 'status'));
  const verdicts = verdictsMeant(factCheck, valuesOf(terms, 'verdict'));
  const reviewers = reviewersMeant(factCheck, valuesOf(terms, 'by'), presentId);
  const tags = tagsMeant(factCheck, valuesOf(terms, 'tag'));
  const wanted = valuesOf(terms, 'has').map((value) => meant(traits(), value));

  return (annotation) =>
    (states === null || states.has(annotation.status)) &&
    (reviewers === null || isWorkOf(factCheck, annotation, reviewers)) &&
    (verdicts === null ||
      choicesOf(factCheck, annotation, reviewers, presentId).some((choice) => verdicts.has(choice))) &&
    tags.every((meantTags) => annotation.tags.some((tag) => meantTags.has(tag))) &&
    wanted.every((some) => some.some(({ value }) => HAS[value](factCheck, annotation))) &&
    (texts.length === 0 || hasAllWords(foldedQuote(annotation), texts)) &&
    (words.length === 0 || hasAllWords(searchTextOf(factCheck, annotation), words));
}

const HAS: Readonly<Record<Trait, (factCheck: FactCheck, annotation: Annotation) => boolean>> = {
  source: (factCheck, { id }) => evidenceOf(factCheck, id).length > 0,
  // What is not checkable needs none.
  nosource: (factCheck, { id, checkability }) =>
    checkability === 'claim' && evidenceOf(factCheck, id).length === 0,
  supports: hasStance('supports'),
  refutes: hasStance('refutes'),
  mixed: hasStance('mixed'),
  context: hasStance('context'),
  conclusion: hasConclusion,
  noconclusion: (factCheck, annotation) =>
    annotation.checkability === 'claim' && !hasConclusion(factCheck, annotation),
  doubt: isInDoubt,
};

function hasStance(stance: Stance) {
  return (factCheck: FactCheck, { id }: Annotation): boolean =>
    evidenceOf(factCheck, id).some((link) => link.stance === stance);
}

function hasConclusion(factCheck: FactCheck, { id }: Annotation): boolean {
  return verdictsOf(factCheck, id).some(({ conclusion }) => conclusion.trim() !== '');
}

/** A rating is named with its scale: two scales may both have a "supports". */
type VerdictChoice = 'none' | 'not-checkable' | `rating:${Id}/${Id}`;

interface NamedVerdict extends QueryValue {
  readonly choice: VerdictChoice;
  /** The id of the rating, which can be typed as well. */
  readonly id: string;
}

/** The ratings of the scale in use, and those that were given on another scale, by which they are then named. */
function verdictsFor(factCheck: FactCheck): readonly NamedVerdict[] {
  const scale = scaleOf(factCheck);
  const ratings = new Map<VerdictChoice, NamedVerdict>();
  for (const { id, label } of scale.ratings) {
    const choice = ratingChoice(scale.id, id);
    ratings.set(choice, { choice, id, value: label, label: sayData(label) });
  }
  for (const verdict of factCheck.tables.verdict.values()) {
    if (verdict.ratingId === null) continue;
    const choice = ratingChoice(verdict.scaleId, verdict.ratingId);
    if (ratings.has(choice)) continue;
    const scaleName = factCheck.tables['rating-scale'].get(verdict.scaleId)?.name ?? verdict.scaleId;
    const word = ratingOf(factCheck, verdict)?.label ?? verdict.ratingId;
    const name = (rating: string): string => `${rating} (${scaleName})`;
    ratings.set(choice, { choice, id: verdict.ratingId, value: name(word), label: name(sayData(word)) });
  }
  return [
    ...ratings.values(),
    { choice: 'none', id: 'none', value: 'none', label: say('No verdict') },
    { choice: 'not-checkable', id: 'not-checkable', value: 'not-checkable', label: say('Not checkable') },
  ];
}

function verdictsMeant(factCheck: FactCheck, values: readonly string[]): ReadonlySet<VerdictChoice> | null {
  if (values.length === 0) return null;
  const named = verdictsFor(factCheck);
  return new Set(values.flatMap((value) => meant(named, value).map(({ choice }) => choice)));
}

function statusesMeant(values: readonly string[]): ReadonlySet<WorkStatus> | null {
  if (values.length === 0) return null;
  return new Set(values.flatMap((value) => meant(statuses(), value).map((one) => one.value)));
}

/** Whoever is at the desk. */
const ME = 'ME';

function reviewersMeant(
  { tables }: FactCheck,
  values: readonly string[],
  presentId: Id | null,
): ReadonlySet<Id> | null {
  if (values.length === 0) return null;
  // Nobody types the id of a person.
  const people = [...tables.reviewer.values()].map(({ id, name }) => ({
    person: id,
    value: name,
    label: name,
  }));
  const ids = values.flatMap((value): readonly (Id | null)[] => {
    const found = meant(people, value);
    if (found.length === 0 && foldName(value) === ME) return [presentId];
    return found.map(({ person }) => person);
  });
  return new Set(ids.filter((id) => id !== null));
}

function tagsMeant(factCheck: FactCheck, values: readonly string[]): readonly ReadonlySet<string>[] {
  if (values.length === 0) return [];
  const tags = [...tagsOf(factCheck)].map((tag) => ({ value: tag, label: tag }));
  return values.map((typed) => new Set(meant(tags, typed).map(({ value }) => value)));
}

function tagsOf({ tables }: FactCheck): ReadonlySet<string> {
  return new Set([...tables.annotation.values()].flatMap(({ tags }) => tags));
}

/** Which values are meant by what is typed: those that are named so or, without one, those that begin so. */
function meant<Value extends QueryValue>(values: readonly Value[], typed: string): readonly Value[] {
  const same = namedSo(values, typed);
  return same.length > 0 ? same : begunSo(values, typed);
}

/** What may be meant once more is typed: all that are meant already, and those that begin so. */
function suggestedFor(values: readonly QueryValue[], typed: string): readonly QueryValue[] {
  return [...new Set([...namedSo(values, typed), ...begunSo(values, typed)])];
}

function namedSo<Value extends QueryValue>(values: readonly Value[], typed: string): readonly Value[] {
  const folded = foldName(typed);
  return values.filter(({ value, label, id = value }) =>
    [value, label, id].some((name) => foldName(name) === folded),
  );
}

/** By their ids only where nothing that people read begins so: of a person's own ratings these are at random. */
function begunSo<Value extends QueryValue>(values: readonly Value[], typed: string): readonly Value[] {
  const folded = foldName(typed);
  const begins = (name: string): boolean => foldName(name).startsWith(folded);
  const begun = values.filter(({ value, label }) => begins(value) || begins(label));
  return begun.length > 0 ? begun : values.filter(({ id }) => id !== undefined && begins(id));
}

/** Names are typed without the quote marks that they may have (see `termText`). */
function foldName(name: string): string {
  return foldForSearch(name.replaceAll(/["“”„]/g, ' ')).replaceAll('-', ' ');
}

function valuesOf(terms: readonly Term[], key: QueryKey | null): readonly string[] {
  return terms.filter((term) => term.key === key).map(({ value }) => value);
}

function ratingChoice(scaleId: Id, ratingId: Id): VerdictChoice {
  return `rating:${scaleId}/${ratingId}`;
}

/** What an annotation is found by: the verdict that leads or, where the query names reviewers, theirs. */
function choicesOf(
  factCheck: FactCheck,
  annotation: Annotation,
  reviewers: ReadonlySet<Id> | null,
  presentId: Id | null,
): readonly VerdictChoice[] {
  if (annotation.checkability === 'not-checkable') return ['not-checkable'];
  const verdicts: readonly (Verdict | undefined)[] =
    reviewers === null
      ? [leadingVerdict(factCheck, annotation, presentId)]
      : [...reviewers].map((id) => verdictBy(factCheck, annotation.id, id));
  const given = verdicts.flatMap((verdict) =>
    verdict && verdict.ratingId !== null ? [ratingChoice(verdict.scaleId, verdict.ratingId)] : [],
  );
  return given.length > 0 ? given : ['none'];
}

function isWorkOf(factCheck: FactCheck, { id, createdBy }: Annotation, reviewers: ReadonlySet<Id>): boolean {
  return (
    (createdBy !== null && reviewers.has(createdBy)) ||
    [...reviewers].some((reviewer) => verdictBy(factCheck, id, reviewer) !== undefined)
  );
}

function searchTextOf(factCheck: FactCheck, annotation: Annotation): string {
  const parts = [foldedOnce(annotation, wordsOfAnnotation)];
  for (const verdict of verdictsOf(factCheck, annotation.id))
    parts.push(foldedOnce(verdict, ({ conclusion }) => conclusion));
  for (const { sourceId } of evidenceOf(factCheck, annotation.id)) {
    const source = factCheck.tables.source.get(sourceId);
    if (source) parts.push(foldedOnce(source, ({ title }) => title));
  }
  return parts.join('\n');
}

function wordsOfAnnotation(annotation: Annotation): string {
  const { statement, claimant } = annotation.claim;
  return [
    quoteOf(annotation),
    statement,
    claimant?.name ?? '',
    ...annotation.tags,
    annotation.reason ?? '',
  ].join('\n');
}

/** Records are immutable, so what a search sees of one is worked out once; it goes with the record. */
const foldedTexts = new WeakMap<AnyRecord, string>();
const foldedQuotes = new WeakMap<Annotation, string>();

function foldedOnce<T extends AnyRecord>(record: T, words: (record: T) => string): string {
  let folded = foldedTexts.get(record);
  if (folded === undefined) foldedTexts.set(record, (folded = foldForSearch(words(record))));
  return folded;
}

function foldedQuote(annotation: Annotation): string {
  let folded = foldedQuotes.get(annotation);
  if (folded === undefined) foldedQuotes.set(annotation, (folded = foldForSearch(quoteOf(annotation))));
  return folded;
}
