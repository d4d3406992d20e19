import type { Range } from './article.ts';

/** The ways in which tools count the characters of a text. */
export type CharacterCount = 'utf16' | 'code-points' | 'graphemes';

/** Half-open, in characters that are counted in one of these ways; `unsaid` where tools differ and no file says how. */
export interface CountedRange extends Range {
  readonly unit: CharacterCount | 'unsaid';
}

/** Finds out where a range stands in one text, whichever way its characters were counted. */
export interface CharacterRuler {
  /**
   * The ranges in UTF-16 units that a counted range can be, each once, the most likely first: as it says that it counts,
   * then as others count. None when it ends behind the text in every count. `among` are the counts that come into
   * question for a range that does not say how it counts: all unless told.
   */
  readonly readings: (counted: CountedRange, among?: readonly CharacterCount[]) => readonly Range[];
  /** True when a person can have marked it: it begins and ends with a character and a word, and there is something in it. */
  readonly isSound: (range: Range) => boolean;
}

export const COUNTS: readonly CharacterCount[] = ['utf16', 'code-points', 'graphemes'];

/** A ruler for a text of any length; `pace` is awaited between slices of the work. */
export async function createRuler(text: string, pace: Pace): Promise<CharacterRuler> {
  const starts = LAYERED.test(text) ? await findStarts(text, pace) : null;
  const offsetOf = (count: number, unit: CharacterCount): number | null => {
    const offset = starts === null || unit === 'utf16' ? count : starts[unit][count];
    return offset !== undefined && offset <= text.length ? offset : null;
  };
  const startsCharacter = (offset: number): boolean =>
    starts === null || includesSorted(starts.graphemes, offset);
  return {
    readings: ({ start, end, unit }, among = COUNTS) => {
      const counts = unit === 'unsaid' ? among : [unit, ...COUNTS.filter((count) => count !== unit)];
      const found: Range[] = [];
      for (const count of counts) {
        const [from, to] = [offsetOf(start, count), offsetOf(end, count)];
        if (from === null || to === null || from >= to) continue;
        if (!found.some((range) => range.start === from && range.end === to))
          found.push({ start: from, end: to });
      }
      return found;
    },
    isSound: ({ start, end }) =>
      startsCharacter(start) &&
      startsCharacter(end) &&
      !isInsideWord(text, start) &&
      !isInsideWord(text, end) &&
      text.slice(start, end).trim() !== '',
  };
}

type Pace = (share: number) => Promise<void>;

/**
 * Characters that stand for themselves, however they are counted: Latin, Greek and Cyrillic letters, general
 * punctuation, kana and Han. Between two of them every count has a boundary (UAX 29, GB999).
 */
const PLAIN =
  '\\t\\n\\x20-\\u02ff\\u0370-\\u0482\\u048a-\\u052f\\u2010-\\u2027\\u2030-\\u205e\\u20a0-\\u20bf\\u3001-\\u3029\\u3041-\\u3096\\u30a0-\\u30ff\\u4e00-\\u9fff';

/** A text in which the counts can differ. */
const LAYERED = new RegExp(`[^${PLAIN}]`);

const PLAIN_PAIR = new RegExp(`[${PLAIN}](?=[${PLAIN}])`, 'g');

/** Units of one slice: some engines take a time that grows with the square of what they segment at once. */
const SLICE = 1000;

interface Starts {
  /** The offset at which each character begins, and at last the length of the text. */
  readonly 'code-points': Uint32Array;
  readonly graphemes: Uint32Array;
}

async function findStarts(text: string, pace: Pace): Promise<Starts> {
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
  const [points, graphemes] = [new Uint32Array(text.length + 1), new Uint32Array(text.length + 1)];
  let [pointCount, graphemeCount] = [0, 0];
  for (let from = 0; from < text.length;) {
    const to = findCut(text, from + SLICE);
    const slice = text.slice(from, to);
    let at = from;
    for (const point of slice) {
      points[pointCount] = at;
      pointCount += 1;
      at += point.length;
    }
    for (const { index } of segmenter.segment(slice)) {
      graphemes[graphemeCount] = from + index;
      graphemeCount += 1;
    }
    from = to;
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    await pace(from / text.length);
  }
  points[pointCount] = text.length;
  graphemes[graphemeCount] = text.length;
  return {
    'code-points': points.subarray(0, pointCount + 1),
    graphemes: graphemes.subarray(0, graphemeCount + 1),
  };
}

/** The first boundary of every count from here on. */
function findCut(text: string, from: number): number {
  if (from >= text.length) return text.length;
  PLAIN_PAIR.lastIndex = from - 1;
  return PLAIN_PAIR.test(text) ? PLAIN_PAIR.lastIndex : text.length;
}

function includesSorted(sorted: Uint32Array, wanted: number): boolean {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === wanted;
}

const ENDS_WITH_LETTER = /[\p{L}\p{M}\p{N}]$/u;
const BEGINS_WITH_LETTER = /^[\p{L}\p{M}\p{N}]/u;

/** Scripts that are written without a space between words, or that join what is marked apart to one. */
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}]/u;

function isInsideWord(text: string, offset: number): boolean {
  const [before, after] = [text.slice(Math.max(0, offset - 2), offset), text.slice(offset, offset + 2)];
  return (
    ENDS_WITH_LETTER.test(before) && BEGINS_WITH_LETTER.test(after) && !UNSPACED.test(`${before}${after}`)
  );
}
