import type { Id } from '../domain/record.ts';
import type { DurablePlace, DurableShelf } from './durable-shelf.ts';
import {
  alone,
  chooseGeneration,
  chooseNextGeneration,
  generationsIn,
  holdUntilClosed,
  isLater,
  isOnlyOne,
  type Buckets,
  type Locks,
} from './generations.ts';
import { deleteShelf, mayHaveShelf, openShelf, tryDisk } from './idb-database.ts';
import type { Texts } from './local-shelf.ts';
import { afterTimeout, within } from './patience.ts';
import type { After } from './saver.ts';
import { COMPLETE_KEY } from './storage-key.ts';

export interface IdbParts {
  readonly indexedDB: IDBFactory;
  /** Null where the browser has none: then there is one database for all sessions. */
  readonly buckets: Buckets | null;
  /** Null where the browser has none: then no tab ever believes to be alone. */
  readonly locks: Locks | null;
  readonly after?: After;
}

/**
 * One of an earlier session that has not opened for so long (milliseconds) counts as one that can't be opened, and one that
 * the browser does not let go of may stay.
 */
const PATIENCE = 5000;
/** So long other tabs that start are waited for: whoever opens this place waits for `PATIENCE` in all. */
const PATIENCE_TO_CHOOSE = 3000;

/** The database outside of all buckets. It counts as older than all generations. */
const DEFAULT_BUCKET = null;

type Name = string | typeof DEFAULT_BUCKET;

interface Chosen {
  readonly name: Name;
  readonly isAlone: boolean;
}

const ELSEWHERE: Chosen = { name: DEFAULT_BUCKET, isAlone: false };

