import type { FoundTarget } from '../domain/carry-over.ts';
import { describeTarget } from './describe.ts';
import type { Resolution } from './resolve.ts';

/** How many places are offered to choose from. */
const OFFERED = 5;

/** What was found of a target in a text, with the targets that its places make in that text. */
export function toFoundTarget(text: string, resolution: Resolution): FoundTarget {
  const { state, candidates } = resolution;
  return {
    state,
    target: 'range' in resolution ? describeTarget(text, resolution.range) : null,
    candidates:
      state === 'ambiguous'
        ? candidates.slice(0, OFFERED).map(({ range }) => describeTarget(text, range))
        : [],
  };
}
