import { describe, expect, test } from 'vitest';
import { annotate } from '../domain/annotate.ts';
import type { Clock } from '../domain/clock.ts';
import { renameFactCheck } from '../domain/fact-check-edits.ts';
import { headOf, type FactCheck } from '../domain/fact-check.ts';
import { openStore, type StoreParts, type StorageSignal } from './open-store.ts';
import { ONLY_PLACE_NEARLY_FULL } from './room.ts';
import { FULL, ONE_COPY } from './sentences.ts';
import type { SaveResult, Store } from './store.ts';
import { createFakeBrowser, type FakeBrowser, type FakeTab } from './testing/fake-browser.ts';
import { createFakeClock } from './testing/fake-clock.ts';
import { startSample } from './testing/sample.ts';

/** A tab of a browser that has no database for us. */
interface Tab extends FakeTab {
  readonly store: Store;
  readonly clock: Clock;
}

let started = 0;

function openTab(browser: FakeBrowser, parts: Partial<StoreParts> = {}): Tab {
  const tab = browser.openTab();
  const clock = createFakeClock(`tab${(started += 1)}`);
  return { ...tab, clock, store: openStore({ ...tab, clock, ...parts }) };
}

function rename({ store, clock }: Tab, factCheck: FactCheck, title: string): Promise<SaveResult> {
  return store.save(factCheck.id, renameFactCheck(factCheck, title, { clock, by: null }));
}

/** The title that stands, and those that lost, at the next start. */
async function titlesIn(browser: FakeBrowser, id: string): Promise<readonly string[]> {
  const { store } = openTab(browser);
  const opened = await store.open(id);
  if (!opened.ok) throw new Error(opened.problem);
  const conflicts = await store.conflicts(id);
  return [headOf(opened.factCheck), ...conflicts.map(({ record }) => record)].map((record) =>
    'title' in record ? record.title : record.type,
  );
}

test('a tab that slept writes over nothing that another has saved meanwhile', async () => {
  const browser = createFakeBrowser();
  const one = openTab(browser);
  const factCheck = startSample(one.clock);
  await one.store.create(factCheck);
  const sleeping = openTab(browser, { listen: () => {} });
  await sleeping.store.open(factCheck.id);
  expect(await rename(one, factCheck, 'One')).toEqual({ ok: true, note: ONE_COPY });
  one.dieAfter(-1);
  expect(await rename(sleeping, factCheck, 'Slept')).toEqual({ ok: true, note: ONE_COPY });
  expect((await titlesIn(browser, factCheck.id)).toSorted()).toEqual(['One', 'Slept']);
});

test('what there was no room for is written over nothing that another tab has saved meanwhile', async () => {
  const browser = createFakeBrowser();
  const timers: (() => void)[] = [];
  const one = openTab(browser, {
    after: (_, act) => {
      timers.push(act);
      return () => {};
    },
  });
  const other = openTab(browser);
  const factCheck = startSample(one.clock);
  await one.store.create(factCheck);
  await other.store.open(factCheck.id);
  browser.disk.set('of another page', 'x'.repeat(5_240_000));
  expect(await rename(one, factCheck, `One ${'x'.repeat(3000)}`)).toMatchObject({ ok: false, problem: FULL });
  browser.disk.delete('of another page');
  expect(await rename(other, factCheck, 'Other')).toEqual({ ok: true, note: ONE_COPY });
  other.dieAfter(-1);
  // The word of it has not come when this one finds that there is room.
  for (const act of timers.splice(0)) act();
  const titles = await titlesIn(browser, factCheck.id);
  expect(titles.map((title) => title.slice(0, 5)).toSorted()).toEqual(['One x', 'Other']);
  expect(one.store.state()).toMatchObject({ unsaved: 0, problem: null });
});

test('a page that comes back from being put aside shows what others have saved meanwhile', async () => {
  const browser = createFakeBrowser();
  const one = openTab(browser);
  const factCheck = startSample(one.clock);
  await one.store.create(factCheck);
  let comeBack: (wasAside: boolean) => void = () => {};
  const aside = openTab(browser, {
    listen: () => {},
    whenBack: (act) => {
      comeBack = act;
    },
  });
  await aside.store.open(factCheck.id);
  const titles: unknown[] = [];
  aside.store.watch(({ changed }) =>
    titles.push(...changed.map((record) => 'title' in record && record.title)),
  );
  await rename(one, factCheck, 'One');
  comeBack(false);
  comeBack(true);
  expect(titles).toEqual(['One']);
});

test.each(['with', 'without'])('what another page clears %s a word of it is there again', async (word) => {
  const browser = createFakeBrowser();
  let signal: (told: StorageSignal) => void = () => {};
  const tab = openTab(browser, {
    listen: (listener) => {
      signal = listener;
    },
  });
  const factCheck = startSample(tab.clock);
  await tab.store.create(factCheck);
  browser.disk.clear();
  if (word === 'with') signal({ key: null, newValue: null });
  else await rename(tab, factCheck, headOf(factCheck).title);
  expect(tab.store.state()).toMatchObject({ unsaved: 0, problem: null });
  expect(await titlesIn(browser, factCheck.id)).toEqual([headOf(factCheck).title]);
});

