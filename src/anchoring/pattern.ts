import type { Target } from '../domain/annotation.ts';
import { CLASSES, classOf } from './characters.ts';
import { fold, type Folded } from './fold.ts';
import { toFolded } from './passage.ts';
import { termsOf, type Term } from './terms.ts';
import { tokenise, weighAll, type Token } from './tokens.ts';

/** A target as it is looked for: prefix, quote and suffix folded as one, because neighbours decide what a sign means. */
export interface Pattern extends Folded {
  readonly target: Target;
  /** The three in one string, and where the quote's core starts and ends in it (UTF-16 units). */
  readonly raw: string;
  readonly rawCoreStart: number;
  readonly rawCoreEnd: number;
  /** The quote in `folded`. */
  readonly start: number;
  readonly end: number;
  /** The quote without the punctuation that may come and go at its edges. */
  readonly core: string;
  readonly coreStart: number;
  /** Terms of the core that its edges do not cut. */
  readonly inner: readonly Term[];
  readonly before: readonly Token[];
  readonly quote: readonly Token[];
  readonly after: readonly Token[];
  /** Words enough to know the passage by, wherever it stands. */
  readonly isDistinctive: boolean;
  readonly hasContext: boolean;
}

/** Prepares a target for the search; null when its quote holds nothing visible. */
export function readPattern(target: Target): Pattern | null {
  const { exact, prefix, suffix } = target.quote;
  const raw = prefix + exact + suffix;
  const [rawStart, rawEnd] = [prefix.length, prefix.length + exact.length];
  const whole = fold(raw);
  const { folded } = whole;
  let [start, end] = [firstEndingAfter(whole.ends, rawStart), toFolded(whole, rawEnd)];
  while (start < end && folded.charCodeAt(start) === 0x20) start += 1;
  while (end > start && folded.charCodeAt(end - 1) === 0x20) end -= 1;
  if (start >= end) return null;
  const [coreStart, coreEnd] = trimPunctuation(folded, start, end);
  const quote = tokenise(folded, start, end);
  return {
    target,
    raw,
    rawCoreStart: whole.starts[coreStart] ?? 0,
    rawCoreEnd: whole.ends[coreEnd - 1] ?? 0,
    ...whole,
    start,
    end,
    core: folded.slice(coreStart, coreEnd),
    coreStart,
    inner: termsOf(tokenise(folded, coreStart, coreEnd).slice(1, -1)),
    before: tokenise(folded, 0, start),
    quote,
    after: tokenise(folded, end, folded.length),
    isDistinctive: quote.length >= 4 && weighAll(quote) >= 16,
    hasContext: prefix !== '' || suffix !== '',
  };
}

/** Punctuation that may be lost or gained at the edges; not a question mark, and nothing that touches a number. */
export function isLoose(folded: string, at: number): boolean {
  const found = classOf(folded.charCodeAt(at));
  if (found === CLASSES.double || found === CLASSES.dash) return true;
  return /[.,;:!\u3001\u3002\u060c\u061b\u06d4]/.test(folded.charAt(at));
}

function trimPunctuation(folded: string, start: number, end: number): readonly [number, number] {
  let [from, to] = [start, end];
  while (from < to && isLoose(folded, from) && !isDigit(folded, from + 1)) from += 1;
  while (to > from && isLoose(folded, to - 1) && !isUnit(folded, to - 1)) to -= 1;
  return from < to ? [from, to] : [start, end];
}

/** A dash after a digit may be half of a range. */
function isUnit(folded: string, at: number): boolean {
  return folded.charAt(at) === '-' && isDigit(folded, at - 1);
}

function isDigit(folded: string, at: number): boolean {
  return classOf(folded.charCodeAt(at)) === CLASSES.digit;
}

function firstEndingAfter(ends: Uint32Array, offset: number): number {
  const found = ends.findIndex((end) => end > offset);
  return found === -1 ? ends.length : found;
}
