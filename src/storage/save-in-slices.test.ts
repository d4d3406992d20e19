import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { annotate } from '../domain/annotate.ts';
import { applyChange, invertChange, joinChanges, type Change } from '../domain/change.ts';
import { recordsOf, type FactCheck } from '../domain/fact-check.ts';
import { giveVerdict } from '../domain/give-verdict.ts';
import { openStore } from './open-store.ts';
import { saveInSlices } from './save-in-slices.ts';
import { createSlicedSaving } from './sliced-saving.ts';
import type { SaveResult, Store } from './store.ts';
import { createFakeBrowser } from './testing/fake-browser.ts';
import { createFakeClock } from './testing/fake-clock.ts';
import { startSample } from './testing/sample.ts';

const POINT = { quote: { exact: 'bridge', prefix: 'The ', suffix: ' is' }, position: { start: 4, end: 10 } };

/** A store that saves in slices, and what it hands over to the one below. The test says when the page has had its turn. */
async function openSliced() {
  const clock = createFakeClock('here');
  const hand = { clock, by: 'r1' };
  const browser = createFakeBrowser();
  const below = openStore({ ...browser.openTab(), clock });
  const factCheck = startSample(clock);
  await below.create(factCheck);
  const slices: Change[] = [];
  let leave = (): void => undefined;
  const turns: (() => void)[] = [];
  const nextTurn = (): Promise<void> =>
    new Promise((resolve) => {
      turns.push(resolve);
    });
  const counting: Store = {
    ...below,
    save: (id, change) => {
      slices.push(change);
      return below.save(id, change);
    },
  };
  const store = saveInSlices(counting, {
    load: (saving) => Promise.resolve(createSlicedSaving(saving, nextTurn)),
    whenLeaving: (act) => (leave = act),
  });
  await Promise.resolve();
  return {
    store,
    below,
    hand,
    factCheck,
    slices,
    leave: () => leave(),
    /** Gives the page its turn until all of it is done. */
    finish: async (saved: Promise<SaveResult>) => {
      const answers: SaveResult[] = [];
      void saved.then((answer) => void answers.push(answer));
      while (answers.length === 0) {
        turns.splice(0).forEach((resolve) => resolve());
        await setImmediate();
      }
      return answers[0];
    },
  };
}

type Sliced = Awaited<ReturnType<typeof openSliced>>;

/** So many annotations with a verdict each, as one Change. */
function annotateMany({ factCheck, hand }: Sliced, count: number): Change {
  const first = annotate(factCheck, { targets: [POINT], id: 'a0' }, hand);
  const rated = giveVerdict(
    applyChange(factCheck, first),
    { annotationId: 'a0', reviewerId: 'r1', newId: 'v0' },
    { ratingId: 'false' },
    hand,
  );
  const one = joinChanges(first, rated);
  const added = Array.from({ length: count }, (_, i) =>
    one.added.map((record) =>
      record.type === 'verdict'
        ? { ...record, id: `v${i}`, annotationId: `a${i}`, rev: hand.clock.nextRev() }
        : { ...record, id: `a${i}`, rev: hand.clock.nextRev() },
    ),
  ).flat();
  return { ...one, added };
}

async function read(store: Store, { id }: FactCheck): Promise<FactCheck> {
  const opened = await store.read(id);
  if (!opened.ok) throw new Error(opened.problem);
  return opened.factCheck;
}

test('many records are saved in slices that stand for themselves, and the answer is about all of them', async () => {
  const sliced = await openSliced();
  const { store, below, factCheck, slices, finish, hand } = sliced;
  const change = annotateMany(sliced, 1200);
  const saved = store.save(factCheck.id, change);
  expect(slices.length).toBe(1);
  // An edit that comes meanwhile waits for its turn.
  const after = applyChange(factCheck, change);
  const verdict = { annotationId: 'a1199', reviewerId: 'r1', newId: 'v1199' };
  const edit = giveVerdict(after, verdict, { ratingId: 'true' }, hand);
  const edited = store.save(factCheck.id, edit);
  expect(await finish(saved)).toMatchObject({ ok: true });
  expect(await finish(edited)).toMatchObject({ ok: true });
  expect(slices.length).toBe(6);
  const now = applyChange(after, edit);
  expect(new Set(recordsOf(await read(below, factCheck)))).toEqual(new Set(recordsOf(now)));

  const back = invertChange(change, after, hand);
  expect(await finish(store.save(factCheck.id, back))).toMatchObject({ ok: true });
  const taken = await read(below, factCheck);
  expect([taken.tables.annotation.size, taken.tables.verdict.size]).toEqual([0, 0]);
  expect(await below.removed(factCheck.id)).toHaveLength(1200);
  expect((await below.removed(factCheck.id)).every(({ parts }) => parts.length === 1)).toBe(true);
});

test('one edit is saved at once', async () => {
  const sliced = await openSliced();
  const { store, factCheck, slices } = sliced;
  const change = annotateMany(sliced, 1);
  void store.save(factCheck.id, change);
  expect(slices).toEqual([change]);
});

test('whoever opens it meanwhile has all of it, and so has who leaves the page', async () => {
  for (const look of [
    ({ store, factCheck }: Sliced) => read(store, factCheck),
    ({ leave, below, factCheck }: Sliced) => {
      leave();
      return read(below, factCheck);
    },
  ]) {
    const sliced = await openSliced();
    void sliced.store.save(sliced.factCheck.id, annotateMany(sliced, 1200));
    expect((await look(sliced)).tables.annotation.size).toBe(1200);
  }
});
