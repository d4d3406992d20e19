import { nextTurn } from '../domain/next-turn.ts';

/** Milliseconds: where nothing is painted, as in a tab that is not seen, it is done all the same. */
const PATIENCE = 100;

/**
 * Does it when what has just been changed is painted, or before the next key or press, whichever comes first: what answers a
 * person at once need not wait for what takes longer, and nothing that they do next comes before it. The frame is given over
 * to be shown first, and so is whatever else has waited for it.
 */
export function oncePainted(act: () => void): void {
  const stop = new AbortController();
  const run = (): void => {
    if (stop.signal.aborted) return;
    stop.abort();
    act();
  };
  requestAnimationFrame(() => void nextTurn().then(nextTurn).then(run));
  setTimeout(run, PATIENCE);
  for (const event of ['keydown', 'pointerdown'])
    addEventListener(event, run, { capture: true, signal: stop.signal });
}
