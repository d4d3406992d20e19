import type { LocalShelf, Texts } from './local-shelf.ts';
import type { Belonging } from './long-texts.ts';
import { HAS_LOSERS } from './written-value.ts';

/** Carries texts to the other tabs that localStorage had no room for. */
export interface Channel {
  readonly post: (texts: readonly (readonly [key: string, text: string])[]) => void;
  readonly listen: (listener: (message: unknown) => void) => void;
}

/** Writes what this tab saves to localStorage, for the next start and for the other tabs. */
export interface Mirror extends Belonging {
  /** Writes at once; what there is no room for is written when there is. */
  readonly write: (texts: Texts) => void;
  /** The same with what waits for room under these keys: another tab has said what stands there now. */
  readonly replace: (texts: Texts) => void;
  /** The same with what other tabs find in the database by themselves: they are not told of it. */
  readonly keep: (texts: Texts) => void;
  /** Writes what there was no room for, as far as there is now. */
  readonly catchUp: () => void;
  /** How many texts there was no room for yet; they are in the database, where there is one. */
  readonly behind: () => number;
  /** How many texts do not belong into localStorage, and are in the database alone. */
  readonly elsewhere: () => number;
}

/** `lookAround` takes in what other tabs have written under keys whose texts have waited here. */
export function createMirror(
  shelf: LocalShelf | null,
  channel: Channel | null,
  { wants, mayLack }: Belonging,
  lookAround: (keys: readonly string[]) => void,
): Mirror {
  /** Texts that there was no room for yet, and how many characters they are. */
  const behind = new Map<string, string>();
  let charactersBehind = 0;
  let isLooking = false;
  /** Texts that did not belong here when they were written. */
  const elsewhere = new Map<string, string>();

  const fallBehind = (key: string, text: string): void => {
    catchUpWith(key);
    behind.set(key, text);
    charactersBehind += key.length + text.length;
  };

  const catchUpWith = (key: string): void => {
    const text = behind.get(key);
    if (text !== undefined) charactersBehind -= key.length + text.length;
    behind.delete(key);
  };

  const lookAt = (keys: readonly string[]): void => {
    isLooking = true;
    lookAround(keys);
    isLooking = false;
  };

  const catchUp = (): void => {
    if (isLooking) return;
    // A long list that can't fit is not gone through with every edit.
    if (behind.size > 0 && shelf?.hasRoomFor(charactersBehind)) {
      lookAt([...behind.keys()]);
      if (shelf.write(behind)) {
        behind.clear();
        charactersBehind = 0;
      }
    }
    // A copy: what is looked at can come anew while this goes on.
    for (const [key, text] of new Map(elsewhere)) {
      if (!wants(key, text)) continue;
      lookAt([key]);
      const present = elsewhere.get(key);
      if (present !== undefined && writeAlone(key, present)) elsewhere.delete(key);
    }
  };

  const writeAlone = (key: string, text: string): boolean | undefined => shelf?.write(new Map([[key, text]]));

  /** What stands has seen the versions that lost: without the copies of them it would make them be forgotten. */
  const lacksCopies = (key: string, text: string): boolean =>
    text.includes(HAS_LOSERS) && [...behind.keys()].some((copy) => copy.startsWith(`${key}/`));

  /** What is edited goes first. A long text takes of the room that is left then, alone, so that it keeps nothing else out. */
  const keep = (texts: Texts): void => {
    const ready = new Map([...texts].filter(([key, text]) => !mayLack(text) && !lacksCopies(key, text)));
    const isWritten = shelf?.write(ready);
    for (const [key, text] of texts) {
      elsewhere.delete(key);
      if (mayLack(text)) {
        catchUpWith(key);
        if (!wants(key, text) || !writeAlone(key, text)) elsewhere.set(key, text);
      } else if (isWritten && ready.has(key)) catchUpWith(key);
      else fallBehind(key, text);
    }
    catchUp();
  };

  const waiting = (key: string): string | undefined => behind.get(key) ?? elsewhere.get(key);

  return {
    wants,
    mayLack,
    catchUp,
    behind: () => behind.size,
    elsewhere: () => elsewhere.size,
    keep,
    replace: (texts) => keep(new Map([...texts].filter(([key]) => waiting(key)))),
    write: (texts) => {
      // What has waited in these words was told when it began to: said at each look it would go to and fro between tabs for ever.
      const untold = [...texts].filter(([key, text]) => waiting(key) !== text);
      keep(texts);
      const unseen = untold.filter(([key]) => waiting(key));
      if (unseen.length > 0) channel?.post(unseen);
    },
  };
}
