import { setImmediate } from 'node:timers/promises';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annotate } from '../domain/annotate.ts';
import { applyChange } from '../domain/change.ts';
import type { Clock } from '../domain/clock.ts';
import { renameFactCheck } from '../domain/fact-check-edits.ts';
import { headOf, recordsOf, type FactCheck } from '../domain/fact-check.ts';
import { say } from '../messages/say.ts';
import type { DurablePlace, DurableShelf } from './durable-shelf.ts';
import type { Buckets } from './generations.ts';
import { createIdbPlace } from './idb-place.ts';
import { createIdbShelf } from './idb-shelf.ts';
import { openStore } from './open-store.ts';
import type { After } from './saver.ts';
import { NEWER, NOT_WRITTEN } from './sentences.ts';
import { EARLIER_UNREAD } from './say-missing.ts';
import type { OutsideChange, Store } from './store.ts';
import { createFakeBrowser } from './testing/fake-browser.ts';
import {
  closeByBrowser,
  createFakeDisk,
  fillDiskAfter,
  upgradeDatabase,
  type FakeDisk,
} from './testing/fake-buckets.ts';
import { neverAnswer } from './testing/fake-database.ts';
import { createFakeLocks } from './testing/fake-locks.ts';
import { createFakeClock } from './testing/fake-clock.ts';
import { startSample } from './testing/sample.ts';

const POINT = { quote: { exact: 'bridge', prefix: 'The ', suffix: ' is' }, position: { start: 4, end: 10 } };
const AT = '2026-01-31T00:00:00Z';
const KEY = 'linecheck/f1/notes';

/** A start that brings nothing together but marks its generation as whole. */
async function startWhole(place: DurablePlace, texts: ReadonlyMap<string, string>): Promise<DurableShelf> {
  const own = await place.open();
  for (const shelf of (await place.openEarlier()).shelves) {
    await own.merge(await shelf.readAll('linecheck/f'), AT);
    shelf.close();
  }
  await own.merge(texts, AT);
  await place.complete(own);
  return own;
}

test('the only tab begins a generation, one that joins it goes to the same, and one spare is kept', async () => {
  const disk = createFakeDisk();
  for (let start = 1; start <= 4; start += 1) {
    const [first, second] = [disk.openTab(), disk.openTab()];
    await startWhole(first.place, new Map([[`${KEY}${start}`, 'words']]));
    const joined = await second.place.open();
    expect((await joined.readAll(KEY)).size).toBe(start);
    expect(await Promise.all([first.place.isAlone(), second.place.isAlone()])).toEqual([false, false]);
    first.close();
    second.close();
  }
  expect([...disk.factories.keys()]).toEqual(['linecheck-3', 'linecheck-4']);
});

test('where two tabs are always opened together, the generations do not grow', async () => {
  const disk = createFakeDisk();
  for (let start = 1; start <= 5; start += 1) {
    const [first, second] = [disk.openTab(), disk.openTab()];
    await first.place.open();
    await second.place.open();
    await startWhole(first.place, new Map([[`${KEY}${start}`, 'words']]));
    const joined = await startWhole(second.place, new Map());
    expect((await joined.readAll(KEY)).size).toBe(start);
    first.close();
    second.close();
  }
  expect([...disk.factories.keys()]).toEqual(['linecheck-4', 'linecheck-5']);
});

test('a browser that can’t list its databases keeps what it is told all the same', async () => {
  const disk = createFakeDisk();
  Object.assign(disk.outside, { databases: undefined });
  for (const hasBuckets of [false, true]) {
    const tab = disk.openTab({ hasBuckets });
    const own = await startWhole(tab.place, new Map([[KEY, 'words']]));
    expect(await own.readAll(KEY)).toEqual(new Map([[KEY, 'words']]));
    tab.close();
  }
});

test('without buckets one database serves all sessions', async () => {
  const disk = createFakeDisk();
  const first = disk.openTab({ hasBuckets: false });
  await startWhole(first.place, new Map([[KEY, 'words']]));
  first.close();
  const later = disk.openTab({ hasBuckets: false });
  expect(await (await later.place.open()).readAll(KEY)).toEqual(new Map([[KEY, 'words']]));
  expect((await later.place.openEarlier()).shelves).toEqual([]);
  expect(disk.factories.size).toBe(0);
});

test('a generation that was never whole is no spare: the last whole one stays until there is another', async () => {
  const disk = createFakeDisk();
  const whole = disk.openTab();
  await startWhole(whole.place, new Map([[KEY, 'words']]));
  whole.close();
  for (let start = 0; start < 3; start += 1) {
    const cutShort = disk.openTab();
    await (await cutShort.place.open()).merge(new Map([[`${KEY}${start}`, 'a part']]), AT);
    cutShort.close();
  }
  const next = disk.openTab();
  const own = await startWhole(next.place, new Map());
  expect(disk.factories.has('linecheck-1')).toBe(true);
  expect((await own.readAll(KEY)).size).toBe(4);
  next.close();
  await startWhole(disk.openTab().place, new Map());
  expect([...disk.factories.keys()]).toEqual(['linecheck-5', 'linecheck-6']);
});

