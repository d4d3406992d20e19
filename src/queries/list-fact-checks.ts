import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';
import { KEPT, useRefreshKept, type KeptFactCheck } from './kept-fact-checks.ts';
import { useKeeping } from './store-context.ts';

/** The fact checks in this browser, newest first; follows what this tab and others do. */
export function useKeptFactChecks(): UseQueryResult<readonly KeptFactCheck[]> {
  const { store } = useKeeping();
  const refresh = useRefreshKept();
  useEffect(() => store.watchList(() => void refresh()), [store, refresh]);
  return useQuery({ queryKey: KEPT, queryFn: () => store.list() });
}
