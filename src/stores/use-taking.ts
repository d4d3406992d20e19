import { useEffect, useRef, useState } from 'react';
import { useFactCheckStore } from './desk-context.ts';
import { createPace } from './pace.ts';
import { takeInSlices, type MakeInSteps } from './take-in-slices.ts';

export interface Taking {
  /** How much of it is done, 0 to 1; null when nothing is being taken in. */
  readonly share: number | null;
  readonly take: () => void;
}

/**
 * Takes what was read into the open fact check, as one Change: made in slices, so that the page lives meanwhile, and put
 * in place at once. Nothing is taken when the component goes before that.
 */
export function useTaking(make: MakeInSteps, onTaken: () => void): Taking {
  const store = useFactCheckStore();
  const [share, setShare] = useState<number | null>(null);
  const under = useRef<AbortController | null>(null);
  useEffect(() => () => under.current?.abort(), []);

  async function take(signal: AbortSignal): Promise<void> {
    const isTaken = await takeInSlices(store, make, createPace(setShare, signal));
    under.current = null;
    setShare(null);
    if (isTaken) onTaken();
  }

  return {
    share,
    take: () => {
      if (under.current) return;
      const giveUp = new AbortController();
      under.current = giveUp;
      setShare(0);
      take(giveUp.signal).catch((error: unknown) => {
        if (giveUp.signal.aborted) return;
        // Thrown while rendering, so that the boundary around the screen shows it.
        setShare(() => {
          throw error;
        });
      });
    },
  };
}
