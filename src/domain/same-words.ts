import type { Target } from './annotation.ts';

/** True when the words are the same at the same place of one text, but for spaces and punctuation at their ends. */
export function areSameWords(some: readonly Target[], others: readonly Target[]): boolean {
  return (
    some.length === others.length &&
    some.every((target, i) => {
      const other = others[i];
      if (!other) return false;
      const [core, otherCore] = [coreOf(target), coreOf(other)];
      return core.start === otherCore.start && core.words === otherCore.words;
    })
  );
}

/** What means something at the ends of words stays: a question mark, and the point, quote or bracket of a number. */
function coreOf({ quote, position }: Target): { readonly words: string; readonly start: number } {
  const words = quote.exact.replace(LOOSE_START, '');
  return { words: words.replace(LOOSE_END, ''), start: position.start + quote.exact.length - words.length };
}

const LOOSE_START = /^(?:\s|[.,;:!…"'“”„‘’«»()[\]](?!\d))+/;
const LOOSE_END = /(?:\s|[.,;:!…]|(?<!\d)["'“”„‘’«»()[\]])+$/;
