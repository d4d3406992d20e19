import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { annotate, editAnnotation, removeAnnotations } from '../domain/annotate.ts';
import { applyChange, type Change, type Hand } from '../domain/change.ts';
import type { Clock } from '../domain/clock.ts';
import { renameFactCheck } from '../domain/fact-check-edits.ts';
import { headOf, recordsOf, type AnyRecord, type FactCheck } from '../domain/fact-check.ts';
import { giveVerdict } from '../domain/give-verdict.ts';
import { keepHistory } from '../domain/keep-history.ts';
import { restoreRemoved } from '../domain/restore-removed.ts';
import { openStore } from '../storage/open-store.ts';
import type { Store } from '../storage/store.ts';
import { createFakeBrowser, type FakeBrowser } from '../storage/testing/fake-browser.ts';
import { createFakeClock } from '../storage/testing/fake-clock.ts';
import { createFakeDatabase, openFakePlace } from '../storage/testing/fake-database.ts';
import { NO_DATABASE } from '../storage/say-missing.ts';
import { newerText } from '../storage/testing/newer-text.ts';
import { startSample } from '../storage/testing/sample.ts';
import { keyOf } from '../storage/storage-key.ts';
import { serialiseKept } from '../storage/written-value.ts';
import {
  gatherBackup,
  planRestore,
  restoreBackup,
  restorePlanOf,
  takeBackRestoration,
  type Backup,
} from './backup.ts';

const POINT = { quote: { exact: 'bridge', prefix: 'The ', suffix: ' is' }, position: { start: 4, end: 10 } };

/** What is said of a restoration that was taken back whole. */
const NOTHING_KEPT = { factChecks: [], records: 0, deleted: 0, damaged: 0, problems: [] };

interface Browser {
  readonly disk: FakeBrowser['disk'];
  /** The same browser, started again. */
  readonly startAgain: () => Store;
  readonly anotherTab: FakeBrowser['openTab'];
  readonly store: Store;
  readonly clock: Clock;
  readonly hand: Hand;
  readonly records: (id: string) => Promise<ReadonlySet<unknown>>;
  readonly save: (factCheck: FactCheck, change: Change) => Promise<FactCheck>;
}

function openBrowser(name: string): Browser {
  const browser = createFakeBrowser();
  const clock = createFakeClock(name);
  const store = openStore({ ...browser.openTab(), clock });
  return {
    disk: browser.disk,
    anotherTab: browser.openTab,
    startAgain: () => openStore({ ...browser.openTab(), clock }),
    store,
    clock,
    hand: { clock, by: null },
    records: async (id) => {
      const opened = await store.open(id);
      if (!opened.ok) throw new Error(opened.problem);
      return new Set(recordsOf(opened.factCheck));
    },
    save: async (factCheck, change) => {
      await store.save(factCheck.id, change);
      return applyChange(factCheck, change);
    },
  };
}

/** Two fact checks, the first with an annotation. */
async function fill({ store, clock, hand, save }: Browser): Promise<FactCheck> {
  const [one, other] = [startSample(clock), startSample(clock)];
  await store.create(one);
  await store.create(other);
  return save(one, annotate(one, { targets: [POINT], id: 'a1' }, hand));
}

test('a backup brings everything into an empty browser, and that can be taken back', async () => {
  const [from, to] = [openBrowser('from'), openBrowser('to')];
  const { id } = await fill(from);
  from.disk.set(`linecheck/${id}/verdict/v1`, 'damaged');
  const { backup } = await gatherBackup(from.startAgain());
  expect(backup.damaged).toMatchObject([{ raw: 'damaged' }]);

  expect(await planRestore(backup, to.store, to.clock)).toMatchObject({
    steps: [{ kind: 'add' }, { kind: 'add' }],
  });
  const restored = await restoreBackup(backup, to.store, to.hand);
  expect(restored).toMatchObject({ merged: [], problems: [] });
  expect(await to.records(id)).toEqual(await from.records(id));
  expect(await to.store.list()).toHaveLength(2);
  expect(await to.store.quarantine()).toMatchObject([{ raw: 'damaged' }]);
  expect(await planRestore(backup, to.store, to.clock)).toMatchObject({
    steps: [{ kind: 'keep' }, { kind: 'keep' }],
  });

  // What is in quarantine is never deleted.
  expect(await takeBackRestoration(restored, to.store, to.hand)).toEqual({ ...NOTHING_KEPT, damaged: 1 });
  expect(await to.store.list()).toEqual([]);
});

