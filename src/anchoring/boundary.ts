import { lengthOfAmount } from './amounts.ts';
import { CLASSES, classOf, digitValue, toNarrow, type CharacterClass } from './characters.ts';
import type { Pattern } from './pattern.ts';

/** Units of a glued word that are looked at. */
const GLUE = 48;
/** Units in which groups of digits are: fewer than a target has of context, or its own would be cut short. */
const GROUPS = 20;

/**
 * Whether the edges of a quote at a place in a text mean what they meant: the same rest of a word, sign, currency,
 * decimals, group of digits or amount is glued to them ("fell to 4" is not "fell to 4.1", "13" is neither "13 000" nor
 * "13 million", "can" is not "can't"), and what follows asks a question exactly when it did. `start` and `end` are the
 * edges of the quote's core in the text, in UTF-16 units.
 */
export function keepsBoundary(pattern: Pattern, text: string, start: number, end: number): boolean {
  const { raw, rawCoreStart, rawCoreEnd, hasContext } = pattern;
  return (
    gluedBefore(raw, rawCoreStart) === gluedBefore(text, start) &&
    gluedAfter(raw, rawCoreEnd) === gluedAfter(text, end) &&
    (!hasContext || isAsked(raw, rawCoreEnd) === isAsked(text, end))
  );
}

/** Where the word or number that ends at an offset really ends: with its decimals, unit, apostrophe and question mark. */
export function endOfGlue(text: string, offset: number): number {
  let at = offset;
  let inner = classAt(text, before(text, offset));
  let hasAmount = false;
  while (at < text.length && at - offset < GLUE) {
    const amount = inner === CLASSES.digit && !hasAmount ? lengthOfAmount(text, at) : 0;
    if (amount > 0) {
      hasAmount = true;
      at += amount;
      continue;
    }
    const next = after(text, at);
    const found = classAt(text, at);
    const isHeld =
      found === CLASSES.hidden ||
      isMark(text, at) ||
      (isSpaced(found) && isSpaced(inner)) ||
      isLink(text, at, inner, classAt(text, next)) ||
      (at - offset < GROUPS && isInsideNumber(text, at)) ||
      (inner === CLASSES.digit && isNumberEnd(text, at));
    if (!isHeld) break;
    if (found <= CLASSES.digit) inner = found;
    at = next;
  }
  return at;
}

/** Where the word or number that starts at an offset really starts: with its sign, currency, hyphen. */
export function startOfGlue(text: string, offset: number): number {
  let at = offset;
  let inner = classAt(text, offset);
  while (at > 0 && offset - at < GLUE) {
    const previous = before(text, at);
    const found = classAt(text, previous);
    const isHeld =
      found === CLASSES.hidden ||
      isMark(text, at) ||
      (isSpaced(found) && isSpaced(inner)) ||
      isLink(text, previous, classAt(text, before(text, previous)), inner) ||
      (offset - at < GROUPS && isInsideNumber(text, previous)) ||
      (inner === CLASSES.digit && (isNumberStart(text, previous) || followsCurrency(text, at)));
    if (!isHeld) break;
    if (found <= CLASSES.digit) inner = found;
    at = previous;
  }
  return at;
}

/** Whether a question mark follows, closing quotes and brackets aside. */
export function isAsked(text: string, offset: number): boolean {
  return /^[\s\p{P}]*/u.exec(text.slice(offset, offset + 8))?.[0].search(/[?\u061f\uff1f]/) !== -1;
}

function gluedBefore(text: string, offset: number): string {
  return reduce(text.slice(startOfGlue(text, offset), offset));
}

function gluedAfter(text: string, offset: number): string {
  return reduce(text.slice(offset, endOfGlue(text, offset)));
}

/** Apostrophe or hyphen inside a word; point or dash inside a number. */
function isLink(text: string, at: number, left: CharacterClass, right: CharacterClass): boolean {
  if (!isSpaced(left) || !isSpaced(right)) return false;
  const found = classAt(text, at);
  if (found === CLASSES.single || /[-\u2010\u2011]/.test(text.charAt(at))) return true;
  return (
    left === CLASSES.digit && right === CLASSES.digit && (found === CLASSES.point || found === CLASSES.dash)
  );
}

/** A space that groups digits (13 000): one to three stand before it and exactly three behind; so not after a year. */
function isInsideNumber(text: string, at: number): boolean {
  if (!/\p{Zs}/u.test(text.charAt(at))) return false;
  return (
    /(?<!\p{Nd})\p{Nd}{1,3}\p{Zs}*$/u.test(text.slice(Math.max(0, at - 12), at)) &&
    /^\p{Zs}+\p{Nd}{3}(?!\p{Nd})/u.test(text.slice(at, at + 12))
  );
}

function isNumberStart(text: string, at: number): boolean {
  return classAt(text, at) === CLASSES.currency || /[-+\u2010-\u2013\u2212±#≈~<>≤≥.]/.test(text.charAt(at));
}

function isNumberEnd(text: string, at: number): boolean {
  return classAt(text, at) === CLASSES.currency || /[%‰°％]/.test(text.charAt(at));
}

/** Whether a space before a number parts it from its currency ("€ 13", not "13 € 500"). */
function followsCurrency(text: string, at: number): boolean {
  return /(?<!\p{Nd}\p{Zs}?)\p{Sc}\p{Zs}{1,2}$/u.test(text.slice(Math.max(0, at - 6), at));
}

function isMark(text: string, at: number): boolean {
  return text.charCodeAt(at) >= 0x300 && /^\p{M}/u.test(text.slice(at, at + 2));
}

function isSpaced(found: CharacterClass): boolean {
  return found === CLASSES.letter || found === CLASSES.digit;
}

/** So that two spellings of the same glue or word compare equal. */
export function reduce(glue: string): string {
  if (glue === '') return glue;
  let reduced = '';
  for (const character of glue.normalize('NFC')) {
    const code = toNarrow(character.codePointAt(0) ?? 0);
    const found = classOf(code);
    if (found === CLASSES.digit) reduced += String(digitValue(code));
    else if (found === CLASSES.dash) reduced += '-';
    else if (found === CLASSES.single) reduced += "'";
    else if (found === CLASSES.space) reduced += ' ';
    else if (found !== CLASSES.hidden) reduced += String.fromCodePoint(code).toLowerCase();
  }
  return reduced.replaceAll(/(?<=\p{Sc}) +| +(?=[%‰°\p{Sc}])/gu, '');
}

function classAt(text: string, at: number): CharacterClass {
  const code = at < 0 ? undefined : text.codePointAt(at);
  return code === undefined ? CLASSES.space : classOf(toNarrow(code));
}

function before(text: string, at: number): number {
  return at - (at > 1 && (text.codePointAt(at - 2) ?? 0) > 0xffff ? 2 : 1);
}

function after(text: string, at: number): number {
  return at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
}
