import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { say } from '../messages/say.ts';
import { annotate } from '../domain/annotate.ts';
import { applyChange } from '../domain/change.ts';
import type { Clock } from '../domain/clock.ts';
import { renameFactCheck } from '../domain/fact-check-edits.ts';
import { articleOf, gatherFactCheck, recordsOf, type FactCheck } from '../domain/fact-check.ts';
import type { Evidence } from '../domain/evidence.ts';
import { startFactCheck } from '../domain/start-fact-check.ts';
import type { DurablePlace } from './durable-shelf.ts';
import { TEXT_MISFIT } from './fit-articles.ts';
import { openStore, type StoreParts } from './open-store.ts';
import { LET_GO } from './removing.ts';
import {
  ARTICLE_CHANGED,
  LONG_ALONE,
  MIRROR_FULL,
  NO_LOCAL_STORAGE,
  NOT_FOUND_YET,
  NOT_HERE,
  NOTHING_KEPT,
  OLDER_TEXT_CHANGED,
  ONE_COPY,
  REMOVED,
  sayLeftOut,
} from './sentences.ts';
import { NO_DATABASE, NO_QUICK_PART, NOT_COMPARED, ONLY_THIS_TAB } from './say-missing.ts';
import type { Store } from './store.ts';
import { keyOf } from './storage-key.ts';
import { createFakeBrowser, type FakeBrowser } from './testing/fake-browser.ts';
import { createFakeClock } from './testing/fake-clock.ts';
import {
  createFakeDatabase,
  type FakeDatabase,
  neverAnswer,
  openBarePlace,
  openFakePlace,
} from './testing/fake-database.ts';
import { SAMPLE_ARTICLE, startSample } from './testing/sample.ts';
import { sha256Of } from './testing/sha256-of.ts';
import { parseKept, serialiseKept } from './written-value.ts';

const POINT = { quote: { exact: 'bridge', prefix: 'The ', suffix: ' is' }, position: { start: 4, end: 10 } };

interface Machine {
  readonly browser: FakeBrowser;
  readonly database: FakeDatabase;
}

interface Session {
  readonly store: Store;
  readonly clock: Clock;
  /** Lets what waits for its time happen now, but for what would wait for more milliseconds than these. */
  readonly passTime: (longest?: number) => void;
}

function createMachine(): Machine {
  return { browser: createFakeBrowser(), database: createFakeDatabase() };
}

let started = 0;

function start({ browser, database }: Machine, parts: Partial<StoreParts> = {}): Session {
  const tab = browser.openTab();
  const clock = createFakeClock(`session${(started += 1)}`);
  const timers = new Map<() => void, number>();
  const durable = openFakePlace(database, {
    isAlive: () => true,
    isAlone: () => true,
    turn: () => Promise.resolve(),
  });
  const after: StoreParts['after'] = (milliseconds, act) => {
    const timer = (): void => {
      timers.delete(timer);
      act();
    };
    timers.set(timer, milliseconds);
    return () => timers.delete(timer);
  };
  const store = openStore({ ...tab, clock, durable, after, ...parts });
  const passTime: Session['passTime'] = (longest = Infinity) => {
    for (const [act, milliseconds] of Array.from(timers)) if (milliseconds <= longest) act();
  };
  return { store, clock, passTime };
}

/** A fact check with one annotation, saved in a session that has ended. */
async function keepSample(machine: Machine): Promise<FactCheck> {
  const { store, clock } = start(machine);
  const empty = startSample(clock);
  const change = annotate(empty, { targets: [POINT], id: 'a1' }, { clock, by: null });
  expect(await store.create(empty)).toEqual({ ok: true });
  expect(await store.save(empty.id, change)).toEqual({ ok: true });
  return applyChange(empty, change);
}

async function openIn({ store }: Session, id: string): Promise<ReadonlySet<unknown>> {
  const opened = await store.open(id);
  if (!opened.ok) throw new Error(opened.problem);
  return new Set(recordsOf(opened.factCheck));
}

/** A clock that is right on a day of the next year. */
function clockOn(day: number): Clock {
  return createFakeClock(`day${day}`, Date.UTC(2027, 0, 1 + day));
}

/** Waits until all copies were compared. */
async function reconciled({ store }: Session): Promise<void> {
  await new Promise<void>((resolve) => {
    const look = (): void => {
      if (store.state().isReconciled) resolve();
    };
    store.watchState(look);
    look();
  });
}

/** Waits until a try of the start has failed. */
async function whenInTrouble({ store }: Session): Promise<void> {
  await new Promise<void>((resolve) => {
    const stop = store.watchState(() => {
      if (store.state().problem === null) return;
      stop();
      resolve();
    });
  });
}

