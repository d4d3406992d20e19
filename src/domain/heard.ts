import type { Annotation } from './annotation.ts';
import { authorKey, UNNAMED } from './arrival.ts';
import { digestOfSaid } from './doubt.ts';
import type { ForeignAnnotation, ForeignJudgement, ForeignSource } from './foreign-annotation.ts';
import { laterOf } from './read-instant.ts';
import { digestWords } from './reading.ts';
import type { Verdict } from './verdict.ts';

/**
 * What files have said of an annotation until now, in their own words: whatever these were taken to mean, and whatever has
 * become of it here since, it is no news when it is said again. Kept with the annotation under `foreign`, as digests.
 */
export interface Heard {
  /** The names under which it came: see `Arrival.names`. */
  readonly names: readonly string[];
  /** All that was ever said, and the verdicts that were made of it. */
  readonly said: readonly string[];
  /** The labels that each person gave it last. */
  readonly labels: readonly string[];
  /** UTC instant of the last edit over there, where a file tells it. */
  readonly at: string | null;
}

const NOTHING: Heard = { names: [], said: [], labels: [], at: null };

/** Null for an annotation that came with no file, or with an older version, which remembered nothing. */
export function heardOf({ foreign }: Pick<Annotation, 'foreign'>): Heard | null {
  const heard = fieldOf(foreign, 'heard');
  if (typeof heard !== 'object' || heard === null) return null;
  const list = (name: string): readonly string[] => {
    const value = fieldOf(heard, name);
    return typeof value === 'string' ? value.split(' ').filter((one) => one !== '') : [];
  };
  const at = fieldOf(heard, 'at');
  return {
    names: list('names'),
    said: list('said'),
    labels: list('labels'),
    at: typeof at === 'string' ? at : null,
  };
}

/** True for what an importer could not place, and not only what has been heard. */
export function hasRemainder({ foreign }: Pick<Annotation, 'foreign'>): boolean {
  if (typeof foreign !== 'object' || foreign === null) return foreign !== undefined;
  return Object.keys(foreign).some((name) => name !== 'heard');
}

/** What is kept with the annotation, with what has been heard; what it was is left as it is. */
export function keepHeard(foreign: unknown, { names, said, labels, at }: Heard): object {
  // There are many of them, and room in the browser is scarce.
  const heard = { names: names.join(' '), said: said.join(' '), labels: labels.join(' '), at };
  return { ...fieldsOfForeign(foreign), heard };
}

/** The labels that were left out when it came in. */
export function leftOverWords(foreign: unknown): readonly unknown[] {
  const words = fieldOf(foreign, 'words');
  return Array.isArray(words) ? words : [];
}

/** What is kept with the annotation, with these labels beside those that were left out before. */
export function keepLeftOver(foreign: unknown, words: readonly string[]): unknown {
  if (words.length === 0) return foreign;
  return { ...fieldsOfForeign(foreign), words: [...leftOverWords(foreign), ...words] };
}

/** As an object, beside whose fields others can be kept. */
function fieldsOfForeign(foreign: unknown): object {
  if (foreign === undefined) return {};
  return typeof foreign === 'object' && foreign !== null && !Array.isArray(foreign)
    ? foreign
    : { rest: foreign };
}

/** What has been heard once a file has said all this as well, and these verdicts have become of it. */
export function hear(
  before: Heard | null,
  { item, names }: { readonly item: ForeignAnnotation; readonly names: readonly string[] },
  made: readonly MadeVerdict[],
): Heard {
  const { names: known, said, at } = before ?? NOTHING;
  return {
    names: joined(known, names),
    said: joined(said, [...sayingsOf(item), ...made.map(madeKey)]),
    labels: [...labelsByPerson(item)].map(([who, labels]) => labelsKey(who, labels)),
    at: laterOf(at, lastEditOf(item)),
  };
}

type MadeVerdict = Pick<Verdict, 'id' | 'decidedAt'> & Parameters<typeof digestOfSaid>[0];

/** The same for a verdict as long as nobody has touched it since it was made of what a file says. */
export function madeKey(verdict: MadeVerdict): string {
  return digest('made', verdict.id, digestOfSaid(verdict), verdict.decidedAt);
}

/** The fields of a judgement in which something is written, paragraph by paragraph. */
export const WRITTEN = ['comment', 'suggestedWording', 'unknowns'] as const;

export function labelKey(who: string, label: string): string {
  return digest('label', who, label);
}

export function labelsKey(who: string, labels: Iterable<string>): string {
  return digest('labels', who, ...[...labels].toSorted());
}

export function paragraphKey(who: string, field: (typeof WRITTEN)[number], paragraph: string): string {
  return digest(field, who, paragraph);
}

export function tagKey(tag: string): string {
  return digest('tag', tag);
}

export function sourceKey(source: ForeignSource): string {
  return digest('source', JSON.stringify(source));
}

/** Says that this person was heard at all. */
export function speakerKey(who: string): string {
  return digest('by', who);
}

export function speakerOf({ author }: Pick<ForeignJudgement, 'author'>): string {
  return authorKey(author ?? UNNAMED);
}

export function paragraphsOf(words: string | null | undefined): readonly string[] {
  return (words ?? '')
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}

/** The labels that each person gives it, by `speakerOf`. */
export function labelsByPerson({ judgements }: ForeignAnnotation): ReadonlyMap<string, ReadonlySet<string>> {
  const all = new Map<string, Set<string>>();
  for (const judgement of judgements) {
    const who = speakerOf(judgement);
    const labels = all.get(who) ?? new Set();
    for (const label of judgement.labels) labels.add(label);
    all.set(who, labels);
  }
  return all;
}

/** When it was last edited over there, as a UTC instant; null where the file does not tell. */
export function lastEditOf({ createdAt, updatedAt, judgements }: ForeignAnnotation): string | null {
  return [createdAt, updatedAt, ...judgements.map(({ at }) => at)].reduce(laterOf, null);
}

function sayingsOf({ judgements, tags, sources }: ForeignAnnotation): readonly string[] {
  return [
    ...judgements.flatMap((judgement) => {
      const who = speakerOf(judgement);
      return [
        speakerKey(who),
        ...judgement.labels.map((label) => labelKey(who, label)),
        ...WRITTEN.flatMap((field) =>
          paragraphsOf(judgement[field]).map((paragraph) => paragraphKey(who, field, paragraph)),
        ),
      ];
    }),
    ...tags.map(tagKey),
    ...sources.map(sourceKey),
  ];
}

function digest(...parts: readonly string[]): string {
  return digestWords(JSON.stringify(parts));
}

function joined(some: readonly string[], more: readonly string[]): readonly string[] {
  return [...new Set([...some, ...more])];
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
