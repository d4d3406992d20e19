import { describe, expect, test } from 'vitest';
import { annotate, editAnnotation, removeAnnotations } from '../domain/annotate.ts';
import { applyChange, type Change, type Hand } from '../domain/change.ts';
import type { Clock } from '../domain/clock.ts';
import { articleOf, headOf, recordsOf, type FactCheck } from '../domain/fact-check.ts';
import { renameFactCheck } from '../domain/fact-check-edits.ts';
import { giveVerdict } from '../domain/give-verdict.ts';
import { restoreRemoved } from '../domain/restore-removed.ts';
import { historyOf } from '../domain/restore-version.ts';
import { startFactCheck } from '../domain/start-fact-check.ts';
import { openStore } from '../storage/open-store.ts';
import type { Store } from '../storage/store.ts';
import { createFakeBrowser } from '../storage/testing/fake-browser.ts';
import { createFakeClock } from '../storage/testing/fake-clock.ts';
import { createFakeDatabase, openFakePlace } from '../storage/testing/fake-database.ts';
import { importFactCheck, takeBackReplacement, type ImportResult } from './import-fact-check.ts';
import { holdTheSame } from './replace-fact-check.ts';
import { paragraphDraft } from '../domain/testing/paragraph-draft.ts';

interface Browser {
  readonly clock: Clock;
  readonly hand: Hand;
  readonly store: Store;
  readonly bring: (
    factCheck: FactCheck,
    collision?: 'ask' | 'keep-both' | 'replace',
  ) => Promise<ImportResult>;
  readonly open: (id: string) => Promise<FactCheck>;
}

function openBrowser(name: string): Browser {
  const clock = createFakeClock(name);
  const store = openStore({ ...createFakeBrowser().openTab(), clock });
  return {
    clock,
    hand: { clock, by: null },
    store,
    bring: (factCheck, collision = 'ask') =>
      importFactCheck({ factCheck, by: null, collision }, store, clock),
    open: async (id) => {
      const opened = await store.open(id);
      if (!opened.ok) throw new Error(opened.problem);
      return opened.factCheck;
    },
  };
}

/** A fact check with one annotation, as another browser exports it. */
function exported({ hand, clock }: Browser): FactCheck {
  const text = 'They are not our friends. 104,000 people were evacuated.';
  const started = startFactCheck(
    paragraphDraft(text, {
      title: 'Friends',
      sentences: [
        { start: 0, end: 25 },
        { start: 26, end: text.length },
      ],
    }),
    hand,
  );
  return withAnnotation(started, clock.newId(), hand);
}

function withAnnotation(factCheck: FactCheck, id: string, hand: Hand): FactCheck {
  const { text } = articleOf(factCheck);
  const target = {
    quote: { exact: text.slice(0, 25), prefix: '', suffix: '' },
    position: { start: 0, end: 25 },
  };
  return applyChange(factCheck, annotate(factCheck, { targets: [target], checkability: 'claim', id }, hand));
}

test('a fact check that is not here is added as it is in the file, stamps and all', async () => {
  const here = openBrowser('here');
  const file = exported(openBrowser('there'));
  expect(await here.bring(file)).toMatchObject({ outcome: 'kept', id: file.id, how: 'added' });
  expect(new Set(recordsOf(await here.open(file.id)))).toEqual(new Set(recordsOf(file)));
});

test('one that is here already, just so, is not touched and not asked about', async () => {
  const here = openBrowser('here');
  const file = exported(openBrowser('there'));
  await here.bring(file);
  expect(await here.bring(file)).toMatchObject({ outcome: 'kept', id: file.id, how: 'already-here' });
  expect(await here.store.list()).toHaveLength(1);
});

