import { diffArrays } from 'diff';
import type { Article } from '../domain/article.ts';
import { diffWords, type WordChange } from './difference.ts';
import { runInSlices, Slices } from './slices.ts';

type Draft = Pick<Article, 'text' | 'sentences'>;

/** What has become of a sentence; `old` and `now` are its indices in the older and the newer draft. */
export type SentenceChange =
  | { readonly kind: 'unchanged' | 'moved'; readonly old: number; readonly now: number }
  | {
      readonly kind: 'changed';
      readonly old: number;
      readonly now: number;
      readonly words: readonly WordChange[];
      /** It stands elsewhere too. */
      readonly isMoved?: true;
    }
  | { readonly kind: 'new'; readonly now: number }
  | { readonly kind: 'removed'; readonly old: number };

/**
 * Compares two drafts sentence by sentence, in the order of the newer one, with what was removed where it stood. Each
 * sentence of either draft occurs exactly once. White space is no change. Works in slices, like `resolveTargets`.
 */
export async function compareDrafts(
  older: Draft,
  newer: Draft,
  signal?: AbortSignal,
): Promise<readonly SentenceChange[]> {
  return runInSlices(compareInSteps(older, newer), new Slices(signal));
}

/** Edits beyond which no shortest way from one draft to the other is looked for: it takes the square of their number. */
const MOST_EDITS = 400;
/** How much of two sentences' words must be the same for one to be the other, changed. */
const ALIKE = 0.5;
/** How far ahead the sentence that another one has become is looked for. */
const AHEAD = 8;

/** A stretch between two sentences that both drafts have in the same order. */
interface Gap {
  readonly old: number[];
  readonly now: number[];
}

function* compareInSteps(older: Draft, newer: Draft): Generator<undefined, readonly SentenceChange[]> {
  const [was, is] = [sentencesOf(older), sentencesOf(newer)];
  yield;
  const pairs = pairInOrder(was, is);
  yield;
  const moved = findMoved(was, is, pairs);
  yield;
  const movedOld = new Set(moved.values());
  const changes: SentenceChange[] = [];
  let [old, now] = [0, 0];
  for (const [oldEnd, nowEnd] of [...pairs, [was.length, is.length] as const]) {
    const gap: Gap = { old: [], now: [] };
    for (; old < oldEnd; old += 1) if (!movedOld.has(old)) gap.old.push(old);
    for (; now < nowEnd; now += 1) gap.now.push(now);
    yield* compareGap(gap, was, is, moved, changes);
    if (old < was.length && now < is.length) changes.push({ kind: 'unchanged', old, now });
    old += 1;
    now += 1;
  }
  return yield* joinMovedAndChanged(changes, was, is);
}

/** Sentences that both drafts have in the same order: the indices of each in the one and the other. */
function pairInOrder(was: readonly string[], is: readonly string[]): readonly (readonly [number, number])[] {
  const parts = diffArrays([...was], [...is], { maxEditLength: MOST_EDITS });
  if (parts === undefined) return pairGreedily(was, is);
  const pairs: [number, number][] = [];
  let [old, now] = [0, 0];
  for (const { added, removed, count } of parts) {
    if (!added && !removed) for (let i = 0; i < count; i += 1) pairs.push([old + i, now + i]);
    if (!added) old += count;
    if (!removed) now += count;
  }
  return pairs;
}

/** For drafts that differ too much: each sentence goes with the next equal one. Finds fewer, in the time of one reading. */
function pairGreedily(was: readonly string[], is: readonly string[]): readonly (readonly [number, number])[] {
  const places = placesOf(was, () => true);
  const pairs: [number, number][] = [];
  let reached = 0;
  for (const [now, sentence] of is.entries()) {
    const old = places.get(sentence)?.find((place) => place >= reached);
    // A far leap would leave everything between without its pair.
    if (old === undefined || old > reached + AHEAD * AHEAD) continue;
    pairs.push([old, now]);
    reached = old + 1;
  }
  return pairs;
}

/** Of what has no pair, the sentences of the newer draft that stood elsewhere: index now to index then. */
function findMoved(
  was: readonly string[],
  is: readonly string[],
  pairs: readonly (readonly [number, number])[],
): ReadonlyMap<number, number> {
  const pairedOld = new Set(pairs.map(([old]) => old));
  const pairedNow = new Set(pairs.map(([, now]) => now));
  const places = placesOf(was, (old) => !pairedOld.has(old));
  const moved = new Map<number, number>();
  for (const [now, sentence] of is.entries()) {
    const old = pairedNow.has(now) ? undefined : places.get(sentence)?.shift();
    if (old !== undefined) moved.set(now, old);
  }
  return moved;
}

function placesOf(sentences: readonly string[], isWanted: (index: number) => boolean): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [i, sentence] of sentences.entries()) {
    if (!isWanted(i)) continue;
    const known = places.get(sentence);
    if (known) known.push(i);
    else places.set(sentence, [i]);
  }
  return places;
}