test.each([
  ['localStorage is emptied', ({ browser }: Machine) => browser.disk.clear()],
  ['all databases are emptied', ({ database }: Machine) => (database.generations = [])],
  [
    'the newest database is damaged from end to end',
    ({ database }: Machine) => {
      const disk = database.generations.at(-1)?.disk;
      for (const key of disk?.keys() ?? []) disk?.set(key, 'x');
    },
  ],
  [
    'all of localStorage is damaged',
    ({ browser }: Machine) => {
      for (const key of browser.disk.keys()) browser.disk.set(key, '{}');
    },
  ],
])('when %s the other copy restores everything', async (_, damage) => {
  const machine = createMachine();
  const factCheck = await keepSample(machine);
  await reconciled(start(machine));
  damage(machine);

  const session = start(machine);
  expect(await session.store.list()).toMatchObject([{ id: factCheck.id }]);
  expect(await openIn(session, factCheck.id)).toEqual(new Set(recordsOf(factCheck)));
  await reconciled(session);
  // Both copies are whole again: either alone is enough.
  const { browser, database } = machine;
  const fromLocalStorage = start({ browser, database: createFakeDatabase() });
  expect(await openIn(fromLocalStorage, factCheck.id)).toEqual(new Set(recordsOf(factCheck)));
  const fromDatabase = start({ browser: createFakeBrowser(), database });
  expect(await openIn(fromDatabase, factCheck.id)).toEqual(new Set(recordsOf(factCheck)));
});

test('that the database had lost a fact check is told, once, whether or not somebody opens it', async () => {
  const machine = createMachine();
  const { id } = await keepSample(machine);
  machine.database.generations = [];
  const told: unknown[] = [];
  for (let i = 0; i < 2; i += 1) {
    const session = start(machine);
    await reconciled(session);
    told.push(...session.store.takeFindings(), ...session.store.takeFindings());
  }
  expect(told).toEqual([{ kind: 'only-here', factCheckId: id, count: 1 }]);
});

test('that is told once, and not before it is true, however often a start fails', async () => {
  const machine = createMachine();
  const { id } = await keepSample(machine);
  machine.database.generations = [];
  const isFull = { now: true };
  const durable = openFakePlace(machine.database, {
    isAlive: () => true,
    isAlone: () => true,
    turn: (label) =>
      label === 'merge' && isFull.now
        ? Promise.reject(new DOMException('It is full.', 'QuotaExceededError'))
        : Promise.resolve(),
  });
  const session = start(machine, { durable });
  await whenInTrouble(session);
  for (let i = 0; i < 2; i += 1) {
    session.passTime();
    await whenInTrouble(session);
  }
  expect(session.store.takeFindings()).toEqual([]);
  isFull.now = false;
  session.passTime();
  await reconciled(session);
  expect(session.store.takeFindings()).toEqual([{ kind: 'only-here', factCheckId: id, count: 1 }]);
});

test('a database that lists and never reads is no reason to wait for ever', async () => {
  const machine = createMachine();
  const factCheck = await keepSample(machine);
  const silent = openFakePlace(machine.database, {
    isAlive: () => true,
    isAlone: () => true,
    turn: (label) => (label === 'list' ? neverAnswer() : Promise.resolve()),
  });
  const session = start(machine, { durable: silent });
  expect(await openIn(session, factCheck.id)).toEqual(new Set(recordsOf(factCheck)));
  while (session.store.state().problem === null) {
    await setImmediate();
    session.passTime();
  }
  expect(session.store.state().problem).toContain('does not answer');
});

test('a start does not write over what another tab has written since, and shows it, though no word of it has come', async () => {
  const machine = createMachine();
  const factCheck = await keepSample(machine);
  let answer: () => void = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const slow = openFakePlace(machine.database, {
    isAlive: () => true,
    isAlone: () => true,
    turn: (label) => (label === 'read' ? answered : Promise.resolve()),
  });
  const here = start(machine, { durable: slow });
  expect(here.store.known()).toHaveLength(1);
  const told: unknown[] = [];
  here.store.watch(({ changed }) => told.push(...changed));

  const other = start(machine, { durable: { ...slow, open: neverAnswer } });
  const renamed = renameFactCheck(factCheck, 'Meanwhile', { clock: other.clock, by: null });
  void other.store.save(factCheck.id, renamed);
  const written = new Map(machine.browser.disk);
  answer();
  await reconciled(here);

  expect(machine.browser.disk).toEqual(written);
  expect(told).toEqual(renamed.updated.map(({ after }) => after));
  const records = new Set(recordsOf(applyChange(factCheck, renamed)));
  expect(await openIn(here, factCheck.id)).toEqual(records);
  machine.browser.disk.clear();
  expect(await openIn(start(machine), factCheck.id)).toEqual(records);
});

test('what another tab writes while a start reads the database is known by its end, though no word of it has come', async () => {
  const machine = createMachine();
  const factCheck = await keepSample(machine);
  const written = new Map(machine.browser.disk);
  machine.browser.disk.clear();
  const slow = startSlowly(machine);
  void slow.store.open(factCheck.id);
  for (const [key, text] of written) machine.browser.disk.set(key, text);
  slow.answer();
  await reconciled(slow);
  expect(slow.store.known()).toMatchObject([{ id: factCheck.id, annotations: 1 }]);
});

test('what only an earlier database has is shown before a new one is filled with it', async () => {
  const machine = createMachine();
  const factCheck = await keepSample(machine);
  await reconciled(start(machine));
  machine.browser.disk.clear();
  const busy = openFakePlace(machine.database, {
    isAlive: () => true,
    isAlone: () => true,
    turn: (label) => (label === 'merge' ? neverAnswer() : Promise.resolve()),
  });
  const session = start(machine, { durable: busy });

  expect(await session.store.list()).toMatchObject([{ id: factCheck.id }]);
  expect(await openIn(session, factCheck.id)).toEqual(new Set(recordsOf(factCheck)));
  expect(session.store.state().isReconciled).toBe(false);
});

