import { describeTarget } from '../../anchoring/describe.ts';
import type { AnchorState, Resolution } from '../../anchoring/resolve.ts';
import { resolveTargets } from '../../anchoring/resolve-all.ts';
import type { Target } from '../../domain/annotation.ts';
import type { Article, Range } from '../../domain/article.ts';
import { PLACE_STATES, worstOf } from '../../domain/carry-over.ts';
import {
  createRuler,
  type CharacterCount,
  type CharacterRuler,
  type CountedRange,
} from '../../domain/character-ruler.ts';
import type {
  ForeignAnnotation,
  ForeignDocument,
  ForeignQuote,
  ForeignTarget,
} from '../../domain/foreign-annotation.ts';
import type { Pace } from '../../domain/steps.ts';
import { agreeOnCounts } from './agree-on-counts.ts';
import { createRepetitions, type IsRepeated } from './repeated-words.ts';

/**
 * What was found of an annotation: the state of its anchor, or why there is nothing to look for. `by-words` is `exact` or
 * `moved` where nothing tells in which place the words stood.
 */
export type Finding = AnchorState | 'by-words' | 'page-note' | 'no-words';

export interface FoundPlace {
  readonly finding: Finding;
  /** In the article: for each piece, when each has a place. */
  readonly targets: readonly Target[];
  /** The words that were judged, as far as they are known, with the offsets that they have in `text`. */
  readonly wanted: readonly Target[];
  /** The text that they were judged in, when the file holds it. */
  readonly text: string | null;
  /** Pieces whose words are one or the other of these, as their characters were counted: nothing in the file says how. */
  readonly unsure: ReadonlyMap<ForeignTarget, readonly string[]>;
  /** How many pieces the words that were judged have. */
  readonly pieces: number;
}

/**
 * Looks for the places of annotations in the article. The words of a file decide; an offset alone only counts in a text
 * that the file holds or whose digest it names. All targets are looked for together, since the text is indexed only once.
 */
export async function placeAnnotations(
  article: Article,
  documents: readonly ForeignDocument[],
  items: readonly ForeignAnnotation[],
  { pace, signal }: { readonly pace: Pace; readonly signal: AbortSignal },
): Promise<readonly FoundPlace[]> {
  const rulers = new Map<string, CharacterRuler>();
  const rulerFor = async (text: string): Promise<CharacterRuler> => {
    const known = rulers.get(text);
    if (known) return known;
    const ruler = await createRuler(text, pace);
    rulers.set(text, ruler);
    return ruler;
  };
  const textOf = ({ document }: ForeignAnnotation): string | null => {
    const named = document === null ? undefined : documents[document];
    return named?.text ?? (named?.sha256 === article.sha256 ? article.text : null);
  };
  const countsOf = await agreeOnCounts(items, textOf, rulerFor, (share) => pace(share / 4));
  const repeatedIn = createRepetitions(loneWords(items), () => pace(1 / 4));
  const wishes: Wish[] = [];
  for (const item of items) {
    const counter = { rulerFor, repeatedIn, counts: countsOf(item) };
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    wishes.push(await readWish(article, textOf(item), item, counter));
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    await pace((1 + wishes.length / items.length) / 4);
  }
  const wanted = wishes.flatMap((wish) => wish.wanted);
  const adrift = new Set(wishes.flatMap((wish) => wish.adrift));
  const isAdrift = (target: Target): boolean => adrift.has(target);
  const resolutions = await resolveTargets(article.text, wanted, { signal, isAdrift });
  const isRepeated = await repeatedIn(article.text);
  const found: FoundPlace[] = [];
  let next = 0;
  for (const wish of wishes) {
    const place = findPlace(
      { text: article.text, isRepeated },
      wish,
      resolutions.slice(next, (next += wish.wanted.length)),
    );
    const judgedWords = items[found.length]?.judgedWords;
    found.push(judgedWords === undefined ? place : doubt(place, judgedWords));
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    await pace((3 + found.length / wishes.length) / 4);
  }
  return found;
}

/** Words that stand alone, or whose offset is not said: in which place they are depends on whether there is one alone. */
function loneWords(items: readonly ForeignAnnotation[]): ReadonlySet<string> {
  return new Set(
    items.flatMap(({ targets }) =>
      targets.flatMap(({ quote, position }) =>
        quote && (position === null || quote.prefix + quote.suffix === '') ? [quote.exact] : [],
      ),
    ),
  );
}

