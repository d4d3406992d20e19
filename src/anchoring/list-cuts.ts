import type { Range } from '../domain/article.ts';
import { wordsAround } from './words.ts';

/**
 * The offsets (UTF-16 units) at which a sentence can be cut: before each of its words but the first. Words are those of
 * the language (UAX 29).
 */
export function listCuts(text: string, { start, end }: Range, language: string): readonly number[] {
  const words = wordsAround(text, start, end, language).filter(
    (word) => word.start >= start && word.end <= end,
  );
  return words.slice(1).map((word, index) => {
    let at = word.start;
    const least = words[index]?.end ?? start;
    while (at > least && OPENING.test(text.charAt(at - 1))) at -= 1;
    return at;
  });
}

/** What opens a quotation, a bracket or a question belongs to the word behind it. */
const OPENING = /[\p{Ps}\p{Pi}"'¿¡]/u;
