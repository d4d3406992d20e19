import type { IDBPDatabase, IDBPObjectStore } from 'idb';
import type { DurableShelf, Merged } from './durable-shelf.ts';
import type { Texts } from './local-shelf.ts';
import { settleTexts } from './settle-texts.ts';
import { factCheckOf, isCopyKey, prefixOf } from './storage-key.ts';

/** The one object store: texts under the keys that they have in localStorage. */
export const VALUES = 'values';

type Values<Mode extends IDBTransactionMode> = IDBPObjectStore<unknown, string[], typeof VALUES, Mode>;

/** A durable shelf in one IndexedDB database. All its writes are `strict`: on disk, not on their way to it. */
export function createIdbShelf(db: IDBPDatabase): DurableShelf {
  const write = async <T>(work: (values: Values<'readwrite'>) => Promise<T>): Promise<T> => {
    const tx = db.transaction([VALUES], 'readwrite', { durability: 'strict' });
    try {
      const [result] = await Promise.all([work(tx.objectStore(VALUES)), tx.done]);
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
    const [keys, texts] = await Promise.all([values.getAllKeys(range), values.getAll(range), tx.done]);
    return new Map(
      keys.flatMap((key, i) => (typeof key === 'string' ? [[key, textOf(texts[i])] as const] : [])),
    );
  };

  return {
    factChecks: async () => {
      const tx = db.transaction([VALUES], 'readonly');
      // A page that is closed meanwhile fails the transaction too: that is answered for here, once.
      const [keys] = await Promise.all([tx.objectStore(VALUES).getAllKeys(), tx.done]);
      return new Set(keys.flatMap((key) => (typeof key === 'string' ? (factCheckOf(key) ?? []) : [])));
    },
    read: (factCheckId) => readAll(prefixOf(factCheckId)),
    readAll,
    merge: (texts, at) => write((values) => mergeInto(values, texts, at)),
    drop: async (keys) => {
      await write((values) => Promise.all(keys.map((key) => values.delete(key))));
    },
    close: () => db.close(),
  };
}

/** More texts than this are looked up together. */
const MANY = 20;

async function mergeInto(values: Values<'readwrite'>, texts: Texts, at: string): Promise<Merged> {
  const overruled = new Map<string, string>();
  const refused: string[] = [];
  const isThere = await presence(values, texts);
  const mergeOne = async (key: string, coming: string): Promise<void> => {
    const there: unknown = isThere(key) ? await values.get(key) : undefined;
    const settled = settleTexts(key, there === undefined ? undefined : textOf(there), coming, at);
    if (settled.outcome === 'refused') {
      refused.push(key);
      return;
    }
    if (settled.stands !== coming) overruled.set(key, settled.stands);
    for (const [name, text] of settled.writes) if (isCopyKey(name)) overruled.set(name, text);
    await Promise.all(Array.from(settled.writes, ([name, text]) => values.put(text, name)));
  };
  await Promise.all(Array.from(texts, ([key, text]) => mergeOne(key, text)));
  return { overruled, refused };
}

/** Tells which keys may be there: of a whole new fact check none is, and a thousand questions are saved. */
async function presence(values: Values<'readwrite'>, texts: Texts): Promise<(key: string) => boolean> {
  const keys = [...texts.keys()].toSorted();
  const [first, last] = [keys.at(0), keys.at(-1)];
  if (keys.length < MANY || first === undefined || last === undefined) return () => true;
  const present = new Set(await values.getAllKeys(IDBKeyRange.bound(first, last)));
  return (key) => present.has(key);
}

/** What is no text was not written by us; as a text it is damage, and goes the way of all damage. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function abort(tx: { readonly abort: () => void }): void {
  try {
    tx.abort();
  } catch {
    // It is over already: that is why we are here.
  }
}
