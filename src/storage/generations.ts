import { alone, inTurn, isInUse, moveIn, whileNobodyIsIn, type Locks } from './generation-locks.ts';
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

/** The generation that a session writes to. */
export interface Choice {
  readonly name: string;
  /** True when the session was the only tab of ours when it began. */
  readonly isAlone: boolean;
  /** Says that this tab is in the generation no longer. */
  readonly moveOut: () => void;
}

const NAME = /^linecheck-(\d{1,9})$/;

/**
 * Chooses the generation for this session. The only tab that is open begins a new one, because a store that a power cut
 * has damaged can swallow what is written to it next; a tab that joins others goes where they are.
 */
export function chooseGeneration(buckets: Buckets, locks: Locks | null): Promise<Choice> {
  return alone(locks, async (isAlone) => {
    const { name } = await findNext(buckets, locks, 0);
    return { name, isAlone, moveOut: await enter(name, buckets, locks) };
  });
}

/**
 * Chooses where a session goes on that has left its generation (`left`, its number): where another tab has gone on already,
 * or in a new one, which is tried out first. A tab that stands still while it starts holds this up for so many milliseconds
 * only.
 */
export async function chooseNextGeneration(
  left: number,
  buckets: Buckets,
  {
    locks,
    patience,
    after,
    tryOut,
  }: {
    readonly locks: Locks | null;
    readonly patience: number;
    readonly after: After;
    /** Rejects when nothing can be written to it. */
    readonly tryOut: (name: string, bucket: Bucket) => Promise<void>;
  },
): Promise<Choice> {
  const choose = async (): Promise<Choice> => {
    const { name, isTaken } = await findNext(buckets, locks, left);
    const tryIt = (): Promise<void> =>
      openGeneration(name, buckets, locks).then((bucket) => tryOut(name, bucket));
    const moveOut = await (isTaken ? enter(name, buckets, locks) : enterTried(name, locks, tryIt));
    return { name, isAlone: false, moveOut };
  };
  return locks ? inTurn(locks, { patience, after }, choose) : choose();
}

/** The newest generation, where other tabs are in it, as far as can be told; a new one otherwise. */
async function findNext(
  buckets: Buckets,
  locks: Locks | null,
  left: number,
): Promise<{ readonly name: string; readonly isTaken: boolean }> {
  const [newest = null] = await generationsIn(buckets);
  const number = numberOf(newest);
  const mayBeTaken = newest !== null && number > left;
  if (mayBeTaken && (locks === null || (await isInUse(newest, locks))))
    return { name: newest, isTaken: locks !== null };
  return { name: `linecheck-${Math.max(number, left) + 1}`, isTaken: false };
}

/** Resolves, when the tab is in the generation and it is there, with how to end that. */
async function enter(name: string, buckets: Buckets, locks: Locks | null): Promise<() => void> {
  const moveOut = await moveIn(name, locks);
  try {
    await openGeneration(name, buckets, locks);
    return moveOut;
  } catch (error) {
    moveOut();
    throw error;
  }
}

/** The same with one that has to prove good first. Between the trial and the moving in nobody can let go of it. */
async function enterTried(
  name: string,
  locks: Locks | null,
  tryIt: () => Promise<void>,
): Promise<() => void> {
  const tryAndMoveIn = async (): Promise<{ readonly entering: Promise<() => void> }> => {
    await tryIt();
    // Asked for while it is held alone it is granted next; waited for in there it would never be.
    return { entering: moveIn(name, locks) };
  };
  const { entering } = await (locks ? whileNobodyIsIn(name, locks, tryAndMoveIn) : tryAndMoveIn());
  return entering;
}

async function openGeneration(name: string, buckets: Buckets, locks: Locks | null): Promise<Bucket> {
  try {
    return await buckets.open(name, { durability: 'strict' });
  } catch (error) {
    if (error instanceof Error && error.name === 'QuotaExceededError') {
      const { dropEmpty } = await import('./drop-empty.ts');
      // What can't be let go of now is tried with the next one.
      await dropEmpty(buckets, locks).catch(() => undefined);
    }
    throw error;
  }
}

/** Names of the generations that exist, newest first. */
export async function generationsIn(buckets: Buckets): Promise<readonly string[]> {
  const names = (await buckets.keys()).filter((name) => NAME.test(name));
  return names.toSorted((a, b) => numberOf(b) - numberOf(a));
}

/** Later generations have greater numbers; none of them, which is the database outside of all buckets, has 0. */
export function numberOf(name: string | null): number {
  return Number(NAME.exec(name ?? '')?.[1] ?? 0);
}