test('a generation that was deleted while it was filled is not marked as whole in its absence', async () => {
  const disk = createFakeDisk();
  const { place } = disk.openTab();
  const own = await place.open();
  await own.merge(new Map([[KEY, 'words']]), AT);
  await disk.buckets.delete('linecheck-1');
  own.close();
  await expect(place.complete(own)).rejects.toMatchObject({ name: 'InvalidStateError' });
  expect((await (await place.open()).readAll('linecheck/~complete')).size).toBe(0);
});

test('sessions whose database the browser closes write nothing more there and go on together in a new one, when the disk has room', async () => {
  const disk = createFakeDisk();
  const [one, other] = [disk.openTab(), disk.openTab()];
  await startWhole(one.place, new Map([[KEY, 'words']]));
  await other.place.open();
  const makeRoom = fillDiskAfter(0);
  try {
    closeByBrowser(disk.factories.get('linecheck-1'));
    for (const { place } of [one, other]) await expect(place.open()).rejects.toThrow('The disk is full.');
  } finally {
    makeRoom();
  }

  const own = await one.place.open();
  await own.merge(new Map([[KEY, 'later']]), AT);
  expect(await (await other.place.open()).readAll(KEY)).toEqual(new Map([[KEY, 'later']]));
  await one.place.complete(own);
  // Where a trial failed, something may be torn too.
  expect([...disk.factories.keys()].map((name) => name.replace('linecheck-', ''))).toEqual([
    '1',
    '2',
    '3',
    '4',
  ]);
});

test('a tab that starts while another has nowhere to save goes where none has left what a full disk may have torn', async () => {
  const disk = createFakeDisk();
  const [one, later] = [disk.openTab(), disk.openTab()];
  await startWhole(one.place, new Map([[KEY, 'words']]));
  const makeRoom = fillDiskAfter(0);
  try {
    closeByBrowser(disk.factories.get('linecheck-1'));
    await expect(one.place.open()).rejects.toThrow('The disk is full.');
  } finally {
    makeRoom();
  }
  const torn = [...disk.factories.keys()];

  const own = await later.place.open();
  await own.merge(new Map([[KEY, 'later']]), AT);
  expect(await (await one.place.open()).readAll(KEY)).toEqual(new Map([[KEY, 'later']]));
  for (const name of torn) await disk.buckets.delete(name);
  expect(await own.readAll(KEY)).toEqual(new Map([[KEY, 'later']]));
  expect(disk.factories.size).toBe(1);
});

test('a generation that all tabs have left is joined by none, although the one that left it last is closed', async () => {
  const disk = createFakeDisk();
  const [one, other, later] = [disk.openTab(), disk.openTab(), disk.openTab()];
  await startWhole(one.place, new Map([[KEY, 'words']]));
  await other.place.open();
  const makeRoom = fillDiskAfter(0);
  closeByBrowser(disk.factories.get('linecheck-1'));
  await expect(one.place.open()).rejects.toThrow('The disk is full.');
  makeRoom();
  one.close();
  await (await later.place.open()).merge(new Map([[KEY, 'later']]), AT);
  expect(await (await other.place.open()).readAll(KEY)).toEqual(new Map([[KEY, 'later']]));
  expect([...disk.factories.keys()]).toEqual(['linecheck-1', 'linecheck-2', 'linecheck-3']);
});

test('a database that could not be opened is not written to when it can: the disk may have torn it while it began', async () => {
  const disk = createFakeDisk();
  const failing = new Set(['linecheck-1', 'linecheck-2']);
  const buckets: Buckets = {
    ...disk.buckets,
    open: async (name) => {
      const bucket = await disk.buckets.open(name);
      if (!failing.has(name)) return bucket;
      const open = (): never => {
        throw new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError');
      };
      return { ...bucket, indexedDB: Object.assign(Object.create(bucket.indexedDB) as IDBFactory, { open }) };
    },
  };
  const { locks } = createFakeLocks().openTab();
  const place = createIdbPlace({ indexedDB: disk.outside, buckets, locks });
  for (const _ of failing) await expect(place.open()).rejects.toThrow('backing store');
  failing.clear();
  await (await place.open()).merge(new Map([[KEY, 'words']]), AT);
  const third = await createIdbPlace({ ...disk, indexedDB: disk.outside, locks: null }).open();
  expect(await third.readAll(KEY)).toEqual(new Map([[KEY, 'words']]));
  expect([...disk.factories.keys()]).toEqual(['linecheck-1', 'linecheck-2', 'linecheck-3']);
});

