import type { Target } from '../domain/annotation.ts';
import type { Range } from '../domain/article.ts';
import { listCandidates, nests, SHOWN, toWholeWords, type Candidate } from './candidates.ts';
import { findChangedPlaces, scoreOf, type ChangedPlace } from './changed-places.ts';
import { CONTEXT, describeTarget } from './describe.ts';
import { diffWords, tellDifferences, type Difference, type WordChange } from './difference.ts';
import { readPassage, type Passage } from './passage.ts';
import { readPattern, type Pattern } from './pattern.ts';
import { findSameWords, type SamePlace } from './same-words.ts';
import { readsTheSame } from './surroundings.ts';

interface Evidence {
  /** What was considered, the likeliest first, ten at most; the place that was decided on is among them. */
  readonly candidates: readonly Candidate[];
}

interface Placed extends Evidence {
  /** UTF-16 units of the text, half-open. */
  readonly range: Range;
  /** How much of the context stands around the place, 0 to 1. */
  readonly contextFit: number;
}

/** What has become of a target in a text. */
export type Resolution =
  | (Placed & { readonly state: 'exact' | 'moved' })
  | (Placed & {
      readonly state: 'near';
      readonly isMoved: boolean;
      readonly differences: readonly Difference[];
    })
  | (Placed & {
      readonly state: 'changed';
      readonly similarity: number;
      readonly words: readonly WordChange[];
    })
  | (Evidence & { readonly state: 'ambiguous' | 'orphaned' });

export type AnchorState = Resolution['state'];

export interface ResolveOptions {
  /** The text that the target was made on, if it is at hand: more of its context can tell repeated words apart. */
  readonly madeOn?: string;
  /** True for a target of which nobody knows where it stood: its position says nothing, and nothing is near to it. */
  readonly isAdrift?: (target: Target) => boolean;
}

/**
 * Finds what has become of a target in a text, usually a later draft of the one that it was made on.
 *
 * - *exact*: the same words at the same place. When the same words stand at the same offsets by chance, because text was
 *   put in before a repeated phrase, the context decides: if it clearly belongs to another place that one has *moved*
 *   there, if several fit about as well it is *ambiguous*.
 * - *moved*: the same words elsewhere, and only one place whose context fits, or a passage long enough to be known by
 *   its words alone. Never when a nearer place has the context and other words: then it was *changed* there.
 * - *near*: only typography differs (see `fold`), or punctuation at the edges, a question mark excepted.
 * - *changed*: the likeliest place differs in a word, a digit, a sign or in what is glued to its edges, or has the same
 *   words beside others that make them say something else (see `readsTheSame`).
 * - *ambiguous*: several places fit about as well, or the words are few and nothing around them fits.
 * - *orphaned*: no place is like it.
 *
 * No score ever makes a place *exact*, *moved* or *near*: only equal words do.
 */
export function resolveTarget(text: string, target: Target, options: ResolveOptions = {}): Resolution {
  return resolveUntouched(text, target) ?? resolveIn(readPassage(text), target, options);
}

/** The shortest way, for a text that is the same around the target; null when it is not. */
export function resolveUntouched(text: string, { quote, position }: Target): Resolution | null {
  const { exact, prefix, suffix } = quote;
  const { start, end } = position;
  // Little context is all that there was: with more beside it now, a number may be another one.
  const isUntouched =
    text.startsWith(exact, start) &&
    end === start + exact.length &&
    start >= prefix.length &&
    text.startsWith(prefix, start - prefix.length) &&
    (prefix.length >= CONTEXT || start === prefix.length) &&
    text.startsWith(suffix, end) &&
    (suffix.length >= CONTEXT || end + suffix.length === text.length);
  if (!isUntouched) return null;
  const candidate: Candidate = { range: { start, end }, words: 'same', similarity: 1, contextFit: 1 };
  return { state: 'exact', range: candidate.range, contextFit: 1, candidates: [candidate] };
}

/** `resolveTarget` in a text that has been read. */
export function resolveIn(
  passage: Passage,
  target: Target,
  { madeOn, isAdrift }: ResolveOptions = {},
): Resolution {
  const found = decide(passage, target, { isWide: false, isAdrift: isAdrift?.(target) === true });
  if (found.state !== 'ambiguous' || madeOn === undefined) return found;
  const wider = widenContext(madeOn, target);
  return wider === null ? found : decide(passage, wider, { isWide: true, isAdrift: false });
}

/** What is known of a target beside its pattern. */
interface Known {
  /** Its context goes far beyond its sentence. */
  readonly isWide: boolean;
  /** Nobody knows where it stood. */
  readonly isAdrift: boolean;
}

type Wanted = Pattern & Known;

/** Lead in context that makes a place the only one that fits. */
const CLEAR = 0.4;
/** Lead that is enough for a place whose context is untouched and which is the nearest to the old one. */
const SLIGHT = 0.03;
/** Context below which a place does not fit. */
const FITS = 0.5;
/** Context that was hardly touched. */
const FITS_WELL = 0.8;

