import type { Annotation } from './annotation.ts';
import type { Article, Range } from './article.ts';
import { createIsSettled, firstEndingAfter, stateOf, weightier, type SentenceState } from './coverage.ts';
import { articleOf, type FactCheck, type Tables } from './fact-check.ts';
import { isPlacedIn } from './placed-annotations.ts';
import type { Id } from './record.ts';
import { changedIds } from './table-lineage.ts';

/**
 * What stands at each sentence of an article. It is brought up to date by what edits have changed, so that a key press among
 * ten thousand annotations looks at those that it is about.
 */
interface SentenceIndex {
  /** What it was last brought up to date with. */
  tables: Pick<Tables, 'annotation' | 'verdict'>;
  readonly placed: Map<Id, readonly Place[]>;
  /** By sentence: the annotations that are found there, and their states. */
  readonly found: (readonly Place[] | undefined)[];
  states: readonly SentenceState[];
}

interface Place {
  readonly id: Id;
  /** Index of the sentence by which it is found: what stands in the space before one is found with that. */
  readonly sentence: number;
  /** What the annotation makes of the sentence; null where it has none of its characters. */
  readonly state: SentenceState | null;
}

/** By article: sentences that were joined or split are those of another record. */
const indices = new WeakMap<Article, SentenceIndex>();

/** The state of each sentence of the draft under check; the same list as long as they are all the same. */
export function sentenceStates(factCheck: FactCheck): readonly SentenceState[] {
  return indexOf(factCheck).states;
}

/** How many annotations have their place in the draft under check. */
export function countPlaced(factCheck: FactCheck): number {
  return indexOf(factCheck).placed.size;
}

/** Annotations of the draft under check that share at least one character with the range (UTF-16 units), in no order. */
export function annotationsIn(factCheck: FactCheck, range: Range): readonly Annotation[] {
  const { sentences } = articleOf(factCheck);
  const { found } = indexOf(factCheck);
  const ids = new Set(sentencesFor(sentences, range).flatMap((i) => (found[i] ?? []).map(({ id }) => id)));
  return Array.from(ids, (id) => factCheck.tables.annotation.get(id)).filter(
    (one) =>
      one?.targets.some(({ position }) => position.start < range.end && position.end > range.start) === true,
  ) as readonly Annotation[];
}

function indexOf(factCheck: FactCheck): SentenceIndex {
  const article = articleOf(factCheck);
  let index = indices.get(article);
  if (!index) {
    const states = article.sentences.map((): SentenceState => 'untouched');
    const tables = { annotation: new Map(), verdict: new Map() };
    indices.set(article, (index = { tables, placed: new Map(), found: [], states }));
  }
  bringUpToDate(index, factCheck, article);
  return index;
}

function bringUpToDate(index: SentenceIndex, factCheck: FactCheck, article: Article): void {
  const { tables } = factCheck;
  const touched = annotationsTouched(index.tables, tables);
  index.tables = tables;
  if (touched.size === 0) return;
  const isSettled = createIsSettled(factCheck);
  const changed = new Set<number>();
  for (const id of touched) {
    const annotation = tables.annotation.get(id);
    const isPlaced = annotation !== undefined && isPlacedIn(article, annotation);
    const places = isPlaced ? placesOf(article, annotation, stateOf(annotation, isSettled)) : [];
    for (const { sentence } of index.placed.get(id) ?? []) {
      index.found[sentence] = index.found[sentence]?.filter((place) => place.id !== id);
      changed.add(sentence);
    }
    for (const place of places) {
      index.found[place.sentence] = [...(index.found[place.sentence] ?? []), place];
      changed.add(place.sentence);
    }
    if (places.length > 0) index.placed.set(id, places);
    else index.placed.delete(id);
  }
  const states = [...index.states];
  for (const i of changed) if (i < states.length) states[i] = stateAt(index, i);
  if (states.some((state, i) => state !== index.states[i])) index.states = states;
}

/** Those that were written, and those with a verdict that was. */
export function annotationsTouched(
  before: Pick<Tables, 'annotation' | 'verdict'>,
  after: Pick<Tables, 'annotation' | 'verdict'>,
): ReadonlySet<Id> {
  // All of them, when the fact check is opened.
  if (before.annotation.size === 0) return new Set(after.annotation.keys());
  const touched = new Set(changedIds(before.annotation, after.annotation));
  for (const id of changedIds(before.verdict, after.verdict))
    for (const verdict of [before.verdict.get(id), after.verdict.get(id)])
      if (verdict) touched.add(verdict.annotationId);
  return touched;
}

function placesOf(
  { sentences }: Article,
  { id, targets }: Annotation,
  state: SentenceState,
): readonly Place[] {
  return targets.flatMap(({ position }) =>
    sentencesFor(sentences, position).map((sentence) => ({
      id,
      sentence,
      state: (sentences[sentence]?.start ?? Infinity) < position.end ? state : null,
    })),
  );
}

/** The sentences that what is in the range is found by; behind the last one there is one more. */
function sentencesFor(sentences: readonly Range[], { start, end }: Range): readonly number[] {
  const first = firstEndingAfter(sentences, start);
  const last = firstEndingAfter(sentences, end - 1);
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

function stateAt({ found }: SentenceIndex, sentence: number): SentenceState {
  let state: SentenceState = 'untouched';
  for (const { state: own } of found[sentence] ?? []) if (own) state = weightier(state, own);
  return state;
}
