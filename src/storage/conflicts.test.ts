import { expect, test } from 'vitest';
import { applyChange } from '../domain/change.ts';
import type { Clock } from '../domain/clock.ts';
import { renameFactCheck } from '../domain/fact-check-edits.ts';
import { headOf } from '../domain/fact-check.ts';
import { takeVersion } from '../domain/take-version.ts';
import { openStore } from './open-store.ts';
import type { Store } from './store.ts';
import { createFakeBrowser, type FakeBrowser } from './testing/fake-browser.ts';
import { createFakeClock } from './testing/fake-clock.ts';
import { startSample } from './testing/sample.ts';

interface Tab {
  readonly store: Store;
  readonly clock: Clock;
  readonly deliverAll: () => void;
}

let started = 0;

function openTab(browser: FakeBrowser): Tab {
  const tab = browser.openTab();
  const clock = createFakeClock(`tab${(started += 1)}`);
  const deliverAll = (): void => {
    while (tab.deliver());
  };
  return { store: openStore({ ...tab, clock }), clock, deliverAll };
}

test('who watches hears of a conflict in time, and to use the other version settles it in every tab', async () => {
  const browser = createFakeBrowser();
  const [one, other] = [openTab(browser), openTab(browser)];
  const start = startSample(one.clock);
  await one.store.create(start);
  await Promise.all([one.store.open(start.id), other.store.open(start.id)]);
  const seen: number[] = [];
  one.store.watchList(() => void one.store.conflicts(start.id).then(({ length }) => seen.push(length)));

  await one.store.save(start.id, renameFactCheck(start, 'One', { clock: one.clock, by: null }));
  await other.store.save(start.id, renameFactCheck(start, 'Other', { clock: other.clock, by: null }));
  for (const tab of [one, other, one]) tab.deliverAll();
  const [conflict, ...others] = await one.store.conflicts(start.id);
  expect(others).toEqual([]);
  expect(seen.at(-1)).toBe(1);
  if (!conflict) throw new Error('There is no conflict.');

  const opened = await one.store.open(start.id);
  if (!opened.ok) throw new Error(opened.problem);
  const titles = [headOf(opened.factCheck), conflict.record].map(
    (record) => 'title' in record && record.title,
  );
  expect(new Set(titles)).toEqual(new Set(['One', 'Other']));

  const change = takeVersion(opened.factCheck, conflict.record, { clock: one.clock, by: null });
  await one.store.save(start.id, change);
  await one.store.dismissConflict(conflict);
  for (const tab of [other, one]) tab.deliverAll();
  for (const { store } of [one, other, openTab(browser)]) {
    const now = await store.open(start.id);
    expect(now.ok && headOf(now.factCheck).title).toBe(titles[1]);
    expect(await store.conflicts(start.id)).toEqual([]);
  }
  expect(headOf(applyChange(opened.factCheck, change)).title).toBe(titles[1]);
});

test('a conflict that was dismissed and is kept again under a new revision is asked about again, in every tab and later', async () => {
  const browser = createFakeBrowser();
  const [one, other] = [openTab(browser), openTab(browser)];
  const start = startSample(one.clock);
  await one.store.create(start);
  await Promise.all([one.store.open(start.id), other.store.open(start.id)]);
  await one.store.save(start.id, renameFactCheck(start, 'One', { clock: one.clock, by: null }));
  await other.store.save(start.id, renameFactCheck(start, 'Other', { clock: other.clock, by: null }));
  for (const tab of [one, other, one]) tab.deliverAll();
  const [conflict] = await one.store.conflicts(start.id);
  if (!conflict) throw new Error('There is no conflict.');
  await one.store.dismissConflict(conflict);
  for (const tab of [other, one]) tab.deliverAll();
  expect(await other.store.conflicts(start.id)).toEqual([]);

  const record = { ...conflict.record, rev: one.clock.nextRev() };
  expect(await one.store.keepConflict({ ...conflict, record })).toMatchObject({ ok: true });
  for (const tab of [other, one]) tab.deliverAll();
  for (const { store } of [one, other, openTab(browser)]) {
    await store.open(start.id);
    expect(await store.conflicts(start.id)).toEqual([{ factCheckId: start.id, record }]);
  }
});
