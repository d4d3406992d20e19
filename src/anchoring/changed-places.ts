import search from 'approx-string-match';
import { alignTokens } from './align.ts';
import { fitContext } from './context-fit.ts';
import { toFolded, type Passage } from './passage.ts';
import type { Pattern } from './pattern.ts';
import { termsOf } from './terms.ts';
import { tokenise, weighAll, type Token } from './tokens.ts';

/** A place where the words differ but where the quote may once have stood; offsets in the folded text. */
export interface ChangedPlace {
  readonly start: number;
  readonly end: number;
  /** How much of the words is the same, 0 to 1. */
  readonly similarity: number;
  /** How much of the context is, 0 to 1. */
  readonly fit: number;
}

/** Windows that are looked at closely. */
const WINDOWS = 3;
/** Words of one target that vote, the rarest. */
const VOTERS = 16;
/** Units of the folded text that share a ballot box. */
const BOX = 64;
/** Units on either side of the old position that are searched letter by letter when no word votes. */
const REACH = 4096;
/** Errors per unit of the quote that the letter-by-letter search forgives. */
const FORGIVEN = 0.3;

/**
 * Places that are likely to be the target's with other words in it, the likeliest first. Rare words of the quote and of
 * its context vote for where the quote would start; the best windows, and the one at the old position, are aligned word by
 * word. What no word votes for is looked for near the old position by Myers' approximate string matching (1999).
 */
export function findChangedPlaces(passage: Passage, pattern: Pattern): readonly ChangedPlace[] {
  const old = toFolded(passage, pattern.target.position.start);
  const found = [old, ...voteForStarts(passage, pattern)].map((start) => alignAt(passage, pattern, start));
  const plausible = [bracketAt(passage, pattern, old), ...found]
    .filter((place) => place !== null)
    .filter((place) => isPlausible(pattern, place))
    .toSorted((a, b) => scoreOf(b) - scoreOf(a));
  const places = plausible.filter(
    (place, i) => !plausible.slice(0, i).some((better) => overlap(better, place)),
  );
  if (places.length > 0) return places;
  const misspelt = searchLetters(passage, pattern, old);
  return misspelt ? [misspelt] : [];
}

/** One number for the order of changed places: words and context count the same. */
export function scoreOf({ similarity, fit }: ChangedPlace): number {
  return (similarity + fit) / 2;
}

/** Enough of the words, or the context on both sides with something short in the place of a short quote. */
function isPlausible(pattern: Pattern, { start, end, similarity, fit }: ChangedPlace): boolean {
  if (similarity >= 0.5) return pattern.isDistinctive || fit >= 0.3;
  if (fit < 0.7) return false;
  return (
    similarity >= 0.25 || (pattern.quote.length <= 4 && end - start <= 3 * (pattern.end - pattern.start) + 24)
  );
}

function voteForStarts(passage: Passage, pattern: Pattern): readonly number[] {
  const voters = termsOf([...pattern.before, ...pattern.quote, ...pattern.after])
    .map(({ term, start }) => ({ start, places: passage.occurrences(term) ?? [] }))
    .filter(({ places }) => places.length > 0)
    .toSorted((a, b) => a.places.length - b.places.length)
    .slice(0, VOTERS);
  const boxes = new Map<number, number>();
  for (const { start, places } of voters) {
    const weight = 1 / Math.sqrt(places.length);
    for (const place of places) {
      const box = Math.floor((place - start + pattern.start) / BOX);
      boxes.set(box, (boxes.get(box) ?? 0) + weight);
      boxes.set(box + 1, (boxes.get(box + 1) ?? 0) + weight);
    }
  }
  const best: number[] = [];
  for (let i = 0; i < WINDOWS && boxes.size > 0; i += 1) {
    let [winner, most] = [0, -1];
    for (const [box, votes] of boxes) if (votes > most) [winner, most] = [box, votes];
    best.push(winner * BOX);
    for (const near of [winner - 1, winner, winner + 1]) boxes.delete(near);
  }
  return best;
}

