import { weighLetter } from './alphabets.ts';

/** UTF-16 units that are looked at. */
const SAMPLE = 64_000;

const ORDERS = ['utf-16le', 'utf-16be'] as const;
type WideOrder = (typeof ORDERS)[number];

/** Scripts that put spaces between words. */
const SPACED: readonly RegExp[] = [
  /\p{sc=Cyrillic}/gu,
  /\p{sc=Greek}/gu,
  /\p{sc=Arabic}/gu,
  /\p{sc=Hebrew}/gu,
  /\p{sc=Armenian}/gu,
  /\p{sc=Georgian}/gu,
  /\p{sc=Devanagari}/gu,
  /\p{sc=Bengali}/gu,
  /\p{sc=Tamil}/gu,
  /\p{sc=Telugu}/gu,
  /[\uac00-\ud7a3]/gu,
];

/** Those that do not, by the languages whose frequent letters are known. The ideographs are the common ones. */
const UNSPACED: readonly (readonly [letters: RegExp, languages: readonly string[]])[] = [
  [/[\u3041-\u30ff\u4e00-\u9fff]/gu, ['zh', 'ja']],
  [/[\u0e01-\u0e5b]/gu, ['th']],
];

/** Fewer letters prove nothing. */
const LETTERS_AT_LEAST = 16;
/** Share of the characters that the letters of one script, ASCII and common marks make up. */
const KNOWN_SHARE = 0.97;
/** White space in texts with spaces between words, as a share of their characters. */
const SPACE_SHARE = [0.05, 0.5] as const;
/** Share of the letters that are among the frequent ones. */
const FREQUENT_SHARE = 0.1;

/** What no text has: controls, what is not assigned or private, and bytes that meant nothing. */
const IMPOSSIBLE = /[^\P{C}\t\n\r\f\p{Cf}]|\ufffd/u;
/** What stands beside letters in any script. */
const COMMON =
  /[\t\n\f\r\u0020-\u007e\u00a0-\u00bf\u2000-\u206f\u20a0-\u20bf\u2116\u2122\u3000-\u3011\uff01-\uff1f]/gu;

/**
 * The order of the bytes of a text in UTF-16 that has no mark and is in another script than the Latin one; null when it
 * is not certain to be that. Its spaces and digits have a byte that is zero, which no text in another encoding has; all
 * of it can be decoded, and it is in one script, with spaces or frequent letters as texts have them. Linear.
 */
export function guessWideOrder(bytes: Uint8Array): WideOrder | null {
  if (bytes.length % 2 === 1 || !bytes.subarray(0, 2 * SAMPLE).includes(0)) return null;
  const [found, other] = ORDERS.filter((order) => isPlausible(bytes, order));
  return found !== undefined && other === undefined ? found : null;
}

function isPlausible(bytes: Uint8Array, order: WideOrder): boolean {
  const text = (decodeWhole(bytes, order) ?? '').slice(0, SAMPLE).replace(/[\ud800-\udbff]$/, '');
  if (text === '' || IMPOSSIBLE.test(text)) return false;
  const common = count(text, COMMON);
  const spaces = count(text, /[ \t\r\n]/g) / text.length;
  const isIn = (script: RegExp): boolean => {
    const letters = count(text, script);
    return letters >= LETTERS_AT_LEAST && letters + common >= text.length * KNOWN_SHARE;
  };
  if (spaces >= SPACE_SHARE[0] && spaces <= SPACE_SHARE[1] && SPACED.some(isIn)) return true;
  return UNSPACED.some(
    ([script, languages]) =>
      isIn(script) && languages.some((language) => frequentShare(text, script, language) >= FREQUENT_SHARE),
  );
}

function frequentShare(text: string, script: RegExp, language: string): number {
  const letters = text.match(script) ?? [];
  return letters.filter((letter) => weighLetter(letter, language) > 0).length / letters.length;
}

/** Null when some of the bytes mean nothing. */
function decodeWhole(bytes: Uint8Array, order: WideOrder): string | null {
  try {
    return new TextDecoder(order, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function count(text: string, wanted: RegExp): number {
  return text.match(wanted)?.length ?? 0;
}
