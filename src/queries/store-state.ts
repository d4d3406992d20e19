import { useEffect, useState } from 'react';
import type { StoreState } from '../storage/store.ts';
import { useKeeping } from './store-context.ts';

/** How saving goes in this tab and what this browser can't promise, as it changes. */
export function useStoreState(): StoreState {
  const { store } = useKeeping();
  const [state, setState] = useState(store.state);
  useEffect(() => {
    const look = (): void => setState(store.state());
    look();
    return store.watchState(look);
  }, [store]);
  return state;
}
