import { factCheckOf, prefixOf, PREFIX } from './storage-key.ts';
import type { Id } from '../domain/record.ts';

/** What we need of `localStorage`. */
export type StorageLike = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>;

/** Keys with their texts. */
export type Texts = ReadonlyMap<string, string>;

/** Our keys in localStorage, found by prefix: there is no index that two tabs could tear apart. */
export interface LocalShelf {
  readonly factChecks: () => ReadonlySet<Id>;
  readonly read: (factCheckId: Id) => Texts;
  /** Writes all or, when there is no room, none: then the old texts stay, and the answer is false. */
  readonly write: (texts: Texts) => boolean;
  readonly remove: (key: string) => void;
}

export function createLocalShelf(storage: StorageLike): LocalShelf {
  return {
    factChecks: () => new Set(keysIn(storage, PREFIX).flatMap((key) => factCheckOf(key) ?? [])),
    read: (factCheckId) => {
      const texts = new Map<string, string>();
      for (const key of keysIn(storage, prefixOf(factCheckId))) {
        const text = storage.getItem(key);
        if (text !== null) texts.set(key, text);
      }
      return texts;
    },
    write: (texts) => {
      const before: [key: string, text: string | null][] = [];
      for (const [key, text] of texts) {
        before.push([key, storage.getItem(key)]);
        if (!put(storage, key, text)) {
          for (const [written, old] of before.toReversed()) takeBack(storage, written, old);
          return false;
        }
      }
      return true;
    },
    remove: (key) => storage.removeItem(key),
  };
}

function keysIn(storage: StorageLike, prefix: string): string[] {
  const keys: string[] = [];
  for (let i = 0; i < storage.length; i += 1) {
    const key = storage.key(i);
    if (key?.startsWith(prefix)) keys.push(key);
  }
  return keys;
}

/** `setItem` is all or nothing for one key; it throws when there is no room. */
function put(storage: StorageLike, key: string, text: string): boolean {
  try {
    storage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

function takeBack(storage: StorageLike, key: string, text: string | null): void {
  if (text === null) storage.removeItem(key);
  else put(storage, key, text);
}
