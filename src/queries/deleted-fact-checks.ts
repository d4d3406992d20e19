import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { DeletedFactCheck } from '../storage/store.ts';
import { KEPT } from './kept-fact-checks.ts';
import { useKeeping } from './store-context.ts';

/** For the rooms that never see storage. */
export type { DeletedFactCheck };

/** The fact checks that were deleted and can be brought back; whatever makes the list of the others load again does so here. */
export function useDeletedFactChecks(): UseQueryResult<readonly DeletedFactCheck[]> {
  const { store } = useKeeping();
  return useQuery({ queryKey: [...KEPT, 'deleted'], queryFn: () => store.deleted() });
}
