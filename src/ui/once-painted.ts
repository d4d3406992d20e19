import { afterPaint } from './after-paint.ts';

/** Milliseconds: where nothing is painted, as in a tab that is not seen, it is done all the same. */
const PATIENCE = 100;

/**
 * Does it in the frame after the one that shows what has just been changed, or before the next key or press, whichever
 * comes first: what answers a person at once need not wait for what takes longer, and nothing that they do next comes
 * before it.
 */
export function oncePainted(act: () => void): void {
  const stop = new AbortController();
  const run = (): void => {
    if (stop.signal.aborted) return;
    stop.abort();
    act();
  };
  afterPaint(run);
  setTimeout(run, PATIENCE);
  for (const event of ['keydown', 'pointerdown'])
    addEventListener(event, run, { capture: true, signal: stop.signal });
}
