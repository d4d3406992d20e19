import { type Kinds, Kind, caseAt, isSpace, skipSpace } from './characters.ts';
import type { Pack } from './packs/pack.ts';
import { wordAt } from './words.ts';

interface Marker {
  /** Its place in the list: the number, or the code of the letter. */
  readonly ordinal: number;
  /** What the numbering looks like, the ordinal left out: `0.`, `(a)`, `A)`. */
  readonly style: string;
  readonly end: number;
}

/** Whether a bullet, or a marker such as `2.`, `b)` or `(c)`, begins the line at `at`. */
export function startsListItem(text: string, kinds: Kinds, at: number): boolean {
  const character = text.charAt(at);
  const isSpaced = isSpace(text.charCodeAt(at + 1));
  if ('-*+'.includes(character)) return isSpaced;
  // A line of prose may begin with a dash.
  if ('–—'.includes(character)) return isSpaced && caseAt(text, at + 2) !== 'lower';
  const marker = readMarker(text, at);
  if (marker === undefined) return kinds[text.charCodeAt(at)] === Kind.bullet || CIRCLED.test(character);
  // `A. Smith` is a name.
  return marker.style !== 'A.' && isSpace(text.charCodeAt(marker.end));
}

const CIRCLED = /[①-⑳]/;

/**
 * `1. one 2. two`: where the marker that ends at `at` begins, if it is the next one of the list that the sentence at
 * `start` is an item of.
 */
export function findNextItem(text: string, pack: Pack, start: number, at: number): number | undefined {
  const own = readMarker(text, skipBullet(text, pack.kinds, start));
  if (own === undefined || own.style === 'A.') return undefined;
  const from = Math.max(at - LONGEST_MARKER, start);
  const word = text.slice(from, at).search(LAST_WORD);
  const begin = from + word;
  const marker = word > 0 ? readMarker(text, begin) : undefined;
  if (marker?.style !== own.style || marker.ordinal !== own.ordinal + 1) return undefined;
  const next = skipSpace(text, marker.end);
  if (next === marker.end || next >= text.length) return undefined;
  if (marker.style !== '0.') return begin;
  // `1. Juli bis 2. August` is no list.
  const isOrdinal = pack.ordinalNouns.has(wordAt(text, next).toLowerCase());
  return caseAt(text, next) === 'lower' || isOrdinal ? undefined : begin;
}

const LONGEST_MARKER = 6;
const LAST_WORD = /(?<=\s)\S+$/;

/** Where the number or letter begins behind a bullet: `• 9. The first item`. */
export function skipBullet(text: string, kinds: Kinds, at: number): number {
  return kinds[text.charCodeAt(at)] === Kind.bullet ? skipSpace(text, at + 1) : at;
}

/** The list marker at `at`: one to three digits or one Latin letter, in `.`, `)`, `.)` or brackets. */
export function readMarker(text: string, at: number): Marker | undefined {
  // The second character of a word says most often that it is none.
  if (text.charCodeAt(at + 1) > 0x39 && text.charCodeAt(at) !== OPENING) return undefined;
  MARKER.lastIndex = at;
  const [found, open = '', sign = '', close = ''] = MARKER.exec(text) ?? [];
  if (found === undefined) return undefined;
  const number = Number(sign);
  const letter = caseAt(sign, 0) === 'lower' ? 'a' : 'A';
  return {
    ordinal: number >= 0 ? number : sign.charCodeAt(0),
    style: open + (number >= 0 ? '0' : letter) + close,
    end: at + found.length,
  };
}

const OPENING = 0x28;
const MARKER = /(\(?)(\d{1,3}|[a-zA-Z])(\.?\)|\.)/y;

/** Whether nothing stands between `start` and `mark` but a list marker, `iv` and `12` included. */
export function isBareMarker(text: string, start: number, mark: number): boolean {
  return mark > start && mark - start < LONGEST_MARKER && BARE_MARKER.test(text.slice(start, mark));
}

const BARE_MARKER = /^\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4}|[IVX]{1,4})$/;
