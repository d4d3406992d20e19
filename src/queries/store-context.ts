import { createContext, useContext } from 'react';
import type { Clock } from '../domain/clock.ts';
import type { Store } from '../storage/store.ts';

/** What is kept in this browser, and the clock that dates what is added to it. */
export interface Keeping {
  readonly store: Store;
  readonly clock: Clock;
}

export const StoreContext = createContext<Keeping | null>(null);

export function useKeeping(): Keeping {
  const keeping = useContext(StoreContext);
  if (!keeping) throw new Error('No store is provided here.');
  return keeping;
}
