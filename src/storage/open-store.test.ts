import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { annotate, editAnnotation, removeAnnotations } from '../domain/annotate.ts';
import { BUILTIN_SCALES, copyBuiltinScale } from '../domain/builtin-scales.ts';
import { applyChange, invertChange } from '../domain/change.ts';
import { chooseScale } from '../domain/choose-scale.ts';
import { articleOf, gatherFactCheck, recordsOf, scaleOf, type FactCheck } from '../domain/fact-check.ts';
import { renameFactCheck } from '../domain/fact-check-edits.ts';
import { savedByOlder, standingIn } from '../domain/testing/saved-by-older.ts';
import { checksumOf } from './checksum.ts';
import { openStore } from './open-store.ts';
import { FULL, NEWER, ONE_COPY, sayUnread } from './sentences.ts';
import type { OutsideChange, Store } from './store.ts';
import { arbitraryEdit, makeEdit } from './testing/arbitrary-edits.ts';
import { createFakeBrowser, type FakeBrowser, type FakeTab } from './testing/fake-browser.ts';
import { createFakeClock } from './testing/fake-clock.ts';
import { startSample } from './testing/sample.ts';
import type { Clock } from '../domain/clock.ts';

interface Tab extends FakeTab {
  readonly store: Store;
  readonly clock: Clock;
}

let started = 0;

function openTab(browser: FakeBrowser): Tab {
  const tab = browser.openTab();
  const clock = createFakeClock(`tab${(started += 1)}`);
  return { ...tab, clock, store: openStore({ ...tab, clock }) };
}

function byKey(factCheck: FactCheck): Record<string, unknown> {
  return Object.fromEntries(recordsOf(factCheck).map((record) => [`${record.type}/${record.id}`, record]));
}

async function reopen(browser: FakeBrowser, id: string): Promise<FactCheck> {
  const opened = await openTab(browser).store.open(id);
  if (!opened.ok) throw new Error(opened.problem);
  return opened.factCheck;
}

const POINT = { quote: { exact: 'bridge', prefix: 'The ', suffix: ' is' }, position: { start: 4, end: 10 } };

test('any Changes saved and opened again give the fact check that was in memory', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(arbitraryEdit, { maxLength: 25 }), async (edits) => {
      const browser = createFakeBrowser();
      const { store, clock } = openTab(browser);
      let factCheck = startSample(clock);
      await store.create(factCheck);
      for (const edit of edits) {
        const change = makeEdit(factCheck, edit, { clock, by: null });
        factCheck = applyChange(factCheck, change);
        expect(await store.save(factCheck.id, change)).toEqual({ ok: true, note: ONE_COPY });
      }
      expect(byKey(await reopen(browser, factCheck.id))).toEqual(byKey(factCheck));
    }),
  );
});

test('what is undone stays undone after a reload', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(arbitraryEdit, { maxLength: 10 }), arbitraryEdit, async (edits, last) => {
      const browser = createFakeBrowser();
      const { store, clock } = openTab(browser);
      const hand = { clock, by: null };
      let factCheck = startSample(clock);
      await store.create(factCheck);
      for (const edit of [...edits, last]) {
        const change = makeEdit(factCheck, edit, hand);
        factCheck = applyChange(factCheck, change);
        await store.save(factCheck.id, change);
        const undone = invertChange(change, factCheck, hand);
        factCheck = applyChange(factCheck, undone);
        await store.save(factCheck.id, undone);
      }
      expect(byKey(await reopen(browser, factCheck.id))).toEqual(byKey(factCheck));
    }),
  );
});

