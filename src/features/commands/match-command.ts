import { foldForSearch, foldQuery } from '../../domain/search-words.ts';

/**
 * How well a name answers to what is typed: the higher, the better; null when it does not. Every word that is typed has to
 * stand in the name, best at the beginning of a word, else with its letters in their order ("nxt" for "Next").
 */
export function matchCommand(typed: string, name: string): number | null {
  const words = foldQuery(typed);
  const text = foldForSearch(name);
  let sum = 0;
  for (const word of words) {
    const score = scoreWord(word, text);
    if (score === null) return null;
    sum += score;
  }
  // Of two that fit as well, the shorter name says less beside it.
  return sum - text.length / 1000;
}

function scoreWord(word: string, text: string): number | null {
  const at = text.indexOf(word);
  if (at === 0) return 4;
  if (text.includes(` ${word}`)) return 3;
  if (at > 0) return 2;
  let from = 0;
  for (const letter of word) {
    const found = text.indexOf(letter, from);
    if (found < 0) return null;
    from = found + letter.length;
  }
  return 1;
}