test('what localStorage lost comes back while the page is open, and the person is told', async () => {
  const machine = createMachine();
  const factCheck = await keepSample(machine);
  const key = `linecheck/${factCheck.id}/annotation/a1`;
  machine.browser.disk.delete(key);

  let answer = (): void => {};
  const isPainted = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const slow = openFakePlace(machine.database, {
    isAlive: () => true,
    isAlone: () => true,
    turn: () => isPainted,
  });
  const session = start(machine, { durable: slow });
  const told: unknown[] = [];
  session.store.watch(({ changed }) => told.push(...changed.map(({ id }) => id)));
  const painted = await session.store.open(factCheck.id);
  expect(painted.ok && painted.factCheck.tables.annotation.size).toBe(0);
  answer();
  await reconciled(session);
  expect(told).toEqual(['a1']);
  expect(session.store.takeFindings()).toEqual([{ kind: 'restored', factCheckId: factCheck.id, count: 1 }]);
  expect(machine.browser.disk.has(key)).toBe(true);
});

/** A store that is started while its database does not answer; `answer` lets it. */
function startSlowly(machine: Machine): Session & { readonly answer: () => void } {
  let answer = (): void => {};
  const isAwake = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const tenant = { isAlive: () => true, isAlone: () => true, turn: () => isAwake };
  return { ...start(machine, { durable: openFakePlace(machine.database, tenant) }), answer };
}

test('as long as the database has not answered nobody is told that a fact check is not there', async () => {
  const machine = createMachine();
  const factCheck = await keepSample(machine);
  machine.browser.disk.clear();
  const session = startSlowly(machine);
  let listed = 0;
  session.store.watchList(() => (listed += 1));
  const opening = session.store.open(factCheck.id);
  const looking = session.store.open('no-such-one');
  session.passTime();
  const awaited = { ok: false, problem: NOT_FOUND_YET, isAwaited: true };
  expect([await opening, await looking]).toEqual([awaited, awaited]);

  session.answer();
  while (!session.store.state().isReconciled) {
    session.passTime();
    await setImmediate();
  }
  expect(listed).toBeGreaterThan(0);
  expect(await openIn(session, factCheck.id)).toEqual(new Set(recordsOf(factCheck)));
  expect(await session.store.open('no-such-one')).toEqual({ ok: false, problem: NOT_HERE });
});

test('who looks again when the database answers at last does not wait for the next try of the start', async () => {
  const machine = createMachine();
  const factCheck = await keepSample(machine);
  machine.browser.disk.clear();
  const session = startSlowly(machine);
  // The start gives up, and whoever asks after that does so too.
  for (let tries = 0; tries < 2; tries += 1) {
    const opening = session.store.open(factCheck.id);
    session.passTime(5000);
    expect(await opening).toMatchObject({ isAwaited: true });
    await setImmediate();
  }
  session.answer();
  expect(await openIn(session, factCheck.id)).toEqual(new Set(recordsOf(factCheck)));
});

test('a removed fact check is no riddle, however slow the database is', async () => {
  const machine = createMachine();
  const factCheck = await keepSample(machine);
  await start(machine).store.remove(factCheck.id);
  const session = startSlowly(machine);
  const opening = session.store.open(factCheck.id);
  session.passTime();
  expect(await opening).toEqual({ ok: false, problem: REMOVED });
});

test('who needs everything waits for both copies, and is told when one of them can’t be read', async () => {
  const machine = createMachine();
  const factCheck = await keepSample(machine);
  machine.browser.disk.clear();
  const slow = startSlowly(machine);
  const comparing = slow.store.compareCopies();
  slow.answer();
  expect(await comparing).toEqual({ ok: true });
  expect(await slow.store.list()).toMatchObject([{ id: factCheck.id }]);

  const notCompared = { ok: false, problem: NOT_COMPARED };
  const silent = start(machine, { durable: openBarePlace(neverAnswer) });
  const answers: unknown[] = [];
  void silent.store.compareCopies().then((answer) => answers.push(answer));
  // What is waited for too long is so once the code that waits has come.
  while (answers.length === 0) {
    await setImmediate();
    silent.passTime();
  }
  expect(answers).toEqual([notCompared]);
});

test.each<[what: string, parts: Partial<StoreParts>, problem: string]>([
  ['the database', { durable: null }, say(NO_DATABASE)],
  ['the quick part', { localStorage: null }, say(NO_QUICK_PART)],
  ['both', { localStorage: null, durable: null }, say(ONLY_THIS_TAB)],
])(
  'where the browser refuses %s there is nothing to compare, and that is said',
  async (_, parts, problem) => {
    const machine = createMachine();
    await keepSample(machine);
    expect(await start(machine, parts).store.compareCopies()).toEqual({ ok: false, problem });
  },
);

test('a database that answers too late is let go of', async () => {
  const machine = createMachine();
  const tenant = { isAlive: () => true, isAlone: () => true, turn: () => Promise.resolve() };
  const place = openFakePlace(machine.database, tenant);
  let closed = 0;
  let answer = (): void => {};
  const durable: DurablePlace = {
    ...place,
    open: () =>
      new Promise((resolve) => {
        answer = () =>
          void place.open().then((shelf) => resolve({ ...shelf, close: () => void (closed += 1) }));
      }),
  };
  const session = start(machine, { durable });
  await setImmediate();
  const late = answer;
  session.passTime();
  late();
  await setImmediate();
  expect(closed).toBe(1);
});