test('one that is here in another version is asked about, and nothing happens to it before the answer', async () => {
  const here = openBrowser('here');
  const file = exported(openBrowser('there'));
  await here.bring(file);
  await here.store.save(file.id, renameFactCheck(file, 'Mine', here.hand));
  const before = await here.open(file.id);

  expect(await here.bring(file)).toMatchObject({ outcome: 'collision', present: { title: 'Mine' } });
  expect(await here.open(file.id)).toEqual(before);
});

test('keeping both leaves the one here alone and adds a copy with a name of its own', async () => {
  const here = openBrowser('here');
  const file = exported(openBrowser('there'));
  await here.bring(file);
  await here.store.save(file.id, renameFactCheck(file, 'Mine', here.hand));

  const result = await here.bring(file, 'keep-both');
  expect(result).toMatchObject({ outcome: 'kept', how: 'copied' });
  const titles = (await here.store.list()).map(({ title }) => title);
  expect(titles.toSorted()).toEqual(['Friends (copy)', 'Mine']);
  if (result.outcome !== 'kept') throw new Error('It was not kept.');
  expect((await here.open(result.id)).tables.annotation).toEqual(file.tables.annotation);
});

test('replacing makes the one here say what the file says, and can be taken back', async () => {
  const here = openBrowser('here');
  const file = exported(openBrowser('there'));
  await here.bring(file);
  const renamed = applyChange(file, renameFactCheck(file, 'Mine', here.hand));
  await here.store.save(file.id, renameFactCheck(file, 'Mine', here.hand));
  await here.store.save(file.id, removeAnnotations(renamed, [...file.tables.annotation.keys()], here.hand));
  const mine = await here.open(file.id);
  expect(mine.tables.annotation.size).toBe(0);

  const result = await here.bring(file, 'replace');
  const replaced = await here.open(file.id);
  expect(holdTheSame(replaced, file, here.hand)).toBe(true);

  if (result.outcome !== 'kept' || result.how !== 'replaced') throw new Error('It was not replaced.');
  const taken = await takeBackReplacement({ ...result, by: null }, here.store, here.clock);
  expect(taken).toMatchObject({ ok: true, kept: 0 });
  expect(holdTheSame(await here.open(file.id), mine, here.hand)).toBe(true);
});

test('what was said of a removed annotation after the file was written is in its history when the file brings it back', async () => {
  const here = openBrowser('here');
  const file = exported(openBrowser('there'));
  const { id } = file;
  const [annotationId = ''] = file.tables.annotation.keys();
  await here.bring(file);
  const make = async (edit: (now: FactCheck) => Change): Promise<void> => {
    await here.store.save(id, edit(await here.open(id)));
  };
  const names = { annotationId, reviewerId: 'ada', newId: 'v' };
  await make((now) => giveVerdict(now, names, { conclusion: 'An hour of work.' }, here.hand));
  await make((now) => removeAnnotations(now, [annotationId], here.hand));

  const result = await here.bring(file, 'replace');
  const replaced = await here.open(id);
  expect(replaced.tables.verdict.size).toBe(0);
  expect(historyOf(replaced, annotationId)).toMatchObject([{ before: { conclusion: 'An hour of work.' } }]);

  if (result.outcome !== 'kept' || result.how !== 'replaced') throw new Error('It was not replaced.');
  await takeBackReplacement({ ...result, by: null }, here.store, here.clock);
  expect(await here.store.removed(id)).toMatchObject([
    { annotation: { id: annotationId }, parts: [{ before: { conclusion: 'An hour of work.' } }] },
  ]);
});

