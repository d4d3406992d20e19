import type { DurablePlace, DurableShelf } from './durable-shelf.ts';
import { createEarlierDatabases } from './earlier-databases.ts';
import { afterTimeout, within } from './patience.ts';
import { createRefusingShelf } from './refusing-shelf.ts';
import { createSessionDatabase, DEFAULT_BUCKET, type IdbParts, type Name } from './session-database.ts';
import { COMPLETE_KEY } from './storage-key.ts';

/** What the browser has not let go of for so long (milliseconds) may stay. */
const PATIENCE = 5000;

/** The databases of this browser, in IndexedDB: a storage bucket per generation, or one database without buckets. */
export function createIdbPlace(given: IdbParts): DurablePlace {
  const parts = { after: afterTimeout, ...given };
  const session = createSessionDatabase(parts);
  const earlier = createEarlierDatabases(parts, session);

  return {
    open: async function open(): Promise<DurableShelf> {
      let name: Name;
      try {
        name = await session.choose();
      } catch (error) {
        if (session.left() !== undefined) throw error;
        return createRefusingShelf(error);
      }
      const shelf = await session.open(name).catch((error: unknown) => {
        // On a full disk a database can be torn before it has opened once.
        session.leave(name);
        throw error;
      });
      // The browser can take it away while it opens: then nobody would hear of it, and what is written there can be lost.
      if (name === session.left()) {
        shelf.close();
        return open();
      }
      shelf.whenLost(() => session.leave(name));
      return shelf;
    },
    openEarlier: earlier.open,
    isAlone: earlier.isAlone,
    protect: async () => {
      const own = await session.choose();
      const buckets = session.buckets();
      return own === DEFAULT_BUCKET || !buckets || (await buckets.open(own)).persist();
    },
    complete: async (own) => {
      await own.merge(new Map([[COMPLETE_KEY, '']]), '');
      // When this session began alone, all tabs that came later are in its generation, and in none before.
      if (own.isNewer || !session.wasAlone()) return;
      // What stays longer than it must does no harm, and the next start looks again.
      await within(PATIENCE, earlier.letGo(), parts.after).catch(() => undefined);
    },
  };
}
