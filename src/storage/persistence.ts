import type { Clock } from '../domain/clock.ts';
import type { DurablePlace } from './durable-shelf.ts';
import type { LocalShelf } from './local-shelf.ts';
import type { StorageManagerLike } from './room.ts';
import { ASKED_KEY } from './storage-key.ts';

export interface PersistenceParts {
  /** Null where the page is not in a secure context. */
  readonly manager: StorageManagerLike | null;
  readonly place: DurablePlace | null;
  readonly shelf: LocalShelf | null;
  readonly clock: Clock;
}

/** The browser's promise not to clear what is kept when the disk is nearly full. */
export interface Persistence {
  /** Asks for the promise, once per browser. A refusal is no error: Settings say how it is. */
  readonly askOnce: () => void;
  /** A promise that was given before is extended to this session's database, which is a new one. */
  readonly renew: () => void;
  /** Null where the browser does not say. */
  readonly isGranted: () => Promise<boolean | null>;
}

export function createPersistence({ manager, place, shelf, clock }: PersistenceParts): Persistence {
  let hasAsked = false;

  /** A storage bucket does not take part in the promise by itself. */
  const extend = async (isGranted: boolean): Promise<boolean> =>
    isGranted && ((await place?.protect?.()) ?? true);

  return {
    askOnce: () => {
      if (!manager || hasAsked) return;
      hasAsked = true;
      if (shelf && shelf.textAt(ASKED_KEY) !== null) return;
      shelf?.write(new Map([[ASKED_KEY, clock.instant()]]));
      manager.persist().then(extend).catch(ignore);
    },
    renew: () => void manager?.persisted().then(extend).catch(ignore),
    isGranted: async () => {
      if (!manager) return null;
      try {
        return await extend(await manager.persisted());
      } catch {
        return null;
      }
    },
  };
}

/** Without the promise everything works as before. */
function ignore(): void {}
