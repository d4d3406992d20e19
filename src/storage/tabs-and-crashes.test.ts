import * as fc from 'fast-check';
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { say } from '../messages/say.ts';
import { applyChange, invertChange, isEmptyChange, type Change, type Hand } from '../domain/change.ts';
import type { Clock } from '../domain/clock.ts';
import { gatherFactCheck, recordsOf, type AnyRecord, type FactCheck } from '../domain/fact-check.ts';
import { sayTheSame } from '../domain/record.ts';
import { restoreRemoved } from '../domain/restore-removed.ts';
import { spareHeld } from '../domain/spare-held.ts';
import { openStore } from './open-store.ts';
import { MIRROR_FULL, REMOVED } from './sentences.ts';
import { parseKey } from './storage-key.ts';
import type { SaveResult, Store } from './store.ts';
import { arbitraryEdit, makeEdit, type Edit } from './testing/arbitrary-edits.ts';
import { createFakeBrowser, type FakeBrowser, type FakeTab } from './testing/fake-browser.ts';
import { createFakeClock } from './testing/fake-clock.ts';
import { createFakeDatabase, openFakePlace, type FakeDatabase } from './testing/fake-database.ts';
import { startSample } from './testing/sample.ts';
import { parseKept } from './written-value.ts';

// Digests are taken elsewhere, at their own time: what is found here has to be the same when it is run again.
beforeAll(async () => {
  vi.stubGlobal('crypto', {});
  // Code that is loaded on demand comes at its own time too, once.
  await Promise.all([
    import('./reconcile.ts'),
    import('./carry-unread.ts'),
    import('./drop-removed.ts'),
    import('./give-way.ts'),
    import('./list-removed.ts'),
  ]);
});
afterAll(() => void vi.unstubAllGlobals());

const DAY = 24 * 60 * 60 * 1000;

type Step =
  | { readonly kind: 'edit'; readonly tab: number; readonly edit: Edit }
  /** What was done last in this tab is taken back, or done again. */
  | { readonly kind: 'undo' | 'redo'; readonly tab: number }
  /** The annotation that was removed last is brought back. */
  | { readonly kind: 'bring-back'; readonly tab: number }
  /** Another tab's writes to localStorage arrive. */
  | { readonly kind: 'deliver'; readonly tab: number }
  | { readonly kind: 'lose'; readonly tab: number }
  /** One operation of a database starts or answers. */
  | { readonly kind: 'turn'; readonly count: number }
  | { readonly kind: 'fail'; readonly transactions: number }
  /** What has been waited for too long is given up, and what was to be tried again is. */
  | { readonly kind: 'time-passes' }
  /** Nobody does anything until everything that is under way has come to its end. */
  | { readonly kind: 'rest' }
  | { readonly kind: 'remove'; readonly tab: number }
  | { readonly kind: 'restore'; readonly tab: number }
  | { readonly kind: 'open-tab'; readonly skew: number }
  | { readonly kind: 'kill-tab'; readonly tab: number }
  | { readonly kind: 'kill-browser'; readonly lostWrites: number; readonly skew: number };

/** What this browser is like, and what is done in it. */
interface Circumstances {
  readonly hasDatabase: boolean;
  readonly hasLocalStorage: boolean;
  /** Days by which a clock may be wrong. */
  readonly mostSkew: number;
  /** How many of the last writes to localStorage never reach the disk when the browser is killed. */
  readonly mostLostWrites: number;
  /** Whether the fact check is removed and restored as well. */
  readonly hasRemovals: boolean;
  /** How much (UTF-16 units) is left of what we write to localStorage, where tabs can overrun what the browser takes together. */
  readonly room: number | null;
}

