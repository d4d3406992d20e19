import type { DurablePlace } from './durable-shelf.ts';
import type { Buckets } from './generations.ts';
import { createLatePlace } from './late-place.ts';
import type { StorageLike } from './local-shelf.ts';
import type { Channel } from './mirror.ts';
import type { StoreParts } from './open-store.ts';
import { preferencesIn, type Preferences } from './preferences.ts';

/**
 * Everything that the store needs of this browser, as far as the browser gives it. Never throws. `atRest` settles when the
 * page has been painted: the database can wait for that.
 */
export function findBrowserParts(atRest: Promise<unknown>): Omit<StoreParts, 'clock'> {
  return {
    localStorage: findLocalStorage(),
    listen: (listener) => {
      addEventListener('storage', ({ key, newValue, storageArea }) => {
        if (storageArea !== sessionStorageOrNull()) listener({ key, newValue });
      });
    },
    whenBack: (act) => {
      addEventListener('pageshow', ({ persisted }) => {
        if (persisted) act(true);
      });
      // A tab that the browser had frozen in the background, where browsers do that.
      document.addEventListener('resume', () => act(true));
      document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'visible') act(false);
      });
    },
    durable: findDurablePlace(atRest),
    channel: findChannel(),
    manager: findManager(),
  };
}

/** Where preferences are kept as far as the browser lets us. */
export function findPreferences(): Preferences {
  return preferencesIn(findLocalStorage());
}

/** Reading the property throws where site data is blocked. */
function findLocalStorage(): StorageLike | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

function sessionStorageOrNull(): Storage | null {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}

function findDurablePlace(atRest: Promise<unknown>): DurablePlace | null {
  try {
    // Undefined in some private windows, whatever the types say.
    const factory: IDBFactory | undefined = indexedDB;
    if (!factory) return null;
    return createLatePlace(async () => {
      const { createIdbPlace } = await import('./idb-place.ts');
      return createIdbPlace({ indexedDB: factory, buckets: findBuckets(), locks: findLocks() });
    }, atRest);
  } catch {
    return null;
  }
}

/** Chromium has storage buckets since version 122; they are not in TypeScript's types yet. */
function findBuckets(): Buckets | null {
  return 'storageBuckets' in navigator ? (navigator.storageBuckets as Buckets) : null;
}

/** Only in secure contexts. */
function findLocks(): LockManager | null {
  return 'locks' in navigator ? navigator.locks : null;
}

/** Only in secure contexts. */
function findManager(): StorageManager | null {
  return 'storage' in navigator ? navigator.storage : null;
}

function findChannel(): Channel | null {
  if (typeof BroadcastChannel === 'undefined') return null;
  const channel = new BroadcastChannel('linecheck');
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none, only windows do
    post: (texts) => channel.postMessage(texts),
    listen: (listener) => channel.addEventListener('message', ({ data }) => listener(data)),
  };
}