/** The databases of this browser, in IndexedDB: a storage bucket per generation, or one database without buckets. */
export function createIdbPlace({ indexedDB, buckets, locks, after = afterTimeout }: IdbParts): DurablePlace {
  let choosing: Promise<Chosen> | null = null;
  let wasAlone = false;
  /** What this session wrote to until the browser took it away. */
  let left: string | null = null;
  /** What this start has read whole: only that may be let go of. */
  let read: ReadonlySet<Name> = new Set();

  const choose = async (): Promise<Name> => {
    const begun = (choosing ??= left === null ? chooseInTime() : moveOn(left));
    try {
      const choice = await begun;
      wasAlone = choice.isAlone;
      return choice.name;
    } catch (error) {
      if (choosing === begun) choosing = null;
      throw error;
    }
  };

  /**
   * A disk that is full spoils the database that is written to: what is saved there afterwards, and called saved, is lost
   * with all the rest when the browser is killed. So nothing more is written there, and the session goes on in a new
   * generation once the disk takes something. Of older generations nothing is let go of then.
   */
  const moveOn = async (from: string): Promise<Chosen> => {
    if (!buckets) return ELSEWHERE;
    try {
      const waiting = { locks, patience: PATIENCE_TO_CHOOSE, after };
      const name = await chooseNextGeneration(from, buckets, waiting);
      try {
        await within(PATIENCE, tryDisk((await buckets.open(name)).indexedDB), after);
      } catch (error) {
        leave(name);
        throw error;
      }
      return { name, isAlone: false };
    } catch (error) {
      // What one database says when it is closed is no refusal of all of them.
      throw new Error(error instanceof Error ? error.message : String(error), { cause: error });
    }
  };

  const leave = (name: Name): void => {
    // The word of the end of an older one can come late.
    if (name === DEFAULT_BUCKET || (left !== null && !isLater(name, left))) return;
    left = name;
    choosing = null;
  };

  /** Another tab can stand still while it starts, and all that start after it would wait for it. */
  const chooseInTime = async (): Promise<Chosen> => {
    try {
      return await within(PATIENCE_TO_CHOOSE, chooseName(buckets, locks), after);
    } catch {
      if (locks) void holdUntilClosed(locks).catch(() => undefined);
      return ELSEWHERE;
    }
  };

  const openNamed = async (name: Name): Promise<DurableShelf> => {
    const factory = name === DEFAULT_BUCKET || !buckets ? indexedDB : (await buckets.open(name)).indexedDB;
    return openShelf(factory);
  };

  const openEarlierNamed = (name: Name): Promise<DurableShelf> =>
    within(PATIENCE, openNamed(name), after, (late) => late.close());

  const earlierNames = async (): Promise<readonly Name[]> => {
    const own = await choose();
    const hasDefault = own !== DEFAULT_BUCKET && (await mayHaveShelf(indexedDB));
    const names: readonly Name[] = [
      ...(buckets ? await generationsIn(buckets) : []),
      ...(hasDefault ? [DEFAULT_BUCKET] : []),
    ];
    return names.filter((name) => name !== own);
  };

  const isComplete = async (name: Name): Promise<boolean> => {
    const shelf = await openEarlierNamed(name);
    try {
      return (await shelf.readAll(COMPLETE_KEY)).size > 0;
    } finally {
      shelf.close();
    }
  };

  const isAlone = async (): Promise<boolean> => wasAlone && isOnlyOne(locks);

  /** Lets go of what is older than the newest spare that this start has read whole. */
  const letGo = async (): Promise<void> => {
    const isAloneNow = await isAlone();
    const names = await earlierNames();
    const isRead = (name: Name | undefined): boolean => name !== undefined && read.has(name);
    const completeness = await Promise.allSettled(names.map(isComplete));
    const spare = completeness.findIndex(
      (result, i) => result.status === 'fulfilled' && result.value && isRead(names[i]),
    );
    // Where another tab is refused a bucket, it saves outside of them.
    const mayGo = (name: Name): boolean => isRead(name) && (name !== DEFAULT_BUCKET || isAloneNow);
    const old = spare < 0 ? [] : names.slice(spare + 1).filter(mayGo);
    await Promise.allSettled(
      old.map((name) =>
        name === DEFAULT_BUCKET || !buckets ? deleteShelf(indexedDB) : buckets.delete(name),
      ),
    );
  };

  return {
    open: async function open(): Promise<DurableShelf> {
      const name = await choose();
      const shelf = await openNamed(name).catch((error: unknown) => {
        // On a full disk a database can be torn before it has opened once.
        leave(name);
        throw error;
      });
      // The browser can take it away while it opens: then nobody would hear of it, and what is written there can be lost.
      if (name !== DEFAULT_BUCKET && name === left) {
        shelf.close();
        return open();
      }
      shelf.whenLost(() => leave(name));
      return shelf;
    },
    openEarlier: async () => {
      const names = new Set<Name>();
      read = names;
      let isWhole = true;
      const opened = await Promise.allSettled(
        (await earlierNames()).map(async (name) => {
          const shelf = await openEarlierNamed(name);
          // What a newer version has made is not ours to let go of.
          if (!shelf.isNewer) names.add(name);
          return asFarAsReadable(shelf, () => {
            isWhole = false;
            names.delete(name);
          });
        }),
      );
      const shelves = opened.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
      if (shelves.length < opened.length) isWhole = false;
      return { shelves, isWhole: () => isWhole };
    },
    isAlone,
    protect: async () => {
      const own = await choose();
      return own === DEFAULT_BUCKET || !buckets || (await buckets.open(own)).persist();
    },
    complete: async (own) => {
      await own.merge(new Map([[COMPLETE_KEY, '']]), '');
      // When this session began alone, all tabs that came later are in its generation, and in none before.
      if (own.isNewer || !wasAlone) return;
      // What stays longer than it must does no harm, and the next start looks again.
      await within(PATIENCE, letGo(), after).catch(() => undefined);
    },
  };
}

/** What can't be read of it counts as not there: the others make up for it, and it is kept for a start that can. */
function asFarAsReadable(shelf: DurableShelf, failed: () => void): DurableShelf {
  const orElse =
    <T>(nothing: T) =>
    (): T => {
      failed();
      return nothing;
    };
  return {
    ...shelf,
    factChecks: () => shelf.factChecks().catch(orElse(new Set<Id>())),
    read: (id) => shelf.read(id).catch(orElse<Texts>(new Map())),
    readAll: (prefix) => shelf.readAll(prefix).catch(orElse<Texts>(new Map())),
    readStrangers: (where) => shelf.readStrangers(where).catch(orElse<Texts>(new Map())),
  };
}

/** Where a bucket is refused, the database outside of buckets has to do. */
async function chooseName(buckets: Buckets | null, locks: Locks | null): Promise<Chosen> {
  if (buckets) {
    try {
      return await chooseGeneration(buckets, locks);
    } catch {
      return ELSEWHERE;
    }
  }
  return alone(locks, (isAlone) => Promise.resolve({ name: DEFAULT_BUCKET, isAlone }));
}
