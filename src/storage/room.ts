import { message, say } from '../messages/say.ts';
import type { LocalShelf } from './local-shelf.ts';
import type { Mirror } from './mirror.ts';
import type { After } from './saver.ts';

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
  /** True when localStorage is all there is, and nearly full. */
  readonly isOnlyPlaceNearlyFull: () => boolean;
  /** Takes note that something was written. */
  readonly noteWrite: () => void;
  /** Takes note that another tab has written something: room goes then without an edit in this one. */
  readonly noteOthers: () => void;
  /** Takes note that something may have been removed from localStorage, by whomever. */
  readonly noteRemoval: () => void;
}

/** Said ahead, while everything is saved as before. */
export const QUICK_NEARLY_FULL = message(
  'The quick part of this browser’s storage is nearly full. Then work goes on in its database alone.',
);
export const ONLY_PLACE_NEARLY_FULL = message(
  'The only storage that this browser gives Linecheck is nearly full. Then nothing more can be saved: export your work now.',
);
export const DISK_NEARLY_FULL = message(
  'The browser’s share of the disk is nearly full. Then nothing more can be saved: export your work now.',
);

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

  const isQuickNearlyFull = (): boolean =>
    shelf !== null && shelf.characters() > mostMirrored * NEARLY && mirror.behind() === 0;
  const isOnlyPlaceNearlyFull = (): boolean => !isDiskNearlyFull && isQuickNearlyFull() && isOnlyPlace();

  const noteRemoval = (): void => {
    if (mirror.behind() > 0) catchUp();
  };

  let wasNearlyFull = isQuickNearlyFull();

  void look();
  // There may have been room before anybody took note of it.
  noteRemoval();
  recountLater();

  return {
    warning: () => {
      if (isDiskNearlyFull) return say(DISK_NEARLY_FULL);
      if (isOnlyPlaceNearlyFull()) return say(ONLY_PLACE_NEARLY_FULL);
      return isQuickNearlyFull() ? say(QUICK_NEARLY_FULL) : null;
    },
    isOnlyPlaceNearlyFull,
    noteWrite: () => {
      writes += 1;
      if (writes % WRITES_PER_ESTIMATE === 0) void look();
      recountLater();
    },
    noteOthers: () => {
      if (isQuickNearlyFull() === wasNearlyFull) return;
      wasNearlyFull = !wasNearlyFull;
      changed();
    },
    noteRemoval,
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
