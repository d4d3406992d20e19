import { expect, test } from 'vitest';
import { annotate } from '../domain/annotate.ts';
import { applyChange } from '../domain/change.ts';
import type { FactCheck } from '../domain/fact-check.ts';
import { giveVerdict } from '../domain/give-verdict.ts';
import type { DurablePlace } from './durable-shelf.ts';
import { openStore, type StoreParts } from './open-store.ts';
import type { Store } from './store.ts';
import { createFakeBrowser, type FakeBrowser } from './testing/fake-browser.ts';
import { createFakeClock } from './testing/fake-clock.ts';
import {
  createFakeDatabase,
  type FakeDatabase,
  neverAnswer,
  openBarePlace,
  openFakePlace,
} from './testing/fake-database.ts';
import { startSample } from './testing/sample.ts';

const POINT = { quote: { exact: 'bridge', prefix: 'The ', suffix: ' is' }, position: { start: 4, end: 10 } };

let started = 0;

function placeIn(database: FakeDatabase): DurablePlace {
  return openFakePlace(database, {
    isAlive: () => true,
    isAlone: () => true,
    turn: () => Promise.resolve(),
  });
}

function open(browser: FakeBrowser, parts: Partial<StoreParts> = {}): Store {
  return openStore({ ...browser.openTab(), clock: createFakeClock(`tab${(started += 1)}`), ...parts });
}

/** A fact check with an annotation that has a verdict, in localStorage. */
async function keepSample(browser: FakeBrowser, parts: Partial<StoreParts> = {}): Promise<FactCheck> {
  const clock = createFakeClock(`maker${(started += 1)}`);
  const store = open(browser, { clock, ...parts });
  const hand = { clock, by: null };
  const empty = startSample(clock);
  const marked = applyChange(empty, annotate(empty, { targets: [POINT], id: 'a1' }, hand));
  const names = { annotationId: 'a1', reviewerId: 'r1', newId: 'v1' };
  const judged = applyChange(marked, giveVerdict(marked, names, { ratingId: 'true' }, hand));
  await store.create(judged);
  return judged;
}

test('where nothing is damaged there is nothing in quarantine', async () => {
  const browser = createFakeBrowser();
  await keepSample(browser);
  expect(await open(browser).quarantine()).toEqual([]);
});

test.each([
  ['half of a value', '1|00000000|{"lin'],
  ['garbage with half a character in it', '\ud800\u0000|||'],
])('%s is listed raw, under the key where it was found, with when', async (_, garbage) => {
  const browser = createFakeBrowser();
  const { id } = await keepSample(browser);
  const key = `linecheck/${id}/verdict/v1`;
  browser.disk.set(key, garbage);
  const [found, ...others] = await open(browser).quarantine();
  expect(found).toMatchObject({ key, raw: garbage });
  expect(found?.reason).toMatch(/\.$/);
  expect(found?.at).toMatch(/Z$/);
  expect(others).toEqual([]);
  // It is still there, and once, for whoever looks next.
  expect(await open(browser).quarantine()).toMatchObject([{ key, raw: garbage }]);
});

test('what the database found damaged is listed too, from an earlier session as well', async () => {
  const machine = { browser: createFakeBrowser(), database: createFakeDatabase() };
  const { id } = await keepSample(machine.browser, { durable: placeIn(machine.database) });
  const key = `linecheck/${id}/annotation/a1`;
  machine.database.generations.at(-1)?.disk.set(key, '{}');
  const parts = (): Partial<StoreParts> => ({ durable: placeIn(machine.database) });
  expect(await open(machine.browser, parts()).quarantine()).toMatchObject([{ key, raw: '{}' }]);
  const elsewhere = createFakeBrowser();
  expect(await open(elsewhere, parts()).quarantine()).toMatchObject([{ key, raw: '{}' }]);
});

test('a database that does not answer keeps nothing from being listed', async () => {
  const browser = createFakeBrowser();
  const { id } = await keepSample(browser);
  browser.disk.set(`linecheck/${id}/verdict/v1`, 'x');
  const silent = openBarePlace(neverAnswer);
  // Patience is over at once; nothing is ever tried again.
  const after: StoreParts['after'] = (milliseconds, act) => {
    if (milliseconds === 5000) queueMicrotask(act);
    return () => {};
  };
  const store = open(browser, { durable: silent, after });
  expect(await store.quarantine()).toMatchObject([{ raw: 'x' }]);
});

test('records whose annotation or article is gone are listed whole, and come back with it', async () => {
  const browser = createFakeBrowser();
  const { id } = await keepSample(browser);
  const key = `linecheck/${id}/annotation/a1`;
  const text = browser.disk.get(key) ?? '';
  browser.disk.delete(key);
  const [stranded, ...others] = await open(browser).quarantine();
  expect(stranded?.key).toBe(`linecheck/${id}/verdict/v1`);
  expect(stranded?.raw).toContain('"ratingId":"true"');
  expect(stranded?.reason).toContain('annotation');
  expect(others).toEqual([]);
  browser.disk.set(key, text);
  expect(await open(browser).quarantine()).toEqual([]);

  for (const name of browser.disk.keys()) if (name.includes('/article/')) browser.disk.delete(name);
  const keys = (await open(browser).quarantine()).map((entry) => entry.key);
  expect(keys).toEqual(expect.arrayContaining([key, `linecheck/${id}/verdict/v1`]));
});

test('of a removed fact check nothing is called damaged', async () => {
  const browser = createFakeBrowser();
  const { id } = await keepSample(browser);
  const store = open(browser);
  await store.remove(id);
  for (const name of browser.disk.keys()) if (name.includes('/article/')) browser.disk.delete(name);
  expect(await store.quarantine()).toEqual([]);
});

test('keys that look like ours are listed and stay where they are; those of others are not our business', async () => {
  const browser = createFakeBrowser();
  const { id } = await keepSample(browser);
  const strange = [
    `linecheck/${id}/verdict`,
    `linecheck/${id}/verdict/v1/2/3`,
    `linecheck/${id}/verdict/~filed`,
    'linecheck/notes',
    'linecheck/~notes',
  ];
  for (const key of strange) browser.disk.set(key, 'by hand');
  browser.disk.set('linecheck-session', '{}');
  browser.disk.set('linecheck/~persistence', '');
  const listed = await open(browser).quarantine();
  expect(new Set(listed.map(({ key }) => key))).toEqual(new Set(strange));
  expect(strange.map((key) => browser.disk.get(key))).toEqual(strange.map(() => 'by hand'));
});

test('an entry of the quarantine that is damaged itself is shown as it is', async () => {
  const browser = createFakeBrowser();
  const key = 'linecheck/~quarantine/00000000';
  browser.disk.set(key, '{"key":1}');
  expect(await open(browser).quarantine()).toMatchObject([{ key, raw: '{"key":1}', at: '' }]);
});

test('what was found damaged is told once, whatever was read or opened before', async () => {
  const browser = createFakeBrowser();
  const { id } = await keepSample(browser);
  browser.disk.set(`linecheck/${id}/verdict/v1`, 'x');
  const store = open(browser);
  await store.list();
  await store.open(id);
  expect(store.takeFindings()).toEqual([{ kind: 'damaged', factCheckId: id, count: 1 }]);
  expect(store.takeFindings()).toEqual([]);
});