test('a save that fails is said so, tried again, and reported when it is done', async () => {
  const machine = createMachine();
  const factCheck = await keepSample(machine);
  const session = start(machine);
  await reconciled(session);

  machine.database.failures = 3;
  const change = renameFactCheck(factCheck, 'Later', { clock: session.clock, by: null });
  expect(await session.store.save(factCheck.id, change)).toMatchObject({ ok: false });
  expect(session.store.state().unsaved).toBe(1);

  while (session.store.state().unsaved > 0) {
    session.passTime();
    await setImmediate();
  }
  expect(session.store.state()).toMatchObject({ unsaved: 0, problem: null });
  const elsewhere = start({ browser: createFakeBrowser(), database: machine.database });
  expect(await elsewhere.store.list()).toMatchObject([{ title: 'Later' }]);
});

test('a start that the database refuses is a problem until it works: what the last session could not save is not saved', async () => {
  const machine = createMachine();
  const factCheck = await keepSample(machine);
  await reconciled(start(machine));
  machine.database.failures = Infinity;
  const last = start(machine);
  const change = renameFactCheck(factCheck, 'Later', { clock: last.clock, by: null });
  expect(await last.store.save(factCheck.id, change)).toMatchObject({ ok: false });

  const session = start(machine);
  expect(session.store.state()).toMatchObject({ isReconciled: false });
  await setImmediate();
  expect(session.store.state()).toMatchObject({ unsaved: 0, isReconciled: false });
  expect(session.store.state().problem).toContain('full');
  session.passTime();
  await setImmediate();
  expect(session.store.state().problem).toContain('full');

  machine.database.failures = 0;
  session.passTime();
  await reconciled(session);
  expect(session.store.state()).toMatchObject({ unsaved: 0, problem: null });
  const elsewhere = start({ browser: createFakeBrowser(), database: machine.database });
  expect(await elsewhere.store.list()).toMatchObject([{ title: 'Later' }]);
});

test('a start that the database does not answer is a problem too', async () => {
  const machine = createMachine();
  await keepSample(machine);
  const silent = openBarePlace(neverAnswer);
  const session = start(machine, { durable: silent });
  expect(session.store.state()).toMatchObject({ problem: null, isReconciled: false });
  session.passTime();
  await setImmediate();
  expect(session.store.state().problem).toContain('does not answer');
  expect(session.store.state().isReconciled).toBe(false);
});

test('a database that does not answer is not waited for', async () => {
  const machine = createMachine();
  const factCheck = await keepSample(machine);
  const silent = openBarePlace(neverAnswer);
  const session = start(machine, { durable: silent });
  const change = renameFactCheck(factCheck, 'Later', { clock: session.clock, by: null });
  const saving = session.store.save(factCheck.id, change);
  // The first try, and the one on a database that is opened anew.
  for (let tries = 0; tries < 2; tries += 1) {
    session.passTime();
    await setImmediate();
  }
  expect(await saving).toMatchObject({ ok: false });
});

test('where the database is blocked localStorage has to do, and the note says what that means', async () => {
  const machine = createMachine();
  const refusing = openBarePlace(() =>
    Promise.reject(new DOMException('The user denied permission.', 'SecurityError')),
  );
  const session = start(machine, { durable: refusing });
  const factCheck = startLong(session.clock);
  expect(await session.store.create(factCheck)).toEqual({ ok: true, note: ONE_COPY });
  expect(await openIn(start(machine, { durable: refusing }), factCheck.id)).toEqual(
    new Set(recordsOf(factCheck)),
  );
});

test('where localStorage is blocked the database has to do', async () => {
  const machine = createMachine();
  const session = start(machine, { localStorage: null });
  const factCheck = startSample(session.clock);
  expect(await session.store.create(factCheck)).toEqual({ ok: true, note: NO_LOCAL_STORAGE });
  const later = start(machine, { localStorage: null });
  expect(await later.store.list()).toMatchObject([{ id: factCheck.id }]);
  expect(await openIn(later, factCheck.id)).toEqual(new Set(recordsOf(factCheck)));
});

test('where localStorage is damaged and throws, it is as if it were blocked', async () => {
  const fail = (): never => {
    throw new DOMException('It is corrupted.', 'NS_ERROR_FILE_CORRUPTED');
  };
  const localStorage: StoreParts['localStorage'] = {
    get length() {
      return fail();
    },
    key: fail,
    getItem: fail,
    setItem: fail,
    removeItem: fail,
  };
  const machine = createMachine();
  const session = start(machine, { localStorage });
  const factCheck = startSample(session.clock);
  expect(await session.store.create(factCheck)).toEqual({ ok: true, note: NO_LOCAL_STORAGE });
  expect(await openIn(start(machine, { localStorage }), factCheck.id)).toEqual(new Set(recordsOf(factCheck)));
});

