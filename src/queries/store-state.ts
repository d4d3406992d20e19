import { useSyncExternalStore } from 'react';
import type { StoreState } from '../storage/store.ts';
import { useKeeping } from './store-context.ts';

/** What is chosen of how saving goes in this tab and of what this browser can't promise, as it changes. */
export function useStoreState<T extends string | boolean | null>(select: (state: StoreState) => T): T {
  const { store } = useKeeping();
  return useSyncExternalStore(store.watchState, () => select(store.state()));
}
