import { groupBy } from '../../domain/group-by.ts';
import type { Pace } from '../../domain/steps.ts';

/** True for words that stand in the text more than once. */
export type IsRepeated = (words: string) => boolean;

/** In a text of fewer UTF-16 units words are looked for one by one. */
const SHORT = 10_000;
/** By so many units of their beginning words are found in a long text: the more, the fewer begin in the same way. */
const KEYS = [64, 24, 8] as const;
/** Units of the text between two looks at the clock. */
const STRETCH = 10_000;

/**
 * Finds out which of these words stand in a text more than once: in a long one by going through it a few times, however many
 * words there are. Answers are remembered by the text.
 */
export function createRepetitions(
  words: ReadonlySet<string>,
  pace: Pace,
): (text: string) => Promise<IsRepeated> {
  const known = new Map<string, IsRepeated>();
  return async (text) => {
    if (text.length < SHORT) return (exact) => isTwiceIn(text, exact);
    const before = known.get(text);
    if (before) return before;
    const repeated = new Set<string>();
    for (const [i, key] of KEYS.entries()) {
      const longest = KEYS[i - 1] ?? Infinity;
      const own = [...words].filter(({ length }) => length >= key && length < longest);
      // oxlint-disable-next-line no-await-in-loop -- the text is gone through once for each
      for (const exact of await findRepeated(text, own, key, pace)) repeated.add(exact);
    }
    const isRepeated: IsRepeated = (exact) =>
      exact.length < Math.min(...KEYS) || !words.has(exact) ? isTwiceIn(text, exact) : repeated.has(exact);
    known.set(text, isRepeated);
    return isRepeated;
  };
}

function isTwiceIn(text: string, exact: string): boolean {
  const at = text.indexOf(exact);
  return at >= 0 && text.includes(exact, at + 1);
}

async function findRepeated(
  text: string,
  words: readonly string[],
  keyLength: number,
  pace: Pace,
): Promise<ReadonlySet<string>> {
  const byKey = groupBy(words, (exact) => exact.slice(0, keyLength));
  const [once, repeated] = [new Set<string>(), new Set<string>()];
  for (let at = 0; at + keyLength <= text.length && byKey.size > 0; at += 1) {
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    if (at % STRETCH === 0) await pace(at / text.length);
    const key = text.slice(at, at + keyLength);
    const group = byKey.get(key);
    if (!group) continue;
    // What is known to be repeated is not looked at again: many words may begin in the same way.
    const left = group.filter((exact) => {
      if (!text.startsWith(exact, at)) return true;
      if (!once.has(exact)) {
        once.add(exact);
        return true;
      }
      repeated.add(exact);
      return false;
    });
    if (left.length === 0) byKey.delete(key);
    else if (left.length < group.length) byKey.set(key, left);
  }
  return repeated;
}
