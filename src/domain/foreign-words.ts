import { scalesOf, type FactCheck } from './fact-check.ts';
import type { ForeignAnnotation } from './foreign-annotation.ts';
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

/**
 * What a word most likely means, for a person to correct: a label that is the name of a rating is that rating, never
 * one that is only like it; any other label, and every tag, stays a tag.
 */
export function guessMeaning(factCheck: FactCheck, { kind, word }: ForeignWord): Meaning {
  if (kind === 'tag') return { means: 'tag' };
  const plain = simplify(word);
  const scales = scalesOf(factCheck);
  // A name that is the same to the letter goes before one that only looks the same.
  for (const isNamed of [(name: string) => name === word, (name: string) => simplify(name) === plain]) {
    for (const { id: scaleId, ratings } of scales) {
      const rating = ratings.find(({ id, label }) => isNamed(label) || isNamed(id));
      if (rating) return { means: 'rating', scaleId, ratingId: rating.id };
    }
  }
  if (plain === 'not checkable') return { means: 'not-checkable' };
  return SAYS_NOTHING.has(plain) ? { means: 'nothing' } : { means: 'tag' };
}

function simplify(words: string): string {
  return words
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ')
    .trim();
}
