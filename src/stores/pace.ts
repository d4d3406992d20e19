import { nextTurn } from '../domain/next-turn.ts';
import type { Pace } from '../domain/steps.ts';

/** The longest stretch of work in milliseconds: with what follows it a frame is still shown in time. */
const SLICE = 12;

/**
 * A pace that lets the page live while something large is written or read: after every slice it tells the share and
 * waits for its next turn. Rejects with the reason of the signal when that is given.
 */
export function createPace(onShare: (share: number) => void, signal: AbortSignal): Pace {
  let begun = performance.now();
  return async (share) => {
    if (performance.now() - begun < SLICE) return;
    onShare(share);
    await nextTurn();
    signal.throwIfAborted();
    begun = performance.now();
  };
}

/** The pace of a part of the work: what is all of the part is the share from `from` to `to` of the whole. */
export function partOf(pace: Pace, from: number, to: number): Pace {
  return (share) => pace(from + (to - from) * share);
}