test('where what was cleared has no room any more, it is not called saved', async () => {
  const browser = createFakeBrowser({ limit: 6000 });
  let signal: (told: StorageSignal) => void = () => {};
  const tab = openTab(browser, {
    listen: (listener) => {
      signal = listener;
    },
  });
  await tab.store.create(startSample(tab.clock));
  browser.disk.clear();
  browser.disk.set('of another page', 'x'.repeat(5900));
  signal({ key: null, newValue: null });
  expect(tab.store.state()).toMatchObject({ problem: FULL });
});

test('the only copy stops far from the limit, is warned about ahead, and loses nothing', async () => {
  const browser = createFakeBrowser();
  browser.disk.set('of another page', 'x'.repeat(3_500_000));
  const tab = openTab(browser);
  const factCheck = startSample(tab.clock);
  expect(await tab.store.create(factCheck)).toEqual({ ok: true, note: ONE_COPY });
  await expect.poll(() => tab.store.state().warning).toBe(ONLY_PLACE_NEARLY_FULL);

  const before = new Map(browser.disk);
  expect(await rename(tab, factCheck, 'x'.repeat(600_000))).toMatchObject({ ok: false, problem: FULL });
  expect(browser.disk).toEqual(before);
  expect(await rename(tab, factCheck, 'Short')).toEqual({ ok: true, note: ONE_COPY });
});

describe('where the only copy is full', () => {
  const LONG = 'x'.repeat(300_000);

  /** Two fact checks, the first of them with a long annotation, and so little room that a long title does not fit. */
  async function fill(): Promise<{
    readonly browser: FakeBrowser;
    readonly tab: Tab;
    readonly large: FactCheck;
    readonly small: FactCheck;
  }> {
    const browser = createFakeBrowser();
    browser.disk.set('of another page', 'x'.repeat(3_600_000));
    const tab = openTab(browser);
    const [large, small] = [startSample(tab.clock), startSample(tab.clock)];
    await tab.store.create(large);
    await tab.store.create(small);
    const quote = { exact: 'bridge', prefix: 'The ', suffix: LONG };
    const target = { quote, position: { start: 4, end: 10 } };
    const change = annotate(large, { targets: [target], id: 'a1' }, { clock: tab.clock, by: null });
    expect(await tab.store.save(large.id, change)).toEqual({ ok: true, note: ONE_COPY });
    expect(await rename(tab, small, 'y'.repeat(100_000))).toMatchObject({ ok: false, problem: FULL });
    return { browser, tab, large, small };
  }

  async function suffixIn(browser: FakeBrowser, id: string): Promise<string | undefined> {
    const opened = await openTab(browser).store.open(id);
    return opened.ok ? opened.factCheck.tables.annotation.get('a1')?.targets[0]?.quote.suffix : undefined;
  }

  test('removing a fact check makes room, and what waited for that is saved', async () => {
    const { browser, tab, large, small } = await fill();
    expect(await tab.store.remove(large.id)).toEqual({ ok: true, note: ONE_COPY });
    expect(tab.store.state()).toMatchObject({ unsaved: 0, problem: null });
    expect(await titlesIn(browser, small.id)).toEqual(['y'.repeat(100_000)]);
    expect([...browser.disk.keys()].filter((key) => key.includes(large.id))).toHaveLength(1);
    expect((await openTab(browser).store.list()).map(({ id }) => id)).toEqual([small.id]);
  });

  test('what gave way comes back whole when there is room for it again, and is not called saved before', async () => {
    const { browser, tab, large, small } = await fill();
    await tab.store.remove(large.id);
    expect(await suffixIn(browser, large.id)).toBeUndefined();
    expect(await tab.store.restore(large.id)).toMatchObject({ ok: false, problem: FULL, isHeld: true });
    expect(await rename(tab, small, 'Short')).toEqual({ ok: true, note: ONE_COPY });
    expect(tab.store.state()).toMatchObject({ unsaved: 0, problem: null });
    expect(await suffixIn(browser, large.id)).toBe(LONG);
  });

  test('a fact check that another tab has restored meanwhile gives way to nothing', async () => {
    const { browser, tab, large, small } = await fill();
    const other = openTab(browser);
    await tab.store.remove(small.id);
    while (other.deliver());
    expect(await other.store.restore(small.id)).toEqual({ ok: true, note: ONE_COPY });
    await rename(tab, large, 'z'.repeat(900_000));
    expect((await openTab(browser).store.open(small.id)).ok).toBe(true);
    expect(await suffixIn(browser, large.id)).toBe(LONG);
  });
});
