import type { Range } from '../domain/article.ts';
import { endOfGlue, isAsked, startOfGlue } from './boundary.ts';
import type { ChangedPlace } from './changed-places.ts';
import type { Passage } from './passage.ts';
import type { SamePlace } from './same-words.ts';

/** A place that was considered. */
export interface Candidate {
  /** UTF-16 units of the text. */
  readonly range: Range;
  /** The same to the last unit, the same words in other typography, or other words. */
  readonly words: 'same' | 'near' | 'changed';
  /** How much of the words is the same, 0 to 1; 1 for `same` and `near`. */
  readonly similarity: number;
  /** How much of the context (prefix and suffix) stands around it, 0 to 1. */
  readonly contextFit: number;
}

/** Places that are told. */
export const SHOWN = 10;
/** Units of punctuation by which the edges of two places for the same words may differ. */
const EDGES = 2;

/** With all that is glued to the edges, because that may be what changed: decimals, a prefix, a question mark. */
export function toWholeWords({ text, starts, ends }: Passage, place: ChangedPlace): Range {
  const start = startOfGlue(text, starts[place.start] ?? 0);
  const end = endOfGlue(text, ends[place.end - 1] ?? 0);
  const mark = isAsked(text, end) ? text.slice(end, end + 8).search(/[?\u061f\uff1f]/) + 1 : 0;
  return { start, end: end + mark };
}

/** What is shown of the places that were found, the likeliest first. */
export function listCandidates(
  passage: Passage,
  same: readonly SamePlace[],
  changed: readonly ChangedPlace[],
): readonly Candidate[] {
  const candidates = [
    ...same.map(({ range, isIdentical, fit }): Candidate => ({
      range,
      words: isIdentical ? 'same' : 'near',
      similarity: 1,
      contextFit: fit,
    })),
    ...changed.map((place): Candidate => ({
      range: toWholeWords(passage, place),
      words: 'changed',
      similarity: place.similarity,
      contextFit: place.fit,
    })),
  ];
  return candidates
    .toSorted((a, b) => b.similarity + b.contextFit - a.similarity - a.contextFit)
    .slice(0, SHOWN);
}

/** A place that only adds or loses words at the edges of one with the same words is no rival of it; an overlap may be. */
export function nests({ starts, ends }: Passage, place: ChangedPlace, same: readonly SamePlace[]): boolean {
  const [start, end] = [starts[place.start] ?? 0, ends[place.end - 1] ?? 0];
  return same.some(({ range }) => {
    const slack = Math.min(EDGES, Math.floor((range.end - range.start) / 4));
    const isAround = start <= range.start + slack && range.end - slack <= end;
    return isAround || (range.start <= start && end <= range.end);
  });
}
