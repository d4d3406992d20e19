import type { IDBPDatabase, IDBPObjectStore } from 'idb';
import type { DurableShelf, Merged } from './durable-shelf.ts';
import type { Texts } from './local-shelf.ts';
import { settleTexts } from './settle-texts.ts';
import { factCheckOf, prefixOf } from './storage-key.ts';

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
    const values = db.transaction([VALUES], 'readonly').objectStore(VALUES);
    const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
    const [keys, texts] = await Promise.all([values.getAllKeys(range), values.getAll(range)]);
    return new Map(
      keys.flatMap((key, i) => (typeof key === 'string' ? [[key, textOf(texts[i])] as const] : [])),
    );
  };

  return {
    factChecks: async () => {
      const keys = await db.getAllKeys(VALUES);
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

async function mergeInto(values: Values<'readwrite'>, texts: Texts, at: string): Promise<Merged> {
  const overruled = new Map<string, string>();
  const refused: string[] = [];
  const mergeOne = async (key: string, coming: string): Promise<void> => {
    const there: unknown = await values.get(key);
    const settled = settleTexts(key, there === undefined ? undefined : textOf(there), coming, at);
    if (settled.outcome === 'refused') {
      refused.push(key);
      return;
    }
    if (settled.stands !== coming) overruled.set(key, settled.stands);
    await Promise.all(Array.from(settled.writes, ([name, text]) => values.put(text, name)));
  };
  await Promise.all(Array.from(texts, ([key, text]) => mergeOne(key, text)));
  return { overruled, refused };
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