test('one damaged value costs at most its own record, and is kept raw', async () => {
  const setting = { edits: fc.array(arbitraryEdit, { minLength: 3, maxLength: 15 }), victim: fc.nat() };
  const damage = fc.oneof(fc.string(), fc.constant('{"state":{},"version":0}'));
  await fc.assert(
    fc.asyncProperty(fc.record(setting), damage, async ({ edits, victim }, garbage) => {
      const browser = createFakeBrowser();
      const { store, clock } = openTab(browser);
      let factCheck = startSample(clock);
      await store.create(factCheck);
      for (const edit of edits) {
        const change = makeEdit(factCheck, edit, { clock, by: null });
        factCheck = applyChange(factCheck, change);
        await store.save(factCheck.id, change);
      }
      const article = `linecheck/${factCheck.id}/article/${articleOf(factCheck).id}`;
      const keys = [...browser.disk.keys()].filter((key) => key !== article);
      const key = keys[victim % keys.length] ?? '';
      browser.disk.set(key, garbage);

      const [, , type = '', id = ''] = key.split('/');
      const hangsOnIt = Object.entries(byKey(factCheck))
        .filter(([name, record]) => name === `${type}/${id}` || JSON.stringify(record).includes(`"${id}"`))
        .map(([name]) => name);
      const costs = new Set(hangsOnIt);
      const opened = byKey(await reopen(browser, factCheck.id));
      expect(omit(opened, costs)).toEqual(omit(byKey(factCheck), costs));
      const quarantined = [...browser.disk].find(([name]) => name.startsWith('linecheck/~quarantine/'));
      expect(JSON.parse(quarantined?.[1] ?? '')).toMatchObject({ key, raw: garbage });
    }),
  );
});

test('records that hang on a damaged one come back with it', async () => {
  const browser = createFakeBrowser();
  const { store, clock } = openTab(browser);
  const factCheck = startSample(clock);
  await store.create(factCheck);
  const change = annotate(factCheck, { targets: [POINT], id: 'a1' }, { clock, by: null });
  await store.save(factCheck.id, change);
  const key = `linecheck/${factCheck.id}/article/${articleOf(factCheck).id}`;
  const text = browser.disk.get(key) ?? '';
  browser.disk.set(key, text.replace('bridge', 'ridge'));

  const { store: later } = openTab(browser);
  expect(await later.open(factCheck.id)).toMatchObject({ ok: false });
  expect(await later.list()).toMatchObject([
    { title: factCheck.tables['fact-check'].get(factCheck.id)?.title },
  ]);

  browser.disk.set(key, text);
  expect(byKey(await reopen(browser, factCheck.id))).toEqual(byKey(applyChange(factCheck, change)));
});

test('a tab that dies between two writes loses nothing that was saved before', async () => {
  const edits = fc.array(arbitraryEdit, { minLength: 1, maxLength: 15 });
  await fc.assert(
    fc.asyncProperty(edits, fc.nat(30), async (planned, writes) => {
      const browser = createFakeBrowser();
      const { store, clock, dieAfter, isAlive } = openTab(browser);
      let saved = startSample(clock);
      await store.create(saved);
      dieAfter(writes);
      const inFlight = new Set<string>();
      for (const edit of planned) {
        const change = makeEdit(saved, edit, { clock, by: null });
        await store.save(saved.id, change);
        if (!isAlive()) {
          const { added, updated, removed } = change;
          for (const { type, id } of [...added, ...updated.map(({ after }) => after), ...removed])
            inFlight.add(`${type}/${id}`);
          break;
        }
        saved = applyChange(saved, change);
      }
      const opened = await openTab(browser).store.open(saved.id);
      if (!opened.ok) throw new Error(opened.problem);
      expect(opened.notices).toEqual([]);
      expect(omit(byKey(opened.factCheck), inFlight)).toEqual(omit(byKey(saved), inFlight));
    }),
  );
});

test('a fact check that is cut short while it is created is not half there', async () => {
  for (let writes = 0; writes < 3; writes += 1) {
    const browser = createFakeBrowser();
    const { store, clock, dieAfter } = openTab(browser);
    dieAfter(writes);
    await store.create(startSample(clock));
    const listed = await openTab(browser).store.list();
    expect(listed.filter(({ articleTitle }) => articleTitle === '')).toEqual([]);
  }
});

