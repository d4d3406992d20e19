import type { FactCheck } from './fact-check.ts';
import { scalesOf } from './scales-of.ts';
import type { ForeignAnnotation } from './foreign-annotation.ts';
import type { Rating } from './rating-scale.ts';
import type { Id } from './record.ts';
import type { Steps } from './steps.ts';

/** What a word of another tool stands for here. */
export type Meaning =
  | { readonly means: 'rating'; readonly scaleId: Id; readonly ratingId: Id }
  | { readonly means: 'tag' }
  | { readonly means: 'not-checkable' }
  /** It is only kept with what the importer could not place. */
  | { readonly means: 'nothing' };

/** A word that needs a meaning. The same word may be a label at one annotation and a tag at another. */
export interface ForeignWord {
  readonly word: string;
  readonly kind: 'label' | 'tag';
  /** At how many annotations it stands. */
  readonly count: number;
}

/** Meanings by `wordKey`. */
export type Meanings = ReadonlyMap<string, Meaning>;

export function wordKey({ kind, word }: Pick<ForeignWord, 'kind' | 'word'>): string {
  return `${kind}/${word}`;
}

/** Every label and tag of some annotations, labels first, each in the order in which it is met. */
export function* listWords(items: readonly ForeignAnnotation[]): Steps<readonly ForeignWord[]> {
  const words = new Map<string, ForeignWord>();
  for (const [i, item] of items.entries()) {
    const labels = new Set(item.judgements.flatMap((judgement) => judgement.labels));
    const mine = [
      ...[...labels].map((word) => ({ kind: 'label' as const, word })),
      ...[...new Set(item.tags)].map((word) => ({ kind: 'tag' as const, word })),
    ];
    for (const one of mine) {
      const key = wordKey(one);
      words.set(key, { ...one, count: (words.get(key)?.count ?? 0) + 1 });
    }
    yield i / items.length;
  }
  const all = [...words.values()];
  return [...all.filter(({ kind }) => kind === 'label'), ...all.filter(({ kind }) => kind === 'tag')];
}

/** Says that something is a claim, which every annotation is until somebody says otherwise. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(['claim', 'open', 'no verdict', 'no verdict yet']);

/** True for a label that every annotation could have. */
export function saysNothing(label: string): boolean {
  return SAYS_NOTHING.has(simplify(label));
}

/** True for the label by which other tools say that there is nothing to check. */
export function saysNotCheckable(label: string): boolean {
  return simplify(label) === 'not checkable';
}

const VERDICT_TAG = /^(?:verdict|rating)\s*:\s*(?=\S)/i;

/** The verdict that a word such as `verdict:false` names, in tools that know nothing but tags; null for any other word. */
export function verdictIn(word: string): string | null {
  return VERDICT_TAG.test(word) ? word.replace(VERDICT_TAG, '') : null;
}

/** True when a rating is called so, but for case and spacing. */
export function isNameOf(label: string, { id, label: name }: Pick<Rating, 'id' | 'label'>): boolean {
  const plain = simplify(verdictIn(label) ?? label);
  return plain === simplify(name) || plain === simplify(id);
}

/**
 * What a word most likely means, for a person to correct: a label that is the name of a rating is that rating, never
 * one that is only like it; any other label, and every tag, stays a tag.
 */
export function guessMeaning(
  factCheck: FactCheck,
  { kind, word }: Pick<ForeignWord, 'kind' | 'word'>,
): Meaning {
  if (kind === 'tag') return { means: 'tag' };
  const named = verdictIn(word) ?? word;
  const scales = scalesOf(factCheck);
  const isExactly = ({ id, label }: Rating): boolean => label === named || id === named;
  // A name that is the same to the letter goes before one that only looks the same.
  for (const isIt of [isExactly, (rating: Rating) => isNameOf(word, rating)]) {
    for (const { id: scaleId, ratings } of scales) {
      const rating = ratings.find(isIt);
      if (rating) return { means: 'rating', scaleId, ratingId: rating.id };
    }
  }
  if (saysNotCheckable(word)) return { means: 'not-checkable' };
  return saysNothing(word) ? { means: 'nothing' } : { means: 'tag' };
}

function simplify(words: string): string {
  return words
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ')
    .trim();
}
