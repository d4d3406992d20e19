import type { Range } from '../domain/article.ts';
import { firstEndingAfter } from '../domain/coverage.ts';
import { CLASSES, classOf } from './characters.ts';
import { wordsAround } from './words.ts';

/**
 * Widens a range (UTF-16 units) to the whole words that it touches, without the white space at its edges; null when
 * nothing visible is selected. A range that runs backwards or out of the text is set right first.
 */
export function snapToWords(text: string, range: Range, language: string): Range | null {
  const inner = trim(text, clamp(range, { start: 0, end: text.length }));
  if (inner === null) return null;
  const head = wordsAround(text, inner.start, inner.start, language);
  const tail = wordsAround(text, inner.end, inner.end, language);
  const first = head.find((word) => word.start < inner.start && inner.start < word.end);
  const last = tail.find((word) => word.start < inner.end && inner.end < word.end);
  return { start: first?.start ?? inner.start, end: last?.end ?? inner.end };
}

/** From the start of the first sentence that the range touches to the end of the last; null when it touches none. */
export function snapToSentences(sentences: readonly Range[], range: Range): Range | null {
  const first = firstEndingAfter(sentences, range.start);
  const start = sentences[first]?.start;
  if (start === undefined || start >= range.end) return null;
  let end = sentences[first]?.end ?? start;
  for (let i = first + 1; i < sentences.length && (sentences[i]?.start ?? Infinity) < range.end; i += 1) {
    end = sentences[i]?.end ?? end;
  }
  return { start, end };
}

/**
 * Moves one boundary of a range by one word; the other stays. The result never leaves `limits` and keeps at least one
 * whole word; where it can't move, the range comes back as it was. The first and the last stop are the limits
 * themselves, so that closing punctuation can be taken in and left out. All offsets are UTF-16 units.
 */
export function moveEdge(
  text: string,
  range: Range,
  edge: 'start' | 'end',
  direction: 'back' | 'forward',
  language: string,
  limits: Range,
): Range {
  const within = clamp(limits, { start: 0, end: text.length });
  const bounds = trim(text, within) ?? within;
  const stops = stopsAround(text, range[edge], edge, language, bounds);
  const target =
    direction === 'back'
      ? stops.findLast((stop) => stop < range[edge])
      : stops.find((stop) => stop > range[edge]);
  if (target === undefined) return range;
  const moved = { ...range, [edge]: target };
  return holdsWord(text, moved, language) ? moved : range;
}

function stopsAround(
  text: string,
  at: number,
  edge: 'start' | 'end',
  language: string,
  bounds: Range,
): readonly number[] {
  const words = wordsAround(text, at, at, language).filter(
    ({ start, end }) => start >= bounds.start && end <= bounds.end,
  );
  return edge === 'start'
    ? [bounds.start, ...words.map(({ start }) => start)]
    : [...words.map(({ end }) => end), bounds.end];
}

function holdsWord(text: string, { start, end }: Range, language: string): boolean {
  if (start >= end) return false;
  const isInside = (word: Range): boolean => word.start >= start && word.end <= end;
  return (
    wordsAround(text, start, start, language).some(isInside) ||
    wordsAround(text, end, end, language).some(isInside)
  );
}

function clamp({ start, end }: Range, { start: low, end: high }: Range): Range {
  const from = Math.min(Math.max(Math.min(start, end), low), high);
  return { start: from, end: Math.min(Math.max(start, end, from), high) };
}

/** Without the white space and the invisible characters at its edges; null when nothing is left. */
function trim(text: string, range: Range): Range | null {
  let { start, end } = range;
  while (start < end && isUnseen(text.charCodeAt(start))) start += 1;
  while (end > start && isUnseen(text.charCodeAt(end - 1))) end -= 1;
  return start < end ? { start, end } : null;
}

function isUnseen(code: number): boolean {
  const found = classOf(code);
  return (
    found === CLASSES.space || found === CLASSES.hidden || found === CLASSES.bidi || found === CLASSES.joiner
  );
}
