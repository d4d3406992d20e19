import type { Annotation } from '../../domain/annotation.ts';
import { articleOf, type FactCheck } from '../../domain/fact-check.ts';
import { digestText } from '../../domain/article.ts';
import type { ForeignAnnotation, ForeignDocument, ForeignTarget } from '../../domain/foreign-annotation.ts';
import { groupBy } from '../../domain/group-by.ts';
import { heardOf } from '../../domain/heard.ts';
import { isPlacedIn } from '../../domain/placed-annotations.ts';
import { digestWords } from '../../domain/reading.ts';
import type { Id } from '../../domain/record.ts';
import type { Pace } from '../../domain/steps.ts';

/** An item of a file with its id here. */
export interface Identified {
  readonly item: ForeignAnnotation;
  readonly id: Id;
  /** See `Arrival.names`. */
  readonly names: readonly string[];
  /** Somebody has removed it here. */
  readonly isRemoved: boolean;
}

interface Identification {
  /** In the order of the file. */
  readonly identified: readonly Identified[];
  /** What the file has more than once. */
  readonly twice: readonly ForeignAnnotation[];
}

/**
 * Gives the annotations of one file their ids: each the same whenever the same thing is imported, in whatever order, and
 * the one that it has here when it was made here or was removed. Different ones that share an id in the other tool have
 * two here. `saysNothingNew` tells which of several annotations of the same words is meant.
 */
export async function identifyItems(
  { factCheck, removed }: { readonly factCheck: FactCheck; readonly removed: readonly Annotation[] },
  items: readonly ForeignAnnotation[],
  documents: readonly ForeignDocument[],
  {
    pace,
    saysNothingNew,
  }: {
    readonly pace: Pace;
    readonly saysNothingNew: (present: Annotation, item: Pick<Identified, 'item' | 'names'>) => boolean;
  },
): Promise<Identification> {
  const { annotation: table } = factCheck.tables;
  const article = articleOf(factCheck);
  const gone = removed.filter(({ id }) => !table.has(id));
  const known = new Map<Id, Annotation>([
    ...table,
    ...gone.map((annotation): [Id, Annotation] => [annotation.id, annotation]),
  ]);
  const nameItem = createNames([...known.keys()].some((id) => id.startsWith(PREFIX)));
  const named: Named[] = [];
  const twice: ForeignAnnotation[] = [];
  const met = new Set<string>();
  for (const [i, item] of items.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    await pace(i / items.length / 2);
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    const one = await nameItem(item, documents[item.document ?? -1]?.text ?? null);
    if (met.has(one.content)) twice.push(item);
    else {
      met.add(one.content);
      named.push(one);
    }
  }

  const ids = new Map<Named, Id>();
  const taken = new Set<Id>();
  const give = (one: Named, id: Id | undefined): void => {
    if (id === undefined) return;
    ids.set(one, id);
    taken.add(id);
  };
  const byName = namesOf(known.values());
  const namesHere = new Set(byName.keys());
  const isFree = (id: Id): boolean => known.has(id) && !taken.has(id);
  /** What is taken stays so, and is not looked at again. */
  const freeOf = (name: string): Id | undefined => {
    const candidates = byName.get(name) ?? [];
    while (candidates.length > 0 && !isFree(candidates.at(-1) ?? '')) candidates.pop();
    return candidates.at(-1);
  };
  const pieces = createPieces(factCheck, known.values());
  const findPiece = (one: Named): Id | undefined =>
    pieces.find(one.item, ({ id }) => {
      const present = table.get(id);
      return !taken.has(id) && (!present || saysNothingNew(present, one));
    });
  // What says all the same goes first, so that what has changed is looked for among the rest, in whatever order.
  const steps: readonly ((one: Named) => void)[] = [
    (one) => give(one, freeOf(one.contentName)),
    (one) => give(one, one.ids.find(isFree)),
    (one) =>
      give(
        one,
        one.names.map(freeOf).find((id) => id !== undefined),
      ),
    (one) => {
      const id = one.isNameless && one.about === article.sha256 ? findPiece(one) : undefined;
      // Its other pieces come as items of their own.
      if (id !== undefined) ids.set(one, id);
    },
  ];
  for (const [i, step] of steps.entries())
    for (const one of named) {
      // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
      await pace((1 + i / steps.length) / 2);
      if (!ids.has(one)) step(one);
    }
  for (const one of named.filter((each) => !ids.has(each))) {
    const [first] = one.ids;
    const isNew = first !== undefined && !taken.has(first) && !known.has(first);
    // oxlint-disable-next-line no-await-in-loop -- few share an id
    give(one, isNew ? first : await idFrom(one.content));
  }
  return {
    identified: named.flatMap((one) => {
      const id = ids.get(one);
      const isRemoved = id !== undefined && known.has(id) && !table.has(id);
      return id === undefined
        ? []
        : [{ item: withoutReplies(one.item, namesHere), id, names: one.names, isRemoved }];
    }),
    twice,
  };
}

/** A reply that came before what it answers is here as a note of its own, and is no second one. */
function withoutReplies(item: ForeignAnnotation, namesHere: ReadonlySet<string>): ForeignAnnotation {
  const judgements = item.judgements.filter(
    ({ replyId }) => replyId === undefined || !namesHere.has(digestWords(replyId)),
  );
  return judgements.length === item.judgements.length ? item : { ...item, judgements };
}

const PREFIX = 'in-';

