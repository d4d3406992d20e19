import { createStore, type StoreApi } from 'zustand/vanilla';

/** A sentence for the person that needs no answer, with at most one thing to do about it. */
export interface Notice {
  readonly id: number;
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

export type NoticeStore = StoreApi<{ readonly notices: readonly Notice[] }> & {
  readonly events: {
    /** Returns its id. */
    readonly notify: (text: string, action?: Notice['action']) => number;
    readonly dismiss: (id: number) => void;
  };
};

/** More than this at once is noise: the oldest goes. */
const MOST_NOTICES = 3;

/** What the app has to say. Notices with something to do stay until they are dismissed or pushed out. */
export function createNoticeStore(): NoticeStore {
  let lastId = 0;
  const store = createStore<{ readonly notices: readonly Notice[] }>()(() => ({ notices: [] }));
  return Object.assign(store, {
    events: {
      notify: (text: string, action?: Notice['action']) => {
        lastId += 1;
        const notice: Notice = { id: lastId, text, ...(action ? { action } : {}) };
        // The same sentence twice says no more than once: the newer one takes the place of the older.
        store.setState(({ notices }) => ({
          notices: [...notices.filter((other) => other.text !== text), notice].slice(-MOST_NOTICES),
        }));
        return notice.id;
      },
      dismiss: (id: number) =>
        store.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) })),
    },
  });
}