test('that an older database was closed, which is told late, leads no session back into one that it has left', async () => {
  const disk = createFakeDisk();
  const { place } = disk.openTab();
  await startWhole(place, new Map([[KEY, 'words']]));
  await place.open();
  closeByBrowser(disk.factories.get('linecheck-1'), 1);
  await place.open();
  closeByBrowser(disk.factories.get('linecheck-2'));
  closeByBrowser(disk.factories.get('linecheck-1'));
  await (await place.open()).merge(new Map([[KEY, 'later']]), AT);
  expect([...disk.factories.keys()]).toEqual(['linecheck-1', 'linecheck-2', 'linecheck-3']);
});

test('a session that goes on elsewhere does not wait for a tab that stands still while it starts', async () => {
  const disk = createFakeDisk();
  const locks = createFakeLocks();
  const timers: (() => void)[] = [];
  const place = createIdbPlace({
    indexedDB: disk.outside,
    buckets: disk.buckets,
    locks: locks.openTab().locks,
    after: (_, act) => {
      timers.push(act);
      return () => undefined;
    },
  });
  await place.open();
  timers.splice(0);
  void locks.openTab().locks.request('linecheck-start', neverAnswer);
  closeByBrowser(disk.factories.get('linecheck-1'));
  const opening = place.open();
  while (timers.length === 0) await setImmediate();
  for (const act of timers.splice(0)) act();
  await (await opening).merge(new Map([[KEY, 'words']]), AT);
  expect([...disk.factories.keys()]).toEqual(['linecheck-1', 'linecheck-2']);
});

test('what was saved before the browser closed the database, and after, is there although that one is lost', async () => {
  const disk = createFakeDisk();
  const clock = createFakeClock('one');
  const { factCheck, store } = await keepSample(disk, clock);
  closeByBrowser(disk.factories.get('linecheck-1'));
  const change = renameFactCheck(factCheck, 'Later', { clock, by: null });
  expect(await store.save(factCheck.id, change)).toEqual({ ok: true });
  await settled(store);
  expect(store.state()).toMatchObject({ problem: null, unsaved: 0 });
  store.close();
  await disk.buckets.delete('linecheck-1');

  const next = startStore(disk, clock);
  const opened = await next.open(factCheck.id);
  expect(opened.ok && new Set(recordsOf(opened.factCheck))).toEqual(
    new Set(recordsOf(applyChange(factCheck, change))),
  );
});

test('a database that the browser takes away while it is opened anew is not gone on with', async () => {
  const disk = createFakeDisk();
  const clock = createFakeClock('one');
  const { place, close } = disk.openTab();
  let opened = 0;
  const open = (): Promise<DurableShelf> => {
    opened += 1;
    return place.open();
  };
  const store = openStore({ ...createFakeBrowser().openTab(), clock, durable: { ...place, open } });
  const factCheck = startSample(clock);
  const rename = (title: string) =>
    store.save(factCheck.id, renameFactCheck(factCheck, title, { clock, by: null }));
  await store.create(factCheck);
  await settled(store);

  // The disk is full for one write; the database is opened anew at once, and only then comes the word of its loss.
  const makeRoom = fillDiskAfter(0);
  const before = opened;
  const saving = rename('Later');
  // oxlint-disable-next-line no-unmodified-loop-condition -- saving opens it anew
  while (opened === before) await Promise.resolve();
  makeRoom();
  closeByBrowser(disk.factories.get('linecheck-1'));
  await saving;
  await settled(store);
  expect(await rename('Latest')).toEqual({ ok: true });
  await settled(store);
  expect(store.state()).toMatchObject({ unsaved: 0, problem: null });

  close();
  await disk.buckets.delete('linecheck-1');
  const next = await startStore(disk, createFakeClock('two')).open(factCheck.id);
  expect(next.ok && headOf(next.factCheck).title).toBe('Latest');
});

test.each(['a session', 'a start'])(
  'however long the disk is full, the tries of %s use up no room for a database that the browser gives a site',
  async (who) => {
    const disk = createFakeDisk();
    const first = disk.openTab();
    await startWhole(first.place, new Map([[KEY, 'words']]));
    const buckets: Buckets = {
      ...disk.buckets,
      open: (name) =>
        disk.factories.size < 6 || disk.factories.has(name)
          ? disk.buckets.open(name)
          : Promise.reject(new DOMException('Too many buckets created.', 'QuotaExceededError')),
    };
    if (who === 'a start') first.close();
    else closeByBrowser(disk.factories.get('linecheck-1'));
    const { locks } = createFakeLocks().openTab();
    const place = createIdbPlace({ indexedDB: disk.outside, buckets, locks });
    const tryOnce = async (): Promise<void> => {
      const shelf = await place.open();
      await shelf.merge(new Map([[KEY, 'later']]), AT).catch((error: unknown) => {
        closeByBrowser([...disk.factories.values()].at(-1));
        throw error;
      });
    };
    const makeRoom = fillDiskAfter(0);
    for (let tries = 0; tries < 20; tries += 1) await expect(tryOnce()).rejects.toThrow(/full|many/);
    makeRoom();
    await tryOnce().catch(tryOnce);
    expect(disk.factories.has('linecheck-1')).toBe(true);
    expect([...disk.factories.keys()].length).toBeLessThanOrEqual(6);
    expect(await disk.outside.databases()).toEqual([]);
  },
);