function* compareGap(
  { old: olds, now: nows }: Gap,
  was: readonly string[],
  is: readonly string[],
  moved: ReadonlyMap<number, number>,
  changes: SentenceChange[],
): Generator<undefined, void> {
  const fresh = nows.filter((now) => !moved.has(now));
  const successors = new Map<number, number>();
  let from = 0;
  for (const old of olds) {
    const at = findAlike(was[old] ?? '', is, fresh, from);
    yield;
    if (at === -1) continue;
    successors.set(fresh[at] ?? -1, old);
    from = at + 1;
  }
  const kept = new Set(successors.values());
  let next = 0;
  const flushRemoved = (end: number): void => {
    for (; next < olds.length && (olds[next] ?? end) < end; next += 1) {
      const old = olds[next] ?? 0;
      if (!kept.has(old)) changes.push({ kind: 'removed', old });
    }
  };
  for (const now of nows) {
    const old = successors.get(now);
    const then = moved.get(now);
    if (then !== undefined) changes.push({ kind: 'moved', old: then, now });
    else if (old === undefined) changes.push({ kind: 'new', now });
    else {
      flushRemoved(old);
      changes.push({ kind: 'changed', old, now, words: diffWords(was[old] ?? '', is[now] ?? '') });
      yield;
    }
  }
  flushRemoved(Infinity);
}

/** A word that more of the removed sentences have tells nothing about which of them came back elsewhere. */
const COMMON = 20;

/** What seems new and what seems removed may be one sentence that was moved and changed. */
function* joinMovedAndChanged(
  changes: readonly SentenceChange[],
  was: readonly string[],
  is: readonly string[],
): Generator<undefined, readonly SentenceChange[]> {
  const removed = new Map<number, ReadonlySet<string>>();
  const withWord = new Map<string, number[]>();
  for (const change of changes) {
    if (change.kind !== 'removed') continue;
    const words = wordsOf(was[change.old] ?? '');
    removed.set(change.old, words);
    for (const word of words)
      withWord.set(word, [...(withWord.get(word) ?? []), change.old].slice(0, COMMON));
    yield;
  }
  const joined: SentenceChange[] = [];
  for (const change of changes) {
    const old = change.kind === 'new' ? findRival(wordsOf(is[change.now] ?? ''), removed, withWord) : null;
    if (change.kind !== 'new' || old === null) joined.push(change);
    else {
      removed.delete(old);
      const { now } = change;
      const words = diffWords(was[old] ?? '', is[now] ?? '');
      joined.push({ kind: 'changed', old, now, words, isMoved: true });
    }
    yield;
  }
  return joined.filter((change) => change.kind !== 'removed' || removed.has(change.old));
}

/** The removed sentence that shares most of these words, if it shares enough of them. */
function findRival(
  own: ReadonlySet<string>,
  removed: ReadonlyMap<number, ReadonlySet<string>>,
  withWord: ReadonlyMap<string, readonly number[]>,
): number | null {
  let best: number | null = null;
  let most = ALIKE;
  for (const old of rivalsOf(own, withWord)) {
    const words = removed.get(old);
    const share = words ? shareOf(own, words) : 0;
    if (share > most) [best, most] = [old, share];
  }
  return best;
}

function rivalsOf(words: ReadonlySet<string>, withWord: ReadonlyMap<string, readonly number[]>): Set<number> {
  const rivals = new Set<number>();
  for (const word of words) {
    const places = withWord.get(word) ?? [];
    if (places.length < COMMON) for (const old of places) rivals.add(old);
  }
  return rivals;
}

/** Which of the next few sentences this one has become; -1 when none is like it. */
function findAlike(sentence: string, is: readonly string[], fresh: readonly number[], from: number): number {
  const own = wordsOf(sentence);
  let best = -1;
  let most = ALIKE;
  for (let at = from; at < Math.min(fresh.length, from + AHEAD); at += 1) {
    const share = shareOf(own, wordsOf(is[fresh[at] ?? -1] ?? ''));
    if (share < most || (share === most && best !== -1)) continue;
    best = at;
    most = share;
  }
  return best;
}

/** Words, or characters where words are not spaced. */
function wordsOf(sentence: string): ReadonlySet<string> {
  const words = sentence
    .toLowerCase()
    .split(/[\s\p{P}]+/u)
    .filter(Boolean);
  return new Set(words.length > 2 ? words : sentence.toLowerCase());
}

/** Dice's coefficient: twice what both have, of all that they have. */
function shareOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let both = 0;
  for (const word of one) if (other.has(word)) both += 1;
  return (2 * both) / Math.max(1, one.size + other.size);
}

function sentencesOf({ text, sentences }: Draft): readonly string[] {
  return sentences.map(({ start, end }) => text.slice(start, end).replaceAll(/\s+/g, ' '));
}
