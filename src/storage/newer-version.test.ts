import { expect, test } from 'vitest';
import { annotate, editAnnotation } from '../domain/annotate.ts';
import { applyChange } from '../domain/change.ts';
import type { Clock } from '../domain/clock.ts';
import { renameFactCheck } from '../domain/fact-check-edits.ts';
import type { FactCheck } from '../domain/fact-check.ts';
import { openStore } from './open-store.ts';
import { NEWER, NEWER_UNREADABLE } from './sentences.ts';
import type { OutsideChange, Store } from './store.ts';
import { createFakeBrowser, type FakeBrowser, type FakeTab } from './testing/fake-browser.ts';
import { createFakeClock } from './testing/fake-clock.ts';
import { createFakeDatabase, openFakePlace, type FakeDatabase } from './testing/fake-database.ts';
import { newerText } from './testing/newer-text.ts';
import { startSample } from './testing/sample.ts';

const POINT = { quote: { exact: 'bridge', prefix: 'The ', suffix: ' is' }, position: { start: 4, end: 10 } };

interface Machine {
  readonly browser: FakeBrowser;
  readonly database: FakeDatabase;
}

interface Session extends FakeTab {
  readonly store: Store;
  readonly clock: Clock;
}

let started = 0;

async function start({ browser, database }: Machine, isAlone = true): Promise<Session> {
  const tab = browser.openTab();
  const clock = createFakeClock(`session${(started += 1)}`);
  const durable = openFakePlace(database, {
    isAlive: () => true,
    isAlone: () => isAlone,
    turn: () => Promise.resolve(),
  });
  const store = openStore({ ...tab, clock, durable });
  await new Promise<void>((resolve) => {
    const look = (): void => {
      if (store.state().isReconciled) resolve();
    };
    store.watchState(look);
    look();
  });
  return { ...tab, store, clock };
}

/** A fact check with an annotation in both copies, and the session that made it. */
async function keepSample(
  machine: Machine,
): Promise<{ readonly session: Session; readonly factCheck: FactCheck; readonly key: string }> {
  const session = await start(machine);
  const { store, clock } = session;
  const empty = startSample(clock);
  const change = annotate(empty, { targets: [POINT], id: 'a1' }, { clock, by: null });
  await store.create(empty);
  await store.save(empty.id, change);
  const key = `linecheck/${empty.id}/annotation/a1`;
  return { session, factCheck: applyChange(empty, change), key };
}

function createMachine(): Machine {
  return { browser: createFakeBrowser(), database: createFakeDatabase() };
}

const withMood = (json: string): string =>
  json.replace('"type":"annotation"', '"type":"annotation","mood":"wry"');
const unreadable = (json: string): string => json.replace('"targets":[', '"places":[');

function databaseOf({ database }: Machine): Map<string, string> {
  const newest = database.generations.at(-1);
  if (!newest) throw new Error('There is no database.');
  return newest.disk;
}

test('what a newer version saved is shown with fields that are not known here, and nothing of it can be edited', async () => {
  const machine = createMachine();
  const { factCheck, key } = await keepSample(machine);
  const text = newerText(key, machine.browser.disk.get(key) ?? '', withMood);
  machine.browser.disk.set(key, text);
  databaseOf(machine).set(key, text);

  const { store, clock } = await start(machine);
  const opened = await store.open(factCheck.id);
  expect(opened).toMatchObject({ ok: true, readOnlyReason: NEWER, notices: [] });
  expect(opened.ok && opened.factCheck.tables.annotation.get('a1')).toMatchObject({ mood: 'wry' });
  expect(await store.list()).toMatchObject([{ id: factCheck.id, isReadOnly: true, annotations: 1 }]);
  const rename = renameFactCheck(factCheck, 'No', { clock, by: null });
  expect(await store.save(factCheck.id, rename)).toEqual({ ok: false, problem: NEWER });
  expect(await store.remove(factCheck.id)).toEqual({ ok: false, problem: NEWER });
  expect(await store.quarantine()).toEqual([]);
});

test.each([
  ['localStorage alone', true, false],
  ['the database alone', false, true],
  ['both', true, true],
])(
  'a value that a newer version wrote into %s outlasts starts of this one as it is',
  async (_, here, there) => {
    for (const make of [withMood, unreadable]) {
      const machine = createMachine();
      const { factCheck, key } = await keepSample(machine);
      const older = machine.browser.disk.get(key) ?? '';
      const text = newerText(key, older, make);
      if (here) machine.browser.disk.set(key, text);
      if (there) databaseOf(machine).set(key, text);
      for (let i = 0; i < 3; i += 1) {
        const { store } = await start(machine);
        expect(await store.open(factCheck.id)).toMatchObject({ ok: true, readOnlyReason: NEWER });
        expect(databaseOf(machine).get(key)).toBe(text);
        expect(machine.browser.disk.get(key)).toBe(here ? text : older);
      }
    }
  },
);

