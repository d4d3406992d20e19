import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Quarantined } from '../storage/store.ts';
import { useKeeping } from './store-context.ts';

/** For the rooms that never see storage. */
export type { Quarantined };

/** What is kept in this browser and can't be read, asked for anew each time that it is shown. */
export function useQuarantine(): UseQueryResult<readonly Quarantined[]> {
  const { store } = useKeeping();
  return useQuery({ queryKey: ['quarantine'], queryFn: () => store.quarantine(), gcTime: 0 });
}
