import type { Annotation } from './annotation.ts';
import type { Range } from './article.ts';
import { isInDoubt, isVerdictInDoubt } from './doubt.ts';
import type { FactCheck } from './fact-check.ts';
import { verdictsOf } from './lookup.ts';

/**
 * What has become of a sentence: nobody has looked at it; it holds no checkable claim; a claim in it still waits; or
 * every claim in it has its verdict.
 */
export type SentenceState = 'untouched' | 'not-checkable' | 'open' | 'checked';

export type Coverage = Readonly<Record<SentenceState, number>>;

/** The state of each sentence, in order. `annotations` are those of the article that the sentences belong to. */
export function coverSentences(
  sentences: readonly Range[],
  annotations: Iterable<Annotation>,
  isSettled: (annotation: Annotation) => boolean,
): readonly SentenceState[] {
  const states: SentenceState[] = Array.from(sentences, () => 'untouched');
  for (const annotation of annotations) {
    const own = stateOf(annotation, isSettled);
    for (const { position } of annotation.targets) {
      for (let i = firstEndingAfter(sentences, position.start); i < sentences.length; i += 1) {
        if ((sentences[i]?.start ?? Infinity) >= position.end) break;
        states[i] = weightier(states[i] ?? 'untouched', own);
      }
    }
  }
  return states;
}

/** What an annotation makes of the sentences that it has characters of. */
export function stateOf(
  annotation: Annotation,
  isSettled: (annotation: Annotation) => boolean,
): SentenceState {
  if (!isSettled(annotation)) return 'open';
  return annotation.checkability === 'not-checkable' ? 'not-checkable' : 'checked';
}

/** How many sentences are in each state. */
export function countCoverage(states: readonly SentenceState[]): Coverage {
  const counts = { untouched: 0, 'not-checkable': 0, open: 0, checked: 0 };
  for (const state of states) counts[state] += 1;
  return counts;
}

/**
 * A claim is settled when the work on it is done and a reviewer has rated the words that stand there now. A rating alone
 * does not settle what somebody has put back to "researching". The mark that there is nothing to check is settled unless
 * it is in doubt.
 */
export function createIsSettled(factCheck: FactCheck): (annotation: Annotation) => boolean {
  return (annotation) => {
    if (annotation.checkability === 'not-checkable') return !isInDoubt(factCheck, annotation);
    return (
      (annotation.status === 'checked' || annotation.status === 'approved') &&
      verdictsOf(factCheck, annotation.id).some(
        (verdict) => verdict.ratingId !== null && !isVerdictInDoubt(annotation, verdict),
      )
    );
  };
}

/** Index of the first sentence that ends after the offset (UTF-16 units): binary search. */
export function firstEndingAfter(sentences: readonly Range[], offset: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sentences[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Indices of the sentences that share at least one character with the range. */
export function sentencesIn(sentences: readonly Range[], { start, end }: Range): readonly number[] {
  const indices: number[] = [];
  for (let i = firstEndingAfter(sentences, start); (sentences[i]?.start ?? Infinity) < end; i += 1)
    indices.push(i);
  return indices;
}

/** The sentence by which a range is shown: where the cursor is if that is in it, else its first one. */
export function sentenceToShow(sentences: readonly Range[], range: Range, cursor: number): number {
  if (sentencesIn(sentences, range).includes(cursor)) return cursor;
  return Math.min(firstEndingAfter(sentences, range.start), sentences.length - 1);
}

const WEIGHT: Readonly<Record<SentenceState, number>> = {
  untouched: 0,
  'not-checkable': 1,
  checked: 2,
  open: 3,
};

/** The state of a sentence of which two annotations make the one and the other. */
export function weightier(a: SentenceState, b: SentenceState): SentenceState {
  return WEIGHT[a] >= WEIGHT[b] ? a : b;
}
