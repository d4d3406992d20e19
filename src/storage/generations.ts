import type { After } from './saver.ts';

/** What we need of a storage bucket (https://wicg.github.io/storage-buckets/): a database of its own on disk. */
export interface Bucket {
  readonly indexedDB: IDBFactory;
  /** Resolves with whether the browser will keep the bucket when the disk is nearly full. */
  readonly persist: () => Promise<boolean>;
}

/** What we need of `navigator.storageBuckets`. */
export interface Buckets {
  readonly keys: () => Promise<readonly string[]>;
  readonly open: (name: string, options?: { readonly durability?: 'strict' }) => Promise<Bucket>;
  readonly delete: (name: string) => Promise<void>;
}

export type Locks = Pick<LockManager, 'request' | 'query'>;

/** The generation that this session writes to, and whether it was the only tab of ours when it began. */
export interface Choice {
  readonly name: string;
  readonly isAlone: boolean;
}

const NAME = /^linecheck-(\d{1,9})$/;
/** Held while a tab chooses. */
const START_LOCK = 'linecheck-start';
/** Held, shared, by every tab as long as it is open. */
const OPEN_LOCK = 'linecheck-open';

/**
 * Chooses the generation for this session. The only tab that is open begins a new one, because a store that a power cut
 * has damaged can swallow what is written to it next; a tab that joins others goes where they are.
 */
export function chooseGeneration(buckets: Buckets, locks: Locks | null): Promise<Choice> {
  return alone(locks, async (isAlone) => {
    const [newest = 0] = (await generationsIn(buckets)).map(numberOf);
    const name = `linecheck-${isAlone || newest === 0 ? newest + 1 : newest}`;
    await buckets.open(name, { durability: 'strict' });
    return { name, isAlone };
  });
}

/**
 * Chooses where a session goes on that the browser has taken its generation from: where another tab has gone on already,
 * or in a new one. A tab that stands still while it starts holds this up for so many milliseconds only: whoever chooses at
 * the same time comes to the same.
 */
export async function chooseNextGeneration(
  left: string,
  buckets: Buckets,
  {
    locks,
    patience,
    after,
  }: { readonly locks: Locks | null; readonly patience: number; readonly after: After },
): Promise<string> {
  const choose = async (): Promise<string> => {
    const [newest = 0] = (await generationsIn(buckets)).map(numberOf);
    const name = `linecheck-${Math.max(newest, numberOf(left) + 1)}`;
    await buckets.open(name, { durability: 'strict' });
    return name;
  };
  if (!locks) return choose();
  const isWaitedFor = new AbortController();
  const cancel = after(patience, () => isWaitedFor.abort());
  try {
    return await locks.request(START_LOCK, { signal: isWaitedFor.signal }, () => {
      cancel();
      return choose();
    });
  } catch (error) {
    if (!isWaitedFor.signal.aborted) throw error;
    return choose();
  }
}

/** True when that generation was begun after the other one. */
export function isLater(name: string, other: string): boolean {
  return numberOf(name) > numberOf(other);
}

/** Names of the generations that exist, newest first. */
export async function generationsIn(buckets: Buckets): Promise<readonly string[]> {
  const names = (await buckets.keys()).filter((name) => NAME.test(name));
  return names.toSorted((a, b) => numberOf(b) - numberOf(a));
}

/**
 * Does the work while no other tab is starting, and tells it whether any is open. From then on this tab counts as open
 * until it is closed. Where the browser has no locks, nobody is ever alone.
 */
export async function alone<T>(locks: Locks | null, work: (isAlone: boolean) => Promise<T>): Promise<T> {
  if (!locks) return work(false);
  return locks.request(START_LOCK, async () => {
    const isAlone = await locks.request(OPEN_LOCK, { ifAvailable: true }, (lock) => lock !== null);
    try {
      return await work(isAlone);
    } finally {
      // Also when the work failed: this tab is open all the same, and goes on elsewhere.
      await holdUntilClosed(locks);
    }
  });
}

/** True when this tab, which counts as open, is the only one at this moment, and none is starting. */
export async function isOnlyOne(locks: Locks | null): Promise<boolean> {
  const { held = [] } = (await locks?.query()) ?? {};
  const isOurs = held.filter(({ name }) => name === OPEN_LOCK).length === 1;
  return isOurs && held.every(({ name }) => name !== START_LOCK);
}

/** Resolves when this tab counts as open. */
export function holdUntilClosed(locks: Locks): Promise<void> {
  return new Promise<void>((granted, denied) => {
    locks
      .request(OPEN_LOCK, { mode: 'shared' }, () => {
        granted();
        return new Promise<never>(() => {});
      })
      .catch(denied);
  });
}

function numberOf(name: string): number {
  return Number(NAME.exec(name)?.[1] ?? 0);
}
