import { Kind, caseAt, isDigit, isLetterAt, isSpace, skipSpace } from './characters.ts';
import type { Pack } from './packs/pack.ts';
import { wordAt } from './words.ts';

interface Marker {
  /** Its place in the list: the number, or the place of the letter in the alphabet. */
  readonly ordinal: number;
  /** What the numbering looks like, the ordinal left out: `0.`, `(a)`, `A)`. */
  readonly style: string;
  readonly end: number;
}

/** Whether a bullet, or a marker such as `2.`, `b)` or `(iv)`, begins the line at `at`. */
export function startsListItem(text: string, at: number): boolean {
  const character = text.charAt(at);
  if (BULLETS.includes(character)) return true;
  if ('-*+'.includes(character)) return isSpace(text.charCodeAt(at + 1));
  // A line of prose may begin with a dash.
  if ('–—'.includes(character)) return isSpace(text.charCodeAt(at + 1)) && caseAt(text, at + 2) !== 'lower';
  const marker = readMarker(text, at);
  // `A. Smith` is a name.
  return marker !== undefined && marker.style !== 'A.' && isSpace(text.charCodeAt(marker.end));
}

const BULLETS = '•‣⁃▪●◦■○◆♦➢※①②③④⑤⑥⑦⑧⑨';

/**
 * `1. one 2. two`: where the marker that ends at `at` begins, if it is the next one of the list that the sentence at
 * `start` is an item of.
 */
export function findNextItem(text: string, pack: Pack, start: number, at: number): number | undefined {
  const own = readMarker(text, skipBullet(text, pack, start));
  if (own === undefined || own.style === 'A.') return undefined;
  const begin = markerStart(text, start, at);
  const marker = begin === undefined ? undefined : readMarker(text, begin);
  if (marker?.style !== own.style || marker.ordinal !== own.ordinal + 1) return undefined;
  const next = skipSpace(text, marker.end);
  if (next === marker.end || next >= text.length) return undefined;
  if (marker.style !== '0.') return begin;
  // `1. Juli bis 2. August` is no list.
  const isOrdinal = pack.ordinalNouns.has(wordAt(text, next).toLowerCase());
  return caseAt(text, next) === 'lower' || isOrdinal ? undefined : begin;
}

function markerStart(text: string, start: number, at: number): number | undefined {
  let begin = at;
  if (text.charAt(begin) === ')' && text.charAt(begin - 1) === '.') begin -= 1;
  if (isDigit(text.charCodeAt(begin - 1))) {
    while (begin > start && at - begin < 5 && isDigit(text.charCodeAt(begin - 1))) begin -= 1;
  } else if (isLetterAt(text, begin - 1)) begin -= 1;
  else return undefined;
  if (text.charAt(begin - 1) === '(') begin -= 1;
  return begin > start + 1 && isSpace(text.charCodeAt(begin - 1)) ? begin : undefined;
}

/** Where the number or letter begins behind a bullet: `• 9. The first item`. */
export function skipBullet(text: string, pack: Pack, at: number): number {
  return pack.kinds[text.charCodeAt(at)] === Kind.bullet ? skipSpace(text, at + 1) : at;
}

/** The list marker at `at`: one to three digits or one Latin letter, in `.`, `)`, `.)` or brackets. */
export function readMarker(text: string, at: number): Marker | undefined {
  const open = text.charCodeAt(at) === OPEN ? '(' : '';
  const begin = at + open.length;
  let end = begin;
  while (end < begin + 4 && isDigit(text.charCodeAt(end))) end += 1;
  const isNumber = end > begin;
  if (!isNumber && isLatinLetter(text.charCodeAt(begin))) end += 1;
  const after = text.charCodeAt(end);
  if (end === begin || end - begin > 3 || (after !== FULL_STOP && after !== CLOSE)) return undefined;
  const close = CLOSES.find((mark) => text.startsWith(mark, end));
  if (close === undefined || (open === '(' && close !== ')')) return undefined;
  const sign = text.slice(begin, end);
  const letter = sign.toLowerCase() === sign ? 'a' : 'A';
  return {
    ordinal: isNumber ? Number(sign) : sign.charCodeAt(0),
    style: open + (isNumber ? '0' : letter) + close,
    end: end + close.length,
  };
}

const OPEN = 0x28;
const CLOSE = 0x29;
const FULL_STOP = 0x2e;

function isLatinLetter(code: number): boolean {
  const folded = code | 0x20;
  return folded >= 0x61 && folded <= 0x7a;
}

const CLOSES = ['.)', '.', ')'];

/** Whether nothing stands between `start` and `mark` but a list marker, `iv` and `12` included. */
export function isBareMarker(text: string, start: number, mark: number): boolean {
  if (mark - start > 5 || mark === start) return false;
  return /^\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4}|[IVX]{1,4})$/.test(text.slice(start, mark));
}
