import type { DurableShelf, Merged } from './durable-shelf.ts';
import type { Id } from '../domain/record.ts';
import type { Texts } from './local-shelf.ts';
import { settleTexts } from './settle-texts.ts';
import { factCheckOf, factChecksOf, isCopyKey, prefixOf, PREFIX } from './storage-key.ts';

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
      abort(tx);
      throw error;
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
    const { strange, ...merged } = await write((values) => mergeInto(values, texts, described, at));
    if (strange.size === 0) return merged;
    return merge(texts, at, new Map([...described, ...(await textsOf(strange))]));
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
    merge: (texts, at) => merge(texts, at),
    drop: async (keys, seen) => {
      await write(async (values) => {
        const there = await valuesUnder(values, [...seen.keys()]);
        if ([...seen].some(([key, text]) => there.get(key) !== text)) return;
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
    merge: (texts) => Promise.resolve({ overruled: new Map(), refused: [...texts.keys()] }),
    drop: () => Promise.resolve(),
    close: () => db.close(),
    whenLost,
  };
}

/** More texts than this are looked up together. */
const MANY = 20;

interface Attempt extends Merged {
  /** Values that are no texts and not described yet: while there are any, nothing is written. */
  readonly strange: Values;
}

async function mergeInto(
  values: IDBObjectStore,
  texts: Texts,
  described: Texts,
  at: string,
): Promise<Attempt> {
  const overruled = new Map<string, string>();
  const refused: string[] = [];
  const there = await valuesUnder(values, [...texts.keys()]);
  const textThere = (key: string): string | undefined => {
    const value = there.get(key);
    return typeof value === 'string' ? value : described.get(key);
  };
  const strange = new Map([...there].filter(([key]) => textThere(key) === undefined));
  if (strange.size > 0) return { overruled, refused, strange };

  const mergeOne = async (key: string, coming: string): Promise<void> => {
    const settled = settleTexts(key, there.has(key) ? textThere(key) : undefined, coming, at);
    if (settled.outcome === 'refused') {
      refused.push(key);
      return;
    }
    if (settled.stands !== coming) overruled.set(key, settled.stands);
    for (const [name, text] of settled.writes) if (isCopyKey(name)) overruled.set(name, text);
    await Promise.all(Array.from(settled.writes, ([name, text]) => answer(values.put(text, name))));
  };
  await Promise.all(Array.from(texts, ([key, text]) => mergeOne(key, text)));
  return { overruled, refused, strange };
}

/** The fact checks that have values: of each one key is looked at, and the others are passed over. */
function idsIn(values: IDBObjectStore): Promise<ReadonlySet<Id>> {
  return new Promise((resolve, reject) => {
    const ids = new Set<Id>();
    const request = values.openKeyCursor();
    request.addEventListener('error', () => reject(request.error ?? new Error(NO_ANSWER)));
    request.addEventListener('success', () => {
      const { result: cursor } = request;
      if (!cursor) {
        resolve(ids);
        return;
      }
      const id = typeof cursor.key === 'string' ? factCheckOf(cursor.key) : null;
      if (id === null) cursor.continue();
      else {
        ids.add(id);
        cursor.continue(endOf(prefixOf(id)));
      }
    });
  });
}

/** After all keys that begin so. */
function endOf(prefix: string): string {
  return `${prefix}\uffff`;
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

/** What is there under these keys. A key that is not there is left out; one that holds `undefined` is not. */
async function valuesUnder(values: IDBObjectStore, keys: readonly string[]): Promise<Values> {
  const mayBeThere = await presence(values, keys);
  const entries = keys.filter(mayBeThere).map(async (key) => {
    const value = await lookUp(values.get(key));
    const isThere = value !== undefined || (await answer(values.getKey(key))) !== undefined;
    return isThere ? [[key, value] as const] : [];
  });
  return new Map((await Promise.all(entries)).flat());
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

/** A promise is settled while its transaction is still active, so that the next request can follow. */
function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error(NO_ANSWER)));
  });
}

/**
 * Like `answer`, for a value that may be damaged: one that the database can't give is answered with the error in its place,
 * and the transaction goes on.
 */
function lookUp<T>(request: IDBRequest<T>): Promise<unknown> {
  return new Promise((resolve) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', (event) => {
      event.preventDefault();
      resolve(request.error ?? new Error(NO_ANSWER));
    });
  });
}

/** Resolves when what was written is where the transaction's durability promises it to be. */
function whenDone(tx: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    tx.addEventListener('complete', () => resolve());
    tx.addEventListener('abort', () => reject(tx.error ?? new DOMException(NO_ANSWER, 'AbortError')));
  });
}

const NO_ANSWER = 'The database gave up.';

function abort(tx: IDBTransaction): void {
  try {
    tx.abort();
  } catch {
    // It is over already: that is why we are here.
  }
}
