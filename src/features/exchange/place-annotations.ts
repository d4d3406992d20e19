import { describeTarget } from '../../anchoring/describe.ts';
import type { AnchorState, Resolution } from '../../anchoring/resolve.ts';
import { resolveTargets } from '../../anchoring/resolve-all.ts';
import type { Target } from '../../domain/annotation.ts';
import type { Article, Range } from '../../domain/article.ts';
import { PLACE_STATES, worstOf } from '../../domain/carry-over.ts';
import { toUtf16All } from '../../domain/code-points.ts';
import type {
  ForeignAnnotation,
  ForeignDocument,
  ForeignPosition,
  ForeignTarget,
} from '../../domain/foreign-annotation.ts';
import type { Pace } from '../../exchange/format.ts';

/** What was found of an annotation: the state of its anchor, or why there is nothing to look for. */
export type Finding = AnchorState | 'page-note' | 'no-words';

export interface FoundPlace {
  readonly finding: Finding;
  /** In the article: for each piece, when each has a place. */
  readonly targets: readonly Target[];
  /** The words that were judged, as far as they are known, with the offsets that they have in `text`. */
  readonly wanted: readonly Target[];
  /** The text that they were judged in, when the file holds it. */
  readonly text: string | null;
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
  const utf16 = new Map<string, (count: number) => number>();
  const converterFor = (text: string): ((count: number) => number) => {
    let convert = utf16.get(text);
    if (!convert) utf16.set(text, (convert = createToUtf16(text)));
    return convert;
  };
  const wishes: Wish[] = [];
  for (const item of items) {
    wishes.push(readWish(article, documents, item, converterFor));
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    await pace(wishes.length / items.length / 3);
  }
  const wanted = wishes.flatMap((wish) => wish.wanted);
  const resolutions = await resolveTargets(article.text, wanted, { signal });
  const found: FoundPlace[] = [];
  let next = 0;
  for (const wish of wishes) {
    found.push(findPlace(article.text, wish, resolutions.slice(next, (next += wish.wanted.length))));
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    await pace((2 + found.length / wishes.length) / 3);
  }
  return found;
}

function findPlace(
  articleText: string,
  { wanted, text, pieces, isOfPage }: Wish,
  resolutions: readonly Resolution[],
): FoundPlace {
  if (isOfPage) return { finding: 'page-note', targets: [], wanted: [], text };
  if (wanted.length < pieces) return { finding: 'no-words', targets: [], wanted, text };
  // The text of the file is the article's: there is nothing to look for.
  if (text === articleText && wanted.every((target) => isAt(articleText, target)))
    return { finding: 'exact', targets: wanted, wanted, text };
  return { ...judge(articleText, wanted, resolutions), wanted, text };
}

interface Wish {
  /** Those pieces whose words are known. */
  readonly wanted: readonly Target[];
  readonly pieces: number;
  readonly isOfPage: boolean;
  readonly text: string | null;
}

type ConverterFor = (text: string) => (count: number) => number;

/** The longest text, in UTF-16 units, that a label of the whole text is put on: a claim or a short passage. */
const LONGEST_CLAIM = 1000;

function readWish(
  article: Article,
  documents: readonly ForeignDocument[],
  { document, targets }: ForeignAnnotation,
  converterFor: ConverterFor,
): Wish {
  const named = document === null ? undefined : documents[document];
  const text = named?.text ?? (named?.sha256 === article.sha256 ? article.text : null);
  if (targets.length > 0) {
    const wanted = targets.flatMap((target) => readTarget(article.text, text, target, converterFor) ?? []);
    return { wanted, pieces: targets.length, isOfPage: false, text };
  }
  const whole = text?.trim() ?? '';
  const isClaim = whole !== '' && whole.length <= LONGEST_CLAIM;
  if (text === null || !isClaim || (whole === article.text.trim() && article.sentences.length > 1))
    return { wanted: [], pieces: 0, isOfPage: true, text };
  const start = text.indexOf(whole);
  const wanted = [describeTarget(text, { start, end: start + whole.length })];
  return { wanted, pieces: 1, isOfPage: false, text };
}

/** The words of one piece, with as much context as is known; null when no words are known. */
function readTarget(
  articleText: string,
  text: string | null,
  { quote, position }: ForeignTarget,
  converterFor: ConverterFor,
): Target | null {
  const own = text === null ? null : rangeIn(text, quote, position, converterFor(text));
  if (text !== null && own) return describeTarget(text, own);
  if (quote === null) return null;
  const { exact } = quote;
  const here = position && rangeIn(articleText, quote, position, converterFor(articleText));
  // The only place with these words, and the offsets say the same: its context is theirs.
  const isOnly = here && quote.prefix + quote.suffix === '' && !isRepeated(articleText, quote);
  if (here && isOnly) return describeTarget(articleText, here);
  return {
    quote,
    position: here ?? { start: position?.start ?? 0, end: (position?.start ?? 0) + exact.length },
  };
}

/** Where the piece stands in a text that its offsets may be about; null when it is not there or there are several. */
function rangeIn(
  text: string,
  quote: ForeignTarget['quote'],
  position: ForeignPosition | null,
  toUtf16: (count: number) => number,
): Range | null {
  if (position) {
    const units = { start: position.start, end: position.end };
    const points = { start: toUtf16(position.start), end: toUtf16(position.end) };
    const tries = position.unit === 'utf16' ? [units, points] : [points, units];
    for (const { start, end } of tries) {
      if (start >= end || end > text.length) continue;
      if (quote === null || text.slice(start, end) === quote.exact) return { start, end };
    }
  }
  if (quote === null || position) return null;
  const at = text.indexOf(quote.exact);
  return at >= 0 && !isRepeated(text, quote) ? { start: at, end: at + quote.exact.length } : null;
}

/** Offsets in UTF-16 units for counts of code points; the counts themselves where no character takes two units. */
function createToUtf16(text: string): (count: number) => number {
  if (!/[\ud800-\udfff]/.test(text)) return (count) => count;
  const counts = Array.from({ length: text.length + 1 }, (_, count) => count);
  const offsets = toUtf16All(text, counts);
  return (count) => offsets[count] ?? text.length + 1;
}

function judge(
  text: string,
  wanted: readonly Target[],
  resolutions: readonly Resolution[],
): Pick<FoundPlace, 'finding' | 'targets'> {
  const targets = resolutions.flatMap((resolution) =>
    'range' in resolution ? [describeTarget(text, resolution.range)] : [],
  );
  const finding = worstOf(
    resolutions.map(({ state }, i) => {
      const { quote } = wanted[i] ?? {};
      return quote && quote.prefix + quote.suffix === '' && isRepeated(text, quote) ? 'ambiguous' : state;
    }),
  );
  const isPlaced = PLACE_STATES.indexOf(finding) <= PLACE_STATES.indexOf('changed');
  return { finding, targets: isPlaced ? targets : [] };
}

/** Words that stand in the text more than once: without context no offset of another text can tell which. */
function isRepeated(text: string, { exact }: { readonly exact: string }): boolean {
  return text.indexOf(exact) !== text.lastIndexOf(exact);
}

/** True when the words of the target stand in the text where it says. */
export function isAt(text: string, { quote, position }: Target): boolean {
  return text.slice(position.start, position.end) === quote.exact;
}
