import { expect, test } from 'vitest';
import { openStore } from '../storage/open-store.ts';
import { createFakeBrowser } from '../storage/testing/fake-browser.ts';
import { createFakeClock } from '../storage/testing/fake-clock.ts';
import { createFakeDatabase, openFakePlace } from '../storage/testing/fake-database.ts';
import { startSample } from '../storage/testing/sample.ts';
import type { Store } from '../storage/store.ts';
import { createNoticeStore } from '../stores/notice-store.ts';
import { tellFindings } from './tell-findings.ts';

/** A browser with both copies, that can be started again and again. */
function openBrowser() {
  const [browser, database] = [createFakeBrowser(), createFakeDatabase()];
  const tenant = { isAlive: () => true, isAlone: () => true, turn: () => Promise.resolve() };
  return {
    browser,
    start: (name: string): { readonly store: Store; readonly told: () => readonly string[] } => {
      const clock = createFakeClock(name);
      const durable = openFakePlace(database, tenant);
      const store = openStore({ ...browser.openTab(), clock, durable, after: () => () => undefined });
      const notices = createNoticeStore();
      tellFindings(store, notices);
      const lasting = () => notices.getState().notices.filter(({ isLasting }) => isLasting);
      return { store, told: () => lasting().map(({ text }) => text) };
    },
  };
}

function whenReconciled(store: Store): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (store.state().isReconciled) resolve();
    };
    store.watchState(look);
    look();
  });
}

test.each([
  ['lost', () => null, /^“The bridge at Ålesund”: One record .* restored from the second copy\.$/],
  [
    'damaged',
    () => 'half a val',
    /^“The bridge at Ålesund”: One record could not be read\..* One record .* restored/,
  ],
])(
  'a start that finds a record %s tells whoever opens nothing, and no later start does',
  async (_, damage, said) => {
    const { browser, start } = openBrowser();
    const first = start('first');
    const factCheck = startSample(createFakeClock('made'));
    await first.store.create(factCheck);
    await whenReconciled(first.store);
    expect(first.told()).toEqual([]);

    const key = [...browser.disk.keys()].find((each) => each.includes('/rating-scale/')) ?? '';
    const damaged = damage();
    if (damaged === null) browser.disk.delete(key);
    else browser.disk.set(key, damaged);
    const second = start('second');
    await whenReconciled(second.store);
    expect(second.told()).toEqual([expect.stringMatching(said)]);
    await second.store.open(factCheck.id);
    expect(second.told()).toHaveLength(1);

    const third = start('third');
    await whenReconciled(third.store);
    expect(third.told()).toEqual([]);
  },
);