test('where everything is blocked nothing is promised, and the work is there as long as the tab', async () => {
  const session = start(createMachine(), { localStorage: null, durable: null });
  expect(session.store.state()).toMatchObject({ unsaved: 0, problem: null, caveat: NOTHING_KEPT });
  const factCheck = startSample(session.clock);
  expect(await session.store.create(factCheck)).toEqual({ ok: false, problem: NOTHING_KEPT, isHeld: true });
  expect(session.store.state()).toMatchObject({ problem: NOTHING_KEPT });
  expect(session.store.state().unsaved).toBeGreaterThan(0);
  expect(await session.store.list()).toMatchObject([{ id: factCheck.id }]);
  expect(await openIn(session, factCheck.id)).toEqual(new Set(recordsOf(factCheck)));
});

test('what a full disk does not take is held, and can be opened', async () => {
  const machine = createMachine();
  const session = start(machine);
  await reconciled(session);
  machine.database.failures = 2;
  const factCheck = startSample(session.clock);
  expect(await session.store.create(factCheck)).toMatchObject({ ok: false, isHeld: true });
  expect(await openIn(session, factCheck.id)).toEqual(new Set(recordsOf(factCheck)));
});

test('a full localStorage does not stop the work', async () => {
  const machine = { browser: createFakeBrowser({ limit: 1500 }), database: createFakeDatabase() };
  const session = start(machine);
  const factCheck = startSample(session.clock);
  expect(await session.store.create(factCheck)).toEqual({ ok: true, note: MIRROR_FULL });
  expect(await openIn(start(machine), factCheck.id)).toEqual(new Set(recordsOf(factCheck)));
});

test('a localStorage that begins to throw stops no save: the database has it', async () => {
  const machine = createMachine();
  const factCheck = await keepSample(machine);
  const { localStorage } = machine.browser.openTab();
  if (!localStorage) throw new Error('The fake browser has a localStorage.');
  let isBroken = false;
  const breaking = new Proxy(localStorage, {
    get: (target, name) => {
      if (isBroken) throw new DOMException('Access is denied.', 'SecurityError');
      return Reflect.get(target, name) as unknown;
    },
  });
  const session = start(machine, { localStorage: breaking });
  await reconciled(session);
  isBroken = true;
  const change = renameFactCheck(factCheck, 'Broken', { clock: session.clock, by: null });
  expect(await session.store.save(factCheck.id, change)).toEqual({ ok: true, note: MIRROR_FULL });
  const opened = await openIn(start({ ...machine, browser: createFakeBrowser() }), factCheck.id);
  expect(opened).toEqual(new Set(recordsOf(applyChange(factCheck, change))));
});

test('a long article has two copies while there is ample room: it is whole without its database', async () => {
  const machine = createMachine();
  const session = start(machine);
  const factCheck = startLong(session.clock);
  expect(await session.store.create(factCheck)).toEqual({ ok: true });
  const later = start({ ...machine, database: createFakeDatabase() });
  expect(await openIn(later, factCheck.id)).toEqual(new Set(recordsOf(factCheck)));
});

test('a long article for which there is no ample room is in the database alone, which is said, and opens', async () => {
  const machine = createMachine();
  const session = start(machine);
  const factCheck = startLong(session.clock, 2_100_000);
  expect(await session.store.create(factCheck)).toEqual({ ok: true, note: LONG_ALONE });
  expect(articlesOn(machine)).toEqual([]);
  const later = start(machine);
  const opened = await later.store.open(factCheck.id);
  expect(opened).toMatchObject({ ok: true, notices: [] });
  expect(await openIn(later, factCheck.id)).toEqual(new Set(recordsOf(factCheck)));
  await reconciled(later);
  expect(later.store.state()).toMatchObject({ caveat: LONG_ALONE });
  const change = renameFactCheck(factCheck, 'Long', { clock: later.clock, by: null });
  expect(await later.store.save(factCheck.id, change)).toEqual({ ok: true, note: LONG_ALONE });
});

test('long texts that are too many for localStorage keep nothing else out of it', async () => {
  const machine = createMachine();
  const session = start(machine);
  const base = startLong(session.clock);
  const article = articleOf(base);
  const drafts = Array.from({ length: 6 }, (_, i) => ({
    ...article,
    id: `draft-${i}`,
    rev: session.clock.nextRev(),
  }));
  const factCheck = gatherFactCheck(base.id, [...recordsOf(base), ...drafts]);
  expect(await session.store.create(factCheck)).toEqual({ ok: true, note: LONG_ALONE });
  const charactersOn = (): number =>
    [...machine.browser.disk].reduce((sum, [key, text]) => sum + key.length + text.length, 0);
  const others = recordsOf(factCheck).filter(({ type }) => type !== 'article');
  for (const { id, type } of others)
    expect([...machine.browser.disk.keys()]).toContain(keyOf({ factCheckId: factCheck.id, type, id }));
  expect(articlesOn(machine)).toHaveLength(3);
  expect(charactersOn()).toBeLessThan(2_100_000);
  await reconciled(session);
  const later = start(machine);
  await reconciled(later);
  expect(later.store.state()).toMatchObject({ caveat: LONG_ALONE });
  expect(await openIn(later, factCheck.id)).toEqual(new Set(recordsOf(factCheck)));
});

