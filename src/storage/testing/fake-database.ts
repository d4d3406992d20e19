import type { DurablePlace, DurableShelf, Merged } from '../durable-shelf.ts';
import type { Texts } from '../local-shelf.ts';
import { settleTexts } from '../settle-texts.ts';
import { factChecksOf, isCopyKey } from '../storage-key.ts';

/** One database: what is in it survives every crash. */
export interface FakeGeneration {
  readonly disk: Map<string, string>;
  isComplete: boolean;
}

/** The durable databases of one browser. */
export interface FakeDatabase {
  generations: FakeGeneration[];
  /** The next so many transactions fail and write nothing. */
  failures: number;
  /** All that was handed over in transactions that did not fail, whoever was told of that, with its key. */
  readonly arrived: (readonly [key: string, text: string])[];
}

/** What the databases need to know of the tab that uses them. */
export interface FakeTenant {
  readonly isAlive: () => boolean;
  readonly isAlone: () => boolean;
  /** Lets something else happen first: each operation starts and answers when the test says so. */
  readonly turn: (label: string) => Promise<void>;
}

export function createFakeDatabase(): FakeDatabase {
  return { generations: [], failures: 0, arrived: [] };
}

/** A place in which this session's database opens as told, and there is none from before. */
export function openBarePlace(open: DurablePlace['open']): DurablePlace {
  return {
    open,
    openEarlier: () => Promise.resolve({ shelves: [], isWhole: () => true }),
    isAlone: () => Promise.resolve(false),
    complete: () => Promise.resolve(),
  };
}

/** A database that never answers. */
export function neverAnswer(): Promise<never> {
  return new Promise<never>(() => {});
}

/** The databases as one tab sees them. What a dead tab asks for never happens and is never answered. */
export function openFakePlace(database: FakeDatabase, tenant: FakeTenant): DurablePlace {
  let own: FakeGeneration | null = null;
  let isAlone = false;

  const turn = async (label: string): Promise<void> => {
    await tenant.turn(label);
    if (!tenant.isAlive()) await new Promise<never>(() => {});
  };

  const shelfOf = (generation: FakeGeneration): DurableShelf => {
    const { disk } = generation;
    const readAll = async (prefix: string): Promise<Texts> => {
      await turn('read');
      return new Map([...disk].filter(([key]) => key.startsWith(prefix)));
    };
    return {
      isNewer: false,
      factChecks: async () => {
        await turn('list');
        return factChecksOf(disk.keys());
      },
      read: (id) => readAll(`linecheck/${id}/`),
      readAll,
      readStrangers: async () => {
        await turn('read');
        return new Map();
      },
      merge: async (texts, at) => {
        await turn('merge');
        if (database.failures > 0) {
          database.failures -= 1;
          throw new DOMException('NO_SPACE', 'UnknownError');
        }
        const merged = mergeIntoDisk(disk, texts, at);
        database.arrived.push(...texts);
        await turn('merged');
        return merged;
      },
      drop: async (keys, seen) => {
        // A transaction comes before all that are begun later.
        const isAsSeen = [...seen].every(([key, text]) => disk.get(key) === text);
        if (tenant.isAlive() && isAsSeen) for (const key of keys) disk.delete(key);
        await turn('drop');
      },
      close: () => {},
      whenLost: () => {},
    };
  };

  return {
    open: async () => {
      await turn('open');
      if (!own) {
        isAlone = tenant.isAlone();
        const newest = database.generations.at(-1);
        own = !isAlone && newest ? newest : { disk: new Map(), isComplete: false };
        if (own !== newest) database.generations.push(own);
      }
      return shelfOf(own);
    },
    openEarlier: async () => {
      await turn('open earlier');
      const earlier = database.generations.filter((generation) => generation !== own);
      return { shelves: earlier.toReversed().map(shelfOf), isWhole: () => true };
    },
    isAlone: () => Promise.resolve(isAlone),
    complete: async () => {
      await turn('complete');
      if (own) own.isComplete = true;
      const spare = database.generations.findLastIndex((other) => other !== own && other.isComplete);
      if (isAlone) database.generations = database.generations.slice(Math.max(0, spare));
    },
  };
}

/** What a transaction is to leave on a disk, done one text after the other. */
export function mergeIntoDisk(disk: Map<string, string>, texts: Texts, at: string): Merged {
  const overruled = new Map<string, string>();
  const refused: string[] = [];
  for (const [key, coming] of texts) {
    const settled = settleTexts(key, disk.get(key), coming, at);
    if (settled.outcome === 'refused') refused.push(key);
    else {
      for (const [name, text] of settled.writes) {
        disk.set(name, text);
        if (isCopyKey(name)) overruled.set(name, text);
      }
      if (settled.stands !== coming) overruled.set(key, settled.stands);
    }
  }
  return { overruled, refused };
}
