import { useEffect, useState } from 'react';
import { articleOf } from '../../domain/fact-check.ts';
import type { DraftArticle } from '../../domain/start-fact-check.ts';
import { useFactCheckStore } from '../../stores/desk-context.ts';
import { compare, type Comparison } from './compare.ts';

interface Comparing {
  /** The latest that is finished; null until the first one is. */
  readonly comparison: Comparison | null;
  /** How much of the one under way is done, 0 to 1. */
  readonly share: number;
}

/** Compares, and compares anew when annotations or sentences change meanwhile. */
export function useComparison(draft: DraftArticle): Comparing {
  const store = useFactCheckStore();
  const [comparison, setComparison] = useState<Comparison | null>(null);
  const [share, setShare] = useState(0);
  useEffect(() => {
    let stop = new AbortController();
    function start(): void {
      stop.abort();
      stop = new AbortController();
      const { signal } = stop;
      // In whole percents, which is as often as there is something to see.
      const onProgress = (done: number): void => setShare(Math.floor(done * 100) / 100);
      compare(store.getState().factCheck, draft, { signal, onProgress }).then(
        setComparison,
        (error: unknown) => {
          if (!signal.aborted) throw error;
        },
      );
    }
    start();
    const unsubscribe = store.subscribe((now, before) => {
      const isSame =
        now.factCheck.tables.annotation === before.factCheck.tables.annotation &&
        articleOf(now.factCheck) === articleOf(before.factCheck);
      if (!isSame) start();
    });
    return () => {
      unsubscribe();
      stop.abort();
    };
  }, [store, draft]);
  return { comparison, share };
}
