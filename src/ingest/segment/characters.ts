/** What the scan does at a character; everything that is not listed is passed over. */
export const Kind = {
  plain: 0,
  /** A dot: ends sentences, abbreviations, numbers and names of files alike. */
  stop: 1,
  /** A question or exclamation mark of a script that has upper and lower case. */
  cry: 2,
  /** A dot leader in one character. */
  ellipsis: 3,
  /** A mark that has no other job than to end a sentence. */
  hard: 4,
  lineBreak: 5,
  openBracket: 6,
  closeBracket: 7,
  bullet: 8,
} as const;

export type Kinds = Uint8Array;

const LISTED: readonly (readonly [number, string])[] = [
  [Kind.stop, '.'],
  [Kind.cry, '!?‼⁇⁈⁉‽⸮'],
  [Kind.ellipsis, '…'],
  // CJK, Arabic, Urdu, Devanagari, Armenian, Burmese, Ethiopic, Khmer.
  [Kind.hard, '。．｡！？؟۔।॥։။።፧។៕'],
  [Kind.lineBreak, '\n\r\v\f\u0085\u2028\u2029'],
  [Kind.openBracket, '([{（［｛【〔《〈'],
  [Kind.closeBracket, ')]}）］｝】〕》〉'],
  [Kind.bullet, '•‣⁃▪●◦■○◆➢※'],
];

/**
 * The kind of every UTF-16 unit. `marks` and `plain` change the kinds for one language: in Armenian the colon is the
 * full stop and the dot is none, in Greek the semicolon is the question mark.
 */
export function tabulateKinds(marks = '', plain = ''): Kinds {
  const kinds = new Uint8Array(0x1_0000);
  for (const [kind, characters] of LISTED) assign(kinds, characters, kind);
  assign(kinds, marks, Kind.cry);
  assign(kinds, plain, Kind.plain);
  return kinds;
}

function assign(kinds: Kinds, characters: string, kind: number): void {
  for (let i = 0; i < characters.length; i += 1) kinds[characters.charCodeAt(i)] = kind;
}

/** White space as ECMAScript has it, with the next-line control and the zero-width space. */
export function isSpace(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 9 && code <= 13);
  return (code >= 0x2000 && code <= 0x200b) || OTHER_SPACES.has(code);
}

const OTHER_SPACES = new Set([0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff]);

export function isLineBreak(code: number): boolean {
  return (code >= 10 && code <= 13) || code === 0x85 || code === 0x2028 || code === 0x2029;
}

/** Digits of Latin, Arabic and full-width writing. */
export function isDigit(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) || (code >= 0x660 && code <= 0x669) || (code >= 0xff10 && code <= 0xff19)
  );
}

/** Whether the character is one of a to z. */
export function isSmallLatin(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

/** Whether the character is of Chinese or Japanese, which put no space between words. */
export function isUnspaced(code: number): boolean {
  return (code >= 0x2e80 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xffee);
}

const LETTER = /[\p{L}\p{M}\p{N}]/u;

/** Letters, their marks and digits; a surrogate counts by the code point that it begins. */
export function isWordAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (caseAt(text, at) !== 'none' || isDigit(code)) return true;
  return code >= 0xc0 && !isPunctuation(code) && LETTER.test(codePointText(text, at));
}

export function isLetterAt(text: string, at: number): boolean {
  return isWordAt(text, at) && !isDigit(text.charCodeAt(at));
}

/** Quotes and dashes are common, and the tables behind `\p` take an engine milliseconds to build. */
function isPunctuation(code: number): boolean {
  return (
    (code >= 0x2010 && code <= 0x206f) ||
    (code >= 0x3008 && code <= 0x3020) ||
    code === 0x3001 ||
    code === 0x3002
  );
}

export type Case = 'upper' | 'lower' | 'none';

/** The case of the character at `at`; `none` for digits, symbols and scripts that begin no sentence with a capital. */
export function caseAt(text: string, at: number): Case {
  const code = text.charCodeAt(at);
  if (code < 0x80) {
    if (code >= 0x61 && code <= 0x7a) return 'lower';
    return code >= 0x41 && code <= 0x5a ? 'upper' : 'none';
  }
  // Georgian has capitals in Unicode since version 11, and no text that begins a sentence with one.
  if (Number.isNaN(code) || isPunctuation(code) || (code >= 0x10d0 && code <= 0x10ff)) return 'none';
  const character = codePointText(text, at);
  const lower = character.toLowerCase();
  if (lower === character.toUpperCase()) return 'none';
  return lower === character ? 'lower' : 'upper';
}

function codePointText(text: string, at: number): string {
  const point = text.codePointAt(at);
  return point === undefined ? '' : String.fromCodePoint(point);
}

/** Marks of direction: invisible, transparent for every decision, and kept with the sentence that they follow. */
export function isDirectionMark(code: number): boolean {
  return (
    code === 0x200e ||
    code === 0x200f ||
    code === 0x61c ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2066 && code <= 0x2069)
  );
}

const EXTENDING =
  /[\p{M}\p{Emoji_Modifier}\u{200c}-\u{200d}\u{e33}\u{eb3}\u{ff9e}\u{ff9f}\u{e0020}-\u{e007f}]/u;

/** Whether the character at `at` belongs to the grapheme before it (UAX 29, GB9 and GB9a, a little generously). */
export function extendsGrapheme(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x300 && !isPunctuation(code) && EXTENDING.test(codePointText(text, at));
}

const MARKED_SPACE = /\p{Zs}/u;

/** The first visible character at or after `at`; a space under a combining mark is visible. */
export function skipSpace(text: string, at: number): number {
  let next = at;
  while (next < text.length && isSpace(text.charCodeAt(next))) next += 1;
  const carriesMark = next > at && extendsGrapheme(text, next) && MARKED_SPACE.test(text.charAt(next - 1));
  return carriesMark ? next - 1 : next;
}

/** The same, not past the line. */
export function skipInlineSpace(text: string, at: number): number {
  let next = at;
  for (;;) {
    const code = text.charCodeAt(next);
    if (!isSpace(code) || isLineBreak(code)) return next;
    next += 1;
  }
}

/** The end of what is visible before `at`, not further back than `floor`. */
export function skipSpaceBack(text: string, at: number, floor: number): number {
  let end = at;
  while (end > floor && isSpace(text.charCodeAt(end - 1))) end -= 1;
  return end;
}