describe('a start on a disk that is too full for a database of its own', () => {
  /** Buckets of this disk, of which no new one can be made until `makeRoom`. */
  function fillForBuckets(disk: FakeDisk): { readonly buckets: Buckets; readonly makeRoom: () => void } {
    let isFull = true;
    const open: Buckets['open'] = (name) =>
      isFull && !disk.factories.has(name)
        ? Promise.reject(new DOMException('Unknown error occured while creating a bucket.', 'UnknownError'))
        : disk.buckets.open(name);
    return {
      buckets: { ...disk.buckets, open },
      makeRoom: () => {
        isFull = false;
      },
    };
  }

  test('shows what is kept, says that nothing is saved, and saves in one when there is room, in no older one', async () => {
    const disk = createFakeDisk();
    const clock = createFakeClock('one');
    const { factCheck, store: before } = await keepSample(disk, clock);
    before.close();

    const { buckets, makeRoom } = fillForBuckets(disk);
    /** What is tried again soon. */
    const soon = new Set<() => void>();
    const after: After = (milliseconds, act) => {
      if (milliseconds <= 500) soon.add(act);
      return () => soon.delete(act);
    };
    const { locks } = createFakeLocks().openTab();
    const durable = createIdbPlace({ indexedDB: disk.outside, buckets, locks });
    const store = openStore({
      ...createFakeBrowser().openTab(),
      clock: createFakeClock('two'),
      durable,
      after,
    });
    expect(await store.open(factCheck.id)).toMatchObject({ ok: true });
    const change = renameFactCheck(factCheck, 'On a full disk', { clock, by: null });
    expect(await store.save(factCheck.id, change)).toMatchObject({ ok: false, isHeld: true });
    expect(store.state().problem).toBe(say(NOT_WRITTEN));

    makeRoom();
    const again = renameFactCheck(factCheck, 'With some room', { clock, by: null });
    expect(await store.save(factCheck.id, again)).toEqual({ ok: true });
    while (!store.state().isReconciled) {
      for (const act of Array.from(soon)) if (soon.delete(act)) act();
      await setImmediate();
    }
    expect(store.state()).toMatchObject({ unsaved: 0, problem: null });
    expect(await disk.outside.databases()).toEqual([]);
    expect([...disk.factories.keys()]).toEqual(['linecheck-1', 'linecheck-2']);
    await disk.buckets.delete('linecheck-1');
    const later = await startStore(disk, createFakeClock('three')).open(factCheck.id);
    expect(later.ok && headOf(later.factCheck).title).toBe('With some room');
  });

  test('says nothing of what only localStorage had, however often it is tried', async () => {
    const disk = createFakeDisk();
    const browser = createFakeBrowser();
    const clock = createFakeClock('one');
    const { buckets } = fillForBuckets(disk);
    const start = (name: string): { store: Store; ring: () => void } => {
      let ring = (): void => undefined;
      const after: After = (_, act) => {
        ring = act;
        return () => undefined;
      };
      const { locks } = createFakeLocks().openTab();
      const durable = createIdbPlace({ indexedDB: disk.outside, buckets, locks, after: () => () => {} });
      const store = openStore({ ...browser.openTab(), clock: createFakeClock(name), durable, after });
      return { store, ring: () => ring() };
    };
    const factCheck = startSample(clock);
    expect(await start('two').store.create(factCheck)).toMatchObject({ ok: false, isHeld: true });

    const { store, ring } = start('three');
    expect(await store.open(factCheck.id)).toMatchObject({ ok: true, notices: [] });
    for (let i = 0; i < 3; i += 1) {
      await settled(store);
      ring();
    }
    expect(store.takeFindings()).toEqual([]);
  });

  test('uses the database outside of all buckets where buckets are refused for good', async () => {
    const disk = createFakeDisk();
    const refuse = (): Promise<never> =>
      Promise.reject(new DOMException('They are not allowed.', 'SecurityError'));
    const { locks } = createFakeLocks().openTab();
    const buckets: Buckets = { keys: refuse, open: refuse, delete: refuse };
    const own = await startWhole(
      createIdbPlace({ indexedDB: disk.outside, buckets, locks }),
      new Map([[KEY, 'words']]),
    );
    expect(await own.readAll(KEY)).toEqual(new Map([[KEY, 'words']]));
  });
});

