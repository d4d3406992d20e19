import type { DurableShelf, Merged } from './durable-shelf.ts';
import type { Texts } from './local-shelf.ts';
import { settleTexts } from './settle-texts.ts';
import { factCheckOf, isCopyKey, prefixOf } from './storage-key.ts';

/** The one object store: texts under the keys that they have in localStorage. */
export const VALUES = 'values';

/** A durable shelf in one IndexedDB database. All its writes are `strict`: on disk, not on their way to it. */
export function createIdbShelf(db: IDBDatabase): DurableShelf {
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
    const values = tx.objectStore(VALUES);
    const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
    const [keys, texts] = await Promise.all([
      answer(values.getAllKeys(range)),
      answer<unknown[]>(values.getAll(range)),
      whenDone(tx),
    ]);
    return new Map(
      keys.flatMap((key, i) => (typeof key === 'string' ? [[key, textOf(texts[i])] as const] : [])),
    );
  };

  return {
    factChecks: async () => {
      const tx = db.transaction([VALUES], 'readonly');
      // A page that is closed meanwhile fails the transaction too: that is answered for here, once.
      const [keys] = await Promise.all([answer(tx.objectStore(VALUES).getAllKeys()), whenDone(tx)]);
      return new Set(keys.flatMap((key) => (typeof key === 'string' ? (factCheckOf(key) ?? []) : [])));
    },
    read: (factCheckId) => readAll(prefixOf(factCheckId)),
    readAll,
    merge: (texts, at) => write((values) => mergeInto(values, texts, at)),
    drop: async (keys) => {
      await write((values) => Promise.all(keys.map((key) => answer(values.delete(key)))));
    },
    close: () => db.close(),
  };
}

/** More texts than this are looked up together. */
const MANY = 20;

async function mergeInto(values: IDBObjectStore, texts: Texts, at: string): Promise<Merged> {
  const overruled = new Map<string, string>();
  const refused: string[] = [];
  const isThere = await presence(values, texts);
  const mergeOne = async (key: string, coming: string): Promise<void> => {
    const there: unknown = isThere(key) ? await answer<unknown>(values.get(key)) : undefined;
    const settled = settleTexts(key, there === undefined ? undefined : textOf(there), coming, at);
    if (settled.outcome === 'refused') {
      refused.push(key);
      return;
    }
    if (settled.stands !== coming) overruled.set(key, settled.stands);
    for (const [name, text] of settled.writes) if (isCopyKey(name)) overruled.set(name, text);
    await Promise.all(Array.from(settled.writes, ([name, text]) => answer(values.put(text, name))));
  };
  await Promise.all(Array.from(texts, ([key, text]) => mergeOne(key, text)));
  return { overruled, refused };
}

/** Tells which keys may be there: of a whole new fact check none is, and a thousand questions are saved. */
async function presence(values: IDBObjectStore, texts: Texts): Promise<(key: string) => boolean> {
  const keys = [...texts.keys()].toSorted();
  const [first, last] = [keys.at(0), keys.at(-1)];
  if (keys.length < MANY || first === undefined || last === undefined) return () => true;
  const present = new Set(await answer(values.getAllKeys(IDBKeyRange.bound(first, last))));
  return (key) => present.has(key);
}

/** What is no text was not written by us; as a text it is damage, and goes the way of all damage. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** A promise is settled while its transaction is still active, so that the next request can follow. */
function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error(NO_ANSWER)));
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