test('of each record the newer one stays, what was removed comes back, and nothing here is lost', async () => {
  const browser = openBrowser('here');
  const { store, clock, hand, save } = browser;
  let factCheck = await fill(browser);
  factCheck = await save(factCheck, annotate(factCheck, { targets: [POINT], id: 'a2' }, hand));
  const { backup } = await gatherBackup(store);

  factCheck = await save(factCheck, editAnnotation(factCheck, 'a1', { tags: ['newer'] }, hand));
  factCheck = await save(factCheck, annotate(factCheck, { targets: [POINT], id: 'a3' }, hand));
  await save(factCheck, removeAnnotations(factCheck, ['a2'], hand));
  const gone = backup.factChecks.find(({ id }) => id !== factCheck.id);
  if (!gone) throw new Error('There should be two.');
  await store.remove(gone.id);

  const { steps } = await planRestore(backup, store, clock);
  expect(new Set(steps.map(({ kind }) => kind))).toEqual(new Set(['merge', 'add']));
  expect(steps.find(({ kind }) => kind === 'merge')).toMatchObject({ added: 1, replaced: 0 });
  const restored = await restoreBackup(backup, store, hand);
  expect(restored.problems).toEqual([]);
  const opened = await store.open(factCheck.id);
  const annotations = opened.ok ? opened.factCheck.tables.annotation : new Map<string, never>();
  expect([...annotations.keys()].toSorted()).toEqual(['a1', 'a2', 'a3']);
  expect(annotations.get('a1')).toMatchObject({ tags: ['newer'] });
  expect(await store.list()).toHaveLength(2);

  expect(await takeBackRestoration(restored, store, hand)).toEqual(NOTHING_KEPT);
  const back = await store.open(factCheck.id);
  expect(back.ok && [...back.factCheck.tables.annotation.keys()].toSorted()).toEqual(['a1', 'a3']);
});

test('a fact check that lost its article is healed by the backup', async () => {
  const browser = openBrowser('here');
  const { id } = await fill(browser);
  const { backup } = await gatherBackup(browser.store);
  for (const key of browser.disk.keys())
    if (key.startsWith(`linecheck/${id}/article/`)) browser.disk.delete(key);
  const store = browser.startAgain();
  expect(await store.open(id)).toMatchObject({ ok: false });
  expect(await restoreBackup(backup, store, browser.hand)).toMatchObject({ problems: [] });
  expect(await store.open(id)).toMatchObject({ ok: true, notices: [] });
});

interface LostArticle {
  readonly id: string;
  readonly before: Backup;
  readonly without: Backup;
}

/** A backup of a browser in which the article of the first fact check was lost, after somebody had worked on. */
async function backupWithoutArticle(): Promise<LostArticle> {
  const from = openBrowser('from');
  const one = await fill(from);
  const { id } = one;
  const { backup: before } = await gatherBackup(from.store);
  const later = await from.save(one, annotate(one, { targets: [POINT], id: 'a2' }, from.hand));
  const about = { annotationId: 'a1', reviewerId: 'ada', newId: 'v1' };
  await from.save(later, giveVerdict(later, about, { ratingId: 'false' }, from.hand));
  for (const key of from.disk.keys())
    if (key.startsWith(`linecheck/${id}/article/`)) from.disk.set(key, 'torn');
  const { backup: without } = await gatherBackup(from.startAgain());
  expect(without.factChecks.map((factCheck) => factCheck.id)).not.toContain(id);
  return { id, before, without };
}

/** Restores both, so that what had no article has it, and opens that. */
async function openOnceRestored(
  { store, hand }: Browser,
  { id, before, without }: LostArticle,
): Promise<FactCheck> {
  await restoreBackup(without, store, hand);
  await restoreBackup(before, store, hand);
  const opened = await store.open(id);
  if (!opened.ok) throw new Error(opened.problem);
  return opened.factCheck;
}

const contents = async ({ store }: Pick<Browser, 'store'>, id: string): Promise<unknown> => {
  const opened = await store.open(id);
  if (!opened.ok) return opened.problem;
  const { annotation, verdict } = opened.factCheck.tables;
  return [[...annotation.keys()].toSorted(), [...verdict.values()].map(({ ratingId }) => ratingId)];
};

test('what a backup has of a fact check that had lost its article comes in where that is here', async () => {
  const { id, before, without } = await backupWithoutArticle();
  const to = openBrowser('to');
  await restoreBackup(before, to.store, to.hand);
  expect(await contents(to, id)).toEqual([['a1'], []]);

  const plan = await planRestore(without, to.store, to.clock);
  expect(plan.readAgain).toBeGreaterThan(1);
  expect(plan.damaged).toBe(1);
  expect(plan.steps.find((step) => step.id === id)).toMatchObject({ kind: 'merge', added: 2 });
  const restored = await restoreBackup(without, to.store, to.hand);
  expect(restored.problems).toEqual([]);
  expect(await contents(to, id)).toEqual([['a1', 'a2'], ['false']]);
  expect(await to.store.quarantine()).toMatchObject([{ raw: 'torn' }]);
  const again = await planRestore(without, to.store, to.clock);
  expect(again).toMatchObject({ readAgain: 0, damaged: 0 });
  expect(again.steps.every(({ kind }) => kind === 'keep')).toBe(true);

  expect(await takeBackRestoration(restored, to.store, to.hand)).toMatchObject({
    factChecks: [],
    records: 0,
  });
  expect(await contents(to, id)).toEqual([['a1'], []]);
});

