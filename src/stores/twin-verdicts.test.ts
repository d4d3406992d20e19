import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { annotate } from '../domain/annotate.ts';
import type { Change } from '../domain/change.ts';
import { createClock } from '../domain/clock.ts';
import type { FactCheck } from '../domain/fact-check.ts';
import { verdictsOf } from '../domain/lookup.ts';
import type { ForeignEdit } from '../domain/receive-records.ts';
import { historyOf } from '../domain/restore-version.ts';
import { createSmallDesk, SECOND } from '../domain/testing/small-fact-check.ts';
import { createFactCheckStore } from './fact-check-store.ts';

const IDS = ['first', 'second'] as const;

function start(): FactCheck {
  const desk = createSmallDesk();
  desk.apply((now, hand) => annotate(now, { targets: [SECOND], id: 'second' }, hand));
  return desk.factCheck();
}

/** Two tabs of one reviewer on one fact check, each with what it has saved and the other has not heard of yet. */
function openTabs(ids: readonly [string, string] = ['a', 'b']) {
  const opened = start();
  const refused: string[] = [];
  let time = Date.UTC(2027, 0, 1);
  const open = (tab: string) => {
    const sent: ForeignEdit[] = [];
    let made = 0;
    const store = createFactCheckStore(opened, {
      clock: createClock({ now: () => (time += 1), newId: () => `${tab}-${(made += 1)}`, tab }),
      reviewer: () => ({ id: 'ada', name: 'Ada' }),
      onRefused: (reason) => refused.push(reason),
      onChange: (_, { added, updated, removed }: Change) =>
        sent.push({ changed: [...added, ...updated.map(({ after }) => after)], removed }),
    });
    return { store, sent, now: () => store.getState().factCheck };
  };
  const [one, other] = [open(ids[0]), open(ids[1])];
  /** Lets a tab hear of the next thing that the other one did. */
  const hear = (isOne: boolean): void => {
    const edit = (isOne ? other : one).sent.shift();
    if (edit) (isOne ? one : other).store.events.receive(edit);
  };
  const settle = (): void => {
    while (one.sent.length + other.sent.length > 0) for (const isOne of [true, false]) hear(isOne);
  };
  return { one, other, refused, hear, settle };
}

const saidOf = (factCheck: FactCheck, id: string) => [
  ...verdictsOf(factCheck, id).map(({ conclusion }) => conclusion),
  ...historyOf(factCheck, id).flatMap(({ before }) => (before.type === 'verdict' ? [before.conclusion] : [])),
];

test('of two first verdicts that one reviewer gives in two tabs at one moment, one stands and the other is in its history', () => {
  const { one, other, refused, settle } = openTabs();
  one.store.events.giveVerdict('first', { ratingId: 'true', conclusion: 'One.' });
  other.store.events.giveVerdict('first', { ratingId: 'false', conclusion: 'Other.' });
  settle();
  for (const { now } of [one, other]) {
    expect(verdictsOf(now(), 'first')).toMatchObject([{ id: 'a-1', ratingId: 'true' }]);
    expect(saidOf(now(), 'first')).toEqual(['One.', 'Other.']);
  }
  expect(refused).toEqual([expect.stringContaining('yours is in its history')]);
});

test('an undo where it gave way changes nothing of the one that stands', () => {
  const { one, other, settle } = openTabs();
  one.store.events.giveVerdict('first', { ratingId: 'true' });
  other.store.events.giveVerdict('first', { ratingId: 'false' });
  settle();
  expect(other.store.events.undo()).toBe(null);
  settle();
  for (const { now } of [one, other]) {
    expect(verdictsOf(now(), 'first')).toMatchObject([{ ratingId: 'true' }]);
    expect(now().tables.annotation.get('first')?.status).toBe('checked');
  }
});

test('two tabs come to the same verdicts, in whichever order they hear of each other, and nothing that was said is lost', () => {
  const given = fc.record({
    isOne: fc.boolean(),
    id: fc.constantFrom(...IDS),
    conclusion: fc.constantFrom('Yes.', 'No.', 'Perhaps.', 'Never.'),
  });
  const names = fc.constantFrom<readonly [string, string]>(['a', 'b'], ['b', 'a']);
  fc.assert(
    fc.property(fc.array(given), fc.array(fc.boolean()), names, (all, heard, ids) => {
      const { one, other, hear, settle } = openTabs(ids);
      for (const { isOne, id, conclusion } of all)
        (isOne ? one : other).store.events.giveVerdict(id, { ratingId: 'true', conclusion });
      for (const isOne of heard) hear(isOne);
      settle();
      expect(one.now().tables.verdict).toEqual(other.now().tables.verdict);
      for (const id of IDS) {
        const said = new Set(all.filter((each) => each.id === id).map(({ conclusion }) => conclusion));
        for (const { now } of [one, other]) {
          expect(verdictsOf(now(), id)).toHaveLength(Math.min(said.size, 1));
          expect(new Set(saidOf(now(), id))).toEqual(said);
        }
      }
    }),
    { numRuns: 500 },
  );
});
