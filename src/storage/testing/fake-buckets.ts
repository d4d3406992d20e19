import { forceCloseDatabase, IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import type { Buckets } from '../generations.ts';
import { createIdbPlace } from '../idb-place.ts';
import type { DurablePlace } from '../durable-shelf.ts';
import { createFakeLocks } from './fake-locks.ts';

/** Storage buckets, locks and IndexedDB of one browser: the database is a whole one, only that it is kept in memory. */
export interface FakeDisk {
  readonly buckets: Buckets;
  /** Each bucket's databases, by its name. */
  readonly factories: Map<string, IDBFactory>;
  /** Databases outside of all buckets. */
  readonly outside: IDBFactory;
  readonly openTab: (parts?: { readonly hasBuckets?: boolean }) => {
    readonly place: DurablePlace;
    readonly close: () => void;
  };
}

// The global one is what the code under test makes ranges with, in the page as here.
Object.assign(globalThis, { IDBKeyRange });

export function createFakeDisk(): FakeDisk {
  const factories = new Map<string, IDBFactory>();
  const outside = new IDBFactory();
  const locks = createFakeLocks();
  const buckets: Buckets = {
    keys: () => Promise.resolve([...factories.keys()].toSorted()),
    open: (name) => {
      const indexedDB = factories.get(name) ?? new IDBFactory();
      factories.set(name, indexedDB);
      return Promise.resolve({ indexedDB, persist: () => Promise.resolve(true) });
    },
    delete: (name) => {
      factories.delete(name);
      return Promise.resolve();
    },
  };
  return {
    buckets,
    factories,
    outside,
    openTab: ({ hasBuckets = true } = {}) => {
      const tab = locks.openTab();
      const place = createIdbPlace({
        indexedDB: outside,
        buckets: hasBuckets ? buckets : null,
        locks: tab.locks,
      });
      return { place, close: tab.close };
    },
  };
}

type Put = (this: IDBObjectStore, ...args: Parameters<IDBObjectStore['put']>) => IDBRequest<IDBValidKey>;

/** After so many more values the disk is full, until it is told otherwise; returns how to end that. */
export function fillDiskAfter(values: number): () => void {
  const put = Reflect.get(IDBObjectStore.prototype, 'put') as Put;
  let left = values;
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args: Parameters<Put>) {
    if (left <= 0) throw new DOMException('The disk is full.', 'QuotaExceededError');
    left -= 1;
    return put.apply(this, args);
  };
  return () => {
    IDBObjectStore.prototype.put = put;
  };
}

/**
 * The browser closes the databases by itself, as when the disk has failed under them; with a number only so many of the
 * connections to each: the word comes to the others later.
 */
export function closeByBrowser(factory: IDBFactory | undefined, most = Infinity): void {
  const databases = Reflect.get(factory ?? {}, '_databases') as ReadonlyMap<
    string,
    { readonly connections: readonly Parameters<typeof forceCloseDatabase>[0][] }
  >;
  for (const { connections } of databases.values())
    for (const one of connections.slice(0, most)) forceCloseDatabase(one);
}

/** A version of our database as a later version of the app leaves it, with a store that we do not know. */
export function upgradeDatabase(factory: IDBFactory): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = factory.open('linecheck', 2);
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore('later'));
    request.addEventListener('error', () => reject(request.error ?? new Error('It could not be opened.')));
    request.addEventListener('success', () => {
      request.result.close();
      resolve();
    });
  });
}
