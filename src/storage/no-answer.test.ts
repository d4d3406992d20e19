import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openStore } from './open-store.ts';
import type { Store } from './store.ts';
import { createFakeBrowser } from './testing/fake-browser.ts';
import { createFakeClock } from './testing/fake-clock.ts';
import { createFakeDatabase, neverAnswer, openFakePlace } from './testing/fake-database.ts';
import { startSample } from './testing/sample.ts';

const A_WEEK = 7 * 24 * 60 * 60 * 1000;

interface Session {
  readonly store: Store;
  /** Goes on until `isSo`, while all that waits for its time happens. */
  readonly until: (isSo: (store: Store) => boolean) => Promise<void>;
}

/** Starts on one machine after the other has ended; `silent` is the operation that is never answered. */
function createMachine(): { readonly start: (silent: () => string | null, startAt?: number) => Session } {
  const browser = createFakeBrowser();
  const database = createFakeDatabase();
  let started = 0;
  return {
    start: (silent, startAt) => {
      const timers = new Set<() => void>();
      const place = openFakePlace(database, {
        isAlive: () => true,
        isAlone: () => true,
        turn: (label) => (label === silent() ? neverAnswer() : Promise.resolve()),
      });
      const store = openStore({
        ...browser.openTab(),
        clock: createFakeClock(`session${(started += 1)}`, startAt),
        durable: place,
        after: (_, act) => {
          timers.add(act);
          return () => timers.delete(act);
        },
      });
      const until: Session['until'] = async (isSo) => {
        while (!isSo(store)) {
          await setImmediate();
          for (const act of Array.from(timers)) {
            timers.delete(act);
            act();
          }
        }
      };
      return { store, until };
    },
  };
}

test.each(['open', 'open earlier', 'list', 'read', 'merge', 'merged', 'drop', 'complete'])(
  'a start whose database never answers to “%s” does not check for ever: that is said, and it is tried until it works',
  async (label) => {
    const machine = createMachine();
    const before = machine.start(() => null);
    const { id } = startSample(createFakeClock('sample'));
    await before.store.create(startSample(createFakeClock('sample')));
    await before.until(({ state }) => state().isReconciled);
    await before.store.remove(id);

    for (const weeks of [1, 2]) {
      const seen = machine.start(() => null, Date.UTC(2026, 0, 31) + weeks * A_WEEK);
      await seen.until(({ state }) => state().isReconciled);
    }

    let silent: string | null = label;
    // What has been seen to be removed for so long is let go of at this start.
    const now = machine.start(() => silent, Date.UTC(2026, 0, 31) + 3 * A_WEEK);
    await now.until(({ state }) => state().problem !== null);
    expect(now.store.state()).toMatchObject({ isReconciled: false });
    expect(now.store.state().problem).toContain('does not answer');
    silent = null;
    await now.until(({ state }) => state().isReconciled);
    expect(now.store.state().problem).toBe(null);
  },
);
