import type { Id } from '../domain/record.ts';
import type { Taken } from './holding.ts';
import { areSameVersion } from './kept.ts';
import type { Changes } from './standing.ts';
import { keyOf } from './storage-key.ts';
import type { OutsideChange, Store } from './store.ts';

/** Who wants to hear what happened outside this tab. */
export interface Watchers extends Pick<Store, 'watch' | 'watchList' | 'watchState'> {
  /** True when somebody follows what becomes of a fact check. */
  readonly isWatched: () => boolean;
  readonly tell: (factCheckId: Id, changes: Changes) => void;
  /** The sentence says why nothing of it may be edited any longer. */
  readonly tellReadOnly: (factCheckId: Id, reason: string) => void;
  readonly tellList: () => void;
  readonly tellState: () => void;
}

export function createWatchers(): Watchers {
  const watchers = new Set<(change: OutsideChange) => void>();
  const listWatchers = new Set<() => void>();
  const stateWatchers = new Set<() => void>();
  return {
    isWatched: () => watchers.size > 0,
    watch: (listener) => subscribe(watchers, listener),
    watchList: (listener) => subscribe(listWatchers, listener),
    watchState: (listener) => subscribe(stateWatchers, listener),
    tell: (factCheckId, { changed, heldUp = [], removed }) => {
      if (changed.length + heldUp.length + removed.length === 0) return;
      for (const watcher of watchers) watcher({ factCheckId, changed, heldUp, removed });
    },
    tellReadOnly: (factCheckId, readOnlyReason) => {
      for (const watcher of watchers) watcher({ factCheckId, changed: [], removed: [], readOnlyReason });
    },
    tellList: () => {
      for (const watcher of listWatchers) watcher();
    },
    tellState: () => {
      for (const watcher of stateWatchers) watcher();
    },
  };
}

/** What stands now and did not before, and that there are two versions of something; at most one for each key. */
export function newsIn(taken: readonly Taken[]): readonly Taken[] {
  const isNews = ({ before, stands, copies }: Taken): boolean =>
    copies.length > 0 || !before || !areSameVersion(before, stands);
  const byKey = new Map<string, Taken>();
  for (const next of taken.filter(isNews)) {
    const key = keyOf(next.stands.place);
    byKey.set(key, { ...next, before: (byKey.get(key) ?? next).before });
  }
  return [...byKey.values()];
}

function subscribe<T>(set: Set<T>, listener: T): () => void {
  set.add(listener);
  return () => set.delete(listener);
}
