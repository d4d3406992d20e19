import type { Annotation } from '../../domain/annotation.ts';
import { authorKey, type ArrivalPlace, type Arrivals, type JudgedPlace } from '../../domain/arrival.ts';
import { digestText } from '../../domain/article.ts';
import { articleOf, type FactCheck } from '../../domain/fact-check.ts';
import type { ForeignAnnotation, ForeignAuthor } from '../../domain/foreign-annotation.ts';
import { guessMeaning, listWords, wordKey, type ForeignWord } from '../../domain/foreign-words.ts';
import { authorsOf, unreadDatesOf } from '../../domain/import-annotations.ts';
import { createNewsFinder } from '../../domain/news-in-item.ts';
import type { Id } from '../../domain/record.ts';
import type { ItemProblem, ParseResult } from '../../exchange/format.ts';
import { say } from '../../messages/say.ts';
import { gatherArrivedTexts } from './arrived-texts.ts';
import { isChangedAround, sayChangedAround } from './changed-around.ts';
import { identifyItems, type Identified } from './ids-of-arrivals.ts';
import { createPace, partOf } from '../../stores/pace.ts';
import { isSettled, placeAnnotations, type Finding, type FoundPlace } from './place-annotations.ts';
import type { Reading } from './reading.ts';
import { sayRefused } from './say-refused.ts';
import { runInSlices, type Pace } from '../../domain/steps.ts';

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
  /** How many were removed here by hand. */
  readonly staysRemoved: number;
  /** Of those that are new here. */
  readonly findings: ReadonlyMap<Finding, number>;
  /** What is to be said of those whose words are the same in a sentence that is not; at most one sentence. */
  readonly around: readonly string[];
  readonly problems: readonly ItemProblem[];
  readonly words: readonly ForeignWord[];
  readonly authors: readonly string[];
  readonly machineMade: number;
}

/** Finds out where the annotations of a file stand in the article, which of them are here, and what their words mean. */
export async function readAnnotations(
  fileName: string,
  factCheck: FactCheck,
  { items, documents, problems }: Extract<ParseResult, { readonly kind: 'annotations' }>,
  { signal, onShare, hand, removed }: Reading,
): Promise<ReadAnnotations> {
  const pace = createPace((share) => onShare((1 + share) / 2), signal);
  const article = articleOf(factCheck);
  const { authors, authorIds } = await meetPeople(factCheck, items, partOf(pace, 0, 0.1));
  const newsIn = createNewsFinder(factCheck);
  const idOf = (author: ForeignAuthor): Id | null => authorIds.get(authorKey(author)) ?? null;
  const { staying } = await removed();
  const { identified, twice } = await identifyItems(
    { factCheck, removed: staying.annotations.map(({ annotation }) => annotation) },
    items,
    documents,
    {
      pace: partOf(pace, 0.1, 0.3),
      saysNothingNew: (present, told) => newsIn({ ...told, present, idOf }) === null,
    },
  );
  const { fresh, news, alreadyHere, staysRemoved } = await sortItems(
    factCheck,
    joinPieces(identified),
    (present, told) => newsIn({ ...told, present, idOf }),
    partOf(pace, 0.3, 0.4),
  );
  const coming = [...fresh, ...news.keys()];
  const places = await placeAnnotations(
    article,
    documents,
    coming.map(({ item }) => item),
    { pace: partOf(pace, 0.4, 0.8), signal },
  );
  const found = coming.flatMap((one, i) => {
    const place = places[i];
    return place ? [{ ...one, place, isFresh: i < fresh.length }] : [];
  });
  const findings = new Map<Finding, number>();
  for (const { isFresh, place } of found)
    if (isFresh) findings.set(place.finding, (findings.get(place.finding) ?? 0) + 1);
  const around: FoundPlace[] = [];
  for (const [i, { item, place }] of found.entries()) {
    if (item.judgements.length > 0 && isSettled(place) && isChangedAround(article, place)) around.push(place);
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    await pace(0.8 + (0.1 * i) / found.length);
  }
  const homeless = found.filter(({ place }) => !isSettled(place));
  const { texts, places: judged } = await gatherArrivedTexts(
    homeless.map(({ item, place }) => ({ found: place, targets: item.targets })),
    { article, title: `Words from “${fileName}”`, at: hand.clock.instant() },
    partOf(pace, 0.9, 0.95),
  );
  const judgedOf = new Map(homeless.map(({ id }, i) => [id, judged[i]]));
  const arrivals = found.flatMap(({ id, item, names, place }) => {
    const where = arrivalPlace(place, judgedOf.get(id));
    return where ? [{ id, item, names, found: where }] : [];
  });
  const arrived = arrivals.map(({ item }) => item);
  const words = await runInSlices(listWords([...fresh.map(({ item }) => item), ...news.values()]), (share) =>
    pace(0.95 + share / 20),
  );
  return {
    kind: 'annotations',
    articleId: article.id,
    arrivals,
    texts,
    fresh: fresh.length,
    alreadyHere,
    withNews: news.size,
    staysRemoved,
    findings,
    around: sayChangedAround(around),
    problems: [
      ...problems,
      ...twice.map(({ place }) => ({
        place,
        problem: say('It is in the file more than once; the first one counts.'),
      })),
      ...arrived.flatMap(sayUnreadDatesOf),
      ...arrived.flatMap(({ sources, place }) => sources.flatMap((source) => sayRefused(source, place))),
    ],
    words,
    meanings: new Map(words.map((word) => [wordKey(word), guessMeaning(factCheck, word)])),
    authorIds,
    authors: namesOfAll(arrived.flatMap(authorsOf).flatMap((author) => authors.get(authorKey(author)) ?? [])),
    machineMade: arrived.filter(({ isMachineMade }) => isMachineMade).length,
  };
}

