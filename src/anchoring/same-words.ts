import type { Range } from '../domain/article.ts';
import { keepsBoundary } from './boundary.ts';
import { CLASSES, classOf, type CharacterClass } from './characters.ts';
import { fitContext } from './context-fit.ts';
import { toFolded, type Passage } from './passage.ts';
import { isLoose, type Pattern } from './pattern.ts';

/** A place with the same words, whatever their typography. */
export interface SamePlace {
  readonly range: Range;
  /** Without the punctuation at its edges. */
  readonly core: Range;
  /** The same down to the last unit. */
  readonly isIdentical: boolean;
  /** At the offsets that the target has. */
  readonly isInPlace: boolean;
  /** How much of the context stands around it, 0 to 1. */
  readonly fit: number;
}

/** Places whose context is looked at closely; of more, those where most letters around the quote agree. */
const CLOSELY = 48;
/** Letters on either side that choose them. */
const GLANCE = 24;

/** The places that say the words of the quote and no others, the best context first. */
export function findSameWords(passage: Passage, pattern: Pattern): readonly SamePlace[] {
  return narrow(passage, pattern, findCores(passage, pattern))
    .map((start) => placeAt(passage, pattern, start))
    .filter((place) => place !== null)
    .toSorted((a, b) => b.fit - a.fit || Number(b.isInPlace) - Number(a.isInPlace));
}

/** By the rarest of the words between the first and the last, which are whole; or by reading the text. */
function findCores({ folded, occurrences }: Passage, { core, coreStart, inner }: Pattern): readonly number[] {
  let rarest: readonly number[] | null = null;
  for (const { term, start } of inner) {
    const places = occurrences(term);
    if (places === null || (rarest && places.length >= rarest.length)) continue;
    rarest = places.map((place) => place - start + coreStart);
    if (rarest.length <= 1) break;
  }
  if (rarest) return rarest.filter((start) => start >= 0 && folded.startsWith(core, start));
  const starts: number[] = [];
  for (let at = folded.indexOf(core); at !== -1; at = folded.indexOf(core, at + 1)) starts.push(at);
  return starts;
}

function narrow(passage: Passage, pattern: Pattern, starts: readonly number[]): readonly number[] {
  if (starts.length <= CLOSELY) return starts;
  const old = toFolded(passage, pattern.target.position.start);
  const isOld = (start: number): boolean => start === old + pattern.coreStart - pattern.start;
  return starts
    .map((start) => ({ start, agreed: isOld(start) ? Infinity : glance(passage.folded, pattern, start) }))
    .toSorted((a, b) => b.agreed - a.agreed || Math.abs(a.start - old) - Math.abs(b.start - old))
    .slice(0, CLOSELY)
    .map(({ start }) => start);
}

function glance(folded: string, { folded: own, coreStart, core }: Pattern, start: number): number {
  let left = 0;
  while (
    left < GLANCE &&
    left < coreStart &&
    own.charCodeAt(coreStart - 1 - left) === folded.charCodeAt(start - 1 - left)
  ) {
    left += 1;
  }
  const [ownEnd, end] = [coreStart + core.length, start + core.length];
  let right = 0;
  while (
    right < GLANCE &&
    ownEnd + right < own.length &&
    own.charCodeAt(ownEnd + right) === folded.charCodeAt(end + right)
  ) {
    right += 1;
  }
  return left + right;
}

function placeAt(passage: Passage, pattern: Pattern, coreStart: number): SamePlace | null {
  const { text, folded, starts, ends } = passage;
  const coreEnd = coreStart + pattern.core.length;
  const core = { start: starts[coreStart] ?? 0, end: ends[coreEnd - 1] ?? 0 };
  if (!keepsBoundary(pattern, text, core.start, core.end)) return null;
  const { position, quote } = pattern.target;
  const start = coreStart - looseBefore(folded, coreStart, pattern);
  const end = coreEnd + looseAfter(folded, coreEnd, pattern);
  const identical = core.start - pattern.rawCoreStart + quote.prefix.length;
  const isIdentical = identical >= 0 && text.startsWith(quote.exact, identical);
  const range = isIdentical
    ? { start: identical, end: identical + quote.exact.length }
    : { start: starts[start] ?? 0, end: ends[end - 1] ?? 0 };
  return {
    range,
    core,
    isIdentical,
    isInPlace: range.start === position.start && range.end === position.end,
    fit: fitContext(passage, pattern, start, end),
  };
}

/** Units of punctuation before the core that stand for the quote's own. */
function looseBefore(folded: string, coreStart: number, pattern: Pattern): number {
  const most = pattern.coreStart - pattern.start;
  let count = 0;
  while (
    count < most &&
    coreStart - count > 0 &&
    isAlike(folded, coreStart - count - 1, pattern.folded, pattern.coreStart - count - 1)
  ) {
    count += 1;
  }
  return count;
}

function looseAfter(folded: string, coreEnd: number, pattern: Pattern): number {
  const ownEnd = pattern.coreStart + pattern.core.length;
  let count = 0;
  while (
    ownEnd + count < pattern.end &&
    coreEnd + count < folded.length &&
    isAlike(folded, coreEnd + count, pattern.folded, ownEnd + count)
  ) {
    count += 1;
  }
  return count;
}

function isAlike(a: string, i: number, b: string, j: number): boolean {
  return isLoose(a, i) && isLoose(b, j) && kindOf(a, i) === kindOf(b, j);
}

/** Quote marks and dashes stand for their like; a full stop may be an exclamation mark now. */
function kindOf(folded: string, at: number): CharacterClass {
  const found = classOf(folded.charCodeAt(at));
  return found === CLASSES.double || found === CLASSES.dash ? found : CLASSES.punctuation;
}
