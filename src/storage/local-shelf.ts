import type { Id } from '../domain/record.ts';
import { factChecksOf, prefixOf, PREFIX } from './storage-key.ts';
import { isByNewer } from './written-value.ts';

/** What we need of `localStorage`. */
export type StorageLike = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>;

/** Null when it can't be read: a damaged store throws at every call in some browsers, and is then as good as blocked. */
export function usableStorage(storage: StorageLike | null): StorageLike | null {
  try {
    if (storage && storage.length > 0) storage.getItem(storage.key(0) ?? '');
    return storage;
  } catch {
    return null;
  }
}

/** Keys with their texts. */
export type Texts = ReadonlyMap<string, string>;

/**
 * Our keys in localStorage, found by prefix: there is no index that two tabs could tear apart. Nothing throws: a storage
 * that begins to is one without room, in which nothing is found.
 */
export interface LocalShelf {
  readonly factChecks: () => ReadonlySet<Id>;
  readonly read: (factCheckId: Id) => Texts;
  /** The text under one key; null when there is none. */
  readonly textAt: (key: string) => string | null;
  /** True when there is a text under the key, as far as this tab was told. */
  readonly has: (key: string) => boolean;
  /** All texts whose key starts so. */
  readonly readAll: (prefix: string) => Texts;
  /**
   * Writes all or, when there is no room, none: then the old texts stay, and the answer is false. What a newer version of
   * the app has written meanwhile stays in any case.
   */
  readonly write: (texts: Texts) => boolean;
  /** False when so many more characters would be over the limit that we keep to. */
  readonly hasRoomFor: (characters: number) => boolean;
  /** True when something is gone that nobody has told the shelf of. */
  readonly hasShrunk: () => boolean;
  readonly remove: (key: string) => void;
  /** UTF-16 units in keys and values of the whole origin, as browsers count them against the limit. */
  readonly characters: () => number;
  /** Counts anew: what other pages of this address remove is not always told. */
  readonly recount: () => void;
  /** Tells the shelf of a key that another tab wrote or, with null, removed, for the sake of the count. */
  readonly note: (key: string, text: string | null) => void;
}

/** `mostCharacters`: what the whole origin may hold after a write; the browser's own limit may come first. */
export function createLocalShelf(storage: StorageLike, mostCharacters: number): LocalShelf {
  /** Null until somebody asks: what is painted first needs no count, and that is a walk through all that is there. */
  let counted: Count | null = null;
  const count = (): Count => (counted ??= countAll(storage));
  const keysAtStart = orElse(() => storage.length, 0);

  /** Each call is all or nothing for one key; it throws when there is no room. */
  const put = (key: string, text: string | null): boolean =>
    orElse(() => {
      if (text === null) storage.removeItem(key);
      else storage.setItem(key, text);
      counted?.note(key, text);
      return true;
    }, false);

  return {
    factChecks: () => factChecksOf(keysIn(storage, PREFIX)),
    read: (factCheckId) => readAll(storage, prefixOf(factCheckId)),
    textAt: (key) => orElse(() => storage.getItem(key), null),
    has: (key) => count().sizes.has(key),
    readAll: (prefix) => readAll(storage, prefix),
    write: (texts) => {
      const { sizes, characters } = count();
      let grown = characters();
      for (const [key, text] of texts) grown += key.length + text.length - (sizes.get(key) ?? 0);
      if (grown > mostCharacters && grown > characters()) return false;
      const before: [key: string, text: string | null][] = [];
      for (const [key, text] of texts) {
        // A text that can't be read is not one that is not there: it could not be put back.
        const old = orElse(() => storage.getItem(key), undefined);
        if (typeof old === 'string' && isByNewer(key, old)) continue;
        if (old === undefined || !put(key, text)) {
          for (const written of before.toReversed()) put(...written);
          return false;
        }
        before.push([key, old]);
      }
      return true;
    },
    hasRoomFor: (more) => count().characters() + more <= mostCharacters,
    hasShrunk: () => orElse(() => storage.length < (counted?.sizes.size ?? keysAtStart), false),
    remove: (key) => void put(key, null),
    characters: () => count().characters(),
    recount: () => {
      counted = countAll(storage);
    },
    note: (key, text) => counted?.note(key, text),
  };
}

/** How much is there: UTF-16 units in keys and values. */
interface Count {
  readonly sizes: ReadonlyMap<string, number>;
  readonly characters: () => number;
  readonly note: (key: string, text: string | null) => void;
}

function countAll(storage: StorageLike): Count {
  const sizes = new Map<string, number>();
  let characters = 0;
  const note: Count['note'] = (key, text) => {
    characters -= sizes.get(key) ?? 0;
    sizes.delete(key);
    if (text === null) return;
    sizes.set(key, key.length + text.length);
    characters += key.length + text.length;
  };
  for (const [key, text] of readAll(storage, '')) note(key, text);
  return { sizes, characters: () => characters, note };
}

function readAll(storage: StorageLike, prefix: string): Texts {
  const texts = new Map<string, string>();
  for (const key of keysIn(storage, prefix)) {
    const text = orElse(() => storage.getItem(key), null);
    if (text !== null) texts.set(key, text);
  }
  return texts;
}

function keysIn(storage: StorageLike, prefix: string): readonly string[] {
  return orElse(() => {
    const keys: string[] = [];
    for (let i = 0; i < storage.length; i += 1) {
      const key = storage.key(i);
      if (key?.startsWith(prefix)) keys.push(key);
    }
    return keys;
  }, []);
}

function orElse<T>(act: () => T, otherwise: T): T {
  try {
    return act();
  } catch {
    return otherwise;
  }
}
