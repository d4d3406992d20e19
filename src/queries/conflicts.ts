import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Id } from '../domain/record.ts';
import type { Conflict, SaveResult } from '../storage/store.ts';
import { useKeeping } from './store-context.ts';

/** For the rooms that never see storage. */
export type { Conflict };

function conflictsKey(id: Id): readonly unknown[] {
  return ['conflicts', id];
}

/** Versions of records that lost against others written at the same time; follows what this tab and others do. */
export function useConflicts(id: Id): UseQueryResult<readonly Conflict[]> {
  const { store } = useKeeping();
  const client = useQueryClient();
  useEffect(() => {
    const refresh = (): void => void client.invalidateQueries({ queryKey: conflictsKey(id) });
    const stopWatching = [
      store.watch(({ factCheckId }) => {
        if (factCheckId === id) refresh();
      }),
      store.watchList(refresh),
    ];
    return () => stopWatching.forEach((stop) => stop());
  }, [store, client, id]);
  return useQuery({ queryKey: conflictsKey(id), queryFn: () => store.conflicts(id), gcTime: 0 });
}

/** Settles a conflict in favour of what stands. To use the other version, edit the record first. */
export function useDismissConflict(): UseMutationResult<SaveResult, Error, Conflict> {
  const { store } = useKeeping();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (conflict: Conflict) => store.dismissConflict(conflict),
    onSettled: (_saved, _error, { factCheckId }) =>
      client.invalidateQueries({ queryKey: conflictsKey(factCheckId) }),
  });
}