test('a session that began outside of all buckets leaves what the browser closes there', async () => {
  const disk = createFakeDisk();
  const locks = createFakeLocks();
  const other = locks.openTab();
  void other.locks.request('linecheck-start', neverAnswer);
  const place = createIdbPlace({
    indexedDB: disk.outside,
    buckets: disk.buckets,
    locks: locks.openTab().locks,
    after: ringAtOnce,
  });
  await (await place.open()).merge(new Map([[KEY, 'words']]), AT);
  other.close();
  closeByBrowser(disk.outside);
  await (await place.open()).merge(new Map([[KEY, 'later']]), AT);
  const joined = await createIdbPlace({ ...disk, indexedDB: disk.outside, locks: null }).open();
  expect(await joined.readAll(KEY)).toEqual(new Map([[KEY, 'later']]));
});

/** What a hand puts into the newest database of the disk, under keys of any kind. */
async function putByHand(
  disk: FakeDisk,
  values: readonly (readonly [IDBValidKey, unknown])[],
): Promise<void> {
  const [newest] = [...disk.factories.values()].toReversed();
  const factory = newest ?? disk.outside;
  await new Promise<void>((resolve, reject) => {
    const opening = factory.open('linecheck', 1);
    opening.addEventListener('error', () => reject(new Error('It does not open.')));
    opening.addEventListener('success', () => {
      const tx = opening.result.transaction(['values'], 'readwrite');
      for (const [key, value] of values) tx.objectStore('values').put(value, key);
      tx.addEventListener('complete', () => {
        opening.result.close();
        resolve();
      });
    });
  });
}

test.each([true, false])(
  'what somebody else has put into the database is listed and never deleted (buckets: %s)',
  async (hasBuckets) => {
    const disk = createFakeDisk();
    const browser = createFakeBrowser();
    const start = (name: string): ReturnType<typeof startStore> =>
      startStore(disk, createFakeClock(name), browser, hasBuckets);
    const first = start('first');
    const factCheck = startSample(createFakeClock('maker'));
    const { id } = factCheck;
    await first.create(factCheck);
    await settled(first);
    first.close();

    const strange = [
      'linecheck/odd',
      'linecheck/~odd',
      `linecheck/${id}/nonsense/x`,
      'zebra',
      '7',
      '["a",1]',
    ];
    await putByHand(disk, [
      ['linecheck/odd', 'by hand'],
      ['linecheck/~odd', 'by hand'],
      [`linecheck/${id}/nonsense/x`, 'by hand'],
      ['zebra', { stripes: 3 }],
      [7, 'by hand'],
      [['a', 1], 'by hand'],
    ]);
    const times: (readonly string[])[] = [];
    for (let n = 1; n <= 5; n += 1) {
      const store = start(`later${n}`);
      await settled(store);
      const listed = await store.quarantine();
      expect(listed.map(({ key }) => key).toSorted()).toEqual(strange.toSorted());
      expect(listed.find(({ key }) => key === 'zebra')?.raw).toBe('{"stripes":3}');
      times.push(listed.map(({ key, at }) => `${key} ${at}`).toSorted());
      store.close();
    }
    // Since when it is known is not said anew at each start.
    expect(new Set(times.slice(1).map(String)).size).toBe(1);
  },
);

test.each([true, false])(
  'texts that somebody else has put under one name into both stores and an older one are all kept and listed (buckets: %s)',
  async (hasBuckets) => {
    const disk = createFakeDisk();
    const browser = createFakeBrowser();
    const factCheck = startSample(createFakeClock('maker'));
    const key = `linecheck/${factCheck.id}/notes`;
    for (const text of ['first', 'second', 'third']) {
      const store = startStore(disk, createFakeClock(text), browser, hasBuckets);
      await settled(store);
      if (text === 'first') await store.create(factCheck);
      store.close();
      await putByHand(disk, [[key, text]]);
    }
    browser.disk.set(key, 'quick');
    for (let n = 1; n <= 5; n += 1) {
      const store = startStore(disk, createFakeClock(`later${n}`), browser, hasBuckets);
      await settled(store);
      const listed = (await store.quarantine()).filter((entry) => entry.key === key).map(({ raw }) => raw);
      expect(listed.toSorted()).toEqual(
        hasBuckets ? ['first', 'quick', 'second', 'third'] : ['quick', 'third'],
      );
      store.close();
    }
    expect(browser.disk.get(key)).toBe('quick');
  },
);

const ringAtOnce: After = (_, act) => {
  const timer = setTimeout(act);
  return () => clearTimeout(timer);
};