/** The text of the article, and which words stand in it more than once: without context no offset of another text tells which. */
interface Searched {
  readonly text: string;
  readonly isRepeated: IsRepeated;
}

function findPlace(
  { text: articleText, isRepeated }: Searched,
  { wanted, text, pieces, isOfPage, unsure, isUndecided, adrift }: Wish,
  resolutions: readonly Resolution[],
): FoundPlace {
  const known = { wanted, text, unsure, pieces };
  if (isOfPage) return { finding: 'page-note', targets: [], ...known };
  if (unsure.size > 0 || isUndecided) return { finding: 'ambiguous', targets: [], ...known };
  if (wanted.length < pieces) return { finding: 'no-words', targets: [], ...known };
  // The text of the file is the article's: there is nothing to look for.
  if (text === articleText && wanted.every((target) => isAt(articleText, target)))
    return { finding: 'exact', targets: wanted, ...known };
  const { finding, targets } = judge({ text: articleText, isRepeated }, wanted, resolutions);
  const isByWords = adrift.length > 0 && (finding === 'exact' || finding === 'moved');
  return { finding: isByWords ? 'by-words' : finding, targets, ...known };
}

/** A place of which the file itself says that other words were judged: what stands there now is never taken for them. */
function doubt(place: FoundPlace, judgedWords: string | null): FoundPlace {
  const text = judgedWords ?? '[other words, which are not in the file]';
  return {
    ...place,
    finding: isSettled(place) ? 'changed' : place.finding,
    wanted: [describeTarget(text, { start: 0, end: text.length })],
    text,
    pieces: 1,
  };
}

/** True for words that were found as they are, but for their typography. */
export function isSettled({ finding }: FoundPlace): boolean {
  return finding === 'exact' || finding === 'moved' || finding === 'by-words' || finding === 'near';
}

interface Wish extends Pick<FoundPlace, 'wanted' | 'text' | 'unsure' | 'pieces'> {
  readonly isOfPage: boolean;
  /** True when its words stand in its text where it says, and elsewhere if the characters are counted in another way. */
  readonly isUndecided: boolean;
  /** Those of `wanted` whose place is told by no text that is here. */
  readonly adrift: readonly Target[];
}

export type RulerFor = (text: string) => Promise<CharacterRuler>;

/** How the characters of one annotation are counted, where it does not say. */
interface Counter {
  readonly rulerFor: RulerFor;
  readonly repeatedIn: (text: string) => Promise<IsRepeated>;
  /** What comes into question. */
  readonly counts: readonly CharacterCount[];
}

/** The longest text, in UTF-16 units, that a label of the whole text is put on: a claim or a short passage. */
const LONGEST_CLAIM = 1000;

async function readWish(
  article: Article,
  text: string | null,
  { targets }: ForeignAnnotation,
  counter: Counter,
): Promise<Wish> {
  const unsure = new Map<ForeignTarget, readonly string[]>();
  if (targets.length > 0) {
    const wanted: Target[] = [];
    const adrift: Target[] = [];
    let isUndecided = false;
    for (const target of targets) {
      // oxlint-disable-next-line no-await-in-loop -- a few pieces, one after the other
      const words = await readTarget(article.text, text, target, counter);
      if (words === null) continue;
      if ('maybe' in words) unsure.set(target, words.maybe);
      else {
        wanted.push(words.target);
        if (words.isAdrift) adrift.push(words.target);
        isUndecided ||= words.isUndecided === true;
      }
    }
    return { wanted, pieces: targets.length, isOfPage: false, text, unsure, isUndecided, adrift };
  }
  const whole = text?.trim() ?? '';
  const isClaim = whole !== '' && whole.length <= LONGEST_CLAIM;
  if (text === null || !isClaim || (whole === article.text.trim() && article.sentences.length > 1))
    return { wanted: [], pieces: 0, isOfPage: true, text, unsure, isUndecided: false, adrift: [] };
  const start = text.indexOf(whole);
  const wanted = [describeTarget(text, { start, end: start + whole.length })];
  return { wanted, pieces: 1, isOfPage: false, text, unsure, isUndecided: false, adrift: [] };
}

