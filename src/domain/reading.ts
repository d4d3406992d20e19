import type { Annotation, Target } from './annotation.ts';

/** Words at a place: of an annotation where it stands, or where it stood. */
export type Words = Pick<Annotation, 'targets' | 'reading'>;

/**
 * Names the words of an annotation, so that a verdict can say which ones it was given on: the same words with the same
 * text around them have one name in every browser and file, and words that a person or `anchoring` took for the same
 * keep it. Other words have another name, also when only what is around them makes them say something else.
 */
export function readingOf({ targets, reading }: Words): string {
  const here = digestOf(targets);
  // Whoever changes targets by hand, or with an older version, may have left the name of other words beside them.
  return reading?.here === here ? reading.name : here;
}

/** Targets are immutable, so each list is digested once. */
const digests = new WeakMap<readonly Target[], string>();

/** 16 hex digits that stand for these words and what is around them. */
export function digestOf(targets: readonly Target[]): string {
  let digest = digests.get(targets);
  if (digest === undefined) {
    const said = targets.map(({ quote: { exact, prefix, suffix } }) => [exact, prefix, suffix]);
    digests.set(targets, (digest = digestWords(JSON.stringify(said))));
  }
  return digest;
}

/** 64 bits as 16 hex digits: two multiplicative hashes, each with its own start, factor and turn. No guard against intent. */
export function digestWords(text: string): string {
  let [a, b] = [0x811c9dc5, 0x2545f491];
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    a ^= a >>> 15;
    b = Math.imul(b ^ unit, 0x9e3779b1);
    b = (b << 13) | (b >>> 19);
  }
  return [a, b].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
