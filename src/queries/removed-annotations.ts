import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Id } from '../domain/record.ts';
import type { RemovedAnnotation } from '../domain/restore-removed.ts';
import { useKeeping } from './store-context.ts';

const NONE: readonly RemovedAnnotation[] = [];

/**
 * The annotations that were removed from a fact check, the last one first. `annotations` is how many are there: when that
 * changes they are looked for anew.
 */
export function useRemovedAnnotations(id: Id, annotations: number): readonly RemovedAnnotation[] {
  const { store } = useKeeping();
  const client = useQueryClient();
  useEffect(() => {
    const refresh = (): void => void client.invalidateQueries({ queryKey: ['removed', id] });
    return store.watchList(refresh);
  }, [store, client, id]);
  const { data = NONE } = useQuery({
    queryKey: ['removed', id, annotations],
    queryFn: () => store.removed(id),
    placeholderData: (before) => before,
    structuralSharing: false,
    gcTime: 0,
  });
  return data;
}
