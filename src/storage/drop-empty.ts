import { whileNobodyIsIn, type Locks } from './generation-locks.ts';
import { generationsIn, type Buckets } from './generations.ts';
import { holdsNothing } from './idb-database.ts';
import { afterTimeout, atMost } from './patience.ts';

/** So many at a time: whoever chooses a generation is waited for. */
const MOST = 10;
/** Milliseconds for each: those that are empty answer at once. */
const PATIENCE = 200;

/**
 * Lets go of generations in which nothing is and no tab: each try to go on while the disk is full can leave one, and Chromium
 * gives a site 63 buckets.
 */
export async function dropEmpty(buckets: Buckets, locks: Locks | null): Promise<void> {
  // Where the browser has no locks nobody knows which ones others are in.
  if (!locks) return;
  let dropped = 0;
  for (const name of await generationsIn(buckets)) {
    if (dropped === MOST) return;
    const drop = async (): Promise<boolean> => {
      if (!(await isKnownEmpty(name, buckets))) return false;
      await buckets.delete(name);
      return true;
    };
    // oxlint-disable-next-line no-await-in-loop -- one after the other, until there are enough
    if (await whileNobodyIsIn(name, locks, drop).catch(() => false)) dropped += 1;
  }
}

/** One that can't be opened, or takes its time, is not known to be empty, and keeps nobody from looking at the others. */
async function isKnownEmpty(name: string, buckets: Buckets): Promise<boolean> {
  const isFound = buckets.open(name).then(({ indexedDB }) => holdsNothing(indexedDB));
  return (await atMost(PATIENCE, isFound, afterTimeout).catch(() => false)) === true;
}
