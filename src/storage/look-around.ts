import type { Id } from '../domain/record.ts';
import { isRemovedFactCheck } from './assemble.ts';
import type { Hear } from './hear.ts';
import type { LocalShelf, Texts } from './local-shelf.ts';
import type { Memory } from './memory.ts';
import type { Mirror } from './mirror.ts';
import { factCheckOf, headKeyOf, parseKey, PREFIX } from './storage-key.ts';
import { isTextOf, serialiseKept } from './written-value.ts';

export interface LookingParts {
  readonly shelf: LocalShelf | null;
  readonly memory: Memory;
  readonly mirror: Pick<Mirror, 'write'>;
  readonly hear: Hear;
}

/** Finds out by itself what became of localStorage: the word of it can come late, or never to a page that was put aside. */
export interface Looking {
  /** Takes in what other tabs have written under these keys. */
  readonly lookAround: (keys: readonly string[]) => void;
  /** Takes in those of these texts that this tab does not know yet. */
  readonly hearUnknown: (texts: Texts, from?: 'database') => void;
  /** Takes in all that other tabs have written of what this tab knows, and writes again what is gone. */
  readonly lookEverywhere: () => void;
  /**
   * Writes again what this tab knows of the fact check, or under these keys of it, and localStorage no longer has: absence
   * never means removed.
   */
  readonly putBack: (id: Id, keys?: readonly string[]) => void;
}

export function createLooking({ shelf, memory, mirror, hear }: LookingParts): Looking {
  const isKnown = (key: string, text: string): boolean => {
    const id = factCheckOf(key);
    const known = id === null ? undefined : memory.of(id).kept.get(key);
    return known !== undefined && isTextOf(text, known);
  };

  const hearUnknown: Looking['hearUnknown'] = (texts, from) => {
    const unknown = new Map([...texts].filter(([key, text]) => parseKey(key) && !isKnown(key, text)));
    if (unknown.size > 0) hear(unknown, from);
  };

  const putBack: Looking['putBack'] = (id, keys) => {
    if (!shelf || !memory.isLoaded(id)) return;
    const { kept, isNewer } = memory.of(id);
    if (isNewer) return;
    const missing = [...(keys ?? kept.keys())].filter((key) => shelf.textAt(key) === null);
    if (missing.length === 0) return;
    // Of a removed fact check another tab may have let go of all but the mark of its removal.
    const isDropped = isRemovedFactCheck(id, kept.values());
    const texts = missing.flatMap((key) => {
      const version = kept.get(key);
      return version && (!isDropped || key === headKeyOf(id)) ? [[key, serialiseKept(version)] as const] : [];
    });
    if (texts.length > 0) mirror.write(new Map(texts));
  };

  return {
    hearUnknown,
    lookAround: (keys) => {
      const texts = keys.map((key) => [key, shelf?.textAt(key) ?? null] as const);
      hearUnknown(new Map(texts.filter((entry): entry is [string, string] => entry[1] !== null)));
    },
    lookEverywhere: () => {
      if (!shelf) return;
      shelf.recount();
      // What nobody has asked for yet will be read when somebody does.
      const isLoaded = (key: string): boolean => memory.isLoaded(factCheckOf(key) ?? '');
      hearUnknown(new Map([...shelf.readAll(PREFIX)].filter(([key]) => isLoaded(key))));
      for (const id of memory.ids()) putBack(id);
    },
    putBack,
  };
}
