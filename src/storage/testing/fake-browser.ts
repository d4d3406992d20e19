import type { StorageLike } from '../local-shelf.ts';
import type { Channel } from '../mirror.ts';
import type { StorageSignal } from '../open-store.ts';

/** localStorage of one browser as several tabs see it, with signals that arrive when the test says so. */
export interface FakeBrowser {
  readonly disk: Map<string, string>;
  readonly openTab: () => FakeTab;
  /** How often what the tabs had written together was more than the browser takes, so that the next start found nothing. */
  readonly overruns: () => number;
  /** All tabs die, and the last so many writes never reached the disk: browsers write localStorage down late. */
  readonly crash: (lostWrites: number) => void;
}

export interface FakeTab {
  readonly localStorage: StorageLike;
  readonly listen: (listener: (signal: StorageSignal) => void) => void;
  /** What is posted there comes to the other tabs among the signals. */
  readonly talk: Channel;
  /** Hands over the oldest signal that waits; false when there is none. */
  readonly deliver: () => boolean;
  /** The oldest signal that waits never arrives, as when the page is put aside. */
  readonly lose: () => void;
  /** After this many more writes the tab is dead: whatever it still does has no effect. */
  readonly dieAfter: (writes: number) => void;
  readonly isAlive: () => boolean;
}

/** What a tab is going to hear: of a write, or a message. */
type Word = { readonly signal: StorageSignal } | { readonly message: unknown };

/**
 * `limit` counts UTF-16 units of keys and values together, as browsers do. `isLate`: a tab sees what others have written when
 * the word of it comes, as where tabs are processes of their own, so that all of them together can overrun the limit.
 */
export function createFakeBrowser({
  limit = 5_242_880,
  isLate = false,
}: { readonly limit?: number; readonly isLate?: boolean } = {}): FakeBrowser {
  const disk = new Map<string, string>();
  let overruns = 0;
  let tabs: { readonly inbox: Word[]; writesLeft: number }[] = [];
  let undo: (() => void)[] = [];

  return {
    disk,
    overruns: () => overruns,
    crash: (lostWrites) => {
      for (const tab of tabs) tab.writesLeft = -1;
      tabs = [];
      for (const takeBack of undo.slice(Math.max(0, undo.length - lostWrites)).toReversed()) takeBack();
      undo = [];
      if (sizeOf(disk) <= limit) return;
      overruns += 1;
      disk.clear();
    },
    openTab: () => {
      const view = isLate ? new Map(disk) : disk;
      const inbox: Word[] = [];
      const self = { inbox, writesLeft: Infinity };
      const listeners: ((signal: StorageSignal) => void)[] = [];
      const hearers: ((message: unknown) => void)[] = [];
      tabs.push(self);

      const write = (key: string, newValue: string | null): void => {
        self.writesLeft -= 1;
        if (self.writesLeft < 0 || (view.get(key) ?? null) === newValue) return;
        const was = view.get(key)?.length ?? -key.length;
        if (newValue !== null && sizeOf(view) - was + newValue.length > limit)
          throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
        const old = disk.get(key) ?? null;
        for (const map of [view, disk]) put(map, key, newValue);
        undo.push(() => put(disk, key, old));
        for (const tab of tabs) if (tab !== self) tab.inbox.push({ signal: { key, newValue } });
      };

      const see = (): Word | undefined => {
        const word = inbox.shift();
        // What came after it may be there already.
        if (word && 'signal' in word && word.signal.key !== null)
          put(view, word.signal.key, disk.get(word.signal.key) ?? null);
        return word;
      };

      return {
        localStorage: {
          get length() {
            return view.size;
          },
          key: (index) => [...view.keys()][index] ?? null,
          getItem: (key) => view.get(key) ?? null,
          setItem: (key, value) => write(key, value),
          removeItem: (key) => write(key, null),
        },
        listen: (listener) => listeners.push(listener),
        talk: {
          post: (message) => {
            if (self.writesLeft < 0) return;
            for (const tab of tabs) if (tab !== self) tab.inbox.push({ message });
          },
          listen: (hearer) => hearers.push(hearer),
        },
        deliver: () => {
          const word = see();
          if (word && 'signal' in word) for (const listener of listeners) listener(word.signal);
          else if (word) for (const hearer of hearers) hearer(word.message);
          return word !== undefined;
        },
        lose: () => void see(),
        dieAfter: (writes) => {
          self.writesLeft = writes;
        },
        isAlive: () => self.writesLeft >= 0,
      };
    },
  };
}

function put(map: Map<string, string>, key: string, text: string | null): void {
  if (text === null) map.delete(key);
  else map.set(key, text);
}

function sizeOf(map: ReadonlyMap<string, string>): number {
  let size = 0;
  for (const [key, text] of map) size += key.length + text.length;
  return size;
}