/** All names of one item. */
interface Named {
  readonly item: ForeignAnnotation;
  /** SHA-256 of the text that it is about; null where the file holds none. */
  readonly about: string | null;
  /** All that it says, and about what. */
  readonly content: string;
  readonly contentName: string;
  /** That of all that it says; that of its id over there or, without one, of the words and of who speaks of them. */
  readonly names: readonly string[];
  /** The ids that it may have here: first the one that it gets. */
  readonly ids: readonly Id[];
  /** Nothing in the file names it. */
  readonly isNameless: boolean;
}

function createNames(hasImports: boolean): (item: ForeignAnnotation, text: string | null) => Promise<Named> {
  const digests = new Map<string, string>();
  const digestOnce = async (text: string): Promise<string> => {
    const digest = digests.get(text) ?? (await digestText(text));
    digests.set(text, digest);
    return digest;
  };
  return async (item, text) => {
    const { originalId, ownId } = item;
    const about = text === null ? null : await digestOnce(text);
    const content = JSON.stringify([about, contentOf(item)]);
    const contentName = digestWords(content);
    const place = placeOf(item, about);
    const name = originalId ?? place;
    const first = ownId ?? (await idFrom(nameOf(item, about)));
    const older = hasImports ? await Promise.all(olderNames(item, { text, about }).map(idFrom)) : [];
    return {
      item,
      about,
      content,
      contentName,
      names: [contentName, ...(name === null ? [] : [digestWords(name)])],
      ids: [first, ...(originalId === null ? [] : [originalId]), ...older],
      isNameless: originalId === null && ownId === null,
    };
  };
}

/** The last one of each list is the first that is looked at. */
function namesOf(known: Iterable<Annotation>): ReadonlyMap<string, Id[]> {
  const byName = new Map<string, Id[]>();
  for (const one of [...known].toReversed())
    for (const name of heardOf(one)?.names ?? []) {
      const ids = byName.get(name);
      if (ids) ids.push(one.id);
      else byName.set(name, [one.id]);
    }
  return byName;
}

/** The pieces of annotations that stand in the article, or stood there, of which each is that of one item at most. */
function createPieces(
  factCheck: FactCheck,
  known: Iterable<Annotation>,
): {
  readonly find: (item: ForeignAnnotation, isIt: (annotation: Annotation) => boolean) => Id | undefined;
} {
  const article = articleOf(factCheck);
  const pieces = Array.from(known).flatMap((annotation) =>
    isPlacedIn(article, annotation)
      ? annotation.targets.map(({ position }) => ({
          annotation,
          range: `${position.start}/${position.end}`,
          isTaken: false,
        }))
      : [],
  );
  const byRange = groupBy(pieces, ({ range }) => range);
  return {
    find: ({ targets }, isIt) => {
      const ranges = targets.flatMap(({ position }) =>
        position ? [`${position.start}/${position.end}`] : [],
      );
      const [first] = ranges;
      if (first === undefined || ranges.length < targets.length) return undefined;
      const isAll = ({ annotation }: { readonly annotation: Annotation }): boolean =>
        ranges.length === 1 ||
        annotation.targets.map(({ position: { start, end } }) => `${start}/${end}`).join() === ranges.join();
      const all = (byRange.get(first) ?? []).slice(0, MOST_AT_ONE_PLACE).filter(isAll);
      const free = all.filter(({ isTaken }) => !isTaken);
      const found =
        free.find(({ annotation }) => isIt(annotation)) ?? (all.length === 1 ? free[0] : undefined);
      if (found) found.isTaken = true;
      return found?.annotation.id;
    },
  };
}

/** Annotations of the same words among which one is looked for. */
const MOST_AT_ONE_PLACE = 50;

/** `about` is the digest of the text that it is about. */
function nameOf(item: ForeignAnnotation, about: string | null): string {
  const { originalId, targets, judgements, tags } = item;
  if (originalId === null) return placeOf(item, about) ?? JSON.stringify([about, targets, judgements, tags]);
  // Label Studio counts its regions within a task.
  return about === null ? originalId : JSON.stringify([originalId, about]);
}

/** Null for what stands nowhere: of several notes on one page none is another that was changed. */
function placeOf({ originalId, targets, author }: ForeignAnnotation, about: string | null): string | null {
  if (originalId !== null || (targets.length === 0 && about === null)) return null;
  return JSON.stringify([about, targets, author]);
}

/** The names that earlier versions gave to the same thing. */
function olderNames(
  { originalId, targets, judgements, tags }: ForeignAnnotation,
  { text, about }: { readonly text: string | null; readonly about: string | null },
): readonly string[] {
  if (originalId !== null) return [originalId];
  const asWritten = targets.map(({ quote, position, hint }) => ({ quote, position, hint }));
  const asDoccano = targets.map((target) => ({ ...counted(target, 'utf16'), quote: null }));
  const asLabelStudio = targets.map((target) => counted(target, 'code-points'));
  return [
    JSON.stringify([about, targets, judgements, tags]),
    ...[asWritten, asDoccano, asLabelStudio].map((counts) =>
      JSON.stringify([text, counts, judgements, tags]),
    ),
  ];
}

/** With the names in the order that they had. */
function counted({ quote, position, hint }: ForeignTarget, unit: 'utf16' | 'code-points'): ForeignTarget {
  return { quote, position: position && { ...position, unit }, hint };
}

/** All that it says, without where in the file. */
function contentOf(item: ForeignAnnotation): object {
  return { ...item, place: null, document: null };
}

async function idFrom(name: string): Promise<Id> {
  return `${PREFIX}${(await digestText(name)).slice(0, 40)}`;
}
