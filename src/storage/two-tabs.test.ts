import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { annotate } from '../domain/annotate.ts';
import { applyChange, type Change } from '../domain/change.ts';
import type { Clock } from '../domain/clock.ts';
import { nameReviewer, renameFactCheck } from '../domain/fact-check-edits.ts';
import { headOf, type FactCheck } from '../domain/fact-check.ts';
import { giveVerdict } from '../domain/give-verdict.ts';
import { receiveRecords } from '../domain/receive-records.ts';
import { openStore } from './open-store.ts';
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
  /** What other tabs wrote arrives. */
  readonly deliverAll: () => void;
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
  const store = openStore({ ...fake, clock, durable });
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
