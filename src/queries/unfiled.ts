import { useCallback, useSyncExternalStore } from 'react';
import type { Id } from '../domain/record.ts';
import { useKeeping } from './store-context.ts';

/** How many things of a fact check have changed since it was last written into a file, as that changes. */
export function useUnfiled(id: Id): number {
  const { store } = useKeeping();
  const subscribe = useCallback(
    (onChange: () => void) => {
      const stops = [store.watchState(onChange), store.watchList(onChange)];
      return () => stops.forEach((stop) => stop());
    },
    [store],
  );
  return useSyncExternalStore(subscribe, () => store.unfiled(id));
}
