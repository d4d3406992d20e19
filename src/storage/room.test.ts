import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { applyChange } from '../domain/change.ts';
import { renameFactCheck } from '../domain/fact-check-edits.ts';
import type { DurablePlace } from './durable-shelf.ts';
import { openStore, type StoreParts } from './open-store.ts';
import { DISK_NEARLY_FULL, QUICK_NEARLY_FULL } from './room.ts';
import { MIRROR_FULL } from './sentences.ts';
import type { Store } from './store.ts';
import { createFakeBrowser } from './testing/fake-browser.ts';
import { createFakeClock } from './testing/fake-clock.ts';
import { createFakeDatabase, openFakePlace } from './testing/fake-database.ts';
import { startSample } from './testing/sample.ts';

function place(): DurablePlace {
  return openFakePlace(createFakeDatabase(), {
    isAlive: () => true,
    isAlone: () => true,
    turn: () => Promise.resolve(),
  });
}

/** Resolves when the code that watches the room has come, which it does after the copies were compared. */
async function roomWatched(store: Store): Promise<void> {
  while (!store.state().isReconciled) await setImmediate();
  await import('./room.ts');
  await setImmediate();
}

test('localStorage that is nearly full is said ahead', async () => {
  const browser = createFakeBrowser();
  browser.disk.set('of another page', 'x'.repeat(3_200_000));
  const clock = createFakeClock('one');
  const store = openStore({ ...browser.openTab(), clock, durable: place() });
  expect(await store.create(startSample(clock))).toEqual({ ok: true });
  await expect.poll(() => store.state()).toMatchObject({ warning: QUICK_NEARLY_FULL, caveat: null });
});

test('a tab that only looks on while another one fills localStorage is told that it is nearly full, and when it is no longer', async () => {
  const browser = createFakeBrowser();
  browser.disk.set('of another page', 'x'.repeat(3_190_000));
  const tab = browser.openTab();
  const store = openStore({ ...tab, clock: createFakeClock('one'), durable: place() });
  await roomWatched(store);
  const told: unknown[] = [];
  store.watchState(() => told.push(store.state().warning));
  const other = browser.openTab();
  const words = (key: string, length: number): void => other.localStorage.setItem(key, 'x'.repeat(length));
  words('a', 8000);
  words('b', 8000);
  words('b', 0);
  while (tab.deliver());
  expect(told).toEqual([QUICK_NEARLY_FULL, null]);
});

test('a share of the disk that is nearly used up is said ahead', async () => {
  const clock = createFakeClock('one');
  const manager = {
    estimate: () => Promise.resolve({ usage: 81, quota: 100 }),
    persist: () => Promise.resolve(false),
    persisted: () => Promise.resolve(false),
  };
  const store = openStore({ ...createFakeBrowser().openTab(), clock, durable: place(), manager });
  expect(store.state().warning).toBe(null);
  await store.create(startSample(clock));
  await expect.poll(() => store.state().warning).toBe(DISK_NEARLY_FULL);
});

test('what fills up in a long session is said within a few edits, and no longer once there is room again', async () => {
  const clock = createFakeClock('one');
  let usage = 10;
  const manager = {
    estimate: () => Promise.resolve({ usage, quota: 100 }),
    persist: () => Promise.resolve(false),
    persisted: () => Promise.resolve(false),
  };
  const store = openStore({ ...createFakeBrowser().openTab(), clock, durable: place(), manager });
  let factCheck = startSample(clock);
  await store.create(factCheck);
  const edit = async (times: number): Promise<void> => {
    for (let i = 0; i < times; i += 1) {
      const change = renameFactCheck(factCheck, `Title ${i}`, { clock, by: null });
      factCheck = applyChange(factCheck, change);
      await store.save(factCheck.id, change);
    }
    await setImmediate();
  };
  await roomWatched(store);
  await edit(25);
  expect(store.state().warning).toBe(null);
  usage = 81;
  await edit(10);
  expect(store.state().warning).toBe(DISK_NEARLY_FULL);
  usage = 10;
  await edit(10);
  expect(store.state().warning).toBe(null);
});

test.each([
  ['is told', true],
  ['is not told', false],
])(
  'when another page makes room and that %s, what is kept is in localStorage again without an edit',
  async (_, isTold) => {
    const browser = createFakeBrowser();
    browser.disk.set('of another page', 'x'.repeat(4_000_000));
    const clock = createFakeClock('one');
    const timers = new Set<() => void>();
    const tab = browser.openTab();
    const after: StoreParts['after'] = (_milliseconds, act) => {
      timers.add(act);
      return () => timers.delete(act);
    };
    const store = openStore({ ...tab, clock, durable: place(), after });
    const factCheck = startSample(clock);
    expect(await store.create(factCheck)).toEqual({ ok: true, note: MIRROR_FULL });
    await roomWatched(store);
    const other = browser.openTab();
    if (isTold) {
      other.localStorage.removeItem('of another page');
      while (tab.deliver());
    } else {
      browser.disk.delete('of another page');
      for (const act of Array.from(timers)) act();
    }
    expect(store.state().caveat).toBe(null);
    expect(browser.disk.has(`linecheck/${factCheck.id}/fact-check/${factCheck.id}`)).toBe(true);
  },
);
