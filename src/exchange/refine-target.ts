import { toCodePoints, toUtf16 } from '../domain/code-points.ts';
import type { ForeignQuote, ForeignTarget } from '../domain/foreign-annotation.ts';

/**
 * What is selected where one selector refines another (Web Annotation Data Model, 4.2.9): the words of the finer one, with
 * those of the coarser around them, or its offsets, which count from the beginning of the coarser one. A coarser one that
 * was refined never stands for itself.
 */
export function refine(coarse: ForeignTarget, fine: ForeignTarget): ForeignTarget {
  const hint = sayBoth(coarse, fine);
  if (fine.quote)
    return { quote: coarse.quote ? embed(fine.quote, coarse.quote) : fine.quote, position: null, hint };
  if (!fine.position) return { quote: null, position: null, hint };
  const { start, end } = fine.position;
  if (coarse.quote) return { quote: cut(coarse.quote, start, end), position: null, hint };
  const from = coarse.position;
  if (!from || from.start + end > from.end) return { quote: null, position: null, hint };
  return {
    quote: null,
    position: { start: from.start + start, end: from.start + end, unit: from.unit },
    hint,
  };
}

/** For a person, where neither words nor offsets lead to a place. */
function sayBoth(coarse: ForeignTarget, { hint, position }: ForeignTarget): string | null {
  const within = position ? `characters ${position.start} to ${position.end} in it` : null;
  return [coarse.hint ?? coarse.quote?.exact, hint ?? within].filter((part) => part).join(', ') || null;
}

/** The words with what is beside them, where they stand in the coarser ones once; as they are where they don't. */
function embed(fine: ForeignQuote, coarse: ForeignQuote): ForeignQuote {
  const whole = `${fine.prefix}${fine.exact}${fine.suffix}`;
  const at = coarse.exact.indexOf(whole);
  if (at < 0 || at !== coarse.exact.lastIndexOf(whole)) return fine;
  const start = at + fine.prefix.length;
  return around(coarse, start, start + fine.exact.length);
}

/** The words from one code point of a quote to another; null when it does not reach as far. */
function cut(coarse: ForeignQuote, start: number, end: number): ForeignQuote | null {
  if (end > toCodePoints(coarse.exact, coarse.exact.length)) return null;
  return around(coarse, toUtf16(coarse.exact, start), toUtf16(coarse.exact, end));
}

function around({ exact, prefix, suffix }: ForeignQuote, start: number, end: number): ForeignQuote {
  return {
    exact: exact.slice(start, end),
    prefix: `${prefix}${exact.slice(0, start)}`.slice(-CONTEXT),
    suffix: `${exact.slice(end)}${suffix}`.slice(0, CONTEXT),
  };
}

/** As much as tells repeated words apart, in UTF-16 units: a coarser one may be a whole chapter. */
const CONTEXT = 100;