function decide(passage: Passage, target: Target, known: Known): Resolution {
  const read = readPattern(target);
  if (read === null) return { state: 'orphaned', candidates: [] };
  const pattern = { ...read, ...known };
  const same = findSameWords(passage, pattern);
  const best = same[0];
  if (best && isBeyondRivals(best, pattern) && isClear(same, pattern))
    return settle(pattern, passage, best, same, []);
  const changed = findChangedPlaces(passage, pattern).filter((place) => !nests(passage, place, same));
  return best ? weighSame(passage, pattern, best, same, changed) : weighChanged(passage, pattern, changed);
}

/** True where no place with other words could be the one, so that there is no need to look for any. */
function isBeyondRivals({ isInPlace, fit }: SamePlace, { isAdrift, hasContext }: Wanted): boolean {
  return isAdrift ? fit === 1 || !hasContext : isInPlace && fit >= FITS;
}

function weighSame(
  passage: Passage,
  pattern: Wanted,
  best: SamePlace,
  same: readonly SamePlace[],
  changed: readonly ChangedPlace[],
): Resolution {
  const rival = changed.toSorted((a, b) => b.fit - a.fit)[0];
  if (rival && rival.fit >= FITS) {
    const lead = rival.fit - best.fit;
    const old = pattern.target.position.start;
    const isNearer = Math.abs((passage.starts[rival.start] ?? 0) - old) < Math.abs(best.range.start - old);
    if (lead >= CLEAR || (!pattern.isAdrift && isNearer && lead >= CLEAR / 2))
      return change(passage, pattern, rival, same, changed);
    if ((pattern.isAdrift || isNearer) && lead > (rival.similarity < 0.5 ? -SLIGHT : -CLEAR / 4))
      return { state: 'ambiguous', candidates: listCandidates(passage, same, changed) };
  }
  return isClear(same, pattern)
    ? settle(pattern, passage, best, same, changed)
    : { state: 'ambiguous', candidates: listCandidates(passage, same, changed) };
}

function weighChanged(passage: Passage, pattern: Pattern, changed: readonly ChangedPlace[]): Resolution {
  const [best, second] = changed;
  if (!best) return { state: 'orphaned', candidates: [] };
  if (second && scoreOf(best) - scoreOf(second) < SLIGHT && best.fit < 1) {
    return { state: 'ambiguous', candidates: listCandidates(passage, [], changed) };
  }
  return change(passage, pattern, best, [], changed);
}

/** Whether the first of the places with the same words is the one, and no other could be. */
function isClear([best, second]: readonly SamePlace[], pattern: Wanted): boolean {
  if (!best) return false;
  if (!second) return pattern.isDistinctive || best.fit >= FITS;
  const isInPlace = best.isInPlace && !pattern.isAdrift;
  if (isInPlace && best.fit === 1) return true;
  const lead = best.fit - second.fit;
  if (best.fit >= FITS && lead >= CLEAR) return true;
  if (pattern.isWide && best.fit === 1 && lead > 0) return true;
  const old = pattern.target.position.start;
  const isNearest = Math.abs(best.range.start - old) <= Math.abs(second.range.start - old);
  if (pattern.isAdrift || !isNearest) return false;
  if (best.fit >= FITS_WELL && lead >= CLEAR / 2) return true;
  return lead >= SLIGHT && (best.fit === 1 || (isInPlace && best.fit >= FITS));
}

function settle(
  pattern: Pattern,
  passage: Passage,
  place: SamePlace,
  same: readonly SamePlace[],
  changed: readonly ChangedPlace[],
): Resolution {
  const { target } = pattern;
  const { range, core, fit: contextFit, isIdentical, isInPlace } = place;
  const candidates = listCandidates(passage, same, changed);
  if (!readsTheSame(pattern, passage.text, core.start, core.end)) {
    const words = diffWords(target.quote.exact, passage.text.slice(range.start, range.end));
    return { state: 'changed', range, contextFit, similarity: 1, words, candidates };
  }
  if (isIdentical) return { state: isInPlace ? 'exact' : 'moved', range, contextFit, candidates };
  const found = passage.text.slice(range.start, range.end);
  const differences = tellDifferences(target.quote.exact, found);
  const isMoved = range.start !== target.position.start;
  return { state: 'near', range, contextFit, isMoved, differences, candidates };
}

function change(
  passage: Passage,
  pattern: Pattern,
  place: ChangedPlace,
  same: readonly SamePlace[],
  changed: readonly ChangedPlace[],
): Resolution {
  const range = toWholeWords(passage, place);
  const { similarity, fit: contextFit } = place;
  const words = diffWords(pattern.target.quote.exact, passage.text.slice(range.start, range.end));
  const others = listCandidates(
    passage,
    same,
    changed.filter((other) => other !== place),
  );
  const own: Candidate = { range, words: 'changed', similarity, contextFit };
  return {
    state: 'changed',
    range,
    contextFit,
    similarity,
    words,
    candidates: [own, ...others].slice(0, SHOWN),
  };
}

/** Units of the older text on either side that tell repeated words apart. */
const WIDE = 320;

/** The same target with more context; null when the older text does not have it at its place. */
function widenContext(madeOn: string, target: Target): Target | null {
  const { start, end } = target.position;
  if (madeOn.slice(start, end) !== target.quote.exact) return null;
  return describeTarget(madeOn, { start, end }, WIDE);
}
