import { say } from '../messages/say.ts';
import type { LocalShelf } from './local-shelf.ts';
import type { Mirror } from './mirror.ts';
import type { After } from './saver.ts';
import { DISK_NEARLY_FULL, ONLY_PLACE_NEARLY_FULL, QUICK_NEARLY_FULL } from './sentences.ts';

/** What we need of `navigator.storage` (https://storage.spec.whatwg.org/). */
export type StorageManagerLike = Pick<StorageManager, 'estimate' | 'persist' | 'persisted'>;

export interface RoomParts {
  readonly shelf: LocalShelf | null;
  readonly mirror: Mirror;
  readonly manager: StorageManagerLike | null;
  readonly after: After;
  /** At so many UTF-16 units localStorage counts as full. */
  readonly mostMirrored: number;
  /** True where localStorage is all there is. */
  readonly isOnlyPlace: () => boolean;
  /** Is called whenever `warning` may have changed, or localStorage has caught up. */
  readonly changed: () => void;
}

/** Watches how much room there is, before it is gone and for when it comes back. */
export interface Room {
  /** What will happen soon and what to do, as a sentence; null while there is ample room. */
  readonly warning: () => string | null;
  /** Takes note that something was written. */
  readonly noteWrite: () => void;
  /** Takes note that something may have been removed from localStorage, by whomever. */
  readonly noteRemoval: () => void;
}

/** This share of the room is nearly all of it. */
const NEARLY = 0.8;
/** The browser is asked for its estimate with each so many writes: a few minutes of work. Asking takes a few milliseconds. */
const WRITES_PER_ESTIMATE = 10;
/** So many milliseconds after it was full, localStorage is counted anew: what another page removes is not always told. */
const RECOUNT_PAUSE = 30_000;

export function createRoom({
  shelf,
  mirror,
  manager,
  after,
  mostMirrored,
  isOnlyPlace,
  changed,
}: RoomParts): Room {
  let isDiskNearlyFull = false;
  let writes = 0;
  let isWaiting = false;

  const look = async (): Promise<void> => {
    const { usage = 0, quota = Infinity } = await estimateRoom(manager);
    const isNearlyFull = usage > quota * NEARLY;
    if (isNearlyFull === isDiskNearlyFull) return;
    isDiskNearlyFull = isNearlyFull;
    changed();
  };

  const catchUp = (): void => {
    mirror.catchUp();
    changed();
  };

  const recountLater = (): void => {
    if (isWaiting || !shelf || mirror.behind() === 0) return;
    isWaiting = true;
    after(RECOUNT_PAUSE, () => {
      isWaiting = false;
      shelf.recount();
      catchUp();
      recountLater();
    });
  };

  void look();

  return {
    warning: () => {
      if (isDiskNearlyFull) return say(DISK_NEARLY_FULL);
      const isNearlyFull = shelf !== null && shelf.characters() > mostMirrored * NEARLY;
      if (!isNearlyFull || mirror.behind() > 0) return null;
      return isOnlyPlace() ? say(ONLY_PLACE_NEARLY_FULL) : say(QUICK_NEARLY_FULL);
    },
    noteWrite: () => {
      writes += 1;
      if (writes % WRITES_PER_ESTIMATE === 0) void look();
      recountLater();
    },
    noteRemoval: () => {
      if (mirror.behind() > 0) catchUp();
    },
  };
}

/** How much there is and may be, as far as the browser says. */
export async function estimateRoom(manager: StorageManagerLike | null): Promise<StorageEstimate> {
  try {
    return (await manager?.estimate()) ?? {};
  } catch {
    return {};
  }
}
