import type { Id } from '../domain/record.ts';
import type { Taken } from './holding.ts';
import { isSameRev, revOf, type Kept } from './kept.ts';
import { CONFLICT } from './sentences.ts';
import { changesOf } from './standing.ts';
import { keyOf } from './storage-key.ts';
import type { OutsideChange, Store } from './store.ts';

/** Who wants to hear what happened outside this tab. */
export interface Watchers extends Pick<Store, 'watch' | 'watchList' | 'watchState'> {
  /** Tells of news, given all that is kept of the fact check. */
  readonly tell: (factCheckId: Id, news: News, kept: ReadonlyMap<string, Kept>) => void;
  readonly tellList: () => void;
  readonly tellState: () => void;
}

export function createWatchers(): Watchers {
  const watchers = new Set<(change: OutsideChange) => void>();
  const listWatchers = new Set<() => void>();
  const stateWatchers = new Set<() => void>();
  return {
    watch: (listener) => subscribe(watchers, listener),
    watchList: (listener) => subscribe(listWatchers, listener),
    watchState: (listener) => subscribe(stateWatchers, listener),
    tell: (factCheckId, { standing, notices }, kept) => {
      const { changed, removed } = changesOf(standing, kept);
      if (changed.length + removed.length + notices.length === 0) return;
      for (const watcher of watchers) watcher({ factCheckId, changed, removed, notices });
    },
    tellList: () => {
      for (const watcher of listWatchers) watcher();
    },
    tellState: () => {
      for (const watcher of stateWatchers) watcher();
    },
  };
}

export interface News {
  readonly standing: readonly Kept[];
  readonly notices: readonly string[];
}

/** What a person must be told of: what stands now and did not before, and that there are two versions of something. */
export function newsIn(taken: readonly Taken[]): News {
  const isNews = ({ before, stands, copies }: Taken): boolean =>
    copies.length > 0 || !before || !isSameRev(revOf(before), revOf(stands));
  const latest = new Map(taken.filter(isNews).map(({ stands }) => [keyOf(stands.place), stands]));
  return {
    standing: [...latest.values()],
    notices: taken.some(({ copies }) => copies.length > 0) ? [CONFLICT] : [],
  };
}

function subscribe<T>(set: Set<T>, listener: T): () => void {
  set.add(listener);
  return () => set.delete(listener);
}
