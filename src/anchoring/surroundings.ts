import { isNumber } from './amounts.ts';
import { isQuoted, joinWords, readBeside, type Beside, type Side, type Standing } from './beside.ts';
import { reduce } from './boundary.ts';
import { CONTEXT } from './describe.ts';
import { countNegations } from './negation.ts';
import type { Pattern } from './pattern.ts';

/**
 * Whether equal words are read as they were, by what stands around them in their sentence:
 *
 * - a number is read with the word, number or sign beside it, on either side of an edge ("13" is not "2 13", "13 – 14",
 *   "about 13" or "13 wounded"), and so is a name ("Biden" is not "Jill Biden");
 * - the nearest words negate as much as they did ("came" is not "never came", "来了" is not "没来了");
 * - quote marks stand around just these words if they did: they say that somebody else speaks, or the contrary;
 * - a sentence that began or ended with them does so, or has the same word beyond them ("our friends" is neither "our
 *   friends no longer" nor "as if they were our friends").
 *
 * Of what was around them only so much is held against a text as the target tells. `start` and `end` are the edges of the
 * quote's core in the text, in UTF-16 units.
 */
export function readsTheSame(pattern: Pattern, text: string, start: number, end: number): boolean {
  if (!pattern.hasContext) return true;
  const was = standingOf(pattern);
  const is: Standing = { text, start, end, isCut: { before: false, after: false } };
  return isQuoted(was) === isQuoted(is) && SIDES.every((side) => keepsSide(was, is, side));
}

const SIDES: readonly Side[] = ['before', 'after'];
/** The nearest words, which may negate; so many more are looked at before one is missed. */
const NEAR = 3;
const WIDE = 6;

function standingOf({ raw, rawCoreStart, rawCoreEnd, target: { quote, position } }: Pattern): Standing {
  const before = position.start > quote.prefix.length;
  const after = quote.suffix.length >= CONTEXT;
  return { text: raw, start: rawCoreStart, end: rawCoreEnd, isCut: { before, after } };
}

function keepsSide(was: Standing, is: Standing, side: Side): boolean {
  const [old, now] = [readBeside(was, side, WIDE), readBeside(is, side, WIDE)];
  if (old.isCut && old.words.length === 0) return true;
  const edge = edgeOf(is, side);
  return (
    keepsNeighbour(edge, old, now, side) &&
    keepsNegation(old, now, side) &&
    (!old.isEdge || now.isEdge || old.word === now.word)
  );
}

function keepsNeighbour(edge: string, old: Beside, now: Beside, side: Side): boolean {
  const isTold =
    isNumber(edge) ||
    [old, now].some((one) => !isApart(one) && (isNumber(one.word) || areNames(edge, one, side)));
  if (!isTold || (isApart(old) && isApart(now))) return true;
  if (signsOf(old) !== signsOf(now)) return false;
  const [then, present] = [wordOf(old), wordOf(now)];
  if (!old.isCut || old.words.length > 1) return then === present;
  // What is known may begin in the middle of the word.
  return side === 'before' ? present.endsWith(then) : present.startsWith(then);
}

/** The word of the quote at one of its edges. */
function edgeOf({ text, start, end }: Standing, side: Side): string {
  const words = text.slice(start, end).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return (side === 'before' ? words[0] : words.at(-1)) ?? '';
}

function wordOf({ isEdge, word }: Beside): string {
  return isEdge ? '' : word;
}

/** Parted from the edge by the end of the sentence, by punctuation or by the dash that is no sign of a number. */
function isApart({ gap, isEdge, word }: Beside): boolean {
  return isEdge || /[^\p{Pd}\p{S}\s/"'“”„‘’«»]/u.test(gap) || (/\p{Pd}/u.test(gap) && !isNumber(word));
}

function signsOf({ gap }: Beside): string {
  return reduce(gap.replaceAll(/[^\p{Pd}\p{S}/]/gu, '')).replaceAll(/-+/g, '-');
}

function areNames(edge: string, { words }: Beside, side: Side): boolean {
  const next = (side === 'before' ? words.at(-1) : words[0]) ?? '';
  return /^\p{Lu}/u.test(edge) && /^\p{Lu}/u.test(next);
}

function keepsNegation(old: Beside, now: Beside, side: Side): boolean {
  const known = old.isCut ? Math.min(NEAR, old.words.length) : NEAR;
  const near = (words: readonly string[], most: number): string =>
    joinWords(side === 'before' ? words.slice(Math.max(0, words.length - most)) : words.slice(0, most));
  return (
    countNegations(near(old.words, NEAR)) <= countNegations(near(now.words, WIDE)) &&
    countNegations(near(now.words, known)) <= countNegations(near(old.words, WIDE))
  );
}
