import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { annotate } from '../domain/annotate.ts';
import { applyChange, type Change } from '../domain/change.ts';
import { citeSource, editEvidence, mergeSources } from '../domain/cite-source.ts';
import type { Clock } from '../domain/clock.ts';
import { nameReviewer, renameFactCheck } from '../domain/fact-check-edits.ts';
import { headOf, type FactCheck } from '../domain/fact-check.ts';
import { giveVerdict } from '../domain/give-verdict.ts';
import { receiveRecords } from '../domain/receive-records.ts';
import { openStore } from './open-store.ts';
import { MIRROR_FULL } from './sentences.ts';
import type { SaveResult, Store } from './store.ts';
import { createFakeBrowser, type FakeBrowser } from './testing/fake-browser.ts';
import { createFakeClock } from './testing/fake-clock.ts';
import {
  createFakeDatabase,
  type FakeDatabase,
  neverAnswer,
  openFakePlace,
} from './testing/fake-database.ts';
import { startSample } from './testing/sample.ts';

const POINT = { quote: { exact: 'bridge', prefix: 'The ', suffix: ' is' }, position: { start: 4, end: 10 } };

interface Machine {
  readonly browser: FakeBrowser;
  readonly database: FakeDatabase;
}

interface Tab {
  readonly store: Store;
  readonly clock: Clock;
  /** What the desk of this tab shows. */
  shown: FactCheck;
  readonly save: (change: Change) => Promise<SaveResult>;
  /** Its page stands still before its database has what it does from now on, and goes away. */
  readonly die: (act: () => void) => void;
  /** What other tabs wrote arrives, all of it or the first that waits. */
  readonly deliverAll: () => void;
  /** False when nothing waits. */
  readonly deliverFirst: () => boolean;
}

function createMachine(): Machine {
  return { browser: createFakeBrowser(), database: createFakeDatabase() };
}

let started = 0;

/** A tab whose comparison of both copies has ended; the first one is alone. */
async function openTab({ browser, database }: Machine): Promise<Tab> {
  const fake = browser.openTab();
  const clock = createFakeClock(`tab${(started += 1)}`);
  const isFirst = database.generations.length === 0;
  let isStill = false;
  const durable = openFakePlace(database, {
    isAlive: fake.isAlive,
    isAlone: () => isFirst,
    turn: () => (isStill ? neverAnswer() : Promise.resolve()),
  });
  const store = openStore({ ...fake, clock, durable, channel: fake.talk });
  const tab: Tab = {
    store,
    clock,
    shown: startSample(clock),
    save: (change) => {
      tab.shown = applyChange(tab.shown, change);
      return store.save(tab.shown.id, change);
    },
    die: (act) => {
      isStill = true;
      act();
      fake.dieAfter(-1);
    },
    deliverAll: () => {
      while (fake.deliver());
    },
    deliverFirst: fake.deliver,
  };
  store.watch((change) => {
    if (change.factCheckId === tab.shown.id) tab.shown = receiveRecords(tab.shown, change);
  });
  while (!store.state().isReconciled) await setImmediate();
  return tab;
}

async function show(tab: Tab, id: string): Promise<void> {
  const opened = await tab.store.open(id);
  if (!opened.ok) throw new Error(opened.problem);
  tab.shown = opened.factCheck;
}

async function isSaved({ store }: Tab): Promise<void> {
  while (store.state().unsaved > 0) await setImmediate();
  expect(store.state()).toMatchObject({ problem: null, isReconciled: true });
}

/** Opens the fact check after a power cut: localStorage has lost what was written to it last. */
async function openAfterPowerCut(machine: Machine, id: string): Promise<FactCheck> {
  machine.browser.crash(1000);
  const tab = await openTab(machine);
  await show(tab, id);
  return tab.shown;
}