test.each([true, false])(
  'a tab that stands still while it starts keeps no other one from saving (with buckets: %s)',
  async (hasBuckets) => {
    const disk = createFakeDisk();
    const locks = createFakeLocks();
    void locks.openTab().locks.request('linecheck-start', () => new Promise<never>(() => {}));
    const open = (): DurablePlace =>
      createIdbPlace({
        indexedDB: disk.outside,
        buckets: hasBuckets ? disk.buckets : null,
        locks: locks.openTab().locks,
        after: ringAtOnce,
      });
    const own = await startWhole(open(), new Map([[KEY, 'words']]));
    expect(await own.readAll(KEY)).toEqual(new Map([[KEY, 'words']]));
    const later = await startWhole(
      createIdbPlace({ ...disk, indexedDB: disk.outside, locks: null }),
      new Map(),
    );
    expect(await later.readAll(KEY)).toEqual(new Map([[KEY, 'words']]));
  },
);

test('a start is through although the browser never lets go of what is no longer needed', async () => {
  const disk = createFakeDisk();
  for (let start = 1; start <= 2; start += 1) {
    const tab = disk.openTab();
    await startWhole(tab.place, new Map([[`${KEY}${start}`, 'words']]));
    tab.close();
  }
  const timers = new Set<() => void>();
  const neverDelete = (): Promise<never> => {
    for (const ring of timers) ring();
    return new Promise<never>(() => {});
  };
  const place = createIdbPlace({
    indexedDB: disk.outside,
    buckets: { ...disk.buckets, delete: neverDelete },
    locks: createFakeLocks().openTab().locks,
    after: (_, act) => {
      timers.add(act);
      return () => timers.delete(act);
    },
  });
  const own = await startWhole(place, new Map());
  expect((await own.readAll(KEY)).size).toBe(2);
});

/** A session of the whole store on this disk; timers never ring, as in a session that ends before they do. */
function startStore(
  disk: FakeDisk,
  clock: Clock,
  browser = createFakeBrowser(),
  hasBuckets = true,
): Store & { close: () => void } {
  const { place, close } = disk.openTab({ hasBuckets });
  const store = openStore({ ...browser.openTab(), clock, durable: place, after: () => () => {} });
  return { ...store, close };
}

/** A fact check that a session has kept, with every copy whole; the session is still open. */
async function keepSample(
  disk: FakeDisk,
  clock: Clock,
  browser?: ReturnType<typeof createFakeBrowser>,
): Promise<{ readonly factCheck: FactCheck; readonly store: ReturnType<typeof startStore> }> {
  const factCheck = startSample(clock);
  const store = startStore(disk, clock, browser);
  expect(await store.create(factCheck)).toEqual({ ok: true });
  await settled(store);
  return { factCheck, store };
}

/** Resolves when the start is through, or has failed. */
async function settled(store: Store): Promise<void> {
  await new Promise<void>((resolve) => {
    const look = (): void => {
      const { isReconciled, problem } = store.state();
      if (isReconciled || problem !== null) resolve();
    };
    store.watchState(look);
    look();
  });
}

test.each([true, false])('preferences are known to every later session (buckets: %s)', async (hasBuckets) => {
  const disk = createFakeDisk();
  for (let n = 0; n < 5; n += 1) {
    const browser = createFakeBrowser();
    const store = startStore(disk, createFakeClock(`start${n}`), browser, hasBuckets);
    expect(await store.recallPreferences()).toBe(n === 0 ? null : 'as set');
    if (n === 0) store.keepPreferences('as set');
    await settled(store);
    while (store.state().unsaved > 0) await setImmediate();
    expect(await store.recallPreferences()).toBe('as set');
    expect(await store.quarantine()).toEqual([]);
    store.close();
  }
});

test('preferences go along when the browser closes the database and the session goes on in another', async () => {
  const disk = createFakeDisk();
  const store = startStore(disk, createFakeClock('one'), createFakeBrowser());
  store.keepPreferences('as set');
  await settled(store);
  while (store.state().unsaved > 0) await setImmediate();
  closeByBrowser(disk.factories.get('linecheck-1'));
  // A full disk can have torn it, so that nothing can be read there.
  await disk.buckets.delete('linecheck-1');
  await settled(store);
  while (store.state().unsaved > 0) await setImmediate();
  store.close();

  const next = startStore(disk, createFakeClock('two'), createFakeBrowser());
  expect(await next.recallPreferences()).toBe('as set');
  next.close();
});

test('whenever the disk fills up, in however many starts, nothing that was saved is lost with localStorage', async () => {
  let inAll = 0;
  const session = fc.record({ room: fc.option(fc.nat(25)), edits: fc.nat(3), isEmptied: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(session, { minLength: 1, maxLength: 6 }), async (sessions) => {
      const disk = createFakeDisk();
      const clock = createFakeClock('one');
      const { factCheck, store: first } = await keepSample(disk, clock);
      first.close();

      const acknowledged = new Set<string>();
      let browser = createFakeBrowser();
      for (const { room, edits, isEmptied } of sessions) {
        if (isEmptied) browser = createFakeBrowser();
        const makeRoom = room === null ? () => {} : fillDiskAfter(room);
        try {
          const store = startStore(disk, clock, browser);
          await settled(store);
          for (let i = 0; i < edits; i += 1) {
            const id = clock.newId();
            const change = annotate(factCheck, { targets: [POINT], id }, { clock, by: null });
            if ((await store.save(factCheck.id, change)).ok) acknowledged.add(id);
          }
          store.close();
        } finally {
          makeRoom();
        }
      }
      const last = startStore(disk, clock);
      await settled(last);
      expect(last.state().problem).toBeNull();
      const opened = await last.open(factCheck.id);
      const there = opened.ok ? [...opened.factCheck.tables.annotation.keys()] : [];
      expect(there).toEqual(expect.arrayContaining([...acknowledged]));
      inAll += acknowledged.size;
    }),
    { numRuns: 25 },
  );
  expect(inAll).toBeGreaterThan(0);
});

