import type { DurableShelf, Merged } from './durable-shelf.ts';
import type { Id } from '../domain/record.ts';
import type { Texts } from './local-shelf.ts';
import { answer, lookUp, walkKeys, whenDone } from './idb-requests.ts';
import { settleTexts } from './settle-texts.ts';
import { endOf, factCheckOf, factChecksOf, isCopyKey, prefixOf, PREFIX } from './storage-key.ts';

/** Values under their keys; each should be a text. */
type Values = ReadonlyMap<string, unknown>;

/** The one object store: texts under the keys that they have in localStorage. */
export const VALUES = 'values';

/** A database that is open, and how to be told that it was taken away. */
export interface OpenedDatabase extends Pick<DurableShelf, 'whenLost'> {
  readonly db: IDBDatabase;
}

/**
 * A durable shelf in one IndexedDB database. All its writes are `strict`: on disk, not on their way to it. `isNewer`: its
 * version is later than ours.
 */
export function createIdbShelf({ db, whenLost }: OpenedDatabase, isNewer: boolean): DurableShelf {
  if (isNewer) return createNewerShelf({ db, whenLost });
  const write = async <T>(work: (values: IDBObjectStore) => Promise<T>): Promise<T> => {
    const tx = db.transaction([VALUES], 'readwrite', { durability: 'strict' });
    try {
      const [result] = await Promise.all([work(tx.objectStore(VALUES)), whenDone(tx)]);
      return result;
    } catch (error) {
      // A request only says that the transaction was aborted, which itself says why.
      const cause = tx.error ?? error;
      abort(tx);
      throw cause;
    }
  };

  const readAll = async (prefix: string): Promise<Texts> => {
    const tx = db.transaction([VALUES], 'readonly');
    const range = IDBKeyRange.bound(prefix, endOf(prefix));
    const [found] = await Promise.all([valuesIn(tx.objectStore(VALUES), range), whenDone(tx)]);
    return textsOf(found);
  };

  /** What is no text can't be described while a transaction waits: then nothing is written, and it begins anew. */
  const merge = async (texts: Texts, at: string, described: Texts = new Map()): Promise<Merged> => {
    try {
      return await write((values) => mergeInto(values, texts, described, at));
    } catch (error) {
      if (!(error instanceof StrangeValues)) throw error;
      return merge(texts, at, new Map([...described, ...(await textsOf(error.values))]));
    }
  };

  return {
    factChecks: async () => {
      const tx = db.transaction([VALUES], 'readonly');
      // A page that is closed meanwhile fails the transaction too: that is answered for here, once.
      const [ids] = await Promise.all([idsIn(tx.objectStore(VALUES)), whenDone(tx)]);
      return ids;
    },
    isNewer,
    read: (factCheckId) => readAll(prefixOf(factCheckId)),
    readAll,
    readStrangers: async (where) => {
      const code = await import('./idb-strangers.ts');
      return code.readStrangers(db, where);
    },
    merge: (texts, at) => merge(texts, at),
    drop: async (keys, seen) => {
      await write(async (values) => {
        const isAsSeen = Array.from(seen, async ([key, text]) => (await lookUp(values.get(key))) === text);
        if ((await Promise.all(isAsSeen)).includes(false)) return;
        await Promise.all(keys.map((key) => answer(values.delete(key))));
      });
    },
    close: () => db.close(),
    whenLost,
  };
}

