import type { Range } from '../domain/article.ts';
import { CLASSES, classOf } from './characters.ts';

/**
 * The words that touch `[from, to]`, by the word rules of the language (Unicode Standard Annex 29, with dictionaries for
 * scripts without spaces). Only a window around the two offsets is segmented, so the length of the text does not matter;
 * `reach` is how many units of it stand on either side. Signs belong to their number: $4.1, -5, 5%.
 */
export function wordsAround(
  text: string,
  from: number,
  to: number,
  language: string,
  reach = 256,
): readonly Range[] {
  const start = floorToBreak(text, Math.max(0, from - reach), from);
  const end = ceilToBreak(text, Math.min(text.length, to + reach), to);
  const words: Range[] = [];
  for (const { segment, index, isWordLike } of segmenterFor(language).segment(text.slice(start, end))) {
    if (isWordLike !== true && !/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(segment)) continue;
    words.push(withSigns(text, start + index, start + index + segment.length));
  }
  return words;
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  const made = new Intl.Segmenter(isLanguageTag(language) ? language : 'und', { granularity: 'word' });
  segmenters.set(language, made);
  return made;
}

/** An article's language is what its page said, which need not be a tag. */
function isLanguageTag(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language).length > 0;
  } catch {
    return false;
  }
}

/** The first white space from `at` on, so that the window cuts no word; `at` itself, clear of surrogates, if there is none. */
function floorToBreak(text: string, at: number, limit: number): number {
  if (at === 0) return 0;
  for (let i = at; i < limit; i += 1) if (classOf(text.charCodeAt(i)) === CLASSES.space) return i;
  return isTrail(text, at) ? at - 1 : at;
}

function ceilToBreak(text: string, at: number, limit: number): number {
  if (at === text.length) return at;
  for (let i = at; i > limit; i -= 1) if (classOf(text.charCodeAt(i - 1)) === CLASSES.space) return i;
  return isTrail(text, at) ? at + 1 : at;
}

function isTrail(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800;
}

function withSigns(text: string, start: number, end: number): Range {
  let [from, to] = [start, end];
  if (classOf(text.charCodeAt(start)) === CLASSES.digit) {
    if (isCurrency(text, from - 1)) from -= 1;
    if (isSign(text, from - 1) && !isBoundWord(text, from - 2)) from -= 1;
    if (isCurrency(text, from - 1)) from -= 1;
  }
  if (classOf(text.charCodeAt(end - 1)) === CLASSES.digit && (isCurrency(text, to) || isUnit(text, to)))
    to += 1;
  return { start: from, end: to };
}

function isCurrency(text: string, at: number): boolean {
  return at >= 0 && at < text.length && classOf(text.charCodeAt(at)) === CLASSES.currency;
}

function isSign(text: string, at: number): boolean {
  return /[-+\u2010-\u2013\u2212±#≈~<>≤≥]/.test(text.charAt(at));
}

function isUnit(text: string, at: number): boolean {
  return /[%‰°％]/.test(text.charAt(at));
}

function isBoundWord(text: string, at: number): boolean {
  if (at < 0) return false;
  const found = classOf(text.charCodeAt(at));
  return found <= CLASSES.digit || text.charAt(at) === '%';
}
