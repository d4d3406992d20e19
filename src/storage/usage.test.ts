import { expect, test } from 'vitest';
import { annotate, editAnnotation } from '../domain/annotate.ts';
import { applyChange } from '../domain/change.ts';
import type { Clock } from '../domain/clock.ts';
import { renameFactCheck } from '../domain/fact-check-edits.ts';
import type { DurablePlace } from './durable-shelf.ts';
import { openStore, type StoreParts } from './open-store.ts';
import type { StorageManagerLike } from './room.ts';
import type { Store } from './store.ts';
import { createFakeBrowser, type FakeBrowser } from './testing/fake-browser.ts';
import { createFakeClock } from './testing/fake-clock.ts';
import { createFakeDatabase, neverAnswer, openFakePlace } from './testing/fake-database.ts';
import { startSample } from './testing/sample.ts';

const POINT = { quote: { exact: 'bridge', prefix: 'The ', suffix: ' is' }, position: { start: 4, end: 10 } };

/** A browser that answers as told and counts how often it is asked. */
function createManager(answer: boolean): StorageManagerLike & { readonly asked: () => number } {
  let asked = 0;
  return {
    estimate: () => Promise.resolve({ usage: 168_000, quota: 1_000_000 }),
    persist: () => {
      asked += 1;
      return Promise.resolve(answer);
    },
    persisted: () => Promise.resolve(answer && asked > 0),
    asked: () => asked,
  };
}

let started = 0;

function start(
  browser: FakeBrowser,
  parts: Partial<StoreParts> = {},
): { readonly store: Store; readonly clock: Clock } {
  const clock = createFakeClock(`tab${(started += 1)}`);
  return { clock, store: openStore({ ...browser.openTab(), clock, ...parts }) };
}

function createPlace(): DurablePlace {
  return openFakePlace(createFakeDatabase(), {
    isAlive: () => true,
    isAlone: () => true,
    turn: () => Promise.resolve(),
  });
}

test('how much is kept where is told, with what the browser says of its room', async () => {
  const browser = createFakeBrowser();
  browser.disk.set('theme', 'dark');
  const { store, clock } = start(browser, { durable: createPlace(), manager: createManager(false) });
  expect(await store.usage()).toMatchObject({ mirrored: 0 });
  await store.create(startSample(clock));
  const ours = [...browser.disk].filter(([key]) => key.startsWith('linecheck/'));
  expect(await store.usage()).toEqual({
    mirrored: ours.reduce((sum, [key, text]) => sum + key.length + text.length, 0),
    ofOthers: 'theme'.length + 'dark'.length,
    mostMirrored: 4_000_000,
    database: 168_000,
    quota: 1_000_000,
    isPersisted: false,
    places: { quick: 'used', database: 'used' },
  });
});

test.each<[what: string, parts: Partial<StoreParts>, limit: number, usage: object]>([
  ['a full localStorage', {}, 500, { places: { quick: 'full', database: 'used' } }],
  [
    'a blocked localStorage',
    { localStorage: null },
    9999,
    { places: { quick: 'blocked', database: 'used' } },
  ],
  ['a blocked database', { durable: null }, 9999, { places: { quick: 'used', database: 'blocked' } }],
  [
    'a browser that tells nothing',
    { manager: null },
    9999,
    { database: null, quota: null, isPersisted: null },
  ],
  [
    'a browser that fails to tell',
    {
      manager: {
        estimate: () => Promise.reject(new TypeError('no')),
        persist: () => Promise.reject(new TypeError('no')),
        persisted: () => Promise.reject(new TypeError('no')),
      },
    },
    9999,
    { database: null, quota: null, isPersisted: null },
  ],
])('%s is told as such', async (_, parts, limit, usage) => {
  const browser = createFakeBrowser({ limit });
  const { store, clock } = start(browser, {
    durable: createPlace(),
    manager: createManager(false),
    ...parts,
  });
  await store.create(startSample(clock));
  expect(await store.usage()).toMatchObject(usage);
});

test.each([true, false])(
  'the promise to keep it (%s) is asked for once, at the first annotation',
  async (answer) => {
    const browser = createFakeBrowser();
    const manager = createManager(answer);
    const { store, clock } = start(browser, { manager });
    const hand = { clock, by: null };
    const factCheck = startSample(clock);
    await store.create(factCheck);
    await store.save(factCheck.id, renameFactCheck(factCheck, 'No annotation', hand));
    // What asks is loaded on demand, as is what answers here.
    await store.usage();
    expect(manager.asked()).toBe(0);

    const change = annotate(factCheck, { targets: [POINT], id: 'a1' }, hand);
    expect(await store.save(factCheck.id, change)).toMatchObject({ ok: true });
    await store.usage();
    expect(manager.asked()).toBe(1);
    expect(await store.usage()).toMatchObject({ isPersisted: answer });
    const annotated = applyChange(factCheck, change);
    await store.save(factCheck.id, annotate(annotated, { targets: [POINT], id: 'a2' }, hand));
    await store.save(factCheck.id, editAnnotation(annotated, 'a1', { tags: ['x'] }, hand));

    const later = start(browser, { manager });
    const laterHand = { clock: later.clock, by: null };
    await later.store.save(factCheck.id, annotate(annotated, { targets: [POINT], id: 'a3' }, laterHand));
    await later.store.usage();
    expect(manager.asked()).toBe(1);
  },
);

test('a promise is extended to the database of each session, and holds only when that is protected too', async () => {
  const browser = createFakeBrowser();
  const manager = createManager(true);
  await manager.persist();
  await new Promise<void>((isProtected) => {
    const protect = (): Promise<boolean> => {
      isProtected();
      return Promise.resolve(true);
    };
    start(browser, { manager, durable: { ...createPlace(), protect } });
  });

  const refusing = { ...createPlace(), protect: () => Promise.resolve(false) };
  expect(await start(browser, { manager, durable: refusing }).store.usage()).toMatchObject({
    isPersisted: false,
  });
});

test('a browser that is asked in vain is no error', async () => {
  const manager: StorageManagerLike = {
    ...createManager(false),
    persist: () => Promise.reject(new DOMException('No.', 'NotAllowedError')),
  };
  const { store, clock } = start(createFakeBrowser(), { manager, durable: createPlace() });
  const factCheck = startSample(clock);
  await store.create(factCheck);
  const change = annotate(factCheck, { targets: [POINT], id: 'a1' }, { clock, by: null });
  expect(await store.save(factCheck.id, change)).toEqual({ ok: true });
});

test('a browser that never tells how much there is keeps nobody from seeing the rest', async () => {
  const manager: StorageManagerLike = {
    ...createManager(true),
    estimate: neverAnswer,
    persisted: () => Promise.resolve(true),
  };
  const durable = { ...createPlace(), protect: neverAnswer };
  const after: StoreParts['after'] = (_, act) => {
    const timer = setTimeout(act);
    return () => clearTimeout(timer);
  };
  const { store } = start(createFakeBrowser(), { manager, durable, after });
  expect(await store.usage()).toMatchObject({ database: null, isPersisted: null, places: { quick: 'used' } });
});
