import { useEffect, useState } from 'react';
import type { Id } from '../domain/record.ts';
import { useKeeping } from './store-context.ts';

/** How many things of a fact check have changed since it was last written into a file, as that changes. */
export function useUnfiled(id: Id): number {
  const { store } = useKeeping();
  const [unfiled, setUnfiled] = useState(() => store.unfiled(id));
  useEffect(() => {
    const look = (): void => setUnfiled(store.unfiled(id));
    look();
    const stops = [store.watchState(look), store.watchList(look)];
    return () => stops.forEach((stop) => stop());
  }, [store, id]);
  return unfiled;
}
