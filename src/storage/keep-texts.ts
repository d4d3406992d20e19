import type { DurableSide } from './durable-side.ts';
import type { LocalShelf, Texts } from './local-shelf.ts';
import type { Mirror } from './mirror.ts';
import { FULL, MIRROR_FULL, NO_LOCAL_STORAGE, NOTHING_KEPT, ONE_COPY } from './sentences.ts';
import type { SaveResult } from './store.ts';

export interface KeepingParts {
  readonly shelf: LocalShelf | null;
  readonly mirror: Mirror;
  readonly durable: Pick<DurableSide, 'save' | 'isInUse'>;
}

/** Writes texts to localStorage before it returns, and then to the database; the answer is what came of both. */
export type KeepTexts = (texts: Texts) => Promise<SaveResult>;

export function createKeepTexts({ shelf, mirror, durable }: KeepingParts): KeepTexts {
  return async (texts) => {
    const isMirrored = mirror.write(texts);
    if (durable.isInUse()) {
      const saved = await durable.save(texts);
      if (saved.ok && isMirrored) return saved;
      if (saved.ok) return { ok: true, note: shelf ? MIRROR_FULL : NO_LOCAL_STORAGE };
      if (durable.isInUse()) return saved;
    }
    if (!shelf) return { ok: false, problem: NOTHING_KEPT };
    // Without a second copy everything has to go into localStorage, long texts too.
    return mirror.write(new Map()) ? { ok: true, note: ONE_COPY } : { ok: false, problem: FULL };
  };
}
