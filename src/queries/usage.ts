import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Usage } from '../storage/store.ts';
import { useKeeping } from './store-context.ts';

/** For the rooms that never see storage. */
export type { Usage };

/** Where things are kept and how much, asked for anew each time that it is shown. */
export function useUsage(): UseQueryResult<Usage> {
  const { store } = useKeeping();
  return useQuery({ queryKey: ['usage'], queryFn: () => store.usage(), gcTime: 0 });
}