test('what nothing can be made of stays set aside, until a backup brings the article', async () => {
  const { id, before, without } = await backupWithoutArticle();
  const to = openBrowser('to');
  expect(await planRestore(without, to.store, to.clock)).toMatchObject({ readAgain: 0 });
  await restoreBackup(without, to.store, to.hand);
  expect(await to.store.open(id)).toMatchObject({ ok: false });
  expect((await to.store.quarantine()).length).toBe(without.damaged.length);

  const plan = await planRestore(before, to.store, to.clock);
  expect(plan.steps.find((step) => step.id === id)).toMatchObject({ kind: 'add', annotations: 2 });
  expect(plan.readAgain).toBeGreaterThan(1);
  expect(await restoreBackup(before, to.store, to.hand)).toMatchObject({ problems: [] });
  expect(await contents(to, id)).toEqual([['a1', 'a2'], ['false']]);
  // A second time nothing is new.
  const again = await planRestore(before, to.store, to.clock);
  expect(again.steps.every(({ kind }) => kind === 'keep')).toBe(true);
});

test('what was removed here after it was set aside comes back with no other backup', async () => {
  const lost = await backupWithoutArticle();
  const { id, before } = lost;
  const to = openBrowser('to');
  const factCheck = await openOnceRestored(to, lost);
  await to.save(factCheck, removeAnnotations(factCheck, ['a2'], to.hand));
  const plan = await planRestore(before, to.store, to.clock);
  expect(plan).toMatchObject({ readAgain: 0 });
  await restoreBackup(before, to.store, to.hand);
  expect(await contents(to, id)).toEqual([['a1'], ['false']]);
});

test('what was removed after it was set aside stays removed, also where a new backup is restored', async () => {
  const lost = await backupWithoutArticle();
  const { id } = lost;
  const from = openBrowser('second');
  const factCheck = await openOnceRestored(from, lost);
  await from.save(factCheck, removeAnnotations(factCheck, ['a2'], from.hand));
  const { backup } = await gatherBackup(from.store);

  await restoreBackup(backup, from.store, from.hand);
  expect(await contents(from, id)).toEqual([['a1'], ['false']]);
  const to = openBrowser('to');
  await restoreBackup(backup, to.store, to.hand);
  expect(await contents(to, id)).toEqual([['a1'], ['false']]);
  expect((await to.store.removed(id)).map(({ annotation }) => annotation.id)).toContain('a2');
});

test('a verdict that was given anew and taken back since it was set aside is no verdict again', async () => {
  const lost = await backupWithoutArticle();
  const { id } = lost;
  const from = openBrowser('second');
  const factCheck = await openOnceRestored(from, lost);
  const about = { annotationId: 'a1', reviewerId: 'ada', newId: 'v2' };
  const change = giveVerdict(factCheck, about, { ratingId: null }, from.hand);
  await from.save(factCheck, keepHistory(change, factCheck, from.clock));
  const { backup } = await gatherBackup(from.store);
  const to = openBrowser('to');
  await restoreBackup(backup, to.store, to.hand);
  expect(await contents(to, id)).toEqual([['a1', 'a2'], [null]]);
});

test('a text that is not its own is no article, though it can be read', async () => {
  const { id, before, without } = await backupWithoutArticle();
  const article = before.factChecks
    .find((factCheck) => factCheck.id === id)
    ?.tables.article.values()
    .next().value;
  if (!article) throw new Error('It has no article.');
  const place = { factCheckId: id, type: 'article', id: article.id } as const;
  const textOf = (text: string): Backup => ({
    ...without,
    damaged: [
      ...without.damaged,
      {
        key: keyOf(place),
        raw: serialiseKept({ place, record: { ...article, text }, lineage: [article.rev] }),
        reason: '',
        at: '',
      },
    ],
  });
  const to = openBrowser('to');
  const lie = article.text.replace('bridge', 'tunnel');
  expect(await planRestore(textOf(lie), to.store, to.clock)).toMatchObject({ readAgain: 0 });
  const { readAgain, steps } = await planRestore(textOf(article.text), to.store, to.clock);
  expect(readAgain).toBeGreaterThan(2);
  expect(steps.find((step) => step.id === id)).toMatchObject({ kind: 'add', annotations: 2 });
});

