import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { findGaps, recordsOf, scaleOf, type FactCheck } from '../domain/fact-check.ts';
import { citeSource, removeSource } from '../domain/cite-source.ts';
import { mergeFactCheck } from '../domain/merge-fact-check.ts';
import { pointersOf } from '../domain/pointers.ts';
import { restoreRemoved } from '../domain/restore-removed.ts';
import { historyOf, restoreVersion } from '../domain/restore-version.ts';
import {
  arbitraryEdit,
  arbitraryTyping,
  makeEdit,
  runOf,
  type Edit,
} from '../storage/testing/arbitrary-edits.ts';
import type { FactCheckStore } from '../stores/fact-check-store.ts';
import { byName, openDesks, POINT, whenAllIsHeard, type Desks } from './testing/open-desks.ts';

type Act =
  | { readonly kind: 'edit'; readonly desk: number; readonly edit: Edit }
  /** Goes on typing in one field, or begins to. */
  | { readonly kind: 'type'; readonly desk: number; readonly edit: Edit }
  /** A verdict on the first annotation. */
  | { readonly kind: 'judge'; readonly desk: number; readonly rating: number }
  /** A removed annotation is brought back, or a version from the history. */
  | { readonly kind: 'bring-back' | 'restore-version'; readonly desk: number; readonly pick: number }
  /** What the fact check was so many edits ago comes in again, as from a backup. */
  | { readonly kind: 'merge'; readonly desk: number; readonly ago: number }
  /** `hear`: the next word of another tab arrives; `lose`: it never does; `look`: the tab is looked at again. */
  | {
      readonly kind: 'undo' | 'redo' | 'hear' | 'lose' | 'look' | 'reload';
      readonly desk: number;
    };

const at = fc.nat(2);
const of = <Kind extends string>(...kinds: Kind[]): fc.Arbitrary<{ kind: Kind; desk: number }> =>
  fc.record({ kind: fc.constantFrom(...kinds), desk: at });
const arbitraryAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('edit' as const), desk: at, edit: arbitraryEdit }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('type' as const), desk: at, edit: arbitraryTyping }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('judge' as const), desk: at, rating: fc.nat(4) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('bring-back' as const, 'restore-version' as const),
      desk: at,
      pick: fc.nat(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('merge' as const), desk: at, ago: fc.nat(9) }) },
  { weight: 6, arbitrary: of('undo', 'redo') },
  { weight: 5, arbitrary: of('hear') },
  { weight: 1, arbitrary: of('lose', 'look', 'reload') },
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
  [judging(2), removal(0), { kind: 'merge', desk: 0, ago: 0 }],
];

async function carryOut(desks: Desks, act: Act, past: readonly FactCheck[]): Promise<void> {
  const tab = desks.tabs[act.desk];
  if (!tab) return;
  const { desk, store, hear, lose, look } = tab;
  const { factCheck } = desk.getState();
  switch (act.kind) {
    case 'edit':
      desk.events.carryOut((now, hand) => makeEdit(now, act.edit, hand));
      return;
    case 'type':
      desk.events.carryOut((now, hand) => makeEdit(now, act.edit, hand), runOf(act.edit));
      return;
    case 'judge': {
      const rating = scaleOf(factCheck).ratings[act.rating];
      const [annotation] = factCheck.tables.annotation.keys();
      if (rating && annotation !== undefined) desk.events.giveVerdict(annotation, { ratingId: rating.id });
      return;
    }
    case 'bring-back': {
      const removed = await store.removed(factCheck.id);
      const one = removed[act.pick % Math.max(1, removed.length)];
      if (one) desk.events.carryOut((now, hand) => restoreRemoved(now, [one], hand));
      return;
    }
    case 'restore-version': {
      const entries = [...factCheck.tables.annotation.keys()].flatMap((id) => historyOf(factCheck, id));
      const entry = entries[act.pick % Math.max(1, entries.length)];
      if (entry) desk.events.carryOut((now, hand) => restoreVersion(now, entry, hand));
      return;
    }
    case 'merge': {
      const older = past.at(-1 - act.ago);
      if (older) desk.events.carryOut((now, hand) => mergeFactCheck(now, older, hand));
      return;
    }
    case 'undo':
    case 'redo':
      desk.events[act.kind]();
      return;
    case 'hear':
      hear();
      return;
    case 'lose':
      lose();
      return;
    case 'look':
      look();
      return;
    case 'reload':
      await desks.reload(act.desk);
  }
}