function arbitraryStepIn({ mostSkew, mostLostWrites, hasRemovals, room }: Circumstances): fc.Arbitrary<Step> {
  const skew = fc.integer({ min: -mostSkew, max: mostSkew }).map((days) => days * DAY);
  const tab = fc.nat(2);
  const ofTab = <Kind extends Step['kind']>(kind: Kind): fc.Arbitrary<{ kind: Kind; tab: number }> =>
    fc.record({ kind: fc.constant(kind), tab });
  // Where it is about room a few edits take it all.
  const edit =
    room === null
      ? arbitraryEdit
      : arbitraryEdit.map((one) => ({ ...one, words: one.words + 'x'.repeat(room / 4) }));
  const count = fc.integer({ min: 1, max: 6 });
  const transactions = fc.integer({ min: 1, max: 3 });
  const removals: fc.WeightedArbitrary<Step>[] = hasRemovals
    ? [
        { weight: 2, arbitrary: ofTab('remove') },
        { weight: 2, arbitrary: ofTab('restore') },
      ]
    : [];
  return fc.oneof(
    { weight: 8, arbitrary: fc.record({ kind: fc.constant('edit' as const), tab, edit }) },
    { weight: 2, arbitrary: ofTab('undo') },
    { weight: 1, arbitrary: ofTab('redo') },
    { weight: 1, arbitrary: ofTab('bring-back') },
    { weight: 6, arbitrary: ofTab('deliver') },
    { weight: 1, arbitrary: ofTab('lose') },
    { weight: 10, arbitrary: fc.record({ kind: fc.constant('turn' as const), count }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('fail' as const), transactions }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'time-passes' as const }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'rest' as const }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('open-tab' as const), skew }) },
    { weight: 1, arbitrary: ofTab('kill-tab') },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('kill-browser' as const),
        lostWrites: fc.nat(mostLostWrites),
        skew,
      }),
    },
    ...removals,
  );
}

interface Tab extends FakeTab {
  readonly store: Store;
  readonly clock: Clock;
  factCheck: FactCheck;
  /** What can be taken back, and what can be done again. */
  readonly steps: { readonly undo: Change[]; readonly redo: Change[] };
}

interface World {
  readonly circumstances: Circumstances;
  readonly browser: FakeBrowser;
  readonly database: FakeDatabase;
  readonly scheduler: fc.Scheduler;
  readonly timers: Set<() => void>;
  /** What the store said it had saved. */
  readonly acknowledged: AnyRecord[];
  /** What has come to a database, by itself or in what was made of it, though whoever wrote it may not have heard the answer. */
  readonly arrived: AnyRecord[];
  /** Every record that any tab made, by revision. */
  readonly made: Map<string, AnyRecord>;
  /** As they were when somebody removed them who saw them so, with the tab; null where the whole fact check was removed. */
  readonly removed: Map<AnyRecord, Tab | null>;
  tabs: Tab[];
}

/** So that there is something to edit from the start. */
const PREPARATION: readonly Edit[] = (['annotate', 'annotate', 'give-verdict', 'cite-new'] as const).map(
  (kind, pick) => ({ kind, pick, other: 1, words: kind }),
);

let named = 0;