test('a full browser is said so, harms nothing, and saving goes on when there is room', async () => {
  const browser = createFakeBrowser({ limit: 6000 });
  const { store, clock } = openTab(browser);
  const hand = { clock, by: null };
  let factCheck = startSample(clock);
  await store.create(factCheck);
  const small = annotate(factCheck, { targets: [POINT], id: 'a1' }, hand);
  factCheck = applyChange(factCheck, small);
  expect(await store.save(factCheck.id, small)).toEqual({ ok: true, note: ONE_COPY });
  const before = new Map(browser.disk);

  const large = editAnnotation(factCheck, 'a1', { claim: { statement: 'x'.repeat(6000) } }, hand);
  const inMemory = applyChange(factCheck, large);
  const refused = await store.save(factCheck.id, large);
  expect(refused).toEqual({ ok: false, problem: FULL, isHeld: true });
  expect(store.state()).toMatchObject({ unsaved: 1, problem: FULL });
  expect(browser.disk).toEqual(before);
  expect(byKey(await reopen(browser, factCheck.id))).toEqual(byKey(factCheck));

  const shorter = editAnnotation(inMemory, 'a1', { claim: { statement: 'x'.repeat(60) } }, hand);
  expect(await store.save(factCheck.id, shorter)).toEqual({ ok: true, note: ONE_COPY });
  expect(byKey(await reopen(browser, factCheck.id))).toEqual(byKey(applyChange(inMemory, shorter)));
});

test('what one tab does the other hears of, record by record', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.boolean(), arbitraryEdit), { maxLength: 20 }), async (edits) => {
      const browser = createFakeBrowser();
      const tabs = [openTab(browser), openTab(browser)] as const;
      const start = startSample(tabs[0].clock);
      await tabs[0].store.create(start);
      const inMemory = new Map(tabs.map((tab) => [tab, start]));
      for (const tab of tabs) {
        await tab.store.open(start.id);
        tab.store.watch((change) => inMemory.set(tab, applyOutside(inMemory.get(tab) ?? start, change)));
      }
      for (const [isFirst, edit] of edits) {
        const tab = isFirst ? tabs[0] : tabs[1];
        const factCheck = inMemory.get(tab) ?? start;
        const change = makeEdit(factCheck, edit, { clock: tab.clock, by: null });
        inMemory.set(tab, applyChange(factCheck, change));
        await tab.store.save(start.id, change);
        deliverAll(tabs);
      }
      const [first, second] = tabs.map((tab) => byKey(inMemory.get(tab) ?? start));
      expect(second).toEqual(first);
      expect(byKey(await reopen(browser, start.id))).toEqual(first);
    }),
  );
});

test('two edits of one record at the same time keep both', async () => {
  const browser = createFakeBrowser();
  const [one, other] = [openTab(browser), openTab(browser)];
  const start = startSample(one.clock);
  await one.store.create(start);
  await Promise.all([one.store.open(start.id), other.store.open(start.id)]);

  await one.store.save(start.id, renameFactCheck(start, 'One', { clock: one.clock, by: null }));
  await other.store.save(start.id, renameFactCheck(start, 'Other', { clock: other.clock, by: null }));
  deliverAll([one, other]);

  const titles = [...browser.disk].flatMap(([key, text]) =>
    key.includes('/fact-check/') ? (/"title":"(\w+)"/.exec(text)?.[1] ?? []) : [],
  );
  expect(titles.toSorted()).toEqual(['One', 'Other']);
  const [a, b] = [await one.store.open(start.id), await other.store.open(start.id)];
  expect(a).toEqual(b);
});

test('a removed fact check leaves the list, comes back whole, and is brought back by a later edit', async () => {
  const browser = createFakeBrowser();
  const { store, clock } = openTab(browser);
  const factCheck = startSample(clock);
  const change = annotate(factCheck, { targets: [POINT], id: 'a1' }, { clock, by: null });
  await store.create(factCheck);
  await store.save(factCheck.id, change);

  expect(await store.remove(factCheck.id)).toEqual({ ok: true, note: ONE_COPY });
  expect(await store.list()).toEqual([]);
  expect(await openTab(browser).store.open(factCheck.id)).toMatchObject({ ok: false });

  expect(await store.restore(factCheck.id)).toEqual({ ok: true, note: ONE_COPY });
  const restored = await reopen(browser, factCheck.id);
  expect(restored.tables.annotation).toEqual(applyChange(factCheck, change).tables.annotation);

  await store.remove(factCheck.id);
  const edited = applyChange(factCheck, change);
  await store.save(factCheck.id, removeAnnotations(edited, ['a1'], { clock, by: null }));
  await store.save(factCheck.id, renameFactCheck(restored, 'Again', { clock, by: null }));
  expect(await store.list()).toMatchObject([{ title: 'Again', annotations: 0 }]);
});

