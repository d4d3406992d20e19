import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { annotate } from '../domain/annotate.ts';
import { applyChange } from '../domain/change.ts';
import { recordsOf, scaleOf, type FactCheck } from '../domain/fact-check.ts';
import { openStore } from '../storage/open-store.ts';
import { arbitraryEdit, makeEdit, type Edit } from '../storage/testing/arbitrary-edits.ts';
import { createFakeBrowser } from '../storage/testing/fake-browser.ts';
import { createFakeClock } from '../storage/testing/fake-clock.ts';
import { createFakeDatabase, openFakePlace } from '../storage/testing/fake-database.ts';
import { startSample } from '../storage/testing/sample.ts';
import type { Store } from '../storage/store.ts';
import { createFactCheckStore, type FactCheckStore } from '../stores/fact-check-store.ts';

const POINT = { quote: { exact: 'bridge', prefix: 'The ', suffix: ' is' }, position: { start: 4, end: 10 } };

type Act =
  | { readonly kind: 'edit'; readonly desk: number; readonly edit: Edit }
  /** A verdict on the first annotation. */
  | { readonly kind: 'judge'; readonly desk: number; readonly rating: number }
  /** `hear`: the next word of another tab arrives. */
  | { readonly kind: 'undo' | 'redo' | 'hear'; readonly desk: number };

const at = fc.nat(2);
const arbitraryAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('edit' as const), desk: at, edit: arbitraryEdit }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('judge' as const), desk: at, rating: fc.nat(4) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const), desk: at }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('hear' as const), desk: at }) },
);

const removal = (desk: number): Act => {
  return { kind: 'edit', desk, edit: { kind: 'remove-annotation', pick: 0, other: 0, words: '' } };
};
const judging = (desk: number): Act => ({ kind: 'judge', desk, rating: 0 });

/** Orders of things in which desks once came to show different things. */
const KNOWN: readonly Act[][] = [
  [judging(1), removal(0)],
  [removal(0), judging(1)],
  [judging(2), removal(0), judging(1), { kind: 'undo', desk: 2 }],
];

interface Tab {
  readonly desk: FactCheckStore;
  readonly hear: () => boolean;
}

/** Three tabs of one reviewer on one fact check with one annotation, wired as the desk is; and one that is opened later. */
async function openTabs(): Promise<{
  readonly tabs: readonly Tab[];
  readonly reopen: () => Promise<FactCheck>;
}> {
  const [browser, database] = [createFakeBrowser(), createFakeDatabase()];
  const open = (name: string, isAlone: boolean) => {
    const fake = browser.openTab();
    const clock = createFakeClock(name);
    const { isAlive } = fake;
    const tenant = { isAlive, isAlone: () => isAlone, turn: () => Promise.resolve() };
    return { fake, clock, store: openStore({ ...fake, clock, durable: openFakePlace(database, tenant) }) };
  };
  const show = async (store: Store, id: string): Promise<FactCheck> => {
    await store.compareCopies();
    const opened = await store.open(id);
    if (!opened.ok) throw new Error(opened.problem);
    return opened.factCheck;
  };

  const first = open('a', true);
  const hand = { clock: first.clock, by: 'ada' };
  const begun = startSample(first.clock);
  const { id } = begun;
  await first.store.create(applyChange(begun, annotate(begun, { targets: [POINT], id: 'a1' }, hand)));

  const tabs = [first, open('b', false), open('c', false)].map(async ({ fake, clock, store }) => {
    const desk = createFactCheckStore(await show(store, id), {
      clock,
      reviewer: () => ({ id: 'ada', name: 'Ada' }),
      onChange: (_, change) => void store.save(id, change),
    });
    store.watch((told) => desk.events.receive(told));
    return { desk, hear: fake.deliver };
  });
  return { tabs: await Promise.all(tabs), reopen: () => show(open('d', false).store, id) };
}

function carryOut({ desk, hear }: Tab, act: Act): void {
  switch (act.kind) {
    case 'edit':
      desk.events.carryOut((now, hand) => makeEdit(now, act.edit, hand));
      return;
    case 'judge': {
      const { factCheck } = desk.getState();
      const rating = scaleOf(factCheck).ratings[act.rating];
      const [annotation] = factCheck.tables.annotation.keys();
      if (rating && annotation !== undefined) desk.events.giveVerdict(annotation, { ratingId: rating.id });
      return;
    }
    case 'undo':
    case 'redo':
      desk.events[act.kind]();
      return;
    case 'hear':
      hear();
  }
}

function byName(factCheck: FactCheck): Readonly<Record<string, unknown>> {
  return Object.fromEntries(recordsOf(factCheck).map((record) => [`${record.type}/${record.id}`, record]));
}

test('whatever is done and undone in several tabs, in which order ever they hear of it, all show in the end what is kept', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(arbitraryAct, { maxLength: 40 }), async (acts) => {
      const { tabs, reopen } = await openTabs();
      for (const act of acts) {
        const tab = tabs[act.desk];
        if (tab) carryOut(tab, act);
      }
      while (tabs.some(({ hear }) => hear()));
      const kept = byName(await reopen());
      for (const { desk } of tabs) expect(byName(desk.getState().factCheck)).toEqual(kept);
    }),
    { numRuns: 200, examples: KNOWN.map((acts) => [acts]) },
  );
});
