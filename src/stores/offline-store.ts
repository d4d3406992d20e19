import { createStore, type StoreApi } from 'zustand/vanilla';

/** Whether the app itself is kept in this browser, and whether a newer version of it is there. */
export interface OfflineState {
  /** What opens without a network: nothing, nothing yet, or everything. */
  readonly kept: 'no' | 'getting' | 'yes';
  /** A newer version that this page does not run yet, and how to go over to it. */
  readonly update: {
    /** True when another tab went over to it already. */
    readonly isElsewhere: boolean;
    readonly reload: () => void;
  } | null;
}

export type OfflineStore = StoreApi<OfflineState>;

/** Nothing is kept until the page has been shown and all of the app has come. */
export function createOfflineStore(): OfflineStore {
  return createStore<OfflineState>()(() => ({ kept: 'no', update: null }));
}