test('what only a newer version can read is listed as such, raw, and not as damage', async () => {
  const machine = createMachine();
  const { factCheck, key } = await keepSample(machine);
  const text = newerText(key, machine.browser.disk.get(key) ?? '', unreadable);
  machine.browser.disk.set(key, text);
  databaseOf(machine).set(key, text);
  const { store } = await start(machine);
  expect(await store.quarantine()).toMatchObject([{ key, raw: text, isNewer: true }]);
  expect(await store.open(factCheck.id)).toMatchObject({
    ok: true,
    notices: [expect.stringContaining('One record of it can’t be read here.')],
  });
});

test('a fact check that only a newer version can read is listed, and says what to do', async () => {
  const machine = createMachine();
  const { factCheck } = await keepSample(machine);
  for (const disk of [machine.browser.disk, databaseOf(machine)])
    for (const [key, text] of disk)
      if (key.includes(factCheck.id))
        disk.set(
          key,
          newerText(key, text, () => '{"of":"tomorrow"}'),
        );
  const { store } = await start(machine);
  expect(await store.list()).toMatchObject([{ id: factCheck.id, isReadOnly: true }]);
  expect(await store.open(factCheck.id)).toEqual({ ok: false, problem: NEWER_UNREADABLE });
  expect((await store.quarantine()).every(({ isNewer }) => isNewer)).toBe(true);
});

test('an open tab steps back when another tab of a newer version saves', async () => {
  const machine = createMachine();
  const { session, factCheck, key } = await keepSample(machine);
  const told: OutsideChange[] = [];
  await session.store.open(factCheck.id);
  session.store.watch((change) => told.push(change));
  const newer = machine.browser.openTab();
  const text = newerText(key, machine.browser.disk.get(key) ?? '', withMood);
  newer.localStorage.setItem(key, text);
  while (session.deliver());
  expect(told).toMatchObject([{ factCheckId: factCheck.id, readOnlyReason: NEWER }]);

  const edit = editAnnotation(factCheck, 'a1', { tags: ['x'] }, { clock: session.clock, by: null });
  expect(await session.store.save(factCheck.id, edit)).toEqual({ ok: false, problem: NEWER });
  expect(machine.browser.disk.get(key)).toBe(text);
});

test.each([
  ['localStorage', ({ browser }: Machine) => browser.disk],
  ['the database', databaseOf],
])(
  'an open tab that has not heard of it yet does not write over a newer value in %s, and steps back',
  async (_, find) => {
    const machine = createMachine();
    const { session, factCheck, key } = await keepSample(machine);
    const reasons: (string | undefined)[] = [];
    await session.store.open(factCheck.id);
    session.store.watch(({ readOnlyReason }) => reasons.push(readOnlyReason));
    const disk = find(machine);
    const text = newerText(key, disk.get(key) ?? '', withMood);
    disk.set(key, text);
    const edit = editAnnotation(factCheck, 'a1', { tags: ['x'] }, { clock: session.clock, by: null });
    expect(await session.store.save(factCheck.id, edit)).toEqual({ ok: false, problem: NEWER });
    expect(disk.get(key)).toBe(text);
    expect(reasons).toContain(NEWER);
  },
);

test('what a newer version refuses of one fact check is no problem of another', async () => {
  const machine = createMachine();
  const { session, factCheck, key } = await keepSample(machine);
  const { store, clock } = session;
  const other = startSample(clock);
  await store.create(other);
  const disk = databaseOf(machine);
  disk.set(key, newerText(key, disk.get(key) ?? '', withMood));
  const hand = { clock, by: null };
  // The first goes alone, the other two go together.
  const answers = await Promise.all([
    store.save(other.id, renameFactCheck(other, 'One', hand)),
    store.save(factCheck.id, editAnnotation(factCheck, 'a1', { tags: ['x'] }, hand)),
    store.save(other.id, renameFactCheck(other, 'Other', hand)),
  ]);
  expect(answers).toEqual([{ ok: true }, { ok: false, problem: NEWER }, { ok: true }]);
  expect(store.state()).toMatchObject({ unsaved: 0, problem: null });
  expect([...store.state().refusals]).toEqual([[factCheck.id, NEWER]]);
});