test('a long article gets its second copy when there is room again, and nobody is told that it was lost', async () => {
  const machine = createMachine();
  const key = 'somebody-elses';
  machine.browser.disk.set(key, 'x'.repeat(1_800_000));
  const session = start(machine);
  const factCheck = startLong(session.clock);
  expect(await session.store.create(factCheck)).toEqual({ ok: true, note: LONG_ALONE });
  machine.browser.disk.delete(key);
  const later = start(machine);
  await reconciled(later);
  expect(articlesOn(machine)).toHaveLength(1);
  expect(later.store.state()).toMatchObject({ caveat: null });
  expect(await later.store.open(factCheck.id)).toMatchObject({ ok: true, notices: [] });
});

test('what points nowhere is told in one sentence, however much it is', async () => {
  const machine = createMachine();
  const factCheck = await keepSample(machine);
  const { store, clock } = start(machine);
  const loose = (['e1', 'e2', 'e3', 'e4', 'e5'] as const).map((id): Evidence => ({
    type: 'evidence',
    id,
    annotationId: 'a1',
    sourceId: 'gone',
    stance: 'context',
    rev: clock.nextRev(),
    updatedAt: clock.instant(),
    updatedBy: null,
  }));
  const change = { label: '', at: clock.instant(), by: null, added: loose, updated: [], removed: [] };
  await store.save(factCheck.id, change);
  expect(await store.open(factCheck.id)).toMatchObject({ ok: true, notices: [sayLeftOut(5)] });
  expect(await store.quarantine()).toHaveLength(5);
});

test('a tab that missed what another wrote learns of both versions when it saves', async () => {
  const machine = createMachine();
  const one = start(machine);
  const tenant = { isAlive: () => true, isAlone: () => false, turn: () => Promise.resolve() };
  const deaf = start(machine, { durable: openFakePlace(machine.database, tenant) });
  const empty = startSample(one.clock);
  await one.store.create(empty);
  await Promise.all([reconciled(one), reconciled(deaf)]);
  await openIn(deaf, empty.id);
  await one.store.save(empty.id, renameFactCheck(empty, 'One', { clock: one.clock, by: null }));
  // No storage event is ever delivered to it, as when a tab sleeps.
  await deaf.store.save(empty.id, renameFactCheck(empty, 'Deaf', { clock: deaf.clock, by: null }));
  expect(await deaf.store.conflicts(empty.id)).toHaveLength(1);
});

test('a text that is not the one of its digest is said so', async () => {
  const machine = createMachine();
  const { store, clock } = start(machine);
  const text = SAMPLE_ARTICLE.text.replace('92', '29');
  const factCheck = startFactCheck({ ...SAMPLE_ARTICLE, text }, { clock, by: null });
  await store.create(factCheck);
  expect(await store.open(factCheck.id)).toMatchObject({ ok: true, notices: [ARTICLE_CHANGED] });
});

test('a text of an older version that is not the one of its digest is said so too', async () => {
  const machine = createMachine();
  const { store, clock } = start(machine);
  const factCheck = startSample(clock);
  const older = { ...articleOf(factCheck), id: 'older', text: SAMPLE_ARTICLE.text.replace('92', '29') };
  await store.create(gatherFactCheck(factCheck.id, [...recordsOf(factCheck), older]));
  expect(await store.open(factCheck.id)).toMatchObject({ ok: true, notices: [OLDER_TEXT_CHANGED] });
});

describe('when another script has changed the text of an article, and put a fitting checksum to it,', () => {
  const isArticle = ([key]: readonly [key: string, text: string]): boolean => key.includes('/article/');

  function changeText(disk: Map<string, string>): string {
    const [key = '', text = ''] = [...disk].find(isArticle) ?? [];
    const read = parseKept(key, text);
    if (!read.ok || read.kept.record.type !== 'article') throw new Error('There should be an article.');
    const { record } = read.kept;
    const changed = { ...read.kept, record: { ...record, text: record.text.replace('92', '29') } };
    disk.set(key, serialiseKept(changed));
    return serialiseKept(changed);
  }

  async function keptArticle(machine: Machine): Promise<{ id: string; text: string }> {
    const { id, tables } = await keepSample(machine);
    await reconciled(start(machine));
    return { id, text: [...tables.article.values()][0]?.text ?? '' };
  }

  test.each(['localStorage', 'the database'])(
    'in %s, the copy that fits its digest stands in both, and that is told once',
    async (where) => {
      const machine = createMachine();
      const { id, text } = await keptArticle(machine);
      const database = (): Map<string, string> =>
        machine.database.generations.at(-1)?.disk ?? new Map<string, string>();
      const raw = changeText(where === 'localStorage' ? machine.browser.disk : database());

      const session = start(machine);
      const opened = await session.store.open(id);
      await reconciled(session);
      expect(opened.ok && articleOf(opened.factCheck).text).toBe(text);
      expect(session.store.takeFindings()).toEqual([{ kind: 'mended', factCheckId: id, count: 1 }]);
      expect(await session.store.quarantine()).toMatchObject([{ raw, reason: say(TEXT_MISFIT) }]);
      const own = (disk: Map<string, string>): unknown => [...disk].find(isArticle);
      expect(own(machine.browser.disk)).toEqual(own(database()));

      for (let i = 0; i < 2; i += 1) {
        const later = start(machine);
        expect(await later.store.open(id)).toMatchObject({ ok: true, notices: [] });
        await reconciled(later);
        expect(later.store.takeFindings()).toEqual([]);
        expect(await later.store.quarantine()).toHaveLength(1);
      }
    },
  );

  test('an open desk is told of the text that fits', async () => {
    const machine = createMachine();
    const { id, text } = await keptArticle(machine);
    changeText(machine.browser.disk);
    let answer = (): void => undefined;
    const turn = (label: string): Promise<void> =>
      new Promise((resolve) => {
        if (label === 'open earlier') answer = resolve;
        else resolve();
      });
    const tenant = { isAlive: () => true, isAlone: () => true, turn };
    const session = start(machine, { durable: openFakePlace(machine.database, tenant) });
    const shown: string[] = [];
    session.store.watch(({ changed }) =>
      shown.push(...changed.flatMap((record) => (record.type === 'article' ? [record.text] : []))),
    );
    const opening = session.store.open(id);
    const answers: unknown[] = [];
    void opening.then((opened) => answers.push(opened));
    // The digest takes its time on a machine that is busy.
    for (let turns = 0; answers.length === 0; turns += 1) {
      await setImmediate();
      if (turns >= 20) session.passTime(5000);
    }
    expect(await opening).toMatchObject({ ok: true, notices: [ARTICLE_CHANGED] });
    answer();
    await reconciled(session);
    expect(shown).toEqual([text]);
    expect(session.store.takeFindings()).toEqual([{ kind: 'mended', factCheckId: id, count: 1 }]);
  });
});