function alignAt(
  passage: Passage,
  pattern: Pattern,
  start: number,
  isSecondLook = false,
): ChangedPlace | null {
  const { folded } = passage;
  const length = pattern.end - pattern.start;
  const slack = BOX + Math.min(2000, Math.ceil(length / 4));
  const windowStart = toWordStart(folded, start - pattern.start - slack);
  const windowEnd = toWordStart(folded, start + pattern.folded.length - pattern.start + slack);
  const window = tokenise(folded, windowStart, windowEnd);
  const { before, quote, after } = pattern;
  const { equal, paired } = alignTokens([...before, ...quote, ...after], window);
  const [first, last] = [before.length, before.length + quote.length];
  const inside = paired.subarray(first, last).filter((index) => index >= 0);
  const left = paired.subarray(0, first).findLast((index) => index >= 0);
  const right = paired.subarray(last).find((index) => index >= 0);
  let from = inside[0] ?? (left === undefined ? undefined : left + 1);
  let to = inside.length > 0 ? (inside.at(-1) ?? 0) + 1 : right;
  if (from === undefined || to === undefined) return null;
  if (equal[first] === -1 && left !== undefined && from - left <= quote.length + 2)
    from = Math.min(from, left + 1);
  if (equal[last - 1] === -1 && right !== undefined && right - to <= quote.length + 1)
    to = Math.max(to, right);
  const found = window.slice(from, to);
  const [head, tail] = [found[0], found.at(-1)];
  if (!head || !tail) return null;
  // A place at the edge of the window may go on beyond it.
  const isCut = (from === 0 && windowStart > 0) || (to === window.length && windowEnd < folded.length);
  if (isCut && !isSecondLook) return alignAt(passage, pattern, head.start, true);
  const agreed = weighAll(quote.filter((_, i) => (equal[first + i] ?? -1) >= 0));
  return {
    start: head.start,
    end: tail.end,
    similarity: (2 * agreed) / (weighAll(quote) + weighAll(found)),
    fit: fitContext(passage, pattern, head.start, tail.end),
  };
}

/** What stands at the old position between a prefix and a suffix that nobody has touched. */
function bracketAt(passage: Passage, pattern: Pattern, old: number): ChangedPlace | null {
  const { folded } = passage;
  const prefix = pattern.folded.slice(0, pattern.start);
  const suffix = pattern.folded.slice(pattern.end);
  if (prefix === '' || suffix === '' || !folded.startsWith(prefix, old - prefix.length)) return null;
  const reach = folded.slice(old, old + 2 * (pattern.end - pattern.start) + BOX + suffix.length);
  const length = reach.indexOf(suffix);
  const found = length > 0 ? tokenise(folded, old, old + length) : [];
  const [head, tail] = [found[0], found.at(-1)];
  if (!head || !tail) return null;
  const { equal } = alignTokens(pattern.quote, found);
  const agreed = weighAll(pattern.quote.filter((_, i) => (equal[i] ?? -1) >= 0));
  return {
    start: head.start,
    end: tail.end,
    similarity: (2 * agreed) / (weighAll(pattern.quote) + weighAll(found)),
    fit: 1,
  };
}

function searchLetters(passage: Passage, pattern: Pattern, old: number): ChangedPlace | null {
  const { core } = pattern;
  if (core.length < 8 || core.length > 1024) return null;
  const start = Math.max(0, old - REACH);
  const matches = search(
    passage.folded.slice(start, old + core.length + REACH),
    core,
    Math.floor(core.length * FORGIVEN),
  );
  const best = matches.toSorted((a, b) => a.errors - b.errors)[0];
  if (!best) return null;
  const tokens: readonly Token[] = tokenise(
    passage.folded,
    toWordStart(passage.folded, start + best.start),
    Math.min(passage.folded.length, start + best.end + BOX),
  ).filter((token) => token.end > start + best.start && token.start < start + best.end);
  const [head, tail] = [tokens[0], tokens.at(-1)];
  if (!head || !tail) return null;
  return {
    start: head.start,
    end: tail.end,
    similarity: 1 - best.errors / core.length,
    fit: fitContext(passage, pattern, head.start, tail.end),
  };
}

/** The start of the word around an offset; the offset itself in a long run without spaces. */
function toWordStart(folded: string, offset: number): number {
  const at = Math.max(0, Math.min(folded.length, offset));
  if (at === folded.length) return at;
  const from = Math.max(0, at - BOX);
  const space = folded.slice(from, at).lastIndexOf(' ');
  if (space === -1 && from > 0) return isTrail(folded, at) ? at - 1 : at;
  return from + space + 1;
}

function isTrail(folded: string, at: number): boolean {
  return (folded.charCodeAt(at) & 0xfc00) === 0xdc00;
}

function overlap(a: ChangedPlace, b: ChangedPlace): boolean {
  return a.start < b.end && b.start < a.end;
}
