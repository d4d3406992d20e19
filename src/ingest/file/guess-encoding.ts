import { detectLanguage } from '../language.ts';
import { weighLetter } from './alphabets.ts';

/** Bytes that are looked at. */
const SAMPLE = 64_000;

/** Of two encodings that make the same of the bytes, the first one stands: the one that is more used. */
const CANDIDATES = [
  'utf-8',
  'windows-1252',
  'windows-1251',
  'shift_jis',
  'euc-jp',
  'gb18030',
  'big5',
  'euc-kr',
  'windows-1250',
  'iso-8859-2',
  'windows-1254',
  'windows-1253',
  'windows-1255',
  'windows-1256',
  'koi8-u',
  'ibm866',
  'iso-8859-5',
  'windows-874',
  'macintosh',
] as const;

/** What stands beside letters in any language. */
const COMMON = '\u00a0“”‘’„‚«»‹›–—…•€£§°·©®™½²³、。，「」『』！？：；（）・ー　';

/** How much an impossible character counts against the plausible ones. */
const IMPOSSIBLE = 8;
const STRANGE = 0.5;

/**
 * The encoding in which bytes that are not UTF-8 make the most plausible text: letters of the language that the words
 * are of, no capital after a small letter, nothing that no text has. Short texts in a few odd letters can deceive it.
 */
export function guessEncoding(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, SAMPLE);
  let best: string = 'windows-1252';
  let most = Number.NEGATIVE_INFINITY;
  for (const encoding of CANDIDATES) {
    const text = new TextDecoder(encoding).decode(sample);
    const score = rate(text);
    if (score <= most) continue;
    best = encoding;
    most = score;
  }
  return best;
}

/** The mean plausibility of the characters that are not ASCII, 1 being the best. */
function rate(text: string): number {
  const language = detectLanguage(text);
  let sum = 0;
  let count = 0;
  let before = '';
  for (const character of text) {
    if (character > '\u007f') {
      sum += weigh(character, before, language);
      count += 1;
    }
    before = character;
  }
  return count === 0 ? 0 : sum / count;
}

function weigh(character: string, before: string, language: string): number {
  if (/[\ufffd\u0080-\u009f\p{Co}\p{Cn}]/u.test(character)) return -IMPOSSIBLE;
  if (COMMON.includes(character)) return STRANGE;
  if (/\p{Lu}/u.test(character) && /\p{Ll}/u.test(before)) return -1;
  if (/[a-z]/i.test(before) && !/\p{sc=Latin}/u.test(character)) return -1;
  const weight = weighLetter(character.toLowerCase(), language);
  // Korean is written without ideographs, and has many more syllables than the frequent ones.
  const isNeutral = language === 'ko' ? /\p{sc=Hangul}/u : /\p{sc=Han}/u;
  return weight > 0 || isNeutral.test(character) ? weight : -STRANGE;
}