test('a deleted fact check that is still kept is in a backup, and comes as a deleted one', async () => {
  const [from, to] = [openBrowser('from'), openBrowser('to')];
  const { id } = await fill(from);
  const before = await from.records(id);
  await from.store.remove(id);
  const [removal] = await from.store.deleted();
  const { backup } = await gatherBackup(from.store);
  expect(backup.factChecks).toHaveLength(1);

  expect(await planRestore(backup, to.store, to.clock)).toMatchObject({ deleted: 1 });
  const restored = await restoreBackup(backup, to.store, to.hand);
  expect(restored).toMatchObject({ deleted: 1, problems: [] });
  expect((await to.store.list()).map((one) => one.id)).not.toContain(id);
  expect(await to.store.deleted()).toEqual([removal]);
  expect(await planRestore(backup, to.store, to.clock)).toMatchObject({ deleted: 0 });

  expect(await takeBackRestoration(restored, to.store, to.hand)).toEqual({ ...NOTHING_KEPT, deleted: 1 });
  // Also at another start of that browser.
  const again = to.startAgain();
  expect(await again.restore(id)).toEqual(expect.objectContaining({ ok: true }));
  const opened = await again.open(id);
  const { annotation } = opened.ok ? opened.factCheck.tables : { annotation: new Map() };
  expect([...before]).toEqual(expect.arrayContaining([...annotation.values()]));
  expect(annotation.size).toBe(1);
});

test('a deleted fact check comes with what had been removed from it', async () => {
  const [from, to] = [openBrowser('from'), openBrowser('to')];
  const factCheck = await fill(from);
  const { id } = factCheck;
  await from.save(factCheck, removeAnnotations(factCheck, ['a1'], from.hand));
  await from.store.remove(id);
  const { backup } = await gatherBackup(from.store);
  expect(await restoreBackup(backup, to.store, to.hand)).toMatchObject({ deleted: 1, problems: [] });
  expect(await to.store.deleted()).toMatchObject([{ id }]);
  await to.store.restore(id);
  expect((await to.store.removed(id)).map(({ annotation }) => annotation.id)).toEqual(['a1']);
});

test('what a backup has as deleted is deleted nowhere, and nothing is written over it', async () => {
  const browser = openBrowser('here');
  const factCheck = await fill(browser);
  const { store, hand, clock } = browser;
  await store.remove(factCheck.id);
  const { backup } = await gatherBackup(store);
  await store.restore(factCheck.id);
  await browser.save(factCheck, editAnnotation(factCheck, 'a1', { tags: ['newer'] }, hand));
  expect(await planRestore(backup, store, clock)).toMatchObject({ deleted: 0 });
  await restoreBackup(backup, store, hand);
  const opened = await store.open(factCheck.id);
  expect(opened.ok && opened.factCheck.tables.annotation.get('a1')).toMatchObject({ tags: ['newer'] });

  await store.remove(factCheck.id);
  await restoreBackup(backup, store, hand);
  await store.restore(factCheck.id);
  const back = await store.open(factCheck.id);
  expect(back.ok && back.factCheck.tables.annotation.get('a1')).toMatchObject({ tags: ['newer'] });
});

test('a deleted fact check that has been let go of can be brought back once more after a restoration', async () => {
  const browser = openBrowser('here');
  const { id } = await fill(browser);
  await browser.store.remove(id);
  const { backup } = await gatherBackup(browser.store);
  for (const key of browser.disk.keys())
    if (key.startsWith(`linecheck/${id}/`) && !key.includes('/fact-check/')) browser.disk.delete(key);
  const store = browser.startAgain();
  expect(await store.deleted()).toEqual([]);
  expect(await restoreBackup(backup, store, browser.hand)).toMatchObject({ deleted: 1, problems: [] });
  expect(await store.deleted()).toMatchObject([{ id }]);
  expect(await store.restore(id)).toMatchObject({ ok: true });
  expect(await store.open(id)).toMatchObject({ ok: true, notices: [] });
});

test('conflicts are restored too, those that say nothing new are not', async () => {
  const [from, to] = [openBrowser('from'), openBrowser('to')];
  const factCheck = await fill(from);
  const { backup } = await gatherBackup(from.store);
  const record = factCheck.tables.annotation.get('a1');
  if (!record) throw new Error('There should be one.');
  const lost = { ...record, rev: [record.rev[0] - 1, 'elsewhere'] as const, tags: ['lost'] };
  const conflicts = [lost, { ...record, rev: [1, 'twin'] as const }].map((version) => ({
    factCheckId: factCheck.id,
    record: version,
  }));
  await restoreBackup({ ...backup, conflicts }, to.store, to.hand);
  expect(await to.store.conflicts(factCheck.id)).toEqual([{ factCheckId: factCheck.id, record: lost }]);
  // Nothing is there twice.
  await restoreBackup({ ...backup, conflicts }, to.store, to.hand);
  expect(await to.store.conflicts(factCheck.id)).toHaveLength(1);
});

test('what was edited since a restoration stays when that is taken back, and is told', async () => {
  const [from, to] = [openBrowser('from'), openBrowser('to')];
  const factCheck = await fill(from);
  const { backup } = await gatherBackup(from.store);
  const restored = await restoreBackup(backup, to.store, to.hand);
  to.clock.observe(factCheck.tables.annotation.get('a1')?.rev ?? [0, '']);
  await to.save(factCheck, editAnnotation(factCheck, 'a1', { tags: ['since'] }, to.hand));

  expect(await takeBackRestoration(restored, to.store, to.hand)).toEqual({
    ...NOTHING_KEPT,
    factChecks: [headOf(factCheck).title],
  });
  expect(await to.store.list()).toMatchObject([{ id: factCheck.id }]);
  const opened = await to.store.open(factCheck.id);
  expect(opened.ok && opened.factCheck.tables.annotation.get('a1')).toMatchObject({ tags: ['since'] });
});

