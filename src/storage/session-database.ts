import { alone, holdUntilClosed, type Locks } from './generation-locks.ts';
import {
  chooseGeneration,
  chooseNextGeneration,
  numberOf,
  type Bucket,
  type Buckets,
  type Choice,
} from './generations.ts';
import { openShelf, tryDisk } from './idb-database.ts';
import type { DurableShelf } from './durable-shelf.ts';
import { atMost, within } from './patience.ts';
import { isRefusalForGood } from './refusal.ts';
import type { After } from './saver.ts';

/** The database outside of all buckets. It counts as older than all generations. */
export const DEFAULT_BUCKET = null;

/** What a database of this browser is called here: like its bucket. */
export type Name = string | typeof DEFAULT_BUCKET;

export interface IdbParts {
  readonly indexedDB: IDBFactory;
  /** Null where the browser has none: then there is one database for all sessions. */
  readonly buckets: Buckets | null;
  /** Null where the browser has none: then no tab ever believes to be alone. */
  readonly locks: Locks | null;
  readonly after?: After;
}

/** Which database this session writes to, until the browser takes that away: then it is another one. */
export interface SessionDatabase {
  /** Rejects when the browser gives none now. */
  readonly choose: () => Promise<Name>;
  /** Nothing more is written there. */
  readonly leave: (name: Name) => void;
  /** What this session wrote to until the browser took it away; undefined as long as that has not happened. */
  readonly left: () => Name | undefined;
  /** True when this session was the only tab of ours when it began. */
  readonly wasAlone: () => boolean;
  /** Null where there are none, or where the browser refuses them for good. */
  readonly buckets: () => Buckets | null;
  /** Opens that one or an earlier one. */
  readonly open: (name: Name) => Promise<DurableShelf>;
}

/** So long (milliseconds) other tabs that start are waited for, and then the disk is: whoever opens it waits for 5000 in all. */
const PATIENCE_TO_CHOOSE = 3000;
const PATIENCE_TO_TRY = 2000;

interface Chosen extends Omit<Choice, 'name'> {
  readonly name: Name;
}

const ELSEWHERE: Chosen = { name: DEFAULT_BUCKET, isAlone: false, moveOut: () => undefined };

export function createSessionDatabase({
  indexedDB,
  buckets,
  locks,
  after,
}: Required<IdbParts>): SessionDatabase {
  let usable = buckets;
  let choosing: Promise<Chosen> | null = null;
  let chosen: Chosen | null = null;
  let left: Name | undefined;

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

  return {
    choose,
    leave,
    left: () => left,
    wasAlone: () => chosen?.isAlone ?? false,
    buckets: () => usable,
    open: async (name) =>
      openShelf(name === DEFAULT_BUCKET || !usable ? indexedDB : (await usable.open(name)).indexedDB),
  };
}