test('what was heard of a tab that died before it had saved it is kept by the tab that shows it', async () => {
  const machine = createMachine();
  const [dying, other] = [await openTab(machine), await openTab(machine)];
  await dying.store.create(dying.shown);
  other.deliverAll();
  await show(other, dying.shown.id);
  const annotated = annotate(dying.shown, { targets: [POINT], id: 'a1' }, { clock: dying.clock, by: null });
  dying.die(() => void dying.save(annotated));
  other.deliverAll();
  expect(other.shown.tables.annotation.has('a1')).toBe(true);

  const hand = { clock: other.clock, by: 'rev' };
  expect(await other.save(nameReviewer(other.shown, 'rev', 'Ann', hand))).toEqual({ ok: true });
  const place = { annotationId: 'a1', reviewerId: 'rev', newId: 'v1' };
  const judged = giveVerdict(other.shown, place, { conclusion: 'So it is.' }, hand);
  expect(await other.save(judged)).toEqual({ ok: true });

  const { annotation, verdict } = (await openAfterPowerCut(machine, other.shown.id)).tables;
  expect([...annotation.keys(), ...verdict.keys()]).toEqual(['a1', 'v1']);
});

test('a fact check of a tab that died before it had saved it is kept by the tab that opens it', async () => {
  const machine = createMachine();
  const [dying, other] = [await openTab(machine), await openTab(machine)];
  const { id } = dying.shown;
  dying.die(() => void dying.store.create(dying.shown));
  other.deliverAll();
  await show(other, id);
  const renamed = renameFactCheck(other.shown, 'Other', { clock: other.clock, by: null });
  expect(await other.save(renamed)).toEqual({ ok: true });
  expect(headOf(await openAfterPowerCut(machine, id)).title).toBe('Other');
});

test('a fact check of a tab that died before it had saved it is kept by the tab that lists it', async () => {
  const machine = createMachine();
  const [dying, other] = [await openTab(machine), await openTab(machine)];
  const { id } = dying.shown;
  dying.die(() => void dying.store.create(dying.shown));
  other.deliverAll();
  expect(await other.store.list()).toHaveLength(1);
  await isSaved(other);
  expect(headOf(await openAfterPowerCut(machine, id)).title).toBe(headOf(other.shown).title);
});

/** Both tabs show the same annotation, and a verdict on it by the reviewer of both. */
async function judgeInTwoTabs(machine: Machine): Promise<readonly [Tab, Tab]> {
  const [one, other] = [await openTab(machine), await openTab(machine)];
  const hand = { clock: one.clock, by: 'rev' };
  await one.store.create(one.shown);
  await one.save(nameReviewer(one.shown, 'rev', 'Ann', hand));
  await one.save(annotate(one.shown, { targets: [POINT], id: 'a1' }, hand));
  await conclude(one, 'Draft.');
  other.deliverAll();
  await show(other, one.shown.id);
  return [one, other];
}

function conclude(tab: Tab, conclusion: string): Promise<SaveResult> {
  const place = { annotationId: 'a1', reviewerId: 'rev', newId: 'v1' };
  return tab.save(giveVerdict(tab.shown, place, { conclusion }, { clock: tab.clock, by: 'rev' }));
}

async function conclusionsLost({ store, shown }: Tab): Promise<readonly unknown[]> {
  const conflicts = await store.conflicts(shown.id);
  return conflicts.map(({ record }) => (record.type === 'verdict' ? record.conclusion : record.type));
}

test('a version that lost stays a conflict when its own tab goes on with the one that stands', async () => {
  const [one, other] = await judgeInTwoTabs(createMachine());
  other.clock.observe([Date.UTC(2026, 5, 1), 'z']);
  await Promise.all([conclude(one, 'Of great worth.'), conclude(other, 'It stands.')]);
  for (const tab of [one, other, one]) tab.deliverAll();
  expect(await conclusionsLost(one)).toEqual(['Of great worth.']);

  await conclude(one, 'It stands, and a word more.');
  await conclude(one, 'It stands, and two words more.');
  for (const tab of [one, other, one]) tab.deliverAll();
  expect(await conclusionsLost(one)).toEqual(['Of great worth.']);
  expect(await conclusionsLost(other)).toEqual(['Of great worth.']);
});

test('of what a tab wrote without a word from the other only its last version is a conflict, and each by itself', async () => {
  const [one, other] = await judgeInTwoTabs(createMachine());
  other.clock.observe([Date.UTC(2026, 5, 1), 'z']);
  await conclude(other, 'It stands.');
  one.deliverAll();
  for (const words of ['A', 'A b', 'A b c']) await conclude(one, words);
  expect(await conclusionsLost(one)).toEqual([]);
});

