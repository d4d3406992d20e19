import { describeValue } from './describe-value.ts';
import { answer, lookUp, walkKeys, whenDone } from './idb-requests.ts';
import { VALUES } from './idb-shelf.ts';
import type { Texts } from './local-shelf.ts';
import { factCheckOf, prefixOf, QUARANTINE_PREFIX } from './storage-key.ts';
import { isStrangeKey } from './strangers.ts';

/**
 * What somebody else has put into our database, as texts. `outside`: only what is under no fact check; what is kept there
 * is passed over, so that this costs the same however much it is.
 */
export async function readStrangers(db: IDBDatabase, where: 'outside' | 'everywhere'): Promise<Texts> {
  const tx = db.transaction([VALUES], 'readonly');
  const [found] = await Promise.all([strangersIn(tx.objectStore(VALUES), where), whenDone(tx)]);
  const described = found.map(async ([key, value]) => [await textOf(key), await textOf(value)] as const);
  return new Map(await Promise.all(described));
}

async function strangersIn(
  values: IDBObjectStore,
  where: 'outside' | 'everywhere',
): Promise<readonly (readonly [key: IDBValidKey, value: unknown])[]> {
  const keys =
    where === 'outside'
      ? await keysOutside(values)
      : (await answer(values.getAllKeys())).filter((key) => typeof key !== 'string' || isStrangeKey(key));
  return Promise.all(keys.map(async (key) => [key, await lookUp(values.get(key))] as const));
}

async function keysOutside(values: IDBObjectStore): Promise<readonly IDBValidKey[]> {
  const keys: IDBValidKey[] = [];
  await walkKeys(values, (key) => {
    const holder = typeof key === 'string' ? holderOf(key) : null;
    if (holder === null && (typeof key !== 'string' || isStrangeKey(key))) keys.push(key);
    return holder;
  });
  return keys;
}

/** What the many keys of our own begin with among which this one is; null when it is among none. */
function holderOf(key: string): string | null {
  if (key.startsWith(QUARANTINE_PREFIX)) return QUARANTINE_PREFIX;
  const id = factCheckOf(key);
  return id !== null && key.startsWith(prefixOf(id)) ? prefixOf(id) : null;
}

async function textOf(value: unknown): Promise<string> {
  return typeof value === 'string' ? value : describeValue(value);
}
