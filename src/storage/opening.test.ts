import { expect, test } from 'vitest';
import { createLocalShelf } from './local-shelf.ts';
import { createMemory } from './memory.ts';
import { createOpening } from './opening.ts';
import { openStore } from './open-store.ts';
import type { After } from './saver.ts';
import { createFakeBrowser } from './testing/fake-browser.ts';
import { createFakeClock } from './testing/fake-clock.ts';
import { neverAnswer } from './testing/fake-database.ts';
import { startSample } from './testing/sample.ts';

const never: After = () => () => undefined;
const atOnce: After = (_, act) => {
  queueMicrotask(act);
  return () => undefined;
};

test.each([
  ['is there, opens with it', true, never],
  ['is gone too, opens with the default one when that has been waited for', false, atOnce],
])(
  'a fact check that lacks its scale, which in the database %s, though the code of the others never comes',
  async (_, isInDatabase, after) => {
    const { disk, openTab } = createFakeBrowser();
    const tab = openTab();
    const clock = createFakeClock('tab');
    const sample = startSample(clock);
    await openStore({ ...tab, clock }).create(sample);
    const scale = new Map([...disk].filter(([key]) => key.includes('/rating-scale/')));
    for (const key of scale.keys()) disk.delete(key);

    const memory = createMemory({
      shelf: createLocalShelf(tab.localStorage, 4_000_000),
      clock,
      keepDamage: () => true,
      becameNewer: () => undefined,
      wasRead: () => undefined,
    });
    const gather = (id: string): Promise<boolean> => {
      if (isInDatabase) memory.take(id, scale);
      return Promise.resolve(true);
    };
    const parts = { memory, durable: { gather }, clock, after, hurry: () => undefined, patience: 5000 };
    const opened = await createOpening({ ...parts, loadScales: neverAnswer })(sample.id);
    expect(opened.ok && opened.notices).toHaveLength(isInDatabase ? 0 : 1);
  },
);
