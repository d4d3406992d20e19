import type { StorageLike } from '../local-shelf.ts';
import type { StorageSignal } from '../open-store.ts';

/** localStorage of one browser as several tabs see it, with signals that arrive when the test says so. */
export interface FakeBrowser {
  readonly disk: Map<string, string>;
  readonly openTab: () => FakeTab;
  /** All tabs die, and the last so many writes never reached the disk: browsers write localStorage down late. */
  readonly crash: (lostWrites: number) => void;
}

export interface FakeTab {
  readonly localStorage: StorageLike;
  readonly listen: (listener: (signal: StorageSignal) => void) => void;
  /** Hands over the oldest signal that waits; false when there is none. */
  readonly deliver: () => boolean;
  /** The oldest signal that waits never arrives, as when the page is put aside. */
  readonly lose: () => void;
  /** After this many more writes the tab is dead: whatever it still does has no effect. */
  readonly dieAfter: (writes: number) => void;
  readonly isAlive: () => boolean;
}

/** `limit` counts UTF-16 units of keys and values together, as browsers do. */
export function createFakeBrowser({ limit = 5_242_880 }: { readonly limit?: number } = {}): FakeBrowser {
  const disk = new Map<string, string>();
  let tabs: { readonly inbox: StorageSignal[]; writesLeft: number }[] = [];
  let undo: (() => void)[] = [];

  return {
    disk,
    crash: (lostWrites) => {
      for (const tab of tabs) tab.writesLeft = -1;
      tabs = [];
      for (const takeBack of undo.slice(Math.max(0, undo.length - lostWrites)).toReversed()) takeBack();
      undo = [];
    },
    openTab: () => {
      const inbox: StorageSignal[] = [];
      const self = { inbox, writesLeft: Infinity };
      const listeners: ((signal: StorageSignal) => void)[] = [];
      tabs.push(self);

      const write = (key: string, newValue: string | null): void => {
        self.writesLeft -= 1;
        if (self.writesLeft < 0 || (disk.get(key) ?? null) === newValue) return;
        const old = disk.get(key);
        if (newValue === null) disk.delete(key);
        else if (sizeWith(disk, key, newValue) <= limit) disk.set(key, newValue);
        else throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
        undo.push(() => (old === undefined ? disk.delete(key) : disk.set(key, old)));
        for (const tab of tabs) if (tab !== self) tab.inbox.push({ key, newValue });
      };

      return {
        localStorage: {
          get length() {
            return disk.size;
          },
          key: (index) => [...disk.keys()][index] ?? null,
          getItem: (key) => disk.get(key) ?? null,
          setItem: (key, value) => write(key, value),
          removeItem: (key) => write(key, null),
        },
        listen: (listener) => listeners.push(listener),
        deliver: () => {
          const signal = inbox.shift();
          if (signal) for (const listener of listeners) listener(signal);
          return signal !== undefined;
        },
        lose: () => void inbox.shift(),
        dieAfter: (writes) => {
          self.writesLeft = writes;
        },
        isAlive: () => self.writesLeft >= 0,
      };
    },
  };
}

function sizeWith(disk: ReadonlyMap<string, string>, key: string, value: string): number {
  let size = key.length + value.length;
  for (const [other, text] of disk) if (other !== key) size += other.length + text.length;
  return size;
}
