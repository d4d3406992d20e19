import {
  caseAt,
  extendsGrapheme,
  isDigit,
  isDirectionMark,
  isLetterAt,
  isLineBreak,
  isSpace,
  isWordAt,
} from './characters.ts';

/**
 * Where the sentence ends whose last mark ends at `at`: after the closing quotes, brackets and citation marks that belong
 * to it (`."`, `.)`, `.[12]`, `? »`). Never past the line.
 */
export function skipClosers(text: string, at: number): number {
  let end = at;
  for (;;) {
    const after = skipOne(text, end);
    if (after === end) return end;
    end = after;
  }
}

function skipOne(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (isSpace(code)) return isLineBreak(code) ? at : skipSpacedCloser(text, at);
  if (Number.isNaN(code)) return at;
  const character = text.charAt(at);
  if (isCloser(text, at, character)) return at + 1;
  if (isDirectionMark(code) || SUPERSCRIPTS.includes(character)) return at + 1;
  if (character === '[') return skipCitation(text, at);
  if (extendsGrapheme(text, at)) return at + (code >= 0xd800 && code <= 0xdbff ? 2 : 1);
  return at;
}

const SUPERSCRIPTS = '¹²³⁰⁴⁵⁶⁷⁸⁹†‡';
/** Close whatever follows. */
const PLAIN_CLOSERS = ')]}）］｝】〕》〉」』”"›»＂〞〟';
/** Close unless a letter follows: an apostrophe, or a quote that opens what comes next. */
const CLOSERS_OR_OPENERS = "'’‘“«‹";

function isCloser(text: string, at: number, character: string): boolean {
  if (PLAIN_CLOSERS.includes(character)) return true;
  return CLOSERS_OR_OPENERS.includes(character) && !isWordAt(text, at + 1);
}

/** `[12]`, `[a]`, `[note 3]`, `[citation needed]`, right behind the mark. */
function skipCitation(text: string, at: number): number {
  for (let i = at + 1; i < at + LONGEST_CITATION; i += 1) {
    const character = text.charAt(i);
    if (character === ']') return i > at + 1 ? i + 1 : at;
    if (!isWordAt(text, i) && !' ,:–-'.includes(character)) return at;
    if (character === '') return at;
  }
  return at;
}

const LONGEST_CITATION = 24;

/** French puts a space before `»`; some text has one before every closing quote. */
function skipSpacedCloser(text: string, at: number): number {
  let next = at + 1;
  while (isSpace(text.charCodeAt(next)) && !isLineBreak(text.charCodeAt(next))) next += 1;
  if (caseAt(text, next) !== 'none') return at;
  const character = text.charAt(next);
  if (character === '' || !SPACED_CLOSERS.includes(character)) return at;
  const after = text.charAt(next + 1);
  const standsFree = after === '' || isSpace(text.charCodeAt(next + 1)) || BEHIND_CLOSER.includes(after);
  const isEllipsis = after === '.' && text.charAt(next + 2) === '.';
  return standsFree && !isEllipsis ? next + 1 : at;
}

const SPACED_CLOSERS = '»›”")]';
const BEHIND_CLOSER = ',;:.!?)]”»';

/**
 * A citation number set as plain digits behind the mark (`consultation.11 12 Take`): where it ends, or `at`.
 * Only behind a word or a bracket, since `No.10` and `2.10` are something else.
 */
export function skipBareCitation(text: string, mark: number, at: number): number {
  if (!isDigit(text.charCodeAt(at))) return at;
  const before = text.charAt(mark - 1);
  if (before !== ')' && !(isLetterAt(text, mark - 1) && isLetterAt(text, mark - 4))) return at;
  let end = at;
  for (;;) {
    const digits = skipDigits(text, end);
    if (digits === end || digits - end > 3) return at;
    const isLast = !isDigit(text.charCodeAt(digits + 1));
    if (text.charAt(digits) !== ' ' && digits < text.length) return at;
    if (isLast) return digits;
    end = digits + 1;
  }
}

function skipDigits(text: string, at: number): number {
  let end = at;
  while (isDigit(text.charCodeAt(end))) end += 1;
  return end;
}