test('an annotation that a restoration brought back and that was edited since stays', async () => {
  const browser = openBrowser('here');
  const { store, clock, hand, save } = browser;
  const factCheck = await fill(browser);
  const { backup } = await gatherBackup(store);
  const without = await save(factCheck, removeAnnotations(factCheck, ['a1'], hand));
  const restored = await restoreBackup(backup, store, hand);
  const opened = await store.open(without.id);
  if (!opened.ok) throw new Error(opened.problem);
  clock.nextRev();
  await save(opened.factCheck, editAnnotation(opened.factCheck, 'a1', { tags: ['since'] }, hand));

  expect(await takeBackRestoration(restored, store, hand)).toEqual({ ...NOTHING_KEPT, records: 1 });
  const back = await store.open(without.id);
  expect(back.ok && back.factCheck.tables.annotation.get('a1')).toMatchObject({ tags: ['since'] });
});

/** A browser with a database, whose localStorage was emptied since, at the moment of its start. */
async function startWithoutLocalStorage(durable: 'answers' | 'is blocked'): Promise<Store> {
  const database = createFakeDatabase();
  const tenant = { isAlive: () => true, isAlone: () => true, turn: () => Promise.resolve() };
  const [was, is] = [createFakeBrowser(), createFakeBrowser()];
  const clock = createFakeClock('was');
  const store = openStore({ ...was.openTab(), clock, durable: openFakePlace(database, tenant) });
  await store.create(startSample(clock));
  await store.create(startSample(clock));
  const refusing = {
    ...openFakePlace(database, tenant),
    open: () => Promise.reject(new DOMException('No.', 'SecurityError')),
  };
  return openStore({
    ...is.openTab(),
    clock: createFakeClock('is'),
    durable: durable === 'answers' ? openFakePlace(database, tenant) : refusing,
  });
}

test('a backup that is made right after the start has what only the second copy has', async () => {
  const gathered = await gatherBackup(await startWithoutLocalStorage('answers'));
  expect(gathered.backup.factChecks).toHaveLength(2);
  expect(gathered.caveat).toBeNull();
});

test('a restoration right after the start is compared with what only the second copy has', async () => {
  const { backup } = await gatherBackup(await startWithoutLocalStorage('answers'));
  // The same ids are made again.
  const store = await startWithoutLocalStorage('answers');
  const plan = await planRestore(backup, store, createFakeClock('plan'));
  expect(plan).toMatchObject({ steps: [{ kind: 'keep' }, { kind: 'keep' }], caveat: null });
  const blocked = await planRestore(
    backup,
    await startWithoutLocalStorage('is blocked'),
    createFakeClock('plan'),
  );
  expect(blocked.caveat).toBe(NO_DATABASE);
});

test('a backup that was made without the second copy says so', async () => {
  const gathered = await gatherBackup(await startWithoutLocalStorage('is blocked'));
  expect(gathered).toMatchObject({ backup: { factChecks: [] }, caveat: NO_DATABASE });
});

test('what restoring would do is shown of the backup in hand, also when another one was looked at just before', async () => {
  const [one, other, here] = [openBrowser('one'), openBrowser('other'), openBrowser('here')];
  await fill(one);
  await other.store.create(startSample(other.clock));
  const [first, second] = await Promise.all(
    [one, other].map(async ({ store }): Promise<Backup> => (await gatherBackup(store)).backup),
  );
  if (!first || !second) throw new Error('There should be two.');
  const client = new QueryClient();
  const optionsOf = (backup: Backup): ReturnType<typeof restorePlanOf> =>
    restorePlanOf(backup, here.store, here.clock);
  // The dialog stays open while the second file is dropped on it.
  const observer = new QueryObserver(client, optionsOf(first));
  const stop = observer.subscribe(() => undefined);
  await client.query(optionsOf(first));
  expect(observer.getCurrentResult().data?.steps).toHaveLength(2);
  observer.setOptions(optionsOf(second));
  expect(observer.getCurrentResult().data).toBeUndefined();
  await client.query(optionsOf(second));
  expect(observer.getCurrentResult().data?.steps).toHaveLength(1);
  stop();
});

test('a fact check that a newer version has saved here is announced as left out, not as merged', async () => {
  const [from, to] = [openBrowser('from'), openBrowser('to')];
  const factCheck = await fill(from);
  const { id } = factCheck;
  const { backup } = await gatherBackup(from.store);
  await restoreBackup(backup, to.store, to.hand);
  const key = `linecheck/${id}/annotation/a1`;
  to.disk.set(key, newerText(key, to.disk.get(key) ?? ''));
  await from.save(factCheck, renameFactCheck(factCheck, 'Later', from.hand));
  const later = await gatherBackup(from.store);
  const { steps } = await planRestore(later.backup, to.startAgain(), to.clock);
  expect(steps.find((step) => step.id === id)).toMatchObject({ kind: 'refused' });
});

