import { weigh, type Token } from './tokens.ts';

/** For each token of the pattern the index of the token that stands for it, or -1; equal tokens only, or any. */
export interface Alignment {
  readonly equal: Int32Array;
  readonly paired: Int32Array;
}

/** Price of a token that is put in, left out or replaced; small beside the weight of a word that agrees. */
const PRICE = 0.3;
/** Price of a word in the place of a mark: more than leaving out the one and putting in the other. */
const APART = 0.7;
const DIAGONAL = 1;
const SKIP_PATTERN = 2;
const SKIP_TEXT = 3;
/** Cells that one alignment may fill; beyond, the band around the diagonal gets narrower. */
const CELLS = 1_000_000;

/**
 * Aligns the tokens of a pattern with a part of a window of tokens (semi-global: what stands before and after costs
 * nothing), so that the words that agree weigh as much as possible. Takes at most a million steps.
 */
export function alignTokens(pattern: readonly Token[], window: readonly Token[]): Alignment {
  const [m, n] = [pattern.length, window.length];
  const half = Math.max(32, Math.min(m + n, Math.floor(CELLS / (2 * (m + 1)))));
  const middle = (n - m) / 2;
  const low = Math.floor(Math.max(-m, middle - half));
  const width = Math.ceil(Math.min(n, middle + half)) - low + 1;
  const steps = new Uint8Array((m + 1) * width);
  const [own, other] = numberWords(pattern, window);
  const otherMarks = Uint8Array.from(window, markOf);
  let above = new Float64Array(width);
  let row = new Float64Array(width);
  for (let i = 1; i <= m; i += 1) {
    const word = own[i - 1];
    const token = pattern[i - 1];
    const weight = token ? weigh(token) : 0;
    const isMark = token ? markOf(token) : 0;
    const first = Math.max(0, -i - low);
    const last = Math.min(width - 1, n - i - low);
    row.fill(-Infinity);
    let left = -Infinity;
    for (let k = first; k <= last; k += 1) {
      const j = i + low + k;
      let best =
        j > 0
          ? (above[k] ?? 0) +
            (other[j - 1] === word ? weight : -(isMark === otherMarks[j - 1] ? PRICE : APART))
          : -Infinity;
      let step = DIAGONAL;
      const upper = k + 1 < width ? (above[k + 1] ?? 0) - PRICE : -Infinity;
      if (upper > best) {
        best = upper;
        step = SKIP_PATTERN;
      }
      if (left - PRICE > best) {
        best = left - PRICE;
        step = SKIP_TEXT;
      }
      row[k] = best;
      left = best;
      steps[i * width + k] = step;
    }
    [above, row] = [row, above];
  }
  return trace(pattern, window, steps, width, low, above);
}

/** 1 for a mark, 0 for a word or number. */
function markOf(token: Token): number {
  return Number(weigh(token) < 1);
}

/** Each different word as a number, because numbers compare faster. */
function numberWords(a: readonly Token[], b: readonly Token[]): readonly [Int32Array, Int32Array] {
  const numbers = new Map<string, number>();
  const numberOf = ({ word }: Token): number => {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    numbers.set(word, numbers.size);
    return numbers.size - 1;
  };
  return [Int32Array.from(a, numberOf), Int32Array.from(b, numberOf)];
}

function trace(
  pattern: readonly Token[],
  window: readonly Token[],
  steps: Uint8Array,
  width: number,
  low: number,
  last: Float64Array,
): Alignment {
  const m = pattern.length;
  const equal = new Int32Array(m).fill(-1);
  const paired = new Int32Array(m).fill(-1);
  let k = 0;
  for (let c = 1; c < width; c += 1) if ((last[c] ?? -Infinity) > (last[k] ?? -Infinity)) k = c;
  let i = m;
  while (i > 0) {
    const j = i + low + k;
    const step = steps[i * width + k];
    if (step === DIAGONAL) {
      paired[i - 1] = j - 1;
      if (pattern[i - 1]?.word === window[j - 1]?.word) equal[i - 1] = j - 1;
      i -= 1;
    } else if (step === SKIP_PATTERN) {
      i -= 1;
      k += 1;
    } else if (step === SKIP_TEXT) {
      k -= 1;
    } else {
      break;
    }
  }
  return { equal, paired };
}
