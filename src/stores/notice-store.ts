import { createStore, type StoreApi } from 'zustand/vanilla';

/** A sentence for the person that needs no answer, with at most one thing to do about it. */
export interface Notice {
  readonly id: number;
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
  /** It has to be known: it stays until it is dismissed. */
  readonly isLasting?: true;
}

export type NoticeStore = StoreApi<{ readonly notices: readonly Notice[] }> & {
  readonly events: {
    /** Returns its id. */
    readonly notify: (text: string, action?: Notice['action']) => number;
    /** The same of what must not pass unread. */
    readonly tell: (text: string, action?: Notice['action']) => number;
    /** The same of what stays so: null, and nothing is shown, when it has been told since the app was started. */
    readonly tellOnce: (text: string) => number | null;
    readonly dismiss: (id: number) => void;
  };
};

/** More than this at once that pass by is noise: the oldest goes. */
const MOST_NOTICES = 3;

/** What the app has to say. */
export function createNoticeStore(): NoticeStore {
  let lastId = 0;
  const told = new Set<string>();
  const store = createStore<{ readonly notices: readonly Notice[] }>()(() => ({ notices: [] }));
  const show = (notice: Omit<Notice, 'id'>): number => {
    lastId += 1;
    const id = lastId;
    store.setState(({ notices }) => {
      // The same sentence twice says no more than once: the newer one takes the place of the older.
      const all = [...notices.filter(({ text }) => text !== notice.text), { ...notice, id }];
      const shown = new Set(all.filter(({ isLasting }) => !isLasting).slice(-MOST_NOTICES));
      return { notices: all.filter((each) => each.isLasting || shown.has(each)) };
    });
    return id;
  };
  return Object.assign(store, {
    events: {
      notify: (text: string, action?: Notice['action']) => show({ text, ...(action ? { action } : {}) }),
      tell: (text: string, action?: Notice['action']) =>
        show({ text, isLasting: true, ...(action ? { action } : {}) }),
      tellOnce: (text: string) => {
        if (told.has(text)) return null;
        told.add(text);
        return show({ text, isLasting: true });
      },
      dismiss: (id: number) =>
        store.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) })),
    },
  });
}
