import { say } from '../messages/say.ts';
import type { DurableSide } from './durable-side.ts';
import type { LocalShelf, Texts } from './local-shelf.ts';
import type { Mirror } from './mirror.ts';
import type { Room } from './room.ts';
import { FULL, LONG_ALONE, MIRROR_FULL, NO_LOCAL_STORAGE, NOTHING_KEPT, ONE_COPY } from './sentences.ts';
import type { SaveResult, StoreState } from './store.ts';

export interface KeepingParts {
  readonly shelf: LocalShelf | null;
  readonly mirror: Mirror;
  readonly durable: Pick<DurableSide, 'save' | 'isInUse' | 'state'>;
  readonly noteWrite: Room['noteWrite'];
  /** Lets removed fact checks give way; resolves with whether that has made room. */
  readonly giveWay: () => Promise<boolean>;
  /** Is called whenever `state` has changed. */
  readonly changed: () => void;
}

export interface KeepingTexts {
  /** Writes texts to localStorage before it returns, and then to the database; the answer is what came of both. */
  readonly keepTexts: (texts: Texts) => Promise<SaveResult>;
  readonly state: () => Omit<StoreState, 'warning'>;
}

/** Puts texts wherever this browser lets us, and says of it neither more nor less than is true. */
export function createKeepingTexts(parts: KeepingParts): KeepingTexts {
  const { shelf, mirror, durable, noteWrite, giveWay, changed } = parts;
  const findCaveat = (): string | null => {
    if (!durable.isInUse()) return shelf ? say(ONE_COPY) : say(NOTHING_KEPT);
    if (!shelf) return say(NO_LOCAL_STORAGE);
    if (mirror.behind() > 0) return say(MIRROR_FULL);
    return mirror.elsewhere() > 0 ? say(LONG_ALONE) : null;
  };

  const done = (): SaveResult => {
    const note = findCaveat();
    return note === null ? { ok: true } : { ok: true, note };
  };

  /** Without a second copy everything has to go into localStorage, long texts too. */
  const keepInOnePlace = async (): Promise<SaveResult> => {
    mirror.catchUp();
    if (mirror.behind() > 0 && (await giveWay())) mirror.catchUp();
    changed();
    if (mirror.behind() === 0) return done();
    return { ok: false, problem: shelf ? say(FULL) : say(NOTHING_KEPT), isHeld: true };
  };

  return {
    keepTexts: async (texts) => {
      mirror.write(texts);
      noteWrite();
      if (!durable.isInUse()) return keepInOnePlace();
      const saved = await durable.save(texts);
      if (saved.ok) return done();
      return durable.isInUse() ? saved : keepInOnePlace();
    },
    state: () => {
      const state = { ...durable.state(), caveat: findCaveat() };
      if (durable.isInUse()) return state;
      const unsaved = mirror.behind();
      return { ...state, unsaved, problem: unsaved === 0 ? null : shelf ? say(FULL) : say(NOTHING_KEPT) };
    },
  };
}
