import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { Id } from '../domain/record.ts';
import { openedKey, type OpenResult } from './kept-fact-checks.ts';
import { useKeeping } from './store-context.ts';

/**
 * Looks for a fact check that was not found as soon as the second copy brings anything, and once more when all of it was
 * compared; returns how to look at once.
 */
export function useLookAgain(id: Id): () => void {
  const { store } = useKeeping();
  const client = useQueryClient();
  const look = useMemo(() => createLook(client, id), [client, id]);
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

/**
 * How to open it once more. An opening that is under way is never given up, since what the person must be told is handed
 * out with it once; it is followed by another one when it finds nothing.
 */
export function createLook(client: QueryClient, id: Id): () => void {
  const queryKey = openedKey(id);
  let isLooking = false;
  let isWished = false;
  const lookOnce = async (): Promise<void> => {
    isWished = false;
    await client.refetchQueries({ queryKey, type: 'active' }, { cancelRefetch: false });
    if (isWished && client.getQueryData<OpenResult>(queryKey)?.ok === false) await lookOnce();
  };
  return () => {
    isWished = true;
    if (isLooking) return;
    isLooking = true;
    void lookOnce().finally(() => {
      isLooking = false;
    });
  };
}
