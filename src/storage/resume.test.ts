import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { renameFactCheck } from '../domain/fact-check-edits.ts';
import { openStore, type StoreParts } from './open-store.ts';
import { createFakeBrowser } from './testing/fake-browser.ts';
import { createFakeClock } from './testing/fake-clock.ts';
import { createFakeDatabase, openFakePlace } from './testing/fake-database.ts';
import { startSample } from './testing/sample.ts';

/** Lets everything happen that waits for nothing else. */
async function rest(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await setImmediate();
}

type Browser = ReturnType<typeof createFakeBrowser>;

/** A desk whose database has refused an edit so often that it is tried again only after a long pause. */
async function waitLong(browser: Browser) {
  const database = createFakeDatabase();
  const clock = createFakeClock('one');
  const timers = new Map<() => void, number>();
  const after: StoreParts['after'] = (milliseconds, act) => {
    timers.set(act, milliseconds);
    return () => timers.delete(act);
  };
  let look = (): void => undefined;
  const tab = browser.openTab();
  const tenant = { isAlive: () => true, isAlone: () => true, turn: () => Promise.resolve() };
  const store = openStore({
    ...tab,
    clock,
    after,
    durable: openFakePlace(database, tenant),
    whenBack: (act) => {
      look = () => act(false);
    },
  });
  const factCheck = startSample(clock);
  await store.create(factCheck);
  while (!store.state().isReconciled) await setImmediate();
  database.failures = Infinity;
  const change = renameFactCheck(factCheck, 'On a full disk', { clock, by: null });
  expect(await store.save(factCheck.id, change)).toMatchObject({ ok: false });
  const ring = async (most: number): Promise<void> => {
    for (const [act, milliseconds] of Array.from(timers))
      if (milliseconds <= most && timers.delete(act)) act();
    await rest();
  };
  for (let i = 0; i < 8; i += 1) await ring(Infinity);
  return { store, database, tab, ring, look: () => look() };
}

const SOON = 500;
const MANY = 1000;

test.each<[what: string, happens: (desk: Awaited<ReturnType<typeof waitLong>>, browser: Browser) => void]>([
  ['the tab is looked at', ({ look }) => look()],
  [
    'another page has removed something',
    ({ tab }, browser) => {
      const other = browser.openTab().localStorage;
      other.setItem('another-app', 'x');
      other.removeItem('another-app');
      while (tab.deliver());
    },
  ],
])('what a full disk has refused is tried soon when %s', async (_, happens) => {
  const browser = createFakeBrowser();
  const desk = await waitLong(browser);
  desk.database.failures = 0;
  await desk.ring(SOON);
  expect(desk.store.state().unsaved).toBe(1);
  happens(desk, browser);
  await desk.ring(SOON);
  expect(desk.store.state()).toMatchObject({ unsaved: 0, problem: null });
});

test('however often there may be room again, a full disk is asked once in each short pause', async () => {
  const desk = await waitLong(createFakeBrowser());
  desk.database.failures = MANY;
  for (let i = 0; i < 50; i += 1) desk.look();
  await desk.ring(SOON - 1);
  expect(desk.database.failures).toBe(MANY);
  await desk.ring(SOON);
  expect(desk.database.failures).toBe(MANY - 1);
});

test('a start that a full disk has stopped goes on soon when something is edited', async () => {
  const browser = createFakeBrowser();
  const database = createFakeDatabase();
  const clock = createFakeClock('one');
  const tenant = { isAlive: () => true, isAlone: () => true, turn: () => Promise.resolve() };
  const first = openStore({ ...browser.openTab(), clock, durable: openFakePlace(database, tenant) });
  const factCheck = startSample(clock);
  await first.create(factCheck);
  while (!first.state().isReconciled) await setImmediate();

  database.failures = Infinity;
  const timers = new Map<() => void, number>();
  const after: StoreParts['after'] = (milliseconds, act) => {
    timers.set(act, milliseconds);
    return () => timers.delete(act);
  };
  const durable = openFakePlace(database, tenant);
  const store = openStore({ ...browser.openTab(), clock: createFakeClock('two'), after, durable });
  while (store.state().problem === null) await setImmediate();
  database.failures = 0;
  await store.open(factCheck.id);
  await store.save(factCheck.id, renameFactCheck(factCheck, 'Later', { clock, by: null }));
  for (const [act, milliseconds] of Array.from(timers)) if (milliseconds <= SOON && timers.delete(act)) act();
  await rest();
  expect(store.state()).toMatchObject({ unsaved: 0, problem: null, isReconciled: true });
});
