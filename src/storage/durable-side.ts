import type { Clock } from '../domain/clock.ts';
import type { Id } from '../domain/record.ts';
import type { DurablePlace, DurableShelf } from './durable-shelf.ts';
import type { LocalShelf, Texts } from './local-shelf.ts';
import type { Memory } from './memory.ts';
import type { Mirror } from './mirror.ts';
import { within } from './patience.ts';
import type { News } from './reconcile.ts';
import { isRefusalForGood } from './refusal.ts';
import { createSaver, type After, type Saver } from './saver.ts';
import { createStartUp, type StartUp } from './start-up.ts';
import type { StoreState } from './store.ts';

export interface DurableParts {
  /** Null where the browser has none. */
  readonly place: DurablePlace | null;
  readonly after: After;
  readonly clock: Clock;
  readonly shelf: LocalShelf | null;
  readonly memory: Memory;
  readonly mirror: Mirror;
  /** Takes in what other tabs have written under these keys, though the word of it has not come yet. */
  readonly lookAround: (keys: readonly string[]) => void;
  /** Is told of texts that another tab had put where this one wrote. */
  readonly heard: (overruled: Texts) => void;
  /** Is told of keys under which a newer version of the app has written. */
  readonly refusedBy: (keys: readonly string[]) => void;
  /** Is told what the durable copies knew better. */
  readonly recovered: (id: Id, news: News) => void;
  /** Is told that what was kept of a removed fact check is not any more. */
  readonly letGo: () => void;
  /** Is called whenever `state` has changed. */
  readonly changed: () => void;
  /** Is told that the database was deleted: what is known here must be saved anew, and the copies be brought together. */
  readonly lost: () => void;
}

/** The durable copy as the store uses it. */
export interface DurableSide
  extends
    Pick<Saver, 'save'>,
    Pick<
      StartUp,
      'gather' | 'gatherAll' | 'reconcileAll' | 'find' | 'looksAfter' | 'isSecured' | 'isEarlierWhole'
    > {
  readonly state: () => Omit<StoreState, 'caveat' | 'warning'>;
  /** All texts in the database whose key starts so; none when it does not answer. */
  readonly readAll: (prefix: string) => Promise<Texts>;
  /** What somebody else has put into the database; nothing when it does not answer. */
  readonly readStrangers: () => Promise<Texts>;
  /** False when the browser refuses the database for good: then localStorage is all there is. */
  readonly isInUse: () => boolean;
  /** There may be room again: what failed is tried soon. */
  readonly trySoon: () => void;
}

/** A database that has not opened, or not given what it has, for so long (milliseconds) is not going to. */
const PATIENCE = 5000;
const PATIENCE_TO_READ = 30_000;

/** Joins saving to the database with what is done there once per start; both notice when the browser refuses it. */
export function createDurableSide(parts: DurableParts): DurableSide {
  const { place, clock, after } = parts;
  let isRefused = place === null;

  const connect = async (): Promise<DurableShelf> => {
    if (!place) throw new Error('There is no database.');
    try {
      return await place.open();
    } catch (error) {
      isRefused ||= isRefusalForGood(error);
      throw error;
    }
  };

  const readFrom = async (read: (shelf: DurableShelf) => Promise<Texts>): Promise<Texts> => {
    try {
      const shelf = await within(PATIENCE, connect(), after, (late) => late.close());
      try {
        return await within(PATIENCE_TO_READ, read(shelf), after);
      } finally {
        shelf.close();
      }
    } catch {
      return new Map();
    }
  };

  const isInUse = (): boolean => !isRefused;
  const instant = (): string => clock.instant();
  const saver = createSaver({ ...parts, connect, isInUse, instant });
  const lost = (): void => {
    saver.reconnect();
    parts.lost();
  };
  const startUp = createStartUp({ ...parts, connect, isInUse, instant, lost });
  return {
    save: async (texts) => {
      startUp.trySoon();
      const saved = await saver.save(texts);
      if (saved.ok) startUp.trySoon();
      return saved;
    },
    gather: startUp.gather,
    gatherAll: startUp.gatherAll,
    reconcileAll: startUp.reconcileAll,
    find: startUp.find,
    looksAfter: startUp.looksAfter,
    isEarlierWhole: startUp.isEarlierWhole,
    isSecured: startUp.isSecured,
    state: () => {
      const saving = saver.state();
      // What an earlier session left to this start is not on disk either as long as the start fails.
      return {
        ...saving,
        problem: saving.problem ?? startUp.problem(),
        isReconciled: startUp.isDone(),
      };
    },
    readAll: (prefix) => readFrom((shelf) => shelf.readAll(prefix)),
    readStrangers: () => readFrom((shelf) => shelf.readStrangers('everywhere')),
    isInUse,
    trySoon: () => {
      saver.trySoon();
      startUp.trySoon();
    },
  };
}