test('an annotation that was back, judged and removed once more since a replacement comes back with its verdict', async () => {
  const here = openBrowser('here');
  const mine = exported(openBrowser('there'));
  const { id } = mine;
  const [annotationId = ''] = mine.tables.annotation.keys();
  await here.bring(mine);
  const make = async (edit: (now: FactCheck) => Change): Promise<void> => {
    await here.store.save(id, edit(await here.open(id)));
  };
  const emptied = applyChange(mine, removeAnnotations(mine, [annotationId], here.hand));
  const result = await here.bring(emptied, 'replace');
  const gone = await here.store.removed(id);
  await make((now) => restoreRemoved(now, gone, here.hand));
  const names = { annotationId, reviewerId: 'ada', newId: 'v' };
  await make((now) => giveVerdict(now, names, { conclusion: 'An hour of work.' }, here.hand));
  await make((now) => removeAnnotations(now, [annotationId], here.hand));

  if (result.outcome !== 'kept' || result.how !== 'replaced') throw new Error('It was not replaced.');
  await takeBackReplacement({ ...result, by: null }, here.store, here.clock);
  const back = await here.open(id);
  expect([...back.tables.annotation.keys()]).toEqual([annotationId]);
  expect([...back.tables.verdict.keys()]).toEqual(['v']);
});

test('what was edited since a replacement stays when that is taken back, and is counted', async () => {
  const here = openBrowser('here');
  const file = exported(openBrowser('there'));
  await here.bring(file);
  await here.store.save(file.id, renameFactCheck(file, 'Mine', here.hand));
  const result = await here.bring(file, 'replace');
  await here.store.save(file.id, renameFactCheck(await here.open(file.id), 'Since', here.hand));
  if (result.outcome !== 'kept' || result.how !== 'replaced') throw new Error('It was not replaced.');
  const taken = await takeBackReplacement({ ...result, by: null }, here.store, here.clock);
  expect(taken).toMatchObject({ ok: true, kept: 1 });
  expect(headOf(await here.open(file.id)).title).toBe('Since');
});

test('a fact check that was removed here comes back with its file, and says what the file says', async () => {
  const here = openBrowser('here');
  const file = exported(openBrowser('there'));
  await here.bring(file);
  await here.store.save(file.id, renameFactCheck(file, 'Mine', here.hand));
  await here.store.remove(file.id);
  expect(await here.store.list()).toEqual([]);

  expect(await here.bring(file)).toMatchObject({ outcome: 'kept', id: file.id, how: 'added' });
  const back = await here.open(file.id);
  expect(holdTheSame(back, file, here.hand)).toBe(true);
  expect(headOf(back).title).toBe('Friends');
  expect(await here.store.list()).toMatchObject([{ unfiled: 0 }]);
});

test('what a file replaces stays in the history, once, and leaves it again when that is taken back', async () => {
  const [there, here] = [openBrowser('there'), openBrowser('here')];
  const file = exported(there);
  const { id } = file;
  const [annotation] = file.tables.annotation.values();
  if (!annotation) throw new Error('There is no annotation.');
  await here.bring(file);
  const edit = editAnnotation(
    await here.open(id),
    annotation.id,
    { claim: { statement: 'Written here.' } },
    here.hand,
  );
  await here.store.save(id, edit);

  const result = await here.bring(file, 'replace');
  const after = await here.open(id);
  expect([...after.tables.history.values()]).toMatchObject([
    { annotationId: annotation.id, before: { type: 'claim', claim: { statement: 'Written here.' } } },
  ]);
  // The same file once more replaces nothing; a file that tells of the replacement itself adds no second record of it.
  expect(await here.bring(file, 'replace')).toMatchObject({ how: 'already-here' });
  if (result.outcome !== 'kept' || result.how !== 'replaced') throw new Error('It was not replaced.');
  await takeBackReplacement({ ...result, by: null }, here.store, here.clock);
  expect((await here.open(id)).tables.history.size).toBe(0);
  await here.bring(after, 'replace');
  expect((await here.open(id)).tables.history.size).toBe(1);
});

