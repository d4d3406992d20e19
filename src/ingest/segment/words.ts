import { caseAt, isDirectionMark, isSmallLatin, isWordAt } from './characters.ts';
import type { Abbreviation, Pack } from './packs/pack.ts';

const LONGEST_ABBREVIATION = 8;

/** The word before a full stop, inner ones included (`Sen`, `U.S`); empty if it is too long. */
export function wordBefore(text: string, mark: number, start: number): string {
  let end = mark;
  while (end > start && isDirectionMark(text.charCodeAt(end - 1))) end -= 1;
  const floor = Math.max(start, end - LONGEST_ABBREVIATION - 1);
  let begin = end;
  // Nearly every word, in nearly every text, goes this fast way.
  while (begin > floor && isSmallLatin(text.charCodeAt(begin - 1))) begin -= 1;
  while (begin > floor && belongsToWord(text, begin - 1)) begin -= 1;
  return end - begin > LONGEST_ABBREVIATION ? '' : text.slice(begin, end);
}

const FULL_STOP = 0x2e;

function belongsToWord(text: string, at: number): boolean {
  if (isWordAt(text, at)) return true;
  const code = text.charCodeAt(at);
  if (code >= 0xdc00 && code <= 0xdfff) return isWordAt(text, at - 1);
  return code === FULL_STOP || (code > 0x7f && '°ºª№'.includes(text.charAt(at)));
}

/** Ten bits that differ for most words, and not for upper and lower case: looking them up is faster than the word. */
export function printOf(word: string): number {
  const { length } = word;
  return ((word.charCodeAt(0) & 31) * 37 + (word.charCodeAt(length - 1) & 31) * 5 + length) & 1023;
}

export function abbreviationOf(pack: Pack, word: string): Abbreviation | undefined {
  if (pack.prints[printOf(word)] === 0) return undefined;
  const known = pack.abbreviations.get(word);
  const isLower = caseAt(word, 0) === 'lower';
  return known !== undefined || isLower ? known : pack.abbreviations.get(word.toLowerCase());
}

const LONGEST_WORD = 24;

/** The run of letters and digits at `at`, cut after `LONGEST_WORD` units. */
export function wordAt(text: string, at: number): string {
  let end = at;
  const ceiling = at + LONGEST_WORD;
  while (end < ceiling && isWordAt(text, end)) end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
  return text.slice(at, end);
}