test('a fact check that was removed long ago is let go of, and no old copy brings it back', async () => {
  const machine = createMachine();
  const factCheck = await keepSample(machine);
  const session = start(machine);
  session.store.markFiled([factCheck]);
  await session.store.remove(factCheck.id);
  await reconciled(session);
  await reconciled(start(machine, { clock: clockOn(0) }));
  expect(machine.browser.disk.size).toBeGreaterThan(1);
  for (let day = 1; day < 4; day += 1) await reconciled(start(machine, { clock: clockOn(day) }));
  const head = `linecheck/${factCheck.id}/fact-check/${factCheck.id}`;
  const own = (keys: Iterable<string>): string[] => [...keys].filter((key) => key.includes(factCheck.id));
  expect(own(machine.browser.disk.keys())).toEqual([head]);
  expect(own(machine.database.generations.at(-1)?.disk.keys() ?? [])).toEqual([head]);
  expect(await start(machine).store.open(factCheck.id)).toEqual({ ok: false, problem: REMOVED });
});

test.each([
  ['behind, by more than the time since the last edit', -3],
  ['behind, by less than the time since the last edit', 27],
  ['right, before starts with one that is years ahead', 30, 1000],
])(
  'a fact check that was removed while the clock was %s can be restored',
  async (_, removedOn, seenOn = 30) => {
    const machine = createMachine();
    const factCheck = await keepSample(machine);
    const days = 24 * 60 * 60 * 1000;
    const edited = Math.max(...recordsOf(factCheck).map(({ rev }) => rev[0]));
    const startOn = (day: number): Session =>
      start(machine, { clock: createFakeClock(`on${day}`, edited + day * days) });
    const removing = startOn(removedOn);
    await reconciled(removing);
    await removing.store.remove(factCheck.id);
    for (const day of [30, seenOn, seenOn]) await reconciled(startOn(day));
    const right = startOn(30);
    await reconciled(right);
    expect(await right.store.deleted()).toMatchObject([{ id: factCheck.id }]);
    await right.store.restore(factCheck.id);
    expect(await openIn(right, factCheck.id)).toHaveProperty('size', recordsOf(factCheck).length);
  },
);

test('what is let go of with a removed fact check are its records, not what has another name', async () => {
  const machine = createMachine();
  const factCheck = await keepSample(machine);
  const session = start(machine);
  await session.store.remove(factCheck.id);
  await reconciled(session);
  const stranger = `linecheck/${factCheck.id}/notes`;
  machine.browser.disk.set(stranger, 'By hand');
  machine.database.generations.at(-1)?.disk.set(stranger, 'By hand');
  for (let day = 0; day < 3; day += 1) await reconciled(start(machine, { clock: clockOn(day) }));
  expect(machine.browser.disk.size).toBe(2);
  expect(machine.browser.disk.get(stranger)).toBe('By hand');
  expect(machine.database.generations.at(-1)?.disk.get(stranger)).toBe('By hand');
});

test('what a start lets go of is offered no longer, does not come back as an empty shell, and is no alarm for the next', async () => {
  const machine = createMachine();
  const { id } = await keepSample(machine);
  const session = start(machine);
  await session.store.remove(id);
  await reconciled(session);
  await reconciled(start(machine, { clock: clockOn(0) }));

  let isShown = (): void => {};
  const onceShown = new Promise<boolean>((resolve) => {
    isShown = () => resolve(true);
  });
  const tenant = { isAlive: () => true, isAlone: () => true, turn: () => Promise.resolve() };
  const durable = { ...openFakePlace(machine.database, tenant), isAlone: () => onceShown };
  const third = start(machine, { clock: clockOn(1), durable });
  expect(await third.store.deleted()).toMatchObject([{ id }]);
  const shown: Promise<unknown>[] = [];
  third.store.watchList(() => shown.push(third.store.deleted()));
  isShown();
  await reconciled(third);
  expect(await shown.at(-1)).toEqual([]);
  expect(await third.store.restore(id)).toEqual({ ok: false, problem: LET_GO });
  expect(await third.store.open(id)).toMatchObject({ ok: false, problem: REMOVED });
  // The generation before has its records yet.
  for (const day of [1.1, 2]) {
    const later = start(machine, { clock: clockOn(day) });
    await reconciled(later);
    expect(later.store.takeFindings()).toEqual([]);
  }
});

