import {
  authorKey,
  type Arrival,
  type ArrivalPlace,
  type Arrivals,
  type JudgedPlace,
} from '../../domain/arrival.ts';
import { digestText } from '../../domain/article.ts';
import type { Hand } from '../../domain/change.ts';
import { articleOf, type FactCheck } from '../../domain/fact-check.ts';
import type { ForeignAnnotation, ForeignAuthor, ForeignDocument } from '../../domain/foreign-annotation.ts';
import { guessMeaning, listWords, wordKey, type ForeignWord } from '../../domain/foreign-words.ts';
import { authorsOf, importInSteps, unreadDatesOf } from '../../domain/import-annotations.ts';
import type { Id } from '../../domain/record.ts';
import type { ItemProblem, ParseResult } from '../../exchange/format.ts';
import { say } from '../../messages/say.ts';
import { gatherArrivedTexts } from './arrived-texts.ts';
import { isChangedAround, sayChangedAround } from './changed-around.ts';
import { createIds } from './ids-of-arrivals.ts';
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
  { signal, onShare, hand }: Reading,
): Promise<ReadAnnotations> {
  const pace = createPace((share) => onShare((1 + share) / 2), signal);
  const article = articleOf(factCheck);
  const { fresh, here, twice } = await identify(factCheck, items, documents, partOf(pace, 0, 0.2));
  const news = await findNews(factCheck, here, { pace: partOf(pace, 0.2, 0.4), hand });
  const coming = [...fresh, ...[...here].filter(([id]) => news.has(id))];
  const places = await placeAnnotations(
    article,
    documents,
    coming.map(([, item]) => item),
    { pace: partOf(pace, 0.4, 0.9), signal },
  );
  const found = coming.flatMap(([id, item], i) => {
    const place = places[i];
    return place ? [{ id, item, place }] : [];
  });
  const findings = new Map<Finding, number>();
  for (const { id, place } of found)
    if (fresh.has(id)) findings.set(place.finding, (findings.get(place.finding) ?? 0) + 1);
  const around = found.filter(
    ({ item, place }) => item.judgements.length > 0 && isSettled(place) && isChangedAround(article, place),
  );
  const homeless = found.filter(({ place }) => !isSettled(place));
  const { texts, places: judged } = await gatherArrivedTexts(
    homeless.map(({ item, place }) => ({ found: place, targets: item.targets })),
    { article, title: `Words from “${fileName}”`, at: hand.clock.instant() },
    partOf(pace, 0.9, 0.95),
  );
  const judgedOf = new Map(homeless.map(({ id }, i) => [id, judged[i]]));
  const arrivals = found.flatMap(({ id, item, place }) => {
    const where = arrivalPlace(place, judgedOf.get(id));
    return where ? [{ id, item, found: where }] : [];
  });
  const arrived = arrivals.map(({ item }) => item);
  const { words, meanings, authors, authorIds } = await understand(factCheck, arrived, partOf(pace, 0.95, 1));
  return {
    kind: 'annotations',
    articleId: article.id,
    arrivals,
    texts,
    fresh: arrivals.filter(({ id }) => fresh.has(id)).length,
    alreadyHere: here.size - news.size,
    withNews: news.size,
    findings,
    around: sayChangedAround(around.map(({ place }) => place)),
    problems: [
      ...problems,
      ...twice,
      ...arrived.flatMap(sayUnreadDatesOf),
      ...arrived.flatMap(({ sources, place }) => sources.flatMap((source) => sayRefused(source, place))),
    ],
    words,
    meanings,
    authorIds,
    authors: [
      ...new Set([...authors.values()].map(({ name }) => name.trim() || say('Somebody without a name'))),
    ],
    machineMade: arrived.filter(({ isMachineMade }) => isMachineMade).length,
  };
}

/** Which annotations of a file are new, which are here already, and which the file has more than once. */
async function identify(
  factCheck: FactCheck,
  items: readonly ForeignAnnotation[],
  documents: readonly ForeignDocument[],
  pace: Pace,
): Promise<{
  readonly fresh: ReadonlyMap<Id, ForeignAnnotation>;
  readonly here: ReadonlyMap<Id, ForeignAnnotation>;
  readonly twice: readonly ItemProblem[];
}> {
  const fresh = new Map<Id, ForeignAnnotation>();
  const here = new Map<Id, ForeignAnnotation>();
  const twice: ItemProblem[] = [];
  const idFor = createIds(factCheck);
  for (const [i, item] of items.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    await pace(i / items.length);
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    const id = await idFor(item, documents[item.document ?? -1]?.text ?? null);
    if (id === null)
      twice.push({
        place: item.place,
        problem: say('It is in the file more than once; the first one counts.'),
      });
    else if (factCheck.tables.annotation.has(id)) here.set(id, item);
    else fresh.set(id, item);
  }
  return { fresh, here, twice };
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

/** What the words of annotations mean, as far as that can be guessed, and who those are that speak in them. */
async function understand(
  factCheck: FactCheck,
  items: readonly ForeignAnnotation[],
  pace: Pace,
): Promise<
  Pick<ReadAnnotations, 'words' | 'meanings' | 'authorIds'> & {
    readonly authors: ReadonlyMap<string, ForeignAuthor>;
  }
> {
  const authors = new Map<string, ForeignAuthor>();
  for (const [i, item] of items.entries()) {
    for (const author of authorsOf(item)) authors.set(authorKey(author), author);
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    await pace(i / items.length / 2);
  }
  const words = await runInSlices(listWords(items), (share) => pace((1 + share) / 2));
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
  return {
    authors,
    words,
    meanings: new Map(words.map((word) => [wordKey(word), guessMeaning(factCheck, word)])),
    authorIds,
  };
}

/** Which of the annotations that are here already have something in the file that is new, wherever their words are. */
async function findNews(
  factCheck: FactCheck,
  here: ReadonlyMap<Id, ForeignAnnotation>,
  { pace, hand }: { readonly pace: Pace; readonly hand: Hand },
): Promise<ReadonlySet<Id>> {
  const known = await understand(factCheck, [...here.values()], (share) => pace(share / 2));
  const arrivals = Array.from(here, ([id, item]): Arrival => ({
    id,
    item,
    found: { state: 'placed', targets: [] },
  }));
  const { added, updated } = await runInSlices(
    importInSteps(factCheck, { ...known, arrivals, texts: [] }, hand),
    (share) => pace((1 + share) / 2),
  );
  const news = new Set<Id>();
  for (const record of [...added, ...updated.map(({ after }) => after)])
    if (record.type === 'verdict' || record.type === 'evidence') news.add(record.annotationId);
  return news;
}

/** The reviewer of ours who has that name, or an id that is the same whenever the name comes again. */
async function reviewerIdFor(ownIds: ReadonlyMap<string, Id>, { name, ownId }: ForeignAuthor): Promise<Id> {
  return ownId ?? ownIds.get(name.trim()) ?? `by-${(await digestText(name)).slice(0, 40)}`;
}
