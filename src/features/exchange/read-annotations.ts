import { authorKey, type Arrival, type Arrivals } from '../../domain/arrival.ts';
import { digestText } from '../../domain/article.ts';
import type { Hand } from '../../domain/change.ts';
import { articleOf, type FactCheck } from '../../domain/fact-check.ts';
import type { ForeignAnnotation, ForeignAuthor } from '../../domain/foreign-annotation.ts';
import { guessMeaning, listWords, wordKey, type ForeignWord } from '../../domain/foreign-words.ts';
import { authorsOf, importAnnotations, unreadDatesOf } from '../../domain/import-annotations.ts';
import type { Id } from '../../domain/record.ts';
import type { ItemProblem, Pace, ParseResult } from '../../exchange/format.ts';
import { gatherArrivedTexts } from './arrived-texts.ts';
import { createIds } from './ids-of-arrivals.ts';
import { createPace } from './pace.ts';
import { isSettled, placeAnnotations, type Finding } from './place-annotations.ts';
import type { Reading } from './reading.ts';

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

/** Finds out where the annotations of a file stand in the article, which of them are here, and what their words mean. */
export async function readAnnotations(
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
