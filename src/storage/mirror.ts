import type { LocalShelf, Texts } from './local-shelf.ts';

/** Carries texts to the other tabs that localStorage had no room for. */
export interface Channel {
  readonly post: (texts: readonly (readonly [key: string, text: string])[]) => void;
  readonly listen: (listener: (message: unknown) => void) => void;
}

/** Writes what this tab saves to localStorage, for the next start and for the other tabs. */
export interface Mirror {
  /** True when the text belongs into localStorage; what does not is not missed there. */
  readonly wants: (text: string) => boolean;
  /** Writes at once; false when not all of it, or of what was written before, is in localStorage. */
  readonly write: (texts: Texts) => boolean;
}

export function createMirror(
  shelf: LocalShelf | null,
  channel: Channel | null,
  wants: Mirror['wants'],
): Mirror {
  /** Texts that there was no room for yet. */
  const behind = new Map<string, string>();

  const tryToWrite = (texts: Iterable<readonly [key: string, text: string]>): boolean => {
    const fitting = new Map([...texts].filter(([, text]) => wants(text)));
    const isWritten = shelf?.write(fitting) ?? false;
    if (isWritten) for (const key of fitting.keys()) behind.delete(key);
    return isWritten;
  };

  return {
    wants,
    write: (texts) => {
      for (const [key, text] of texts) behind.set(key, text);
      const isAllWritten = tryToWrite(behind);
      // What waits for room must not keep out what is small enough to go in.
      if (!isAllWritten) tryToWrite(texts);
      const unseen = [...texts].filter(([key]) => behind.has(key));
      if (unseen.length > 0) channel?.post(unseen);
      return isAllWritten;
    },
  };
}
