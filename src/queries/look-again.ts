import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import type { Id } from '../domain/record.ts';
import { openedKey } from './kept-fact-checks.ts';
import { useKeeping } from './store-context.ts';

/**
 * Looks for a fact check that was not found as soon as the second copy brings anything, and once more when all of it was
 * compared; returns how to look at once.
 */
export function useLookAgain(id: Id): () => void {
  const { store } = useKeeping();
  const client = useQueryClient();
  const look = useCallback(() => void client.invalidateQueries({ queryKey: openedKey(id) }), [client, id]);
  useEffect(() => {
    let wasReconciled = store.state().isReconciled;
    // It may have been compared between the answer and this moment.
    if (wasReconciled) look();
    const stops = [
      store.watchList(look),
      store.watchState(() => {
        const { isReconciled } = store.state();
        if (isReconciled && !wasReconciled) look();
        wasReconciled = isReconciled;
      }),
    ];
    return () => stops.forEach((stop) => stop());
  }, [store, look]);
  return look;
}
