import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Id } from '../domain/record.ts';
import type { OpenResult } from '../storage/store.ts';
import { useKeeping } from './store-context.ts';

/** One fact check for a file that shall have everything: both copies are compared first. `caveat` says when they could not be. */
export function useWholeFactCheck(
  id: Id,
): UseQueryResult<{ readonly opened: OpenResult; readonly caveat: string | null }> {
  const { store } = useKeeping();
  return useQuery({
    queryKey: ['whole-fact-check', id],
    queryFn: async () => {
      const compared = await store.compareCopies();
      return { opened: await store.open(id), caveat: compared.ok ? null : compared.problem };
    },
    staleTime: Infinity,
    gcTime: 0,
    structuralSharing: false,
  });
}
