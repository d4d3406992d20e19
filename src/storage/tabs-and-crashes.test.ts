import * as fc from 'fast-check';
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { applyChange, type Change } from '../domain/change.ts';
import type { Clock } from '../domain/clock.ts';
import { gatherFactCheck, recordsOf, type AnyRecord, type FactCheck } from '../domain/fact-check.ts';
import { sayTheSame } from '../domain/record.ts';
import { openStore } from './open-store.ts';
import { parseKey } from './storage-key.ts';
import type { SaveResult, Store } from './store.ts';
import { arbitraryEdit, makeEdit, type Edit } from './testing/arbitrary-edits.ts';
import { createFakeBrowser, type FakeBrowser, type FakeTab } from './testing/fake-browser.ts';
import { createFakeClock } from './testing/fake-clock.ts';
import { createFakeDatabase, openFakePlace, type FakeDatabase } from './testing/fake-database.ts';
import { startSample } from './testing/sample.ts';
import { parseKept } from './written-value.ts';

// Digests are taken elsewhere, at their own time: what is found here has to be the same when it is run again.
beforeAll(() => void vi.stubGlobal('crypto', {}));
afterAll(() => void vi.unstubAllGlobals());

const DAY = 24 * 60 * 60 * 1000;

type Step =
  | { readonly kind: 'edit'; readonly tab: number; readonly edit: Edit }
  /** Another tab's writes to localStorage arrive. */
  | { readonly kind: 'deliver'; readonly tab: number }
  | { readonly kind: 'lose'; readonly tab: number }
  /** One operation of a database starts or answers. */
  | { readonly kind: 'turn'; readonly count: number }
  | { readonly kind: 'fail'; readonly transactions: number }
  /** What has been waited for too long is given up, and what was to be tried again is. */
  | { readonly kind: 'time-passes' }
  | { readonly kind: 'open-tab'; readonly skew: number }
  | { readonly kind: 'kill-tab'; readonly tab: number }
  | { readonly kind: 'kill-browser'; readonly lostWrites: number; readonly skew: number };