function openTab(world: World, start: FactCheck | null, skewBy: number): Tab {
  const { browser, database, scheduler, timers, circumstances } = world;
  const fake = browser.openTab();
  const clock = createFakeClock(`tab${(named += 1)}`, Date.UTC(2026, 5, 1) + skewBy);
  const place = openFakePlace(database, {
    isAlive: fake.isAlive,
    isAlone: () => world.tabs.every((tab) => tab === own || !tab.isAlive()),
    turn: (label) => scheduler.schedule(Promise.resolve(), label),
  });
  const store = openStore({
    ...fake,
    localStorage: circumstances.hasLocalStorage ? fake.localStorage : null,
    clock,
    durable: circumstances.hasDatabase ? place : null,
    channel: circumstances.room === null ? null : fake.talk,
    after: (_, act) => {
      timers.add(act);
      return () => timers.delete(act);
    },
  });
  const own: Tab = {
    ...fake,
    store,
    clock,
    factCheck: start ?? startSample(clock),
    steps: { undo: [], redo: [] },
  };
  store.watch(({ factCheckId, changed, heldUp = [], removed }) => {
    if (factCheckId !== own.factCheck.id) return;
    const gone = new Set(removed.map(({ type, id }) => `${type}/${id}`));
    const stays = recordsOf(own.factCheck).filter(({ type, id }) => !gone.has(`${type}/${id}`));
    own.factCheck = gatherFactCheck(factCheckId, [...stays, ...heldUp, ...changed]);
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

/** More words than this between tabs are no end. */
const MOST_WORDS = 5000;

/** Lets everything that is under way come to its end. */
async function settleDown(world: World): Promise<void> {
  let words = 0;
  for (let quiet = 0; quiet < 3; quiet += 1) {
    while (world.tabs.some((tab) => tab.isAlive() && tab.deliver())) {
      quiet = 0;
      expect((words += 1)).toBeLessThan(MOST_WORDS);
    }
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
  const backAgain = [...world.removed].filter(
    ([gone, by]) => by === tab && change.added.some((record) => sayTheSame(record, gone)),
  );
  for (const record of change.removed) world.removed.set({ ...record }, tab);
  const whenSaved = (): void => {
    world.acknowledged.push(...records);
    for (const [gone] of backAgain) world.removed.delete(gone);
  };
  void followSave(tab.store.save(id, change), whenSaved);
}

function makeStep(world: World, tab: Tab, change: Change): void {
  if (isEmptyChange(change)) return;
  tab.steps.undo.push(change);
  tab.steps.redo.splice(0);
  save(world, tab, change);
}

function handOf({ clock }: Tab): Hand {
  return { clock, by: null };
}

function noteArrivals({ database, arrived, made }: World): void {
  for (const [key, text] of database.arrived.splice(0)) {
    const read = parseKept(key, text);
    if (read.ok) arrived.push(...read.kept.lineage.flatMap((rev) => made.get(String(rev)) ?? []));
  }
}

/** A removal and a restore make title records of their own, which others are edited from. */
function noteTitles({ browser, made }: World): void {
  for (const [key, text] of browser.disk) {
    const read = key.includes('/fact-check/') ? parseKept(key, text) : null;
    if (read?.ok) made.set(String(read.kept.record.rev), read.kept.record);
  }
}

async function followSave(saving: Promise<SaveResult>, whenSaved: () => void): Promise<void> {
  const { ok } = await saving;
  if (ok) whenSaved();
}

async function take(world: World, step: Step): Promise<void> {
  const tabOf = (index: number): Tab | undefined => world.tabs.filter((tab) => tab.isAlive())[index];
  switch (step.kind) {
    case 'edit': {
      const tab = tabOf(step.tab);
      // Where it was removed there is nothing to edit, until somebody has restored it.
      if (tab && !isShown(tab)) await whileTurning(world, show(tab));
      if (tab && isShown(tab)) makeStep(world, tab, makeEdit(tab.factCheck, step.edit, handOf(tab)));
      return;
    }
    case 'undo':
    case 'redo': {
      const tab = tabOf(step.tab);
      const last = tab && isShown(tab) ? tab.steps[step.kind].pop() : undefined;
      if (!tab || !last) return;
      const back = spareHeld(invertChange(last, tab.factCheck, handOf(tab)), last, tab.factCheck);
      if (isEmptyChange(back)) return;
      tab.steps[step.kind === 'undo' ? 'redo' : 'undo'].push(back);
      save(world, tab, back);
      return;
    }
    case 'bring-back': {
      const tab = tabOf(step.tab);
      if (!tab || !isShown(tab)) return;
      const [gone] = await whileTurning(world, tab.store.removed(tab.factCheck.id));
      if (gone) makeStep(world, tab, restoreRemoved(tab.factCheck, [gone], handOf(tab)));
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
    case 'rest':
      await settleDown(world);
      return;
    case 'remove': {
      // Whoever removes the fact check removes the titles that it has had there.
      for (const record of world.made.values())
        if (record.type === 'fact-check') world.removed.set({ ...record }, null);
      void tabOf(step.tab)?.store.remove(idOf(world));
      return;
    }
    case 'restore':
      void tabOf(step.tab)?.store.restore(idOf(world));
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
      // Where all of it was lost it fills up again.
      if (world.browser.disk.size === 0) leaveRoom(world);
      await openAndRead(world, step.skew);
  }
}

/** Another page of this address takes up nearly all of localStorage. */
function leaveRoom({ circumstances: { room }, browser: { disk } }: World): void {
  if (room !== null) disk.set('', 'x'.repeat(MOST_MIRRORED - room));
}

/** A new tab that shows the fact check, as it is painted or as it comes from the database. */
async function openAndRead(world: World, skewBy: number): Promise<Tab> {
  const tab = openTab(world, gatherFactCheck(idOf(world), []), skewBy);
  await whileTurning(world, show(tab));
  return tab;
}

async function show(tab: Tab): Promise<void> {
  const opened = await tab.store.open(tab.factCheck.id);
  if (opened.ok) tab.factCheck = opened.factCheck;
  else if (opened.problem !== say(REMOVED)) throw new Error(opened.problem);
}

function isShown({ factCheck: { tables } }: Tab): boolean {
  return tables['fact-check'].size > 0 && tables.article.size > 0;
}

function idOf({ tabs }: World): string {
  const [tab] = tabs;
  if (!tab) throw new Error('There is no fact check.');
  return tab.factCheck.id;
}

/** The disks on which what is said to be saved has to be; the last one has all of it. */
function disksOf({ circumstances, browser, database }: World): readonly ReadonlyMap<string, string>[] {
  return circumstances.hasDatabase ? database.generations.map(({ disk }) => disk) : [browser.disk];
}

/**
 * Acknowledged words that are nowhere: neither in what stands nor in a copy beside it, nor in what these were edited from.
 * What was edited from what is known from the records' `base`, not from what the store believes.
 */
function lostOf(world: World): readonly AnyRecord[] {
  const disk = disksOf(world).at(-1) ?? new Map<string, string>();
  return world.acknowledged.filter((record) => !isRemoved(record, world) && !isOn(disk, record, world));
}

/** Acknowledged words that nobody can find: neither in what is shown nor among the conflicts. */
async function outOfReach(world: World, { store, factCheck }: Tab): Promise<readonly AnyRecord[]> {
  const conflicts = (await store.conflicts(factCheck.id)).map(({ record }) => record);
  const reachable = [...recordsOf(factCheck), ...conflicts];
  return world.acknowledged.filter(
    (record) =>
      !isRemoved(record, world) &&
      !reachable.some(
        (other) => other.type === record.type && other.id === record.id && isIn(record, other, world),
      ),
  );
}

/** What tabs show that say that all is saved, and that is not where this has to rest on. */
function shownInVain(world: World): readonly AnyRecord[] {
  const sayingSaved = world.tabs.filter(({ isAlive, store }) => {
    const { unsaved, problem, isReconciled } = store.state();
    return isAlive() && unsaved === 0 && problem === null && isReconciled;
  });
  const shown = new Set(sayingSaved.flatMap(({ factCheck }) => recordsOf(factCheck)));
  return [...shown].filter(
    (record) => !isRemoved(record, world) && !disksOf(world).some((disk) => isOn(disk, record, world)),
  );
}

/** True when somebody removed it who saw it, in any tab. */
function isRemoved(record: AnyRecord, world: World): boolean {
  return [...world.removed.keys()].some((gone) => gone.id === record.id && isIn(record, gone, world));
}

/**
 * True when the later one says the same, or was made from what does. So it is when somebody else made the same words from
 * it, such as by an undo, and they came to a database or were called saved: of two versions that say the same one is kept.
 */
function isIn(record: AnyRecord, later: AnyRecord, world: World, seen = new Set<AnyRecord>()): boolean {
  if (seen.has(later)) return false;
  seen.add(later);
  const kept = [...world.acknowledged, ...world.arrived];
  const same = kept.filter((other) => other.id === later.id && sayTheSame(other, later));
  return [later, ...same].some((version) => {
    const base = world.made.get(String(version.base));
    return sayTheSame(record, version) || (base !== undefined && isIn(record, base, world, seen));
  });
}

function isOn(disk: ReadonlyMap<string, string>, record: AnyRecord, world: World): boolean {
  const end = `/${record.type}/${record.id}`;
  const found = [...disk].filter(([name]) => name.endsWith(end) || name.includes(`${end}/`));
  return found.some(([name, text]) => {
    const read = parseKept(name, text);
    return read.ok && isIn(record, read.kept.record, world);
  });
}

const USUAL: Circumstances = {
  hasDatabase: true,
  hasLocalStorage: true,
  mostSkew: 400,
  mostLostWrites: 40,
  hasRemovals: false,
  room: null,
};

/** What we write to localStorage, and what the browser takes: so little more that a few edits come to it. */
const MOST_MIRRORED = 4_000_000;
const BROWSERS_LIMIT = MOST_MIRRORED + 100;

test.each<[where: string, circumstances: Circumstances, numRuns: number]>([
  ['', USUAL, 60],
  // That localStorage alone may lose what came last is said there: a tab may die, and the browser is closed politely.
  [' where there is no database', { ...USUAL, hasDatabase: false, mostLostWrites: 0 }, 40],
  [' where localStorage is blocked', { ...USUAL, hasLocalStorage: false }, 40],
  // All that is in localStorage is lost then.
  [
    ' where tabs write more to localStorage together than it takes',
    { ...USUAL, mostLostWrites: 2, room: 7000 },
    60,
  ],
  // Of what was removed a day ago by its clock, the records are let go of.
  [' of a fact check that is removed and restored', { ...USUAL, mostSkew: 0, hasRemovals: true }, 60],
])(
  'whatever tabs do and whenever they die, every acknowledged edit is there after a restart%s',
  async (_, circumstances, numRuns) => {
    let overruns = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(arbitraryStepIn(circumstances), { minLength: 20, maxLength: 60 }),
        fc.nat(circumstances.mostLostWrites),
        async (scheduler, steps, lostWrites) => {
          const world = await prepare(circumstances, scheduler);
          for (const step of steps) {
            await take(world, step);
            noteTitles(world);
            await nextTask();
            noteArrivals(world);
            expect(shownInVain(world)).toEqual([]);
          }
          world.database.failures = 0;
          world.browser.crash(lostWrites);
          overruns += world.browser.overruns();
          await expectAllThere(world);
        },
      ),
      { numRuns, endOnFailure: true },
    );
    // Otherwise nothing was tried.
    expect(circumstances.room === null || overruns > 0).toBe(true);
  },
  120_000,
);

/** A world in which a fact check is kept. */
async function prepare(circumstances: Circumstances, scheduler: fc.Scheduler): Promise<World> {
  // Names decide between revisions of one time: a counterexample has to be the same when it is run again.
  named = 0;
  const world: World = {
    circumstances,
    browser: createFakeBrowser(circumstances.room === null ? {} : { limit: BROWSERS_LIMIT, isLate: true }),
    database: createFakeDatabase(),
    scheduler,
    timers: new Set(),
    acknowledged: [],
    arrived: [],
    made: new Map(),
    removed: new Map(),
    tabs: [],
  };
  leaveRoom(world);
  const first = openTab(world, null, 0);
  for (const record of recordsOf(first.factCheck)) world.made.set(String(record.rev), record);
  const creating = first.store.create(first.factCheck);
  for (const edit of PREPARATION)
    save(world, first, makeEdit(first.factCheck, edit, { clock: first.clock, by: null }));
  await settleDown(world);
  expect(await creating).toMatchObject({ ok: true });
  if (circumstances.room !== null) await openAndRead(world, 0);
  return world;
}

/** The next start has all that was acknowledged, shows it, and has it alike in all copies. */
async function expectAllThere(world: World): Promise<void> {
  const tab = await openAndRead(world, 0);
  await settleDown(world);
  if (!isShown(tab)) {
    await whileTurning(world, tab.store.restore(tab.factCheck.id));
    await whileTurning(world, show(tab));
    await settleDown(world);
  }
  noteArrivals(world);
  expect(isShown(tab)).toBe(true);
  expect(lostOf(world)).toEqual([]);

  const { caveat } = tab.store.state();
  expect(tab.store.state()).toMatchObject({ unsaved: 0, isReconciled: true });
  const disk = disksOf(world).at(-1);
  const ours = [...world.browser.disk].filter(([key]) => parseKey(key));
  // Where there is no room for what is new, what is old stays, and is overtaken at each start.
  const unlike = ours.filter(([key, text]) => disk?.get(key) !== text);
  expect(caveat === say(MIRROR_FULL) ? [] : unlike).toEqual([]);
  const again = await tab.store.open(tab.factCheck.id);
  expect(await outOfReach(world, tab)).toEqual([]);
  expect(again.ok && new Set(recordsOf(again.factCheck))).toEqual(new Set(recordsOf(tab.factCheck)));
}
