/** What a character does in running text, as far as the comparison of two passages is concerned. */
export type CharacterClass = (typeof CLASSES)[keyof typeof CLASSES];

export const CLASSES = {
  /** Letters and marks of scripts that put spaces between words, and numbers that are no decimal digits (½, ², Ⅳ). */
  letter: 1,
  /** Letters and marks of scripts that are written without spaces. */
  unspaced: 2,
  /** Decimal digits of any script. */
  digit: 3,
  space: 4,
  /** Single quote marks, apostrophes and primes. */
  single: 5,
  /** Double quote marks, guillemets, corner brackets, double primes. */
  double: 6,
  dash: 7,
  /** Never seen: soft hyphen, zero width space, tatweel, emoji variation selectors. */
  hidden: 8,
  /** Zero width joiner and non-joiner: they shape letters of some scripts. */
  joiner: 9,
  /** Bidirectional controls: they can reorder what is seen. */
  bidi: 10,
  /** Punctuation that can stand inside a number. */
  point: 11,
  punctuation: 12,
  currency: 13,
  /** All else: signs, emoji, controls, lone surrogates. */
  symbol: 14,
} as const;

/** Class of a code point; memoised for the basic plane, because texts of a megabyte pass through it. */
export function classOf(codePoint: number): CharacterClass {
  if (codePoint > 0xffff) return classify(String.fromCodePoint(codePoint));
  const known = memo[codePoint] ?? 0;
  if (isClass(known)) return known;
  const found = classify(String.fromCharCode(codePoint));
  memo[codePoint] = found;
  return found;
}

/** 0 to 9 for a decimal digit of any script (Unicode aligns each set of ten at xxx0 or xxx6, but for the mathematical ones). */
export function digitValue(codePoint: number): number {
  if (codePoint >= 0x1d7ce && codePoint <= 0x1d7ff) return (codePoint - 0x1d7ce) % 10;
  const low = codePoint & 15;
  return low < 6 || classOf(codePoint & ~15) === CLASSES.digit ? low : low - 6;
}

/** The ASCII twin of a full-width form, or the code point itself. */
export function toNarrow(codePoint: number): number {
  return codePoint >= 0xff01 && codePoint <= 0xff5e ? codePoint - 0xfee0 : codePoint;
}

const memo = new Uint8Array(0x10000);

function isClass(value: number): value is CharacterClass {
  return value !== 0;
}

const HIDDEN = new Set('\u00ad\u034f\u0640\u200b\u2060\ufe0e\ufe0f\ufeff');
const SINGLE = new Set("'`\u00b4\u02b9\u02bb\u02bc\u05f3\u2018\u2019\u201a\u201b\u2032\u2039\u203a");
const DOUBLE = new Set(
  '"\u00ab\u00bb\u05f4\u201c\u201d\u201e\u201f\u2033\u300c\u300d\u300e\u300f\u301d\u301e\u301f',
);
const POINTS = new Set('.,:/\u00b7\u066b\u066c');
/** Of a class of characters in a regular expression with the flag `u`: those of the scripts that put no spaces between words. */
export const UNSPACED_SCRIPTS =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}' +
  '\\p{Script=Myanmar}\\p{Script=Tibetan}\\u30fc';
const UNSPACED = new RegExp(`[${UNSPACED_SCRIPTS}]`, 'u');

function classify(character: string): CharacterClass {
  if (HIDDEN.has(character)) return CLASSES.hidden;
  if (/[\u200c\u200d]/.test(character)) return CLASSES.joiner;
  if (/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(character)) return CLASSES.bidi;
  if (/[\s\u0085]/.test(character)) return CLASSES.space;
  if (SINGLE.has(character)) return CLASSES.single;
  if (DOUBLE.has(character)) return CLASSES.double;
  if (/[\p{Pd}\u2212]/u.test(character)) return CLASSES.dash;
  if (/\p{Nd}/u.test(character)) return CLASSES.digit;
  if (/[\p{L}\p{M}\p{N}]/u.test(character)) {
    return UNSPACED.test(character) ? CLASSES.unspaced : CLASSES.letter;
  }
  if (POINTS.has(character)) return CLASSES.point;
  if (/\p{Sc}/u.test(character)) return CLASSES.currency;
  return /\p{P}/u.test(character) ? CLASSES.punctuation : CLASSES.symbol;
}
