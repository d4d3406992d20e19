import type { Id } from '../domain/record.ts';
import type { DurablePlace, DurableShelf } from './durable-shelf.ts';
import { isOnlyOne } from './generation-locks.ts';
import { generationsIn } from './generations.ts';
import { deleteShelf, mayHaveShelf } from './idb-database.ts';
import type { Texts } from './local-shelf.ts';
import { within } from './patience.ts';
import { DEFAULT_BUCKET, type IdbParts, type Name, type SessionDatabase } from './session-database.ts';
import { COMPLETE_KEY } from './storage-key.ts';

/** What earlier sessions left in this browser. */
export interface EarlierDatabases extends Pick<DurablePlace, 'isAlone'> {
  readonly open: DurablePlace['openEarlier'];
  /** Lets go of what is older than the newest spare that this start has read whole. */
  readonly letGo: () => Promise<void>;
}

/** One that has not opened for so long (milliseconds) counts as one that can't be opened. */
const PATIENCE = 5000;

export function createEarlierDatabases(
  { indexedDB, locks, after }: Required<IdbParts>,
  session: SessionDatabase,
): EarlierDatabases {
  /** What this start has read whole: only that may be let go of. */
  let read: ReadonlySet<Name> = new Set();

  const openNamed = (name: Name): Promise<DurableShelf> =>
    within(PATIENCE, session.open(name), after, (late) => late.close());

  const findNames = async (): Promise<readonly Name[]> => {
    // As long as a full disk gives this session none, all that are there are earlier ones.
    const own = await session.choose().catch(() => undefined);
    const buckets = session.buckets();
    const hasDefault = own !== DEFAULT_BUCKET && (await mayHaveShelf(indexedDB));
    const names: readonly Name[] = [
      ...(buckets ? await generationsIn(buckets) : []),
      ...(hasDefault ? [DEFAULT_BUCKET] : []),
    ];
    return names.filter((name) => name !== own);
  };

  const isComplete = async (name: Name): Promise<boolean> => {
    const shelf = await openNamed(name);
    try {
      return (await shelf.readAll(COMPLETE_KEY)).size > 0;
    } finally {
      shelf.close();
    }
  };

  const isAlone = async (): Promise<boolean> => session.wasAlone() && isOnlyOne(locks);

  return {
    isAlone,
    open: async () => {
      const names = new Set<Name>();
      read = names;
      let isWhole = true;
      const opened = await Promise.allSettled(
        (await findNames()).map(async (name) => {
          const shelf = await openNamed(name);
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
    letGo: async () => {
      const isAloneNow = await isAlone();
      const names = await findNames();
      const isRead = (name: Name | undefined): boolean => name !== undefined && read.has(name);
      const completeness = await Promise.allSettled(names.map(isComplete));
      const spare = completeness.findIndex(
        (result, i) => result.status === 'fulfilled' && result.value && isRead(names[i]),
      );
      // Where another tab is refused a bucket, it saves outside of them.
      const mayGo = (name: Name): boolean => isRead(name) && (name !== DEFAULT_BUCKET || isAloneNow);
      const old = spare < 0 ? [] : names.slice(spare + 1).filter(mayGo);
      const buckets = session.buckets();
      await Promise.allSettled(
        old.map((name) =>
          name === DEFAULT_BUCKET || !buckets ? deleteShelf(indexedDB) : buckets.delete(name),
        ),
      );
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