test('whatever is done and undone in several tabs, in which order ever they hear of it, all show in the end what is kept', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(arbitraryAct, { maxLength: 40 }), async (acts) => {
      const desks = await openDesks();
      const past: FactCheck[] = [];
      for (const act of acts) {
        past.push(...desks.tabs.map(({ desk }) => desk.getState().factCheck));
        await carryOut(desks, act, past);
      }
      const kept = await whenAllIsHeard(desks);
      for (const { desk } of desks.tabs) expect(byName(desk.getState().factCheck)).toEqual(byName(kept));
      expect(findGaps(kept)).toEqual([]);
    }),
    { numRuns: 200, examples: KNOWN.map((acts) => [acts]) },
  );
});

type Events = FactCheckStore['events'];

const cite = (events: Events, source: string | { readonly title: string }, evidence: string): void =>
  events.carryOut((now, hand) => {
    const ids = { evidence, source: 's1' };
    return citeSource(now, { annotationId: annotationIn(now), source, stance: 'refutes', ids }, hand);
  });

/** The one that was made last. */
function annotationIn({ tables }: FactCheck): string {
  return [...tables.annotation.keys()].at(-1) ?? '';
}

const givesVerdict = (events: Events, { tables }: FactCheck): void =>
  events.giveVerdict([...tables.annotation.keys()].at(-1) ?? '', { conclusion: 'An hour of work.' });

/** One desk does and undoes this, and another works on it meanwhile; `redone`: what was undone comes again, by redo. */
test.each<[what: string, make: (events: Events) => void, since: (events: Events, now: FactCheck) => void]>([
  ['an annotation that was judged', (events) => void events.annotate([POINT]), givesVerdict],
  [
    'an annotation with its verdict, for which a source was cited',
    (events) => void events.annotateWithVerdict([POINT], 'true'),
    (events) => cite(events, { title: 'Log' }, 'e2'),
  ],
  [
    'a source that was cited once more',
    (events) => cite(events, { title: 'Log' }, 'e1'),
    (events) => cite(events, 's1', 'e2'),
  ],
  [
    'a source that was restored with its evidence and cited once more',
    (events) => {
      cite(events, { title: 'Log' }, 'e1');
      events.carryOut((now, hand) => removeSource(now, 's1', hand));
      events.carryOut((now, hand) => {
        const [entry] = historyOf(now, 'a1');
        if (!entry) throw new Error('There is no history.');
        return restoreVersion(now, entry, hand);
      });
    },
    (events) => cite(events, 's1', 'e2'),
  ],
])('undo leaves %s in another tab as it is there', async (_, make, since) => {
  const desks = await openDesks();
  const [one, other] = desks.tabs;
  const now = (): FactCheck => one.desk.getState().factCheck;
  make(one.desk.events);
  await whenAllIsHeard(desks);
  since(other.desk.events, other.desk.getState().factCheck);
  await whenAllIsHeard(desks);
  const before = now();
  one.desk.events.undo();
  const kept = byName(await whenAllIsHeard(desks));
  for (const { desk } of desks.tabs) expect(byName(desk.getState().factCheck)).toEqual(kept);
  expect(findGaps(now())).toEqual([]);
  // What the other desk has made, and what it hangs on, is there word by word.
  const theirs = recordsOf(before).filter((record) => record.rev[1] === 'tab2');
  expect(theirs).not.toEqual([]);
  for (const record of theirs)
    for (const name of [record, ...pointersOf(record)])
      expect(now().tables[name.type].get(name.id)).toEqual(before.tables[name.type].get(name.id));
});