test('an annotation that was removed can be brought back where the backup is restored, and is removed nowhere', async () => {
  const [from, to] = [openBrowser('from'), openBrowser('to')];
  const withOne = await fill(from);
  await restoreBackup((await gatherBackup(from.store)).backup, to.store, to.hand);
  const removing = removeAnnotations(withOne, ['a1'], from.hand);
  const emptied = await from.save(withOne, removing);
  const again = await from.save(emptied, annotate(emptied, { targets: [POINT], id: 'a2' }, from.hand));
  await from.save(again, removeAnnotations(again, ['a2'], from.hand));
  const { backup } = await gatherBackup(from.store);

  // There the first was never removed.
  expect(await planRestore(backup, to.store, to.clock)).toMatchObject({ removed: 1 });
  await restoreBackup(backup, to.store, to.hand);
  expect((await to.store.removed(withOne.id)).map(({ annotation }) => annotation.id)).toEqual(['a2']);
  expect(await to.records(withOne.id)).toEqual(new Set(recordsOf(withOne)));

  const empty = openBrowser('empty');
  expect(await planRestore(backup, empty.store, empty.clock)).toMatchObject({ removed: 2 });
  await restoreBackup(backup, empty.store, empty.hand);
  const later = empty.startAgain();
  const [, first] = await later.removed(withOne.id);
  expect(first).toMatchObject({ annotation: withOne.tables.annotation.get('a1'), at: removing.at });
  expect(await planRestore(backup, later, empty.clock)).toMatchObject({ removed: 0 });
  expect((await gatherBackup(later)).backup.removed).toEqual(backup.removed);
  const opened = await later.open(withOne.id);
  if (!first || !opened.ok) throw new Error('It is not there.');
  await later.save(withOne.id, restoreRemoved(opened.factCheck, [first], empty.hand));
  expect((await later.removed(withOne.id)).map(({ annotation }) => annotation.id)).toEqual(['a2']);
});

test.each(['removed', 'kept'] as const)(
  'what was said of an annotation before it was removed there joins its history where it is %s here, once, and is taken back',
  async (how) => {
    const [from, to] = [openBrowser('from'), openBrowser('to')];
    const factCheck = await fill(from);
    const { id } = factCheck;
    await to.store.create(factCheck);
    const restated = await from.save(factCheck, restating(factCheck, 'Worded there.', from));
    const names = { annotationId: 'a1', reviewerId: 'ada', newId: 'v9' };
    const edit = { ratingId: 'false', conclusion: 'An hour of work.' };
    const judged = await from.save(restated, giveVerdict(restated, names, edit, from.hand));
    await from.save(judged, removeAnnotations(judged, ['a1'], from.hand));
    if (how === 'removed') await to.save(factCheck, removeAnnotations(factCheck, ['a1'], to.hand));
    const backup = await backupOf(from);
    const history = async (): Promise<unknown> => {
      const [removed] = await to.startAgain().removed(id);
      const standing = [...(await to.records(id))] as readonly AnyRecord[];
      return [...standing, ...(removed?.parts ?? [])].flatMap((one) =>
        one.type === 'history' ? [one.before] : [],
      );
    };

    expect(await planRestore(backup, to.store, to.clock)).toMatchObject(
      how === 'removed' ? { retold: 1, removed: 0 } : { retold: 0, steps: [{ added: 2, replaced: 0 }, {}] },
    );
    const restored = await restoreBackup(backup, to.store, to.hand);
    expect(restored.problems).toEqual([]);
    expect(await history()).toMatchObject([{ claim: { statement: 'Worded there.' } }, edit]);
    expect(await planRestore(backup, to.store, to.clock)).toMatchObject({ retold: 0 });
    await restoreBackup(backup, to.store, to.hand);
    expect(await history()).toHaveLength(2);

    expect(await takeBackRestoration(restored, to.store, to.hand)).toEqual(NOTHING_KEPT);
    expect(await history()).toEqual([]);
    await restoreBackup(backup, to.store, to.hand);
    expect(await history()).toHaveLength(2);
  },
);

test('the conflicts and the damaged records that a backup brings are counted before it is restored', async () => {
  const [from, to] = [openBrowser('from'), openBrowser('to')];
  const factCheck = await fill(from);
  const other = openStore({ ...from.anotherTab(), clock: createFakeClock('other') });
  await other.open(factCheck.id);
  const late = createFakeClock('other', Date.UTC(2027, 0, 1));
  await other.save(factCheck.id, renameFactCheck(factCheck, 'Other', { clock: late, by: null }));
  await from.store.save(factCheck.id, renameFactCheck(factCheck, 'One', from.hand));
  from.disk.set(`linecheck/${factCheck.id}/verdict/v1`, 'damaged');
  const { backup } = await gatherBackup(from.startAgain());
  expect(await planRestore(backup, to.store, to.clock)).toMatchObject({ conflicts: 1, damaged: 1 });
  await restoreBackup(backup, to.store, to.hand);
  expect(await planRestore(backup, to.store, to.clock)).toMatchObject({ conflicts: 0, damaged: 0 });
});

