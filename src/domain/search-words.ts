/**
 * A text as a search sees it: blind to case, accents and vowel points (Latin, Greek, Cyrillic, Hebrew, Arabic), to which
 * kana Japanese is written in, to width, curly quotes, long dashes and the amount of white space. Marks that make another
 * letter elsewhere (Japanese が, か) stay. Upper case, since only it puts ß with SS and the two sigmas together. For finding, never for storing.
 */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(ACCENTS, '')
    .toUpperCase()
    .replaceAll(LOOKALIKES, (letter) => PLAIN.get(letter) ?? letter)
    .replaceAll(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - KANA))
    .replaceAll(/\s+/g, ' ')
    .normalize('NFC')
    .trim();
}

/** The words of a search, folded. */
export function foldQuery(query: string): readonly string[] {
  return foldForSearch(query)
    .split(' ')
    .filter((word) => word !== '');
}

/** True when every word of the query is somewhere in the folded text; true for an empty query. */
export function hasAllWords(folded: string, words: readonly string[]): boolean {
  return words.every((word) => folded.includes(word));
}

/** Combining accents, Hebrew points, Arabic vowel signs and the tatweel that only stretches a word. */
const ACCENTS =
  /\u0640|[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670]/g;

/** Upper-case letters that Unicode does not decompose, and signs that keyboards lack. */
const PLAIN: ReadonlyMap<string, string> = new Map([
  ['Ø', 'O'],
  ['Ł', 'L'],
  ['Đ', 'D'],
  ['Ð', 'D'],
  ['Þ', 'TH'],
  ['Æ', 'AE'],
  ['Œ', 'OE'],
  ['Ħ', 'H'],
  ['‘', "'"],
  ['’', "'"],
  ['“', '"'],
  ['”', '"'],
  ['„', '"'],
  ['‐', '-'],
  ['‑', '-'],
  ['–', '-'],
  ['—', '-'],
  ['〜', '~'],
  ['、', ','],
]);

/** How far katakana stand behind hiragana. */
const KANA = 0x60;

const LOOKALIKES = new RegExp(`[${[...PLAIN.keys()].join('')}]`, 'g');
