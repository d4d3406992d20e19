import type { LocalShelf } from './local-shelf.ts';
import { estimateRoom, type Persistence, type StorageManagerLike } from './persistence.ts';
import { PREFIX } from './storage-key.ts';
import type { Usage } from './store.ts';

export interface UsageParts {
  readonly shelf: LocalShelf | null;
  readonly manager: StorageManagerLike | null;
  readonly persistence: Persistence;
  readonly mostMirrored: number;
  /** False when not everything that belongs into localStorage is in it. */
  readonly isMirrored: boolean;
  readonly isDurable: boolean;
}

/** Where things are kept and how much room they take. What the browser does not tell is null. */
export async function measureUsage(parts: UsageParts): Promise<Usage> {
  const { shelf, manager, persistence, mostMirrored, isMirrored, isDurable } = parts;
  const [{ usage, quota }, isPersisted] = await Promise.all([estimateRoom(manager), persistence.isGranted()]);
  return {
    mirrored: countCharacters(shelf),
    mostMirrored,
    database: usage ?? null,
    quota: quota ?? null,
    isPersisted,
    places: {
      quick: shelf === null ? 'blocked' : isMirrored ? 'used' : 'full',
      database: isDurable ? 'used' : 'blocked',
    },
  };
}

function countCharacters(shelf: LocalShelf | null): number {
  let characters = 0;
  for (const [key, text] of shelf?.readAll(PREFIX) ?? []) characters += key.length + text.length;
  return characters;
}
