import type { DurableShelf } from './durable-shelf.ts';
import { answer } from './idb-requests.ts';
import { createIdbShelf, VALUES, type OpenedDatabase } from './idb-shelf.ts';

/** The same in every bucket. */
const DATABASE = 'linecheck';
const VERSION = 1;
/** Keeps nothing: here it is tried out whether the disk takes anything again. */
const TRIAL_DATABASE = 'linecheck-trial';
/** Characters, three times. A disk that takes less than this is as good as full. */
const TRIAL_SIZE = 40_000;

/** Opens our database of a factory. One that a newer version of the app has brought to a version of its own is opened as it is. */
export async function openShelf(factory: IDBFactory): Promise<DurableShelf> {
  try {
    return createIdbShelf(await openDatabase(factory, { name: DATABASE, version: VERSION }), false);
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'VersionError')) throw error;
    return createIdbShelf(await openDatabase(factory, { name: DATABASE }), true);
  }
}

/** True also where the browser does not say: older Firefox can't list its databases. */
export async function mayHaveShelf(factory: Partial<Pick<IDBFactory, 'databases'>>): Promise<boolean> {
  if (!factory.databases) return true;
  return (await factory.databases()).some(({ name }) => name === DATABASE);
}

/** True when our database of a factory, should there be one, has no value. What a newer version has made is not asked. */
export async function holdsNothing(factory: IDBFactory): Promise<boolean> {
  if (!(await mayHaveShelf(factory))) return true;
  const { db } = await openDatabase(factory, { name: DATABASE });
  try {
    if (db.version > VERSION) return false;
    const first = db.transaction([VALUES], 'readonly').objectStore(VALUES).getAllKeys(null, 1);
    return (await answer(first)).length === 0;
  } finally {
    db.close();
  }
}

export function deleteShelf(factory: IDBFactory): Promise<void> {
  return deleteDatabase(factory, DATABASE);
}

/**
 * Rejects when the disk takes nothing, with why. No bucket is made and deleted for that: while the disk is full Chromium can
 * give the next one its place, and deletes that too.
 */
export async function tryDisk(factory: IDBFactory): Promise<void> {
  const shelf = createIdbShelf(
    await openDatabase(factory, { name: TRIAL_DATABASE, version: VERSION }),
    false,
  );
  try {
    await shelf.merge(new Map(['1', '2', '3'].map((key) => [key, 'x'.repeat(TRIAL_SIZE)])), '');
  } finally {
    shelf.close();
  }
  await deleteDatabase(factory, TRIAL_DATABASE);
}

function openDatabase(
  factory: IDBFactory,
  { name, version }: { readonly name: string; readonly version?: number },
): Promise<OpenedDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, version);
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore(VALUES));
    request.addEventListener('error', () =>
      reject(request.error ?? new Error('The database can’t be opened.')),
    );
    request.addEventListener('success', () => {
      resolve(watchLoss(request));
    });
  });
}

/**
 * Whoever deletes the database, such as "Clear site data", or brings it to a newer version, must not wait for us. The
 * listener holds the request on purpose: once that is collected as garbage, Chromium 156 never answers a transaction of a
 * few thousand requests.
 */
function watchLoss(request: IDBOpenDBRequest): OpenedDatabase {
  const listeners: (() => void)[] = [];
  const tell = (): void => listeners.splice(0).forEach((act) => act());
  request.result.addEventListener('versionchange', ({ newVersion }) => {
    request.result.close();
    if (newVersion === null) tell();
  });
  // The browser took it away: what it stood in was cleared, or the disk failed.
  request.result.addEventListener('close', tell);
  return { db: request.result, whenLost: (act) => void listeners.push(act) };
}

function deleteDatabase(factory: IDBFactory, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = factory.deleteDatabase(name);
    request.addEventListener('success', () => resolve());
    request.addEventListener('error', () =>
      reject(request.error ?? new Error('The database can’t be deleted.')),
    );
  });
}
