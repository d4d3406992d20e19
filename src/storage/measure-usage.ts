import type { LocalShelf } from './local-shelf.ts';
import type { Persistence } from './persistence.ts';
import { atMost } from './patience.ts';
import { estimateRoom, type StorageManagerLike } from './room.ts';
import type { After } from './saver.ts';
import { PREFIX } from './storage-key.ts';
import type { Usage } from './store.ts';

export interface UsageParts {
  readonly shelf: LocalShelf | null;
  readonly manager: StorageManagerLike | null;
  readonly persistence: Persistence;
  readonly after: After;
  readonly mostMirrored: number;
  /** False when not everything that belongs into localStorage is in it. */
  readonly isMirrored: boolean;
  readonly isDurable: boolean;
}

/** A browser that has not told for so long (milliseconds) is not going to. */
const PATIENCE = 5000;

/** Where things are kept and how much room they take. What the browser does not tell is null. */
export async function measureUsage(parts: UsageParts): Promise<Usage> {
  const { shelf, manager, persistence, after, mostMirrored, isMirrored, isDurable } = parts;
  const [estimate, isPersisted] = await Promise.all([
    atMost(PATIENCE, estimateRoom(manager), after),
    atMost(PATIENCE, persistence.isGranted(), after),
  ]);
  const { usage, quota } = estimate ?? {};
  shelf?.recount();
  const mirrored = countCharacters(shelf);
  return {
    mirrored,
    ofOthers: (shelf?.characters() ?? 0) - mirrored,
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