test('the removed annotations and the conflicts that a restoration brought are taken back with it, and come again with the next', async () => {
  const [from, to] = [openBrowser('from'), openBrowser('to')];
  const factCheck = await fill(from);
  const { id } = factCheck;
  await restoreBackup((await gatherBackup(from.store)).backup, to.store, to.hand);
  const withTwo = await from.save(factCheck, annotate(factCheck, { targets: [POINT], id: 'a2' }, from.hand));
  const other = openStore({ ...from.anotherTab(), clock: createFakeClock('other') });
  await other.open(id);
  const late = createFakeClock('other', Date.UTC(2027, 0, 1));
  await other.save(id, renameFactCheck(withTwo, 'Other', { clock: late, by: null }));
  await from.store.save(id, renameFactCheck(withTwo, 'One', from.hand));
  await from.store.save(id, removeAnnotations(withTwo, ['a2'], from.hand));
  const { backup } = await gatherBackup(from.startAgain());

  const restoreAndTakeBack = async (): Promise<void> => {
    expect(await planRestore(backup, to.startAgain(), to.clock)).toMatchObject({ conflicts: 1, removed: 1 });
    const restored = await restoreBackup(backup, to.store, to.hand);
    expect(restored).toMatchObject({ problems: [] });
    expect(await to.store.removed(id)).toMatchObject([{ annotation: { id: 'a2' } }]);
    expect(await to.store.conflicts(id)).toHaveLength(1);
    expect(await takeBackRestoration(restored, to.store, to.hand)).toEqual(NOTHING_KEPT);
    expect(await to.store.removed(id)).toEqual([]);
    expect(await to.store.conflicts(id)).toEqual([]);
  };
  await restoreAndTakeBack();
  await restoreAndTakeBack();
});

test('an annotation that somebody has brought back since its restoration stays when that is taken back', async () => {
  const [from, to] = [openBrowser('from'), openBrowser('to')];
  const factCheck = await fill(from);
  await to.store.create(factCheck);
  const withTwo = await from.save(factCheck, annotate(factCheck, { targets: [POINT], id: 'a2' }, from.hand));
  await from.save(withTwo, removeAnnotations(withTwo, ['a2'], from.hand));
  const restored = await restoreBackup((await gatherBackup(from.store)).backup, to.store, to.hand);
  const [removed] = await to.store.removed(factCheck.id);
  if (!removed) throw new Error('It is not there.');
  await to.save(factCheck, restoreRemoved(factCheck, [removed], to.hand));
  expect(await takeBackRestoration(restored, to.store, to.hand)).toMatchObject({ records: 1, problems: [] });
  const opened = await to.store.open(factCheck.id);
  expect(opened.ok && [...opened.factCheck.tables.annotation.keys()]).toEqual(['a1', 'a2']);
});

/** The first annotation of the browser's one fact check. */
async function statementIn({ store }: Browser, { id }: FactCheck): Promise<string | undefined> {
  const opened = await store.open(id);
  return opened.ok ? opened.factCheck.tables.annotation.get('a1')?.claim.statement : undefined;
}

const backupOf = async ({ store }: Browser): Promise<Backup> => (await gatherBackup(store)).backup;

const restating = (now: FactCheck, statement: string, { hand }: Browser): Change =>
  editAnnotation(now, 'a1', { claim: { statement } }, hand);

test('a restoration that was taken back can be done again, and says the same', async () => {
  const [from, to] = [openBrowser('from'), openBrowser('to')];
  const factCheck = await fill(from);
  await restoreBackup(await backupOf(from), to.store, to.hand);
  const before = await to.records(factCheck.id);
  await from.save(factCheck, restating(factCheck, 'Newer', from));
  const backup = await backupOf(from);
  for (let times = 0; times < 3; times += 1) {
    expect((await planRestore(backup, to.store, to.clock)).steps[0]).toMatchObject({ replaced: 1 });
    const restored = await restoreBackup(backup, to.store, to.hand);
    expect(await statementIn(to, factCheck)).toBe('Newer');
    expect(await takeBackRestoration(restored, to.store, to.hand)).toEqual(NOTHING_KEPT);
    // Who had written it, and when, is no matter of the restoration either.
    expect(wordsOf(await to.records(factCheck.id))).toEqual(wordsOf(before));
  }
});

