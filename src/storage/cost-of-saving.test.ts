import { expect, test } from 'vitest';
import { annotate } from '../domain/annotate.ts';
import { applyChange, type Change } from '../domain/change.ts';
import type { FactCheck } from '../domain/fact-check.ts';
import { giveVerdict } from '../domain/give-verdict.ts';
import type { DurablePlace } from './durable-shelf.ts';
import type { StorageLike } from './local-shelf.ts';
import { openStore } from './open-store.ts';
import type { Store } from './store.ts';
import { createFakeBrowser } from './testing/fake-browser.ts';
import { createFakeClock } from './testing/fake-clock.ts';
import { createFakeDatabase, openFakePlace } from './testing/fake-database.ts';
import { startSample } from './testing/sample.ts';

const POINT = { quote: { exact: 'bridge', prefix: 'The ', suffix: ' is' }, position: { start: 4, end: 10 } };

/** What an edit asks of the two places: how often each is called, and how many characters are handed to it. */
interface Cost {
  calls: number;
  characters: number;
}

function countingStorage(storage: StorageLike, cost: Cost): StorageLike {
  const note = (characters = 0): void => {
    cost.calls += 1;
    cost.characters += characters;
  };
  return {
    get length() {
      note();
      return storage.length;
    },
    key: (index) => {
      note();
      return storage.key(index);
    },
    getItem: (key) => {
      note();
      return storage.getItem(key);
    },
    setItem: (key, text) => {
      note(key.length + text.length);
      storage.setItem(key, text);
    },
    removeItem: (key) => {
      note();
      storage.removeItem(key);
    },
  };
}

function countingPlace(place: DurablePlace, cost: Cost): DurablePlace {
  return {
    ...place,
    open: async () => {
      const shelf = await place.open();
      return {
        ...shelf,
        merge: (texts, at) => {
          cost.calls += 1;
          for (const [key, text] of texts) cost.characters += key.length + text.length;
          return shelf.merge(texts, at);
        },
      };
    },
  };
}

/** Saves a fact check of so many annotations, then one edit of each kind; what each of these cost. */
async function costOfEdits(annotations: number): Promise<readonly Cost[]> {
  const cost: Cost = { calls: 0, characters: 0 };
  const clock = createFakeClock('tab');
  const tab = createFakeBrowser().openTab();
  const tenant = { isAlive: () => true, isAlone: () => true, turn: () => Promise.resolve() };
  const store: Store = openStore({
    listen: tab.listen,
    localStorage: countingStorage(tab.localStorage, cost),
    durable: countingPlace(openFakePlace(createFakeDatabase(), tenant), cost),
    clock,
  });
  const hand = { clock, by: null };
  let factCheck: FactCheck = startSample(clock);
  for (let i = 0; i < annotations; i += 1)
    factCheck = applyChange(
      factCheck,
      annotate(factCheck, { targets: [POINT], id: `a${String(i).padStart(6, '0')}` }, hand),
    );
  await store.create(factCheck);
  while (!store.state().isReconciled) await Promise.resolve();

  const verdict = { annotationId: firstOf(factCheck), reviewerId: 'r1', newId: 'v1' };
  const edits: readonly ((now: FactCheck) => Change)[] = [
    (now) => giveVerdict(now, verdict, { ratingId: 'true' }, hand),
    (now) => giveVerdict(now, verdict, { conclusion: 'So it is.' }, hand),
    (now) => annotate(now, { targets: [POINT], id: 'new' }, hand),
  ];
  const costs: Cost[] = [];
  for (const edit of edits) {
    const change = edit(factCheck);
    factCheck = applyChange(factCheck, change);
    Object.assign(cost, { calls: 0, characters: 0 });
    expect(await store.save(factCheck.id, change)).toEqual({ ok: true });
    costs.push({ ...cost });
  }
  return costs;
}

function firstOf(factCheck: FactCheck): string {
  const [id = ''] = factCheck.tables.annotation.keys();
  return id;
}

test('what an edit asks of both places does not depend on how much the fact check holds', async () => {
  const [few, many] = [await costOfEdits(10), await costOfEdits(1000)];
  for (const { calls, characters } of few) {
    expect(calls).toBeGreaterThan(0);
    expect(characters).toBeLessThan(5000);
  }
  expect(many).toEqual(few);
});