const skew = fc.integer({ min: -400, max: 400 }).map((days) => days * DAY);
const arbitraryStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ kind: fc.constant('edit' as const), tab: fc.nat(2), edit: arbitraryEdit }),
  },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('deliver' as const), tab: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('lose' as const), tab: fc.nat(2) }) },
  {
    weight: 10,
    arbitrary: fc.record({ kind: fc.constant('turn' as const), count: fc.integer({ min: 1, max: 6 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('fail' as const),
      transactions: fc.integer({ min: 1, max: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'time-passes' as const }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('open-tab' as const), skew }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('kill-tab' as const), tab: fc.nat(2) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('kill-browser' as const), lostWrites: fc.nat(30), skew }),
  },
);

interface Tab extends FakeTab {
  readonly store: Store;
  readonly clock: Clock;
  factCheck: FactCheck;
}

interface World {
  readonly browser: FakeBrowser;
  readonly database: FakeDatabase;
  readonly scheduler: fc.Scheduler;
  readonly timers: Set<() => void>;
  /** What the store said it had saved. */
  readonly acknowledged: AnyRecord[];
  /** Every record that any tab made, by revision. */
  readonly made: Map<string, AnyRecord>;
  /** As they were when somebody removed them who saw them so. */
  readonly removed: AnyRecord[];
  tabs: Tab[];
}

/** So that there is something to edit from the start. */
const PREPARATION: readonly Edit[] = (['annotate', 'annotate', 'give-verdict', 'cite-new'] as const).map(
  (kind, pick) => ({ kind, pick, other: 1, words: kind }),
);

let named = 0;

function openTab(world: World, start: FactCheck | null, skewBy: number): Tab {
  const { browser, database, scheduler, timers } = world;
  const fake = browser.openTab();
  const clock = createFakeClock(`tab${(named += 1)}`, Date.UTC(2026, 5, 1) + skewBy);
  const place = openFakePlace(database, {
    isAlive: fake.isAlive,
    isAlone: () => world.tabs.every((tab) => tab === own || !tab.isAlive()),
    turn: (label) => scheduler.schedule(Promise.resolve(), label),
  });
  const store = openStore({
    ...fake,
    clock,
    durable: place,
    after: (_, act) => {
      timers.add(act);
      return () => timers.delete(act);
    },
  });
  const own: Tab = { ...fake, store, clock, factCheck: start ?? startSample(clock) };
  store.watch(({ factCheckId, changed, removed }) => {
    if (factCheckId !== own.factCheck.id) return;
    const gone = new Set(removed.map(({ type, id }) => `${type}/${id}`));
    const stays = recordsOf(own.factCheck).filter(({ type, id }) => !gone.has(`${type}/${id}`));
    own.factCheck = gatherFactCheck(factCheckId, [...stays, ...changed]);
  });
  world.tabs = [...world.tabs.filter((tab) => tab.isAlive()), own];
  return own;
}

/** After all promises that can be settled now. */
async function nextTask(): Promise<void> {
  await setImmediate();
}

/** Waits for the work while databases do theirs. */
async function whileTurning<T>(world: World, work: Promise<T>): Promise<T> {
  const pending = Symbol('pending');
  for (;;) {
    await nextTask();
    const result = await Promise.race([work, Promise.resolve(pending)]);
    if (typeof result !== 'symbol') return result;
    if (world.scheduler.count() > 0) await world.scheduler.waitNext(1);
  }
}

/** Lets everything that is under way come to its end. */
async function settleDown(world: World): Promise<void> {
  for (let quiet = 0; quiet < 3; quiet += 1) {
    while (world.tabs.some((tab) => tab.isAlive() && tab.deliver())) quiet = 0;
    await nextTask();
    if (world.scheduler.count() === 0) continue;
    quiet = 0;
    await world.scheduler.waitNext(1);
  }
}

function save(world: World, tab: Tab, change: Change): void {
  const { id } = tab.factCheck;
  tab.factCheck = applyChange(tab.factCheck, change);
  const records = [...change.added, ...change.updated.map(({ after }) => after)];
  for (const record of records) world.made.set(String(record.rev), record);
  world.removed.push(...change.removed);
  void followSave(world, tab.store.save(id, change), records);
}

async function followSave(
  world: World,
  saving: Promise<SaveResult>,
  records: readonly AnyRecord[],
): Promise<void> {
  const result = await saving;
  if (result.ok) world.acknowledged.push(...records);
}

async function take(world: World, step: Step): Promise<void> {
  const tabOf = (index: number): Tab | undefined => world.tabs.filter((tab) => tab.isAlive())[index];
  switch (step.kind) {
    case 'edit': {
      const tab = tabOf(step.tab);
      if (tab) save(world, tab, makeEdit(tab.factCheck, step.edit, { clock: tab.clock, by: null }));
      return;
    }
    case 'deliver':
      tabOf(step.tab)?.deliver();
      return;
    case 'lose':
      tabOf(step.tab)?.lose();
      return;
    case 'turn':
      for (let i = 0; i < step.count && world.scheduler.count() > 0; i += 1)
        await world.scheduler.waitNext(1);
      return;
    case 'fail':
      world.database.failures = step.transactions;
      return;
    case 'time-passes':
      for (const act of Array.from(world.timers)) act();
      return;
    case 'open-tab':
      if (world.tabs.filter((tab) => tab.isAlive()).length < 3) await openAndRead(world, step.skew);
      return;
    case 'kill-tab':
      tabOf(step.tab)?.dieAfter(-1);
      if (!tabOf(0)) await openAndRead(world, 0);
      return;
    case 'kill-browser':
      world.browser.crash(step.lostWrites);
      await openAndRead(world, step.skew);
  }
}

/** A new tab that shows the fact check, as it is painted or as it comes from the database. */
async function openAndRead(world: World, skewBy: number): Promise<Tab> {
  const start = world.tabs[0]?.factCheck;
  if (!start) throw new Error('There is no fact check.');
  const tab = openTab(world, gatherFactCheck(start.id, []), skewBy);
  await whileTurning(world, show(tab));
  return tab;
}

async function show(tab: Tab): Promise<void> {
  const opened = await tab.store.open(tab.factCheck.id);
  if (!opened.ok) throw new Error(opened.problem);
  tab.factCheck = opened.factCheck;
}

/**
 * Acknowledged words that are nowhere: neither in what stands nor in a copy beside it, nor in what these were edited from.
 * What was edited from what is known from the records' `base`, not from what the store believes.
 */
function lostOf(world: World): readonly AnyRecord[] {
  const disk = world.database.generations.at(-1)?.disk ?? new Map<string, string>();
  return world.acknowledged.filter((record) => !isRemoved(record, world) && !isOn(disk, record, world.made));
}

/** Acknowledged words that nobody can find: neither in what is shown nor among the conflicts. */
async function outOfReach(world: World, { store, factCheck }: Tab): Promise<readonly AnyRecord[]> {
  const conflicts = (await store.conflicts(factCheck.id)).map(({ record }) => record);
  const reachable = [...recordsOf(factCheck), ...conflicts];
  return world.acknowledged.filter(
    (record) =>
      !isRemoved(record, world) &&
      !reachable.some(
        (other) => other.type === record.type && other.id === record.id && isIn(record, other, world.made),
      ),
  );
}

/** What tabs show that say that all is saved, and what is in no database: a power cut may take it. */
function shownInVain(world: World): readonly AnyRecord[] {
  const { tabs, database, made } = world;
  const sayingSaved = tabs.filter(({ isAlive, store }) => {
    const { unsaved, problem, isReconciled } = store.state();
    return isAlive() && unsaved === 0 && problem === null && isReconciled;
  });
  const shown = new Set(sayingSaved.flatMap(({ factCheck }) => recordsOf(factCheck)));
  return [...shown].filter(
    (record) =>
      !isRemoved(record, world) && !database.generations.some(({ disk }) => isOn(disk, record, made)),
  );
}

/** True when somebody removed it who saw it, in any tab. */
function isRemoved(record: AnyRecord, { removed, made }: World): boolean {
  return removed.some((gone) => gone.id === record.id && isIn(record, gone, made));
}

function isIn(record: AnyRecord, later: AnyRecord | undefined, made: World['made']): boolean {
  if (later === undefined) return false;
  return sayTheSame(record, later) || isIn(record, made.get(String(later.base)), made);
}

function isOn(disk: ReadonlyMap<string, string>, record: AnyRecord, made: World['made']): boolean {
  const end = `/${record.type}/${record.id}`;
  const found = [...disk].filter(([name]) => name.endsWith(end) || name.includes(`${end}/`));
  return found.some(([name, text]) => {
    const read = parseKept(name, text);
    return read.ok && isIn(record, read.kept.record, made);
  });
}

test('whatever tabs do and whenever they die, every acknowledged edit is there after a restart', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(arbitraryStep, { minLength: 20, maxLength: 60 }),
      fc.nat(40),
      async (scheduler, steps, lostWrites) => {
        // Names decide between revisions of one time: a counterexample has to be the same when it is run again.
        named = 0;
        const world: World = {
          browser: createFakeBrowser(),
          database: createFakeDatabase(),
          scheduler,
          timers: new Set(),
          acknowledged: [],
          made: new Map(),
          removed: [],
          tabs: [],
        };
        const first = openTab(world, null, 0);
        for (const record of recordsOf(first.factCheck)) world.made.set(String(record.rev), record);
        const creating = first.store.create(first.factCheck);
        for (const edit of PREPARATION)
          save(world, first, makeEdit(first.factCheck, edit, { clock: first.clock, by: null }));
        await settleDown(world);
        expect(await creating).toEqual({ ok: true });

        for (const step of steps) {
          await take(world, step);
          await nextTask();
          expect(shownInVain(world)).toEqual([]);
        }

        world.database.failures = 0;
        world.browser.crash(lostWrites);
        const tab = await openAndRead(world, 0);
        await settleDown(world);
        expect(lostOf(world)).toEqual([]);

        // All copies agree, and say what the tab shows.
        expect(tab.store.state()).toMatchObject({ unsaved: 0, isReconciled: true });
        const disk = world.database.generations.at(-1)?.disk;
        const ours = [...world.browser.disk].filter(([key]) => parseKey(key));
        expect(ours.filter(([key, text]) => disk?.get(key) !== text)).toEqual([]);
        const again = await tab.store.open(tab.factCheck.id);
        expect(await outOfReach(world, tab)).toEqual([]);
        expect(again.ok && new Set(recordsOf(again.factCheck))).toEqual(new Set(recordsOf(tab.factCheck)));
      },
    ),
    { numRuns: 60, endOnFailure: true },
  );
}, 60_000);