test('who comes upon a version that won takes along the one that lost, of which no word has come yet', async () => {
  const machine = createMachine();
  const [one, other] = await judgeInTwoTabs(machine);
  const bystander = await openTab(machine);
  await show(bystander, one.shown.id);
  other.clock.observe([Date.UTC(2026, 5, 1), 'z']);
  expect(await conclude(one, 'Of great worth.')).toEqual({ ok: true });
  other.die(() => void conclude(other, 'It stands.'));
  bystander.deliverFirst();
  await isSaved(bystander);

  machine.browser.crash(1000);
  const next = await openTab(machine);
  await show(next, one.shown.id);
  expect([...next.shown.tables.verdict.values()]).toMatchObject([{ conclusion: 'It stands.' }]);
  expect(await conclusionsLost(next)).toEqual(['Of great worth.']);
});

test('who comes upon a record takes along what it hangs on, of which no word has come yet', async () => {
  const machine = createMachine();
  const [one, other] = await judgeInTwoTabs(machine);
  const cite = (tab: Tab, evidence: string, source: string): Promise<SaveResult> => {
    const ids = { evidence, source };
    const link = { annotationId: 'a1', source: { title: source }, stance: 'refutes', ids } as const;
    return tab.save(citeSource(tab.shown, link, { clock: tab.clock, by: null }));
  };
  await cite(one, 'e1', 's1');
  other.deliverAll();
  const bystander = await openTab(machine);
  await show(bystander, one.shown.id);
  const hand = { clock: one.clock, by: null };
  expect(await one.save(editEvidence(one.shown, 'e1', { quote: '92 m' }, hand))).toEqual({ ok: true });
  other.deliverAll();
  other.die(() => {
    void cite(other, 'e2', 's2');
    void other.save(mergeSources(other.shown, 's2', 's1', { clock: other.clock, by: null }));
  });
  bystander.deliverFirst();
  await isSaved(bystander);

  const { evidence, source } = (await openAfterPowerCut(machine, one.shown.id)).tables;
  expect(evidence.get('e1')).toMatchObject({ quote: '92 m', sourceId: 's2' });
  expect(source.has('s2')).toBe(true);
});

test('who replaces words of their own by those that another has written meanwhile leaves no conflict behind', async () => {
  const [one, other] = await judgeInTwoTabs(createMachine());
  other.clock.observe([Date.UTC(2026, 5, 1), 'z']);
  await conclude(one, 'Of great worth.');
  await conclude(other, 'It stands.');
  expect(await conclusionsLost(other)).toEqual(['Of great worth.']);
  await conclude(one, 'It stands.');
  for (const tab of [one, other]) {
    tab.deliverAll();
    expect(await conclusionsLost(tab)).toEqual([]);
  }
});

test('who writes the words that had lost once more leaves no conflict behind, then or later', async () => {
  const [one, other] = await judgeInTwoTabs(createMachine());
  other.clock.observe([Date.UTC(2026, 5, 1), 'z']);
  await conclude(one, 'Of great worth.');
  await conclude(other, 'It stands.');
  one.deliverAll();
  expect(await conclusionsLost(one)).toEqual(['Of great worth.']);
  await conclude(one, 'Of great worth.');
  other.deliverAll();
  for (const tab of [one, other]) expect(await conclusionsLost(tab)).toEqual([]);
  await conclude(other, 'Of some worth.');
  one.deliverAll();
  for (const tab of [one, other]) expect(await conclusionsLost(tab)).toEqual([]);
});

test('who settles a conflict of a tab settles no older one of it', async () => {
  const [one, other] = await judgeInTwoTabs(createMachine());
  for (const [mine, theirs] of [
    ['First.', 'It stands.'],
    ['Second.', 'It still stands.'],
  ] as const) {
    other.clock.observe([Date.UTC(2026, mine.length, 1), 'z']);
    await Promise.all([conclude(one, mine), conclude(other, theirs)]);
    for (const tab of [one, other, one]) tab.deliverAll();
  }
  expect(await conclusionsLost(one)).toEqual(['First.', 'Second.']);
  const [, second] = await one.store.conflicts(one.shown.id);
  if (second) await one.store.dismissConflict(second);
  other.deliverAll();
  expect(await conclusionsLost(one)).toEqual(['First.']);
  expect(await conclusionsLost(other)).toEqual(['First.']);
});