/** The words of one piece, with as much context as is known; `maybe` when they can be one or the other of these. */
type PieceWords =
  | { readonly target: Target; readonly isUndecided?: true; readonly isAdrift?: true }
  | { readonly maybe: readonly string[] };

/** Null when no words are known. */
async function readTarget(
  articleText: string,
  text: string | null,
  { quote, position, between }: ForeignTarget,
  counter: Counter,
): Promise<PieceWords | null> {
  const own = text === null ? [] : await rangesIn(text, quote, position, counter);
  const [only, ...others] = own;
  if (text !== null && only && others.length === 0) return { target: describeTarget(text, only) };
  if (text !== null && only && quote === null)
    return { maybe: own.map(({ start, end }) => text.slice(start, end)) };
  if (quote === null) {
    const range = between && rangeBetween(articleText, between);
    return range ? { target: describeTarget(articleText, range) } : null;
  }
  // The same words at several places, and nothing tells which: none of them is taken for the one that was meant.
  if (only) return { target: { quote, position: only }, isUndecided: true };
  const found = position ? await rangesIn(articleText, quote, position, counter) : [];
  const here = found.length === 1 ? found[0] : undefined;
  // The only place with these words, and the offsets say the same: its context is theirs.
  const isOnly =
    here && quote.prefix + quote.suffix === '' && !(await counter.repeatedIn(articleText))(quote.exact);
  if (here && isOnly) return { target: describeTarget(articleText, here) };
  if (here) return { target: { quote, position: here } };
  const { exact } = quote;
  const start = position?.start ?? 0;
  return { target: { quote, position: { start, end: start + exact.length } }, isAdrift: true };
}

/** From where the first words begin to where the second begin or end; null unless both stand in the text once, in this order. */
function rangeBetween(
  text: string,
  { from, to, isThrough }: NonNullable<ForeignTarget['between']>,
): Range | null {
  const [start, last] = [onlyPlaceOf(text, from), onlyPlaceOf(text, to)];
  if (start === null || last === null || start >= last) return null;
  const end = isThrough ? last + to.exact.length : last;
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

function onlyPlaceOf(text: string, { exact, prefix, suffix }: ForeignQuote): number | null {
  const whole = `${prefix}${exact}${suffix}`;
  const at = text.indexOf(whole);
  return at < 0 || at !== text.lastIndexOf(whole) ? null : at + prefix.length;
}

/**
 * Where the piece stands in a text that its offsets may be about: one range, none when it is not there, several when
 * nothing tells how its characters were counted. Its words tell; without them, that people mark whole words.
 */
async function rangesIn(
  text: string,
  quote: ForeignTarget['quote'],
  position: CountedRange | null,
  { rulerFor, repeatedIn, counts }: Counter,
): Promise<readonly Range[]> {
  if (position) {
    const ruler = await rulerFor(text);
    const readings = ruler.readings(position, counts);
    if (quote) {
      const fitting = readings.filter(({ start, end }) => text.slice(start, end) === quote.exact);
      return position.unit === 'unsaid' ? fitting : fitting.slice(0, 1);
    }
    if (readings.length < 2) return readings;
    const sound = readings.filter(ruler.isSound);
    return sound.length > 0 ? sound : readings;
  }
  if (quote === null) return [];
  const at = text.indexOf(quote.exact);
  if (at < 0 || (await repeatedIn(text))(quote.exact)) return [];
  return [{ start: at, end: at + quote.exact.length }];
}

function judge(
  { text, isRepeated }: Searched,
  wanted: readonly Target[],
  resolutions: readonly Resolution[],
): Pick<FoundPlace, 'finding' | 'targets'> {
  const targets = resolutions.flatMap((resolution) =>
    'range' in resolution ? [describeTarget(text, resolution.range)] : [],
  );
  const finding = worstOf(
    resolutions.map(({ state }, i) => {
      const { quote } = wanted[i] ?? {};
      return quote && quote.prefix + quote.suffix === '' && isRepeated(quote.exact) ? 'ambiguous' : state;
    }),
  );
  const isPlaced = PLACE_STATES.indexOf(finding) <= PLACE_STATES.indexOf('changed');
  return { finding, targets: isPlaced ? targets : [] };
}

/** True when the words of the target stand in the text where it says. */
export function isAt(text: string, { quote, position }: Target): boolean {
  return text.slice(position.start, position.end) === quote.exact;
}