/** Texts are found where we would have put them; what else is there is not ours to judge. Nothing is ever written. */
function createNewerShelf({ db, whenLost }: OpenedDatabase): DurableShelf {
  const readAll = async (prefix: string): Promise<Texts> => {
    if (!db.objectStoreNames.contains(VALUES)) return new Map();
    const tx = db.transaction([VALUES], 'readonly');
    const range = IDBKeyRange.bound(prefix, endOf(prefix));
    const [found] = await Promise.all([valuesIn(tx.objectStore(VALUES), range), whenDone(tx)]);
    return new Map(
      Array.from(found).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  };
  return {
    isNewer: true,
    factChecks: async () => factChecksOf((await readAll(PREFIX)).keys()),
    read: (factCheckId) => readAll(prefixOf(factCheckId)),
    readAll,
    readStrangers: () => Promise.resolve(new Map()),
    merge: (texts) => Promise.resolve({ overruled: new Map(), refused: [...texts.keys()] }),
    drop: () => Promise.resolve(),
    close: () => db.close(),
    whenLost,
  };
}

/** More texts than this are looked up together. */
const MANY = 20;

/** Ends a transaction that has come upon values which are no texts and not described yet. */
class StrangeValues extends Error {
  readonly values: Values;
  constructor(values: Values) {
    super('There are values that are no texts.');
    this.values = values;
  }
}

/**
 * What is there is asked for and written over in one go, and what should not have been is put right before the transaction
 * ends: each answer that is waited for has to find the page at leisure, and with a long article that takes a frame.
 */
async function mergeInto(
  values: IDBObjectStore,
  texts: Texts,
  described: Texts,
  at: string,
): Promise<Merged> {
  const names = [...texts.keys()];
  const mayBeThere = names.length < MANY ? () => true : await presence(values, names);
  const overruled = new Map<string, string>();
  const refused: string[] = [];
  const corrections = new Map<string, string>();
  const settle = (key: string, old: string | undefined, coming: string): void => {
    const settled = settleTexts(key, old, coming, at);
    if (settled.outcome === 'refused') {
      refused.push(key);
      if (old !== undefined) corrections.set(key, old);
      return;
    }
    const { stands, writes } = settled;
    if (stands !== coming) {
      overruled.set(key, stands);
      corrections.set(key, stands);
    }
    for (const [name, text] of writes) {
      if (isCopyKey(name)) overruled.set(name, text);
      if (name !== key) corrections.set(name, text);
    }
  };
  for (const stretch of stretchesOf([...texts])) {
    const asked = stretch.filter(([key]) => mayBeThere(key)).map(([key]) => valueUnder(values, key));
    // oxlint-disable-next-line no-await-in-loop -- what would hold the page up in one go is handed over in stretches
    const [found] = await Promise.all([Promise.all(asked), putAll(values, stretch)]);
    const there = new Map(found.flat());
    const textThere = (key: string): string | undefined => {
      const value = there.get(key);
      return typeof value === 'string' ? value : described.get(key);
    };
    const strange = new Map([...there].filter(([key]) => textThere(key) === undefined));
    if (strange.size > 0) throw new StrangeValues(strange);
    for (const [key, coming] of stretch) settle(key, there.has(key) ? textThere(key) : undefined, coming);
  }
  for (const stretch of stretchesOf([...corrections])) {
    // oxlint-disable-next-line no-await-in-loop
    await putAll(values, stretch);
  }
  return { overruled, refused };
}

/** Texts that are handed over in one go; with fewer the page would be waited for too often. */
const STRETCH = 400;

function* stretchesOf<T>(list: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < list.length; at += STRETCH) yield list.slice(at, at + STRETCH);
}

async function putAll(
  values: IDBObjectStore,
  texts: readonly (readonly [key: string, text: string])[],
): Promise<void> {
  await Promise.all(texts.map(async ([key, text]) => answer(values.put(text, key))));
}

/** The fact checks that have values: of each one key is looked at, and the others are passed over. */
async function idsIn(values: IDBObjectStore): Promise<ReadonlySet<Id>> {
  const ids = new Set<Id>();
  await walkKeys(values, (key) => {
    const id = typeof key === 'string' ? factCheckOf(key) : null;
    if (id !== null) ids.add(id);
    return id === null ? null : prefixOf(id);
  });
  return ids;
}

/** Everything in the range. Where that can't be read together it is read one by one, for one lost file takes only its own. */
async function valuesIn(values: IDBObjectStore, range: IDBKeyRange): Promise<Values> {
  const [keys, together] = await Promise.all([
    answer(values.getAllKeys(range)),
    lookUp(values.getAll(range)),
  ]);
  const found: readonly unknown[] = Array.isArray(together)
    ? together
    : await Promise.all(keys.map((key) => lookUp(values.get(key))));
  const entries = new Map<string, unknown>();
  keys.forEach((key, i) => {
    if (typeof key === 'string') entries.set(key, found[i]);
  });
  return entries;
}

/** What is there under a key; nothing when the key is not there, which is something else than that it holds `undefined`. */
async function valueUnder(
  values: IDBObjectStore,
  key: string,
): Promise<readonly (readonly [key: string, value: unknown])[]> {
  const [value, name] = await Promise.all([lookUp(values.get(key)), answer(values.getKey(key))]);
  return name === undefined ? [] : [[key, value]];
}

/** Tells which keys may be there: of a whole new fact check none is, and a thousand questions are saved. */
async function presence(values: IDBObjectStore, names: readonly string[]): Promise<(key: string) => boolean> {
  const keys = names.toSorted();
  const [first, last] = [keys.at(0), keys.at(-1)];
  if (keys.length < MANY || first === undefined || last === undefined) return () => true;
  const present = new Set(await answer(values.getAllKeys(IDBKeyRange.bound(first, last))));
  return (key) => present.has(key);
}

/** What is no text was not written by us; as a text it is damage, and goes the way of all damage. */
async function textsOf(found: Values): Promise<Texts> {
  const texts = new Map<string, string>();
  for (const [key, value] of found) {
    if (typeof value === 'string') texts.set(key, value);
    else {
      // oxlint-disable-next-line no-await-in-loop -- there is hardly ever one
      const { describeValue } = await import('./describe-value.ts');
      // oxlint-disable-next-line no-await-in-loop
      texts.set(key, await describeValue(value));
    }
  }
  return texts;
}

function abort(tx: IDBTransaction): void {
  try {
    tx.abort();
  } catch {
    // It is over already: that is why we are here.
  }
}
