import { useEffect, useRef, useState } from 'react';
import type { Change, Hand } from '../domain/change.ts';
import type { FactCheck } from '../domain/fact-check.ts';
import { runAtOnce, runInSlices, type Steps } from '../domain/steps.ts';
import { useFactCheckStore } from './desk-context.ts';
import { createPace } from './pace.ts';

export interface Taking {
  /** How much of it is done, 0 to 1; null when nothing is being taken in. */
  readonly share: number | null;
  readonly take: () => void;
}

/**
 * Takes what was read into the open fact check, as one Change: made in slices, so that the page lives meanwhile, and put
 * in place at once. Nothing is taken when the component goes before that.
 */
export function useTaking(
  make: (factCheck: FactCheck, hand: Hand) => Steps<Change>,
  onTaken: () => void,
): Taking {
  const store = useFactCheckStore();
  const [share, setShare] = useState<number | null>(null);
  const under = useRef<AbortController | null>(null);
  useEffect(() => () => under.current?.abort(), []);

  async function takeInSlices({ signal }: AbortController): Promise<void> {
    const before = store.getState().factCheck;
    const change = await runInSlices(make(before, store.hand()), createPace(setShare, signal));
    signal.throwIfAborted();
    store.events.carryOut((now, hand) =>
      isStillFor(change, before, now) ? change : runAtOnce(make(now, hand)),
    );
    onTaken();
  }

  return {
    share,
    take: () => {
      if (under.current) return;
      const giveUp = new AbortController();
      under.current = giveUp;
      setShare(0);
      takeInSlices(giveUp).catch((error: unknown) => {
        if (giveUp.signal.aborted) return;
        // Thrown while rendering, so that the boundary around the screen shows it.
        setShare(() => {
          throw error;
        });
      });
    },
  };
}

/** True when nothing was edited since that the Change rests on: who has given their name meanwhile changes nothing. */
function isStillFor(change: Change, before: FactCheck, now: FactCheck): boolean {
  const isTheSame = TABLES.every((type) => now.tables[type] === before.tables[type]);
  return (
    isTheSame && !change.added.some(({ type, id }) => type === 'reviewer' && now.tables.reviewer.has(id))
  );
}

const TABLES = ['article', 'annotation', 'verdict', 'source', 'evidence', 'rating-scale', 'history'] as const;