test('what a newer version has brought to a database of its own is read, exported and never written or deleted', async () => {
  const disk = createFakeDisk();
  const clock = createFakeClock('one');
  const { factCheck, store: before } = await keepSample(disk, clock);
  before.close();
  const newer = disk.factories.get('linecheck-1');
  if (!newer) throw new Error('There should be a generation.');
  await upgradeDatabase(newer);

  for (let start = 0; start < 3; start += 1) {
    const store = startStore(disk, createFakeClock(`start${start}`));
    await settled(store);
    const opened = await store.open(factCheck.id);
    expect(opened).toMatchObject({ ok: true, readOnlyReason: NEWER });
    expect(new Set(opened.ok ? recordsOf(opened.factCheck) : [])).toEqual(new Set(recordsOf(factCheck)));
    const change = renameFactCheck(factCheck, 'Older', { clock, by: null });
    expect(await store.save(factCheck.id, change)).toEqual({ ok: false, problem: NEWER });
    store.close();
    expect(disk.factories.has('linecheck-1')).toBe(true);
  }
});

test('what was painted from localStorage before a newer version was found in the database steps back', async () => {
  const disk = createFakeDisk();
  const [clock, browser] = [createFakeClock('one'), createFakeBrowser()];
  const { factCheck, store: before } = await keepSample(disk, clock, browser);
  before.close();
  const newer = disk.factories.get('linecheck-1');
  if (!newer) throw new Error('There should be a generation.');
  await upgradeDatabase(newer);

  const store = startStore(disk, createFakeClock('two'), browser);
  const told: OutsideChange[] = [];
  store.watch((change) => told.push(change));
  expect(await store.list()).toMatchObject([{ id: factCheck.id, isReadOnly: false }]);
  await settled(store);
  expect(told).toMatchObject([{ readOnlyReason: NEWER }]);
});

test('a tab whose database a newer version takes over steps back with its next edit', async () => {
  const disk = createFakeDisk();
  const clock = createFakeClock('one');
  const { factCheck, store } = await keepSample(disk, clock);
  const told: OutsideChange[] = [];
  store.watch((change) => told.push(change));
  const own = disk.factories.get('linecheck-1');
  if (!own) throw new Error('There should be a generation.');
  await upgradeDatabase(own);

  const change = renameFactCheck(factCheck, 'Older', { clock, by: null });
  expect(await store.save(factCheck.id, change)).toEqual({ ok: false, problem: NEWER });
  expect(told).toMatchObject([{ readOnlyReason: NEWER }]);
});

test('a shelf gives back what was put under a prefix and nothing else, and drops what it is told to', async () => {
  const { place } = createFakeDisk().openTab();
  const shelf = await place.open();
  const names = ['linecheck/f1/a', 'linecheck/f1/b', 'linecheck/f10/a', 'linecheck/f', 'other/f1/a'];
  await shelf.merge(new Map(names.map((name) => [name, name])), AT);
  expect([...(await shelf.read('f1')).keys()]).toEqual(['linecheck/f1/a', 'linecheck/f1/b']);
  expect(await shelf.factChecks()).toEqual(new Set(['f', 'f1', 'f10']));
  const seen = (text: string): Map<string, string> => new Map([['linecheck/f1/a', text]]);
  await shelf.drop(['linecheck/f1/a'], seen('another text'));
  expect((await shelf.readAll('linecheck/f1/a')).size).toBe(1);
  await shelf.drop(['linecheck/f1/a'], await shelf.readAll('linecheck/f1/a'));
  expect(await shelf.read('f1')).toEqual(new Map([['linecheck/f1/b', 'linecheck/f1/b']]));
});