test('the list tells title, article, language, progress and age, the newest first', async () => {
  const browser = createFakeBrowser();
  const { store, clock } = openTab(browser);
  const older = startSample(clock);
  await store.create(older);
  const newer = startSample(clock);
  await store.create(newer);
  await store.save(newer.id, annotate(newer, { targets: [POINT], id: 'a1' }, { clock, by: null }));
  expect(await openTab(browser).store.list()).toMatchObject([
    {
      id: newer.id,
      articleTitle: 'The bridge at Ålesund',
      language: 'en',
      annotations: 1,
      leftOut: 0,
      coverage: { untouched: 2, open: 1, checked: 0, 'not-checkable': 0 },
    },
    { id: older.id, annotations: 0 },
  ]);
});

test('keys of others are never touched', async () => {
  const browser = createFakeBrowser();
  const foreign = [
    ['linecheck-session', '{"state":{}}'],
    ['theme', 'dark'],
    ['linecheck/notes', 'by hand'],
  ] as const;
  for (const [key, text] of foreign) browser.disk.set(key, text);
  const { store, clock } = openTab(browser);
  const factCheck = startSample(clock);
  await store.create(factCheck);
  await store.list();
  await store.remove(factCheck.id);
  for (const [key, text] of foreign) expect(browser.disk.get(key)).toBe(text);
});

test('what a newer version saved is read, and neither changed nor thrown away', async () => {
  const browser = createFakeBrowser();
  const { store, clock } = openTab(browser);
  const factCheck = startSample(clock);
  await store.create(factCheck);
  const key = `linecheck/${factCheck.id}/annotation/a9`;
  const json = '{"of":"tomorrow"}';
  const text = `2|${checksumOf(`${key}|2|${json}`)}|${json}`;
  browser.disk.set(key, text);

  const later = openTab(browser);
  const opened = await later.store.open(factCheck.id);
  expect(opened).toMatchObject({ ok: true, readOnlyReason: NEWER, notices: [sayUnread(1)] });
  const rename = renameFactCheck(factCheck, 'No', { clock: later.clock, by: null });
  expect(await later.store.save(factCheck.id, rename)).toMatchObject({ ok: false });
  expect(browser.disk.get(key)).toBe(text);
});

test('a verdict that older versions left on words that it is older than is in doubt, whoever reads it', async () => {
  const browser = createFakeBrowser();
  const { store } = openTab(browser);
  const saved = savedByOlder({});
  await store.create(saved);
  const read = await store.open(saved.id);
  expect(read.ok && standingIn(read.factCheck)).toEqual(['ada']);
  expect(standingIn(await reopen(browser, saved.id))).toEqual(['ada']);
});

function omit(records: Record<string, unknown>, names: ReadonlySet<string>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(records).filter(([name]) => !names.has(name)));
}

function deliverAll(tabs: readonly Tab[]): void {
  while (tabs.some((tab) => tab.deliver()));
}

function applyOutside(factCheck: FactCheck, { changed, heldUp = [], removed }: OutsideChange): FactCheck {
  const gone = new Set(removed.map(({ type, id }) => `${type}/${id}`));
  const stays = recordsOf(factCheck).filter(({ type, id }) => !gone.has(`${type}/${id}`));
  return gatherFactCheck(factCheck.id, [...stays, ...heldUp, ...changed]);
}

test.each(BUILTIN_SCALES.map(({ id, name }) => [name, id]))(
  'where the scale %s is lost, it is made again as what it was',
  async (name, scaleId) => {
    const browser = createFakeBrowser();
    const { store, clock } = openTab(browser);
    const factCheck = startSample(clock);
    await store.create(factCheck);
    const chosen = chooseScale(factCheck, copyBuiltinScale(scaleId, clock), { clock, by: null });
    await store.save(factCheck.id, chosen);
    browser.disk.delete(`linecheck/${factCheck.id}/rating-scale/${scaleId}`);
    const opened = await openTab(browser).store.open(factCheck.id);
    expect(opened).toMatchObject({
      ok: true,
      notices: [expect.stringContaining(`“${name}” stands in its place`)],
    });
    expect(opened.ok && scaleOf(opened.factCheck)).toMatchObject({ id: scaleId, name });
  },
);
