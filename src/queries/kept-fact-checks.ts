import { queryOptions, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Id } from '../domain/record.ts';
import type { KeptFactCheck, OpenResult, Store } from '../storage/store.ts';
import { useKeeping } from './store-context.ts';

/** For the rooms that never see storage. */
export type { KeptFactCheck, OpenResult };

/** What begins so tells of all that this browser keeps, and is looked up anew whenever that has changed. */
export const KEPT = ['fact-checks'] as const;

export function openedKey(id: Id): readonly unknown[] {
  return ['fact-check', id];
}

/**
 * How a fact check is read from storage: anew each time that it is opened. What happens to it from then on is the fact-check
 * store's affair, and nothing here ever loads it again behind that store's back.
 */
export function openingOf(id: Id, store: Pick<Store, 'open'>) {
  return queryOptions({
    queryKey: openedKey(id),
    queryFn: () => store.open(id),
    staleTime: Infinity,
    gcTime: 0,
    structuralSharing: false,
  });
}

/** One fact check, as `openAhead` has read it or else read now. */
export function useOpenFactCheck(id: Id): UseQueryResult<OpenResult> {
  const { store } = useKeeping();
  return useQuery(openingOf(id, store));
}

/** How to make the list of kept fact checks load again; the same function at every rendering. */
export function useRefreshKept(): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(() => client.invalidateQueries({ queryKey: KEPT }), [client]);
}
