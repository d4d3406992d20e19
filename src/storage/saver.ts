import { say } from '../messages/say.ts';
import type { DurableShelf } from './durable-shelf.ts';
import type { Texts } from './local-shelf.ts';
import { within } from './patience.ts';
import { SOON, startPause, type Pause } from './pause.ts';
import { NEWER, sayNotSaved } from './sentences.ts';
import { factCheckOf, prefixOf } from './storage-key.ts';
import type { SaveResult } from './store.ts';

/** Acts after some milliseconds; returns how to call that off. */
export type After = (milliseconds: number, act: () => void) => () => void;

export interface SaverParts {
  /** Opens the database, or opens it anew after a failure. */
  readonly connect: () => Promise<DurableShelf>;
  /** False when the browser refuses the database for good: then nothing is tried again. */
  readonly isInUse: () => boolean;
  readonly after: After;
  readonly instant: () => string;
  /** Is told of texts that another tab had put where this one wrote. */
  readonly heard: (overruled: Texts) => void;
  /** Is told of keys under which a newer version of the app has written. */
  readonly refusedBy: (keys: readonly string[]) => void;
  /** Is called whenever `state` has changed. */
  readonly changed: () => void;
}

export interface Saver {
  /**
   * Resolves when these texts, and all of the same fact checks that were handed over before, are on disk, or with why
   * they are not.
   */
  readonly save: (texts: Texts) => Promise<SaveResult>;
  /** There may be room again: what failed is tried soon, and not as seldom as it would be. */
  readonly trySoon: () => void;
  /** Opens the database anew for what comes next: the one that was open is gone. */
  readonly reconnect: () => void;
  readonly state: () => SaverState;
}

/** Who waits for an answer, and for the texts of which fact checks; a text that is of none counts by its key. */
interface Waiter {
  readonly owners: readonly string[];
  readonly resolve: (result: SaveResult) => void;
}

export interface SaverState {
  /** How many values are not on disk yet. */
  readonly unsaved: number;
  /** Why the last try failed; null when it did not. */
  readonly problem: string | null;
  /** Why something of a fact check was refused for good, by the fact check. */
  readonly refusals: ReadonlyMap<string, string>;
}

/** A database that has not answered for so long (milliseconds) is not going to; a large import may take its time. */
const PATIENCE = 5000;
const PATIENCE_PER_TEXT = 5;
const LONGEST_PAUSE = 30_000;

/**
 * Takes texts to the database, as many at a time as have come together. What fails is tried again at once on a database
 * that is opened anew, then after longer and longer pauses and with each new text, until it works: nothing that was
 * handed over is forgotten, and merging a text twice does no harm.
 */
export function createSaver(parts: SaverParts): Saver {
  const { connect, isInUse, after, instant, heard, refusedBy, changed } = parts;
  let shelf: DurableShelf | null = null;
  let queue = new Map<string, string>();
  let inFlight: Texts = new Map();
  let waiting: Waiter[] = [];
  const refusals = new Map<string, string>();
  let problem: string | null = null;
  let failures = 0;
  let isRunning = false;
  let pause: Pause | null = null;

  /** Resolves with the owners of what was refused. */
  const attempt = async (texts: Texts): Promise<ReadonlySet<string>> => {
    try {
      shelf ??= await within(PATIENCE, connect(), after, (late) => late.close());
      const { overruled, refused: keys } = await within(
        PATIENCE + PATIENCE_PER_TEXT * texts.size,
        shelf.merge(texts, instant()),
        after,
      );
      if (overruled.size > 0) heard(overruled);
      if (keys.length > 0) refusedBy(keys);
      return new Set(keys.map(ownerOf));
    } catch (error) {
      shelf?.close();
      shelf = null;
      throw error;
    }
  };

  const waitLonger = (): Promise<void> =>
    new Promise((resolve) => {
      pause = startPause(Math.min(LONGEST_PAUSE, SOON * 2 ** failures), resolve, after);
    });

  const turn = async (): Promise<void> => {
    isRunning = true;
    const served = waiting;
    inFlight = queue;
    waiting = [];
    queue = new Map<string, string>();
    try {
      const refusedNow = inFlight.size > 0 ? await attempt(inFlight) : new Set<string>();
      failures = 0;
      problem = null;
      for (const owner of refusedNow) refusals.set(owner, say(NEWER));
      for (const { owners, resolve } of served)
        resolve(owners.some((id) => refusedNow.has(id)) ? { ok: false, problem: say(NEWER) } : { ok: true });
    } catch (error) {
      failures += 1;
      const why = sayNotSaved(error);
      problem = why;
      queue = new Map(isInUse() ? [...inFlight, ...queue] : []);
      inFlight = new Map<string, string>();
      const everybody = [...served, ...waiting];
      const isTriedAgain = isInUse() && failures === 1;
      // Where the browser refuses the database for good, who came meanwhile waits in vain too.
      const failed = isTriedAgain ? [] : isInUse() ? served : everybody;
      waiting = everybody.filter((waiter) => !failed.includes(waiter));
      for (const { resolve } of failed) resolve({ ok: false, problem: why, isHeld: true });
      changed();
      if (waiting.length === 0 && queue.size > 0) await waitLonger();
    }
    inFlight = new Map();
    isRunning = false;
    changed();
    goOn();
  };

  const goOn = (): void => {
    if (!isRunning && queue.size + waiting.length > 0) void turn();
  };

  return {
    save: (texts) =>
      new Promise((resolve) => {
        for (const [key, text] of texts) queue.set(key, text);
        waiting.push({ owners: ownersOf(texts.keys()), resolve });
        changed();
        pause?.end();
        goOn();
      }),
    trySoon: () => pause?.shorten(),
    reconnect: () => {
      shelf?.close();
      shelf = null;
    },
    state: () => ({ unsaved: countEither(queue, inFlight), problem, refusals }),
  };
}

/** How many keys are in one of the two or in both. */
function countEither(some: Texts, others: Texts): number {
  if (some.size === 0 || others.size === 0) return some.size + others.size;
  let count = some.size;
  for (const key of others.keys()) if (!some.has(key)) count += 1;
  return count;
}

/** Each once. Keys of one fact check come one after the other. */
function ownersOf(keys: Iterable<string>): readonly string[] {
  const owners = new Set<string>();
  let prefix: string | null = null;
  for (const key of keys) {
    if (prefix !== null && key.startsWith(prefix)) continue;
    const id = factCheckOf(key);
    prefix = id === null ? null : prefixOf(id);
    owners.add(id ?? key);
  }
  return [...owners];
}

function ownerOf(key: string): string {
  return factCheckOf(key) ?? key;
}
