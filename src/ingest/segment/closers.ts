import {
  type Kinds,
  Kind,
  caseAt,
  extendsGrapheme,
  isDigit,
  isDirectionMark,
  isSpace,
  isWordAt,
  skipInlineSpace,
} from './characters.ts';

/**
 * Where the sentence ends whose last mark ends at `at`: after the closing quotes, brackets and citation marks that belong
 * to it (`."`, `.)`, `.[12]`, `? »`). Never past the line.
 */
export function skipClosers(text: string, kinds: Kinds, at: number): number {
  let end = at;
  for (;;) {
    const after = skipOne(text, kinds, end);
    if (after === end) return end;
    end = after;
  }
}

function skipOne(text: string, kinds: Kinds, at: number): number {
  const code = text.charCodeAt(at);
  if (isSpace(code)) return skipSpacedCloser(text, at);
  if (Number.isNaN(code)) return at;
  const character = text.charAt(at);
  if (kinds[code] === Kind.closeBracket || QUOTES.includes(character)) return at + 1;
  if (QUOTES_OR_OPENERS.includes(character) && !isWordAt(text, at + 1)) return at + 1;
  if (isDirectionMark(code) || SUPERSCRIPTS.includes(character)) return at + 1;
  if (isDigit(code)) return skipPattern(text, at, BARE_CITATION);
  if (character === '[') return skipPattern(text, at, CITATION);
  if (extendsGrapheme(text, at)) return at + (code >= 0xd800 && code <= 0xdbff ? 2 : 1);
  return at;
}

const SUPERSCRIPTS = '¹²³⁰⁴⁵⁶⁷⁸⁹†‡';
/** Close whatever follows. */
const QUOTES = '"”»›」』';
/** Close unless a letter follows: an apostrophe, or a quote that opens what comes next. */
const QUOTES_OR_OPENERS = "'’‘“«‹";

/** `[12]`, `[a]`, `[note 3]`, `[citation needed]`, right behind the mark. */
const CITATION = /\[[\w ,:–-]{1,24}\]/y;

/** French puts a space before `»`; some text has one before every closing quote. */
function skipSpacedCloser(text: string, at: number): number {
  if (caseAt(text, at + 1) !== 'none') return at;
  const next = skipInlineSpace(text, at);
  return skipPattern(text, next, SPACED_CLOSER) > next ? next + 1 : at;
}

const SPACED_CLOSER = /[»›”")\]](?:$|(?!\.\.)[\s,;:.!?)\]”»])/y;

/** `consultation.11 12 Take`: plain figures behind a long word or a bracket; `No.10` and `2.10` are something else. */
const BARE_CITATION = /(?<=[^\s\d.]{4}\.|\)\.)\d{1,3}(?: \d{1,3})*(?= [^\sa-z])/y;

function skipPattern(text: string, at: number, pattern: RegExp): number {
  const sticky = pattern;
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : at;
}