test('a later backup brings its edits also where an earlier one was restored since they were made', async () => {
  const [from, to] = [openBrowser('from'), openBrowser('to')];
  const factCheck = await fill(from);
  await restoreBackup(await backupOf(from), to.store, to.hand);
  const second = await from.save(factCheck, restating(factCheck, 'Second', from));
  const earlier = await backupOf(from);
  await from.save(second, restating(second, 'Third', from));
  const later = await backupOf(from);
  to.clock.observe([Date.UTC(2027, 0, 1), 'to']);
  await restoreBackup(earlier, to.store, to.hand);
  expect(await statementIn(to, factCheck)).toBe('Second');
  await restoreBackup(later, to.store, to.hand);
  expect(await statementIn(to, factCheck)).toBe('Third');
  await restoreBackup(earlier, to.store, to.hand);
  expect(await statementIn(to, factCheck)).toBe('Third');
});

test('words that a restoration has brought elsewhere are no newer than they were when their backup comes back', async () => {
  const [from, to] = [openBrowser('from'), openBrowser('to')];
  const factCheck = await fill(from);
  await restoreBackup(await backupOf(from), to.store, to.hand);
  const second = await from.save(factCheck, restating(factCheck, 'Second', from));
  const earlier = await backupOf(from);
  await from.save(second, restating(second, 'Third', from));
  to.clock.observe([Date.UTC(2027, 0, 1), 'to']);
  await restoreBackup(earlier, to.store, to.hand);
  await restoreBackup(await backupOf(to), from.store, from.hand);
  expect(await statementIn(from, factCheck)).toBe('Third');
});

test('an annotation that comes back with a backup has all that was said of it after that, and takes it along again', async () => {
  const here = openBrowser('here');
  const factCheck = await fill(here);
  const backup = await backupOf(here);
  const names = { annotationId: 'a1', reviewerId: 'ada', newId: 'v9' };
  const rated = await here.save(factCheck, giveVerdict(factCheck, names, { ratingId: 'false' }, here.hand));
  await here.save(rated, removeAnnotations(rated, ['a1'], here.hand));
  const verdicts = async (): Promise<readonly string[]> => {
    const opened = await here.store.open(factCheck.id);
    return opened.ok ? [...opened.factCheck.tables.verdict.keys()] : [];
  };
  const restored = await restoreBackup(backup, here.store, here.hand);
  expect(await verdicts()).toEqual(['v9']);
  expect(await takeBackRestoration(restored, here.store, here.hand)).toEqual(NOTHING_KEPT);
  expect(await verdicts()).toEqual([]);
  const [removed] = await here.startAgain().removed(factCheck.id);
  expect(removed?.parts).toMatchObject([{ type: 'verdict', id: 'v9', ratingId: 'false' }]);
});

/** All that is said, and by whom and when, whichever revision it has. */
function wordsOf(records: ReadonlySet<unknown>): ReadonlySet<unknown> {
  const unstamped = { rev: null, base: null, writtenAs: null };
  return new Set([...records].map((record) => ({ ...(record as AnyRecord), ...unstamped })));
}

/** What `from` has removed is kept as removed in `to`, where it never stood. */
async function restoreRemoval(from: Browser, to: Browser) {
  const factCheck = await fill(from);
  await to.store.create(factCheck);
  const withTwo = await from.save(factCheck, annotate(factCheck, { targets: [POINT], id: 'a2' }, from.hand));
  await from.save(withTwo, removeAnnotations(withTwo, ['a2'], from.hand));
  const restored = await restoreBackup((await gatherBackup(from.store)).backup, to.store, to.hand);
  const [removed] = await to.store.removed(factCheck.id);
  if (!removed) throw new Error('It is not there.');
  return { factCheck, restored, removed };
}

test.each([
  ['was worked on', 'An hour of work'],
  ['was just brought back', ''],
])(
  'an annotation that %s and was removed again since its restoration stays when that is taken back',
  async (_, statement) => {
    const [from, to] = [openBrowser('from'), openBrowser('to')];
    const { factCheck, restored, removed } = await restoreRemoval(from, to);
    let now = await to.save(factCheck, restoreRemoved(factCheck, [removed], to.hand));
    if (statement !== '')
      now = await to.save(now, editAnnotation(now, 'a2', { claim: { statement } }, to.hand));
    const removal = removeAnnotations(now, ['a2'], to.hand);
    await to.save(now, removal);

    expect(await takeBackRestoration(restored, to.store, to.hand)).toEqual({ ...NOTHING_KEPT, records: 1 });
    expect(await to.startAgain().removed(factCheck.id)).toMatchObject([
      { at: removal.at, annotation: statement === '' ? {} : { claim: { statement } } },
    ]);
  },
);

test('what a restoration only holds in the tab is said to be not saved yet', async () => {
  const from = openBrowser('from');
  await fill(from);
  const { backup } = await gatherBackup(from.store);
  const clock = createFakeClock('blocked');
  const tab = createFakeBrowser().openTab();
  const store = openStore({ ...tab, localStorage: null, durable: null, clock });
  const { added, problems } = await restoreBackup(backup, store, { clock, by: null });
  expect(added).toHaveLength(2);
  expect(problems.join()).toContain('not saved yet');
});
