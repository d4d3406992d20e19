import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useEffect } from 'react';
import { compareVersions } from '../domain/compare-versions.ts';
import type { Id } from '../domain/record.ts';
import type { Conflict, SaveResult, Store } from '../storage/store.ts';
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
  return useQuery({ queryKey: conflictsKey(id), queryFn: () => findDifferent(id, store), gcTime: 0 });
}

/** Two versions that differ in nothing but when they were written ask nobody for a decision. */
export async function findDifferent(id: Id, store: Store): Promise<readonly Conflict[]> {
  const conflicts = await store.conflicts(id);
  if (conflicts.length === 0) return conflicts;
  const opened = await store.open(id);
  return conflicts.filter(({ record }) => {
    const stands = opened.ok ? opened.factCheck.tables[record.type].get(record.id) : undefined;
    return !stands || compareVersions(stands, record).length > 0;
  });
}

/** Settles a conflict in favour of what stands. To use the other version, edit the record first. */
export function useDismissConflict(): UseMutationResult<SaveResult, Error, Conflict> {
  const { store } = useKeeping();
  return useSettling((conflict) => store.dismissConflict(conflict));
}

/** Asks again about a conflict that was dismissed: the version that lost is kept as one that nobody has dismissed yet. */
export function useReviveConflict(): UseMutationResult<SaveResult, Error, Conflict> {
  const { store, clock } = useKeeping();
  return useSettling((conflict) =>
    store.keepConflict({ ...conflict, record: { ...conflict.record, rev: clock.nextRev() } }),
  );
}

function useSettling(
  mutationFn: (conflict: Conflict) => Promise<SaveResult>,
): UseMutationResult<SaveResult, Error, Conflict> {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSettled: (_saved, _error, { factCheckId }) =>
      client.invalidateQueries({ queryKey: conflictsKey(factCheckId) }),
  });
}
