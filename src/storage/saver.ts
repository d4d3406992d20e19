import type { DurableShelf } from './durable-shelf.ts';
import type { Texts } from './local-shelf.ts';
import { within } from './patience.ts';
import { NEWER, sayNotSaved } from './sentences.ts';
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
  /** Resolves when these texts, and all handed over before, are on disk, or with why they are not yet. */
  readonly save: (texts: Texts) => Promise<SaveResult>;
  readonly state: () => SaverState;
}

export interface SaverState {
  /** How many values are not on disk yet. */
  readonly unsaved: number;
  /** Why the last try failed; null when it did not. */
  readonly problem: string | null;
}

/** A database that has not answered for so long (milliseconds) is not going to; a large import may take its time. */
const PATIENCE = 5000;
const PATIENCE_PER_TEXT = 5;
const FIRST_PAUSE = 500;
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
  let waiting: ((result: SaveResult) => void)[] = [];
  let problem: string | null = null;
  let failures = 0;
  let isRunning = false;
  let wake: () => void = () => {};

  const attempt = async (texts: Texts): Promise<SaveResult> => {
    try {
      shelf ??= await within(PATIENCE, connect(), after);
      const { overruled, refused } = await within(
        PATIENCE + PATIENCE_PER_TEXT * texts.size,
        shelf.merge(texts, instant()),
        after,
      );
      if (overruled.size > 0) heard(overruled);
      if (refused.length === 0) return { ok: true };
      refusedBy(refused);
      return { ok: false, problem: NEWER };
    } catch (error) {
      shelf?.close();
      shelf = null;
      throw error;
    }
  };

  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      const cancel = after(Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** failures), resolve);
      wake = () => {
        cancel();
        resolve();
      };
    });

  const answer = (waiters: typeof waiting, result: SaveResult): void => {
    for (const resolve of waiters) resolve(result);
  };

  const turn = async (): Promise<void> => {
    isRunning = true;
    const served = waiting;
    inFlight = queue;
    waiting = [];
    queue = new Map<string, string>();
    try {
      const result: SaveResult = inFlight.size > 0 ? await attempt(inFlight) : { ok: true };
      failures = 0;
      problem = result.ok ? null : result.problem;
      answer(served, result);
    } catch (error) {
      failures += 1;
      problem = sayNotSaved(error);
      queue = new Map(isInUse() ? [...inFlight, ...queue] : []);
      inFlight = new Map<string, string>();
      if (isInUse() && failures === 1) waiting = [...served, ...waiting];
      else answer(served, { ok: false, problem, isHeld: true });
      changed();
      if (waiting.length === 0 && queue.size > 0) await pause();
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
        waiting.push(resolve);
        changed();
        wake();
        goOn();
      }),
    state: () => ({ unsaved: new Set([...queue.keys(), ...inFlight.keys()]).size, problem }),
  };
}