test('what localStorage has no room for is told, and does not go to and fro between tabs', async () => {
  const machine = createMachine();
  const [one, other] = await judgeInTwoTabs(machine);
  one.deliverAll();
  const words = 'z'.repeat(60_000);
  machine.browser.disk.set('of another page', 'x'.repeat(5_200_000));
  expect(await conclude(one, words)).toEqual({ ok: true, note: MIRROR_FULL });
  let told = 0;
  while ([one, other].some((tab) => tab.deliverFirst())) expect((told += 1)).toBeLessThan(5);
  expect(other.shown.tables.verdict.get('v1')).toMatchObject({ conclusion: words });
  await isSaved(other);
  expect(other.store.state().caveat).toBe(MIRROR_FULL);
});

test('what has waited for room in one tab is not written over what another has written since', async () => {
  const machine = createMachine();
  const [one, other] = await judgeInTwoTabs(machine);
  one.deliverAll();
  machine.browser.disk.set('of another page', 'x'.repeat(5_200_000));
  await conclude(one, 'z'.repeat(60_000));
  other.deliverAll();
  await conclude(other, 'Short.');
  one.deliverAll();
  const written = new Map(machine.browser.disk);
  written.delete('of another page');
  machine.browser.disk.delete('of another page');
  for (const tab of [one, other]) await tab.store.usage();
  expect(machine.browser.disk).toEqual(written);
});

test('what has no room for it waits in the tab that has heard of it, when the one that wrote it is closed', async () => {
  const machine = createMachine();
  const [one, other] = await judgeInTwoTabs(machine);
  const page = machine.browser.openTab().localStorage;
  page.setItem('of another page', 'x'.repeat(5_200_000));
  await conclude(one, 'z'.repeat(60_000));
  one.die(() => undefined);
  other.deliverAll();
  page.removeItem('of another page');
  other.deliverAll();
  await isSaved(other);
  expect([...machine.browser.disk.values()].join('')).toContain('z'.repeat(60_000));
});

test('tabs that write at once what localStorage has no room for come to an end, with the same on both sides', async () => {
  const machine = createMachine();
  const [one, other] = await judgeInTwoTabs(machine);
  machine.browser.disk.set('of another page', 'x'.repeat(5_200_000));
  other.clock.observe([Date.UTC(2026, 5, 1), 'z']);
  await Promise.all([
    conclude(one, `Of worth. ${'z'.repeat(60_000)}`),
    conclude(other, `It stands. ${'y'.repeat(60_000)}`),
  ]);
  let words = 0;
  while ([one, other].some((tab) => tab.deliverFirst())) expect((words += 1)).toBeLessThan(20);
  for (const tab of [one, other]) {
    expect(tab.shown.tables.verdict.get('v1')?.conclusion).toMatch(/^It stands/);
    expect(String(await conclusionsLost(tab))).toMatch(/^Of worth/);
    await isSaved(tab);
  }
});

test('a page that comes back from being put aside learns from the database what localStorage had no room for', async () => {
  const machine = createMachine();
  const one = await openTab(machine);
  await one.store.create(one.shown);
  let comeBack: (wasAside: boolean) => void = () => {};
  const clock = createFakeClock('aside');
  const aside = openStore({
    ...machine.browser.openTab(),
    clock,
    durable: openFakePlace(machine.database, {
      isAlive: () => true,
      isAlone: () => false,
      turn: () => Promise.resolve(),
    }),
    listen: () => {},
    whenBack: (act) => {
      comeBack = act;
    },
  });
  await aside.open(one.shown.id);
  await aside.compareCopies();
  const told: unknown[] = [];
  aside.watch(({ changed }) => told.push(...changed.map((record) => 'title' in record && record.title)));

  machine.browser.disk.set('of another page', 'x'.repeat(5_000_000));
  const change = renameFactCheck(one.shown, 'z'.repeat(300_000), { clock: one.clock, by: null });
  expect(await one.save(change)).toMatchObject({ ok: true, note: MIRROR_FULL });
  comeBack(true);
  await setImmediate();
  expect(told).toEqual(['z'.repeat(300_000)]);
});