function namesOfAll(authors: readonly ForeignAuthor[]): readonly string[] {
  return [...new Set(authors.map(({ name }) => name.trim() || say('Somebody without a name')))];
}

/** What a format tells of the pieces of one annotation each by itself. */
function joinPieces(identified: readonly Identified[]): readonly Identified[] {
  const joined = new Map<Id, Identified>();
  for (const one of identified) {
    const first = joined.get(one.id);
    const item = first && {
      ...first.item,
      targets: [...first.item.targets, ...one.item.targets],
      judgements: [...first.item.judgements, ...one.item.judgements],
    };
    joined.set(one.id, item ? { ...first, item, names: [...first.names, ...one.names] } : one);
  }
  return [...joined.values()];
}

interface Sorted {
  readonly fresh: readonly Identified[];
  /** Those that are here, with what is new of them. */
  readonly news: ReadonlyMap<Identified, ForeignAnnotation>;
  readonly alreadyHere: number;
  readonly staysRemoved: number;
}

/** Which of them are new here, and which are here and have something in the file that is. */
async function sortItems(
  { tables }: FactCheck,
  identified: readonly Identified[],
  newsIn: (present: Annotation, told: Identified) => ForeignAnnotation | null,
  pace: Pace,
): Promise<Sorted> {
  const fresh: Identified[] = [];
  const news = new Map<Identified, ForeignAnnotation>();
  let [alreadyHere, staysRemoved] = [0, 0];
  for (const [i, one] of identified.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    await pace(i / identified.length);
    const present = tables.annotation.get(one.id);
    const told = present && newsIn(present, one);
    if (one.isRemoved) staysRemoved += 1;
    else if (!present) fresh.push(one);
    else if (told) news.set(one, told);
    else alreadyHere += 1;
  }
  return { fresh, news, alreadyHere, staysRemoved };
}

/** Null for what has no place here, and of which it is not known where it stood. */
function arrivalPlace(place: FoundPlace, judged: JudgedPlace | undefined): ArrivalPlace | null {
  if (isSettled(place)) return { state: 'placed', targets: place.targets };
  if (!judged) return null;
  return place.finding === 'changed'
    ? { state: 'changed', targets: place.targets, judged }
    : { state: 'lost', judged };
}

function sayUnreadDatesOf(item: ForeignAnnotation): readonly ItemProblem[] {
  return unreadDatesOf(item).map((date) => ({
    place: item.place,
    problem: say(
      '“{date}” can’t be read as a date for certain: it is kept in these words, and where it said when something was made or decided, the time of this import stands.',
      { date },
    ),
  }));
}

/** Who those are that speak in a file, and which reviewers they are here. */
async function meetPeople(
  factCheck: FactCheck,
  items: readonly ForeignAnnotation[],
  pace: Pace,
): Promise<{
  readonly authors: ReadonlyMap<string, ForeignAuthor>;
  readonly authorIds: ReadonlyMap<string, Id>;
}> {
  const authors = new Map<string, ForeignAuthor>();
  for (const [i, item] of items.entries()) {
    for (const author of authorsOf(item)) authors.set(authorKey(author), author);
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    await pace(i / items.length);
  }
  const authorIds = new Map<string, Id>();
  const ownIds = new Map(
    Array.from(factCheck.tables.reviewer.values(), ({ name, id }) => [name.trim(), id] as const).toReversed(),
  );
  for (const [key, author] of authors) {
    // oxlint-disable-next-line no-await-in-loop -- a few people, one after the other
    authorIds.set(key, await reviewerIdFor(ownIds, author));
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    await pace(1);
  }
  return { authors, authorIds };
}

/** The reviewer of ours who has that name, or an id that is the same whenever the name comes again. */
async function reviewerIdFor(ownIds: ReadonlyMap<string, Id>, { name, ownId }: ForeignAuthor): Promise<Id> {
  return ownId ?? ownIds.get(name.trim()) ?? `by-${(await digestText(name)).slice(0, 40)}`;
}