test('what is no text in the database is damage: it goes into quarantine, and what comes stands', async () => {
  const disk = createFakeDisk();
  const clock = createFakeClock('one');
  const { factCheck, store } = await keepSample(disk, clock);
  store.close();
  const [factory] = disk.factories.values();
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = factory?.open('linecheck');
    request?.addEventListener('success', () => resolve(request.result));
    request?.addEventListener('error', () => reject(new Error('It could not be opened.')));
  });
  const key = `linecheck/${factCheck.id}/fact-check/${factCheck.id}`;
  const shelf = createIdbShelf({ db, whenLost: () => {} }, false);
  const text = (await shelf.read(factCheck.id)).get(key) ?? '';
  await new Promise((resolve) => {
    const tx = db.transaction('values', 'readwrite');
    tx.objectStore('values').put({ title: 'an object' }, key);
    tx.addEventListener('complete', resolve);
  });
  await shelf.merge(new Map([[key, text]]), AT);
  expect((await shelf.read(factCheck.id)).get(key)).toBe(text);
  expect([...(await shelf.readAll('linecheck/~quarantine/')).values()].join('\n')).toContain('an object');
});

test('a transaction that can’t be finished writes nothing of it', async () => {
  const { place } = createFakeDisk().openTab();
  const shelf = await place.open();
  const texts = new Map(Array.from({ length: 5 }, (_, i) => [`${KEY}${i}`, 'words']));
  const makeRoom = fillDiskAfter(3);
  await expect(shelf.merge(texts, AT)).rejects.toThrow('full');
  makeRoom();
  expect((await shelf.readAll(KEY)).size).toBe(0);
  expect(await shelf.merge(texts, AT)).toMatchObject({ refused: [] });
  expect((await shelf.readAll(KEY)).size).toBe(5);
});

describe('what an earlier session left', () => {
  /** Two starts on one disk; then the first generation can't be opened as told. */
  async function startAfter(open: () => Promise<never>): Promise<{ store: Store; passTime: () => void }> {
    const disk = createFakeDisk();
    const clock = createFakeClock('here');
    const browser = createFakeBrowser();
    const { store: first } = await keepSample(disk, clock, browser);
    first.close();
    const buckets: Buckets = {
      ...disk.buckets,
      open: (name) => (name === 'linecheck-1' ? open() : disk.buckets.open(name)),
    };
    const timers: (() => void)[] = [];
    const after: After = (_, act) => {
      timers.push(act);
      return () => {};
    };
    const durable = createIdbPlace({
      indexedDB: disk.outside,
      buckets,
      locks: createFakeLocks().openTab().locks,
      after,
    });
    const store = openStore({ ...browser.openTab(), clock, durable, after: () => () => {} });
    return { store, passTime: () => timers.splice(0).forEach((act) => act()) };
  }

  test('and what can’t be opened is told to whoever needs everything', async () => {
    const { store } = await startAfter(() =>
      Promise.reject(new DOMException('It is damaged.', 'UnknownError')),
    );
    await settled(store);
    expect(await store.compareCopies()).toEqual({ ok: false, problem: EARLIER_UNREAD });
  });

  test('and what never opens holds up no start', async () => {
    const { store, passTime } = await startAfter(() => new Promise<never>(() => {}));
    const comparing = store.compareCopies();
    while (!store.state().isReconciled) {
      passTime();
      await setImmediate();
    }
    expect(await comparing).toEqual({ ok: false, problem: EARLIER_UNREAD });
  });
});

test.each(['the database', 'the bucket and localStorage'])(
  'when %s is deleted while a fact check is open it is saved again, and not said to be saved before',
  async (what) => {
    const disk = createFakeDisk();
    const clock = createFakeClock('here');
    const browser = createFakeBrowser();
    const { factCheck, store } = await keepSample(disk, clock, browser);
    await store.open(factCheck.id);
    const wasSaved: boolean[] = [];
    store.watchState(() => {
      const { unsaved, isReconciled, problem } = store.state();
      wasSaved.push(unsaved === 0 && isReconciled && problem === null);
    });

    if (what !== 'the database') browser.disk.clear();
    await deleteDatabase(disk);
    await settled(store);
    await store.compareCopies();
    expect(wasSaved[0]).toBe(false);
    expect(wasSaved.at(-1)).toBe(true);
    expect(store.takeFindings()).toMatchObject([{ kind: 'database-lost' }]);

    const change = renameFactCheck(factCheck, 'Later', { clock, by: null });
    expect(await store.save(factCheck.id, change)).toEqual({ ok: true });
    store.close();
    // The database alone has all of it again, also what was saved before the deletion.
    const later = startStore(disk, clock);
    const opened = await later.open(factCheck.id);
    expect(opened.ok && recordsOf(opened.factCheck).length).toBe(recordsOf(factCheck).length);
    expect(await later.list()).toMatchObject([{ title: 'Later' }]);
  },
);

/** As "Clear site data" does it: whoever has it open is told, and does not hold it up. */
function deleteDatabase(disk: FakeDisk): Promise<void> {
  const factory = disk.factories.get('linecheck-1');
  return new Promise((resolve, reject) => {
    const request = factory?.deleteDatabase('linecheck');
    request?.addEventListener('success', () => resolve());
    request?.addEventListener('error', () => reject(new Error('It could not be deleted.')));
  });
}