test('a damaged value that nothing heals is told once, and goes into no other copy', async () => {
  const machine = createMachine();
  const { id } = await keepSample(machine);
  await reconciled(start(machine));
  const key = `linecheck/${id}/annotation/a9`;
  machine.browser.disk.set(key, 'half a val');
  // The one database of a browser without storage buckets, at every start.
  const tenant = { isAlive: () => true, isAlone: () => false, turn: () => Promise.resolve() };
  const told: unknown[] = [];
  for (let i = 0; i < 3; i += 1) {
    const session = start(machine, { durable: openFakePlace(machine.database, tenant) });
    await reconciled(session);
    told.push(...session.store.takeFindings());
    expect(await session.store.quarantine()).toMatchObject([{ key, raw: 'half a val' }]);
  }
  expect(told).toEqual([{ kind: 'damaged', factCheckId: id, count: 1 }]);
  expect(machine.database.generations.map(({ disk }) => disk.has(key))).not.toContain(true);
});

test('what is restored while it was about to be let go of stays', async () => {
  const machine = createMachine();
  const factCheck = await keepSample(machine);
  const session = start(machine);
  await session.store.remove(factCheck.id);
  await reconciled(session);

  let goOn = (): void => {};
  const isRestored = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  let isAsked = (): void => {};
  const isAboutToDrop = new Promise<void>((resolve) => {
    isAsked = resolve;
  });
  const tenant = { isAlive: () => true, isAlone: () => true, turn: () => Promise.resolve() };
  const durable: DurablePlace = {
    ...openFakePlace(machine.database, tenant),
    isAlone: () => {
      isAsked();
      return isRestored.then(() => true);
    },
  };
  await reconciled(start(machine, { clock: clockOn(0) }));
  const restoring = start(machine, { clock: clockOn(1), durable });
  await isAboutToDrop;
  expect(await restoring.store.restore(factCheck.id)).toEqual({ ok: true });
  goOn();
  await reconciled(restoring);

  const later = start(machine, { clock: clockOn(2) });
  await reconciled(later);
  const opened = await later.store.open(factCheck.id);
  expect(opened.ok && [...opened.factCheck.tables.annotation.keys()]).toEqual(['a1']);
});

test('nothing is let go of once a second tab is open, for it may be restoring it', async () => {
  const machine = createMachine();
  const factCheck = await keepSample(machine);
  const session = start(machine);
  await session.store.remove(factCheck.id);
  await reconciled(session);
  const before = [...machine.browser.disk.keys()];
  const tenant = { isAlive: () => true, isAlone: () => true, turn: () => Promise.resolve() };
  const durable: DurablePlace = {
    ...openFakePlace(machine.database, tenant),
    isAlone: () => Promise.resolve(false),
  };
  for (let day = 0; day < 3; day += 1) await reconciled(start(machine, { clock: clockOn(day), durable }));
  expect([...machine.browser.disk.keys()]).toEqual(before);
});

test('an earlier database that can’t be read hides neither the others nor this one', async () => {
  const machine = createMachine();
  const factCheck = await keepSample(machine);
  machine.browser.disk.clear();
  const tenant = { isAlive: () => true, isAlone: () => true, turn: () => Promise.resolve() };
  const place = openFakePlace(machine.database, tenant);
  const durable: DurablePlace = {
    ...place,
    openEarlier: async () => {
      const { shelves, isWhole } = await place.openEarlier();
      const [first] = shelves;
      const broken = { read: () => Promise.reject(new DOMException('It is lost.', 'DataError')) };
      return { shelves: first ? [{ ...first, ...broken }, ...shelves] : shelves, isWhole };
    },
  };
  const session = start(machine, { durable });
  expect(await openIn(session, factCheck.id)).toEqual(new Set(recordsOf(factCheck)));
});

test('what only a database that can’t be read has is looked for on, and is missed in no silence', async () => {
  const machine = createMachine();
  const { id } = await keepSample(machine);
  machine.browser.disk.clear();
  const tenant = { isAlive: () => true, isAlone: () => false, turn: () => Promise.resolve() };
  const place = openFakePlace(machine.database, tenant);
  const read = (): Promise<never> => Promise.reject(new DOMException('It is lost.', 'DataError'));
  const { store } = start(machine, {
    durable: { ...place, open: async () => ({ ...(await place.open()), read }) },
  });
  expect(await store.open(id)).toMatchObject({ ok: false, isAwaited: true });
  expect(await store.compareCopies()).toMatchObject({ ok: false });
});

/** Its text has at least so many characters. */
function startLong(clock: Clock, length = 640_000): FactCheck {
  const text = `${SAMPLE_ARTICLE.text}\n${'Plus ça change. '.repeat(Math.ceil(length / 16))}`;
  return startFactCheck({ ...SAMPLE_ARTICLE, text, sha256: sha256Of(text) }, { clock, by: null });
}

function articlesOn({ browser }: Machine): readonly string[] {
  return [...browser.disk.keys()].filter((key) => key.includes('/article/'));
}
