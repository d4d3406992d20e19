import type { After } from './saver.ts';

/** What we need of `navigator.locks`. */
export type Locks = Pick<LockManager, 'request' | 'query'>;

/** Held while a tab chooses. */
const START_LOCK = 'linecheck-start';
/** Held, shared, by every tab as long as it is open. */
const OPEN_LOCK = 'linecheck-open';
/**
 * Held, shared, by every tab that is in the generation: one that all have left may be torn. Held alone by the one that
 * tries it out, which none should join before, and by the one that lets go of it.
 */
const lockOf = (generation: string): string => `linecheck-in/${generation}`;

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

/** Does the work while no other tab is starting. One that stands still while it starts is waited for so many milliseconds. */
export async function inTurn<T>(
  locks: Locks,
  { patience, after }: { readonly patience: number; readonly after: After },
  work: () => Promise<T>,
): Promise<T> {
  const isWaitedFor = new AbortController();
  const cancel = after(patience, () => isWaitedFor.abort());
  try {
    return await locks.request(START_LOCK, { signal: isWaitedFor.signal }, () => {
      cancel();
      return work();
    });
  } catch (error) {
    if (!isWaitedFor.signal.aborted) throw error;
    return work();
  }
}

/** True when this tab, which counts as open, is the only one at this moment, and none is starting. */
export async function isOnlyOne(locks: Locks | null): Promise<boolean> {
  const { held = [] } = (await locks?.query()) ?? {};
  const isOurs = held.filter(({ name }) => name === OPEN_LOCK).length === 1;
  return isOurs && held.every(({ name }) => name !== START_LOCK);
}

/** Resolves when this tab counts as open. */
export async function holdUntilClosed(locks: Locks): Promise<void> {
  await holdShared(OPEN_LOCK, locks);
}

/** Resolves, when the tab counts as being in the generation, whether that is there or not, with how to end it. */
export function moveIn(name: string, locks: Locks | null): Promise<() => void> {
  return locks ? holdShared(lockOf(name), locks) : Promise.resolve(() => undefined);
}

/** Does the work while no tab is in the generation, nor can come to be. Rejects when one is, or may be about to be. */
export async function whileNobodyIsIn<T>(name: string, locks: Locks, work: () => Promise<T>): Promise<T> {
  return locks.request(lockOf(name), { ifAvailable: true }, (lock) => {
    if (lock === null) throw new Error('Another tab is in this generation.');
    return work();
  });
}

/** True when a tab is in the generation; one that tries it out is not. */
export async function isInUse(name: string, locks: Locks): Promise<boolean> {
  const { held = [] } = await locks.query();
  return held.some((lock) => lock.name === lockOf(name) && lock.mode === 'shared');
}

/** Resolves, when the lock is held, with how to let go of it; until then it is held as long as the tab is open. */
function holdShared(name: string, locks: Locks): Promise<() => void> {
  return new Promise((granted, denied) => {
    const hold = (): Promise<void> =>
      new Promise((letGo) => {
        granted(letGo);
      });
    locks.request(name, { mode: 'shared' }, hold).catch(denied);
  });
}
