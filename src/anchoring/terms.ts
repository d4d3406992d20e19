import { CLASSES, classOf } from './characters.ts';
import type { Token } from './tokens.ts';

/** Something whose places can be looked up: a word or number, or three characters of a script without spaces. */
export interface Term {
  readonly term: string;
  /** Offset in the folded text. */
  readonly start: number;
  readonly isUnspaced: boolean;
}

/** The terms of a row of tokens, in order. Single letters and marks are none. */
export function termsOf(tokens: readonly Token[]): readonly Term[] {
  const terms: Term[] = [];
  for (const [i, { word, start, end }] of tokens.entries()) {
    const found = classOf(word.codePointAt(0) ?? 0);
    if (found === CLASSES.unspaced) {
      const [second, third] = [tokens[i + 1], tokens[i + 2]];
      if (second?.start === end && third?.start === second.end) {
        terms.push({ term: word + second.word + third.word, start, isUnspaced: true });
      }
    } else if ((found === CLASSES.letter && word.length > 1) || found === CLASSES.digit) {
      terms.push({ term: word, start, isUnspaced: false });
    }
  }
  return terms;
}
