import type { Id } from '../domain/record.ts';
import type { DurablePlace, DurableShelf } from './durable-shelf.ts';
import {
  alone,
  chooseGeneration,
  chooseNextGeneration,
  generationsIn,
  holdUntilClosed,
  isOnlyOne,
  numberOf,
  type Bucket,
  type Buckets,
  type Choice,
  type Locks,
} from './generations.ts';
import { deleteShelf, mayHaveShelf, openShelf, tryDisk } from './idb-database.ts';
import type { Texts } from './local-shelf.ts';
import { afterTimeout, atMost, within } from './patience.ts';
import { isRefusalForGood } from './refusal.ts';
import { createRefusingShelf } from './refusing-shelf.ts';
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
/** So long other tabs that start are waited for, and then the disk is: whoever opens this place waits for `PATIENCE` in all. */
const PATIENCE_TO_CHOOSE = 3000;
const PATIENCE_TO_TRY = 2000;

/** The database outside of all buckets. It counts as older than all generations. */
const DEFAULT_BUCKET = null;

type Name = string | typeof DEFAULT_BUCKET;

interface Chosen extends Omit<Choice, 'name'> {
  readonly name: Name;
}

const ELSEWHERE: Chosen = { name: DEFAULT_BUCKET, isAlone: false, moveOut: () => undefined };

/** The databases of this browser, in IndexedDB: a storage bucket per generation, or one database without buckets. */
export function createIdbPlace({ indexedDB, buckets, locks, after = afterTimeout }: IdbParts): DurablePlace {
  /** Null where there are none, or where the browser refuses them for good. */
  let usable = buckets;
  let choosing: Promise<Chosen> | null = null;
  let chosen: Chosen | null = null;
  /** What this session wrote to until the browser took it away. */
  let left: Name | undefined;
  /** What this start has read whole: only that may be let go of. */
  let read: ReadonlySet<Name> = new Set();

  const choose = async (): Promise<Name> => {
    const begun = (choosing ??= left === undefined ? chooseInTime() : moveOn(left));
    try {
      const choice = await begun;
      if (choosing === begun) chosen = choice;
      return choice.name;
    } catch (error) {
      if (choosing === begun) choosing = null;
      throw error;
    }
  };

  const leave = (name: Name): void => {
    // There is no other one to go to.
    if (name === DEFAULT_BUCKET && !usable) return;
    // The word of the end of an older one can come late.
    if (left !== undefined && numberOf(name) <= numberOf(left)) return;
    if (chosen?.name === name) chosen.moveOut();
    left = name;
    choosing = null;
  };

  /** Another tab can stand still while it starts, and all that start after it would wait for it. */
  const chooseInTime = async (): Promise<Chosen> => {
    const first = chooseFirst();
    const inTime = await atMost(PATIENCE_TO_CHOOSE, first, after);
    if (inTime) return inTime;
    first.then(
      ({ moveOut }) => moveOut(),
      () => undefined,
    );
    if (locks) void holdUntilClosed(locks).catch(() => undefined);
    return ELSEWHERE;
  };

  /**
   * Where buckets are refused for good, the database outside of them has to do. A full disk refuses them too, but not for
   * good: all sessions share that database, and what is written to it then can be lost with all the rest of it.
   */
  const chooseFirst = async (): Promise<Chosen> => {
    if (!usable) return alone(locks, (isAlone) => Promise.resolve({ ...ELSEWHERE, isAlone }));
    try {
      return await chooseGeneration(usable, locks);
    } catch (error) {
      if (!isRefusalForGood(error)) throw error;
      usable = null;
      return ELSEWHERE;
    }
  };

  /**
   * A disk that is full spoils the database that is written to: what is saved there afterwards, and called saved, is lost
   * with all the rest when the browser is killed. So nothing more is written there, and the session goes on in a new
   * generation once the disk takes something. Of older generations nothing is let go of then.
   */
  const moveOn = async (from: Name): Promise<Chosen> => {
    if (!usable) return ELSEWHERE;
    const tryOut = async (name: string, bucket: Bucket): Promise<void> => {
      try {
        await within(PATIENCE_TO_TRY, tryDisk(bucket.indexedDB), after);
      } catch (error) {
        leave(name);
        throw error;
      }
    };
    try {
      const waiting = { locks, patience: PATIENCE_TO_CHOOSE, after, tryOut };
      return await chooseNextGeneration(numberOf(from), usable, waiting);
    } catch (error) {
      // What one database says when it is closed is no refusal of all of them.
      throw new Error(error instanceof Error ? error.message : String(error), { cause: error });
    }
  };

  const openNamed = async (name: Name): Promise<DurableShelf> => {
    const factory = name === DEFAULT_BUCKET || !usable ? indexedDB : (await usable.open(name)).indexedDB;
    return openShelf(factory);
  };

  const openEarlierNamed = (name: Name): Promise<DurableShelf> =>
    within(PATIENCE, openNamed(name), after, (late) => late.close());

  const earlierNames = async (): Promise<readonly Name[]> => {
    // As long as a full disk gives this session none, all that are there are earlier ones.
    const own = await choose().catch(() => undefined);
    const hasDefault = own !== DEFAULT_BUCKET && (await mayHaveShelf(indexedDB));
    const names: readonly Name[] = [
      ...(usable ? await generationsIn(usable) : []),
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

  const wasAlone = (): boolean => chosen?.isAlone ?? false;
  const isAlone = async (): Promise<boolean> => wasAlone() && isOnlyOne(locks);

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
      old.map((name) => (name === DEFAULT_BUCKET || !usable ? deleteShelf(indexedDB) : usable.delete(name))),
    );
  };

  return {
    open: async function open(): Promise<DurableShelf> {
      let name: Name;
      try {
        name = await choose();
      } catch (error) {
        if (left !== undefined) throw error;
        return createRefusingShelf(error);
      }
      const shelf = await openNamed(name).catch((error: unknown) => {
        // On a full disk a database can be torn before it has opened once.
        leave(name);
        throw error;
      });
      // The browser can take it away while it opens: then nobody would hear of it, and what is written there can be lost.
      if (name === left) {
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
      return own === DEFAULT_BUCKET || !usable || (await usable.open(own)).persist();
    },
    complete: async (own) => {
      await own.merge(new Map([[COMPLETE_KEY, '']]), '');
      // When this session began alone, all tabs that came later are in its generation, and in none before.
      if (own.isNewer || !wasAlone()) return;
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
