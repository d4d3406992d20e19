import type { DurableShelf } from './durable-shelf.ts';

/**
 * Stands in for a database that can't be begun now, as on a full disk, with why: nothing can be saved, and what earlier
 * sessions kept can be read all the same.
 */
export function createRefusingShelf(why: unknown): DurableShelf {
  const refuse = (): Promise<never> => Promise.reject(why instanceof Error ? why : new Error(String(why)));
  return {
    isNewer: false,
    factChecks: () => Promise.resolve(new Set()),
    read: refuse,
    readAll: refuse,
    readStrangers: refuse,
    merge: refuse,
    drop: refuse,
    close: () => undefined,
    whenLost: () => undefined,
  };
}
