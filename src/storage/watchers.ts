import type { Id } from '../domain/record.ts';
import type { Kept } from './kept.ts';
import type { OutsideChange, Store } from './store.ts';

/** Who wants to hear what happened outside this tab. */
export interface Watchers extends Pick<Store, 'watch' | 'watchList'> {
  readonly tell: (factCheckId: Id, standing: readonly Kept[]) => void;
  readonly tellList: () => void;
}

export function createWatchers(): Watchers {
  const watchers = new Set<(change: OutsideChange) => void>();
  const listWatchers = new Set<() => void>();
  return {
    watch: (listener) => subscribe(watchers, listener),
    watchList: (listener) => subscribe(listWatchers, listener),
    tell: (factCheckId, standing) => {
      const records = standing.filter(({ place }) => !place.version);
      if (records.length === 0) return;
      const changed = records.filter(({ removal }) => !removal).map(({ record }) => record);
      const removed = records
        .filter(({ removal }) => removal)
        .map(({ record: { type, id } }) => ({ type, id }));
      for (const watcher of watchers) watcher({ factCheckId, changed, removed });
    },
    tellList: () => {
      for (const watcher of listWatchers) watcher();
    },
  };
}

function subscribe<T>(set: Set<T>, listener: T): () => void {
  set.add(listener);
  return () => set.delete(listener);
}