test('what was replaced is in no file: the reminder counts it', async () => {
  const [there, here] = [openBrowser('there'), openBrowser('here')];
  const file = exported(there);
  await here.bring(file);
  const [annotation] = file.tables.annotation.values();
  if (!annotation) throw new Error('There is no annotation.');
  const claim = { statement: 'Written here.' };
  const edit = editAnnotation(await here.open(file.id), annotation.id, { claim }, here.hand);
  await here.store.save(file.id, edit);
  expect(here.store.unfiled(file.id)).toBe(1);
  await here.bring(file, 'replace');
  expect(here.store.unfiled(file.id)).toBe(1);
  // Once it is exported with its history there is nothing to be reminded of.
  here.store.markFiled([await here.open(file.id)]);
  expect(here.store.unfiled(file.id)).toBe(0);
});

test('what only the second copy has is here already when a file is opened right after the start', async () => {
  const database = createFakeDatabase();
  const tenant = { isAlive: () => true, isAlone: () => true, turn: () => Promise.resolve() };
  const start = (name: string): { store: Store; clock: Clock } => {
    const clock = createFakeClock(name);
    const durable = openFakePlace(database, tenant);
    return { clock, store: openStore({ ...createFakeBrowser().openTab(), clock, durable }) };
  };
  const file = exported(openBrowser('there'));
  const before = start('before');
  await importFactCheck({ factCheck: file, by: null, collision: 'ask' }, before.store, before.clock);
  await before.store.save(file.id, renameFactCheck(file, 'Mine', { clock: before.clock, by: null }));
  // localStorage was emptied since: only the database knows of it.
  const after = start('after');
  const again = { factCheck: file, by: null, collision: 'ask' } as const;
  expect(await importFactCheck(again, after.store, after.clock)).toMatchObject({
    outcome: 'collision',
    present: { title: 'Mine' },
  });
});

describe('when the person cancels', () => {
  /** Changes their mind as soon as the store is asked for this. */
  async function bringAndCancel(
    at: 'compareCopies' | 'create' | 'save',
    collision: 'ask' | 'keep-both' | 'replace' = 'ask',
    isHere = false,
  ): Promise<{ readonly result: ImportResult; readonly titles: readonly string[] }> {
    const here = openBrowser('here');
    const file = exported(openBrowser('there'));
    if (isHere) {
      await here.bring(file);
      await here.store.save(file.id, renameFactCheck(file, 'Mine', here.hand));
    }
    const giveUp = new AbortController();
    const store: Store = {
      ...here.store,
      [at]: (...parts: readonly never[]) => {
        giveUp.abort();
        return (here.store[at] as (...given: readonly never[]) => unknown)(...parts);
      },
    };
    const result = await importFactCheck(
      { factCheck: file, by: null, collision, signal: giveUp.signal },
      store,
      here.clock,
    );
    const kept = await here.store.list();
    return { result, titles: kept.map(({ title }) => title) };
  }

  const cancelled = { outcome: 'cancelled', problem: null };

  test('while the copies are compared, nothing is kept', async () => {
    expect(await bringAndCancel('compareCopies')).toEqual({ result: cancelled, titles: [] });
  });

  test('while it is stored, it is taken away again', async () => {
    expect(await bringAndCancel('create')).toEqual({ result: cancelled, titles: [] });
  });

  test('while a copy is stored, the one that was here stays alone', async () => {
    expect(await bringAndCancel('create', 'keep-both', true)).toEqual({
      result: cancelled,
      titles: ['Mine'],
    });
  });

  test('while one is replaced, it is as it was before', async () => {
    expect(await bringAndCancel('save', 'replace', true)).toEqual({ result: cancelled, titles: ['Mine'] });
  });
});

test('what is only held in the tab is said to be not saved yet', async () => {
  const clock = createFakeClock('blocked');
  const tab = createFakeBrowser().openTab();
  const store = openStore({ ...tab, localStorage: null, durable: null, clock });
  const file = exported(openBrowser('there'));
  const result = await importFactCheck({ factCheck: file, by: null, collision: 'ask' }, store, clock);
  expect(result).toMatchObject({ outcome: 'kept', isHeld: true });
  expect(result.outcome === 'kept' && result.note).toContain('not saved yet');
});
