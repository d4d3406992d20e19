import { expect, test } from 'vitest';
import { createClock } from '../domain/clock.ts';
import { createTestClock } from '../domain/testing/arbitrary-changes.ts';
import { createSmallDesk } from '../domain/testing/small-fact-check.ts';
import { renameFactCheck } from '../domain/fact-check-edits.ts';
import { headOf, type FactCheck } from '../domain/fact-check.ts';
import { makeChange, type Change, type Hand } from '../domain/change.ts';
import type { Steps } from '../domain/steps.ts';
import { createFactCheckStore } from './fact-check-store.ts';
import { takeInSlices } from './take-in-slices.ts';

/** A change of one field of the title's record, in steps. */
function* switchScale(factCheck: FactCheck, hand: Hand): Steps<Change> {
  const changed = [{ ...headOf(factCheck), scaleId: 'editorial' }];
  for (let step = 0; step < 4; step += 1) yield step / 4;
  return makeChange('Switch', factCheck, { changed }, hand);
}

function open() {
  const opened = createSmallDesk().factCheck();
  const saved: Change[] = [];
  const store = createFactCheckStore(opened, {
    clock: createTestClock(),
    reviewer: () => null,
    onChange: (_, change) => saved.push(change),
  });
  /** Another tab gives it another title. */
  const renameElsewhere = (): void => {
    const clock = createClock({ now: () => Date.UTC(2027, 0, 1), newId: () => 'x', tab: 'b' });
    const { updated } = renameFactCheck(store.getState().factCheck, 'Other', { clock, by: null });
    store.events.receive({ changed: updated.map(({ after }) => after), removed: [] });
  };
  return { store, saved, renameElsewhere, head: () => headOf(store.getState().factCheck) };
}

test('the page has its turn between steps, and then there is one Change', async () => {
  const { store, saved, head } = open();
  const shares: number[] = [];
  const isTaken = await takeInSlices(store, switchScale, (share) => {
    expect(saved).toEqual([]);
    shares.push(share);
    return Promise.resolve();
  });
  expect(isTaken).toBe(true);
  expect(shares).toEqual([0, 0.25, 0.5, 0.75]);
  expect(saved).toHaveLength(1);
  expect(head().scaleId).toBe('editorial');
});

test('what another tab edits meanwhile is not written over', async () => {
  const { store, head, renameElsewhere } = open();
  await takeInSlices(store, switchScale, (share) => {
    if (share === 0.5) renameElsewhere();
    return Promise.resolve();
  });
  expect(head()).toMatchObject({ title: 'Other', scaleId: 'editorial' });
});

test('what can’t be done any more after that is not done', async () => {
  const { store, saved, head, renameElsewhere } = open();
  function* switchUnlessRenamed(factCheck: FactCheck, hand: Hand): Steps<Change | null> {
    if (headOf(factCheck).title === 'Other') return null;
    return yield* switchScale(factCheck, hand);
  }
  const scaleBefore = head().scaleId;
  const isTaken = await takeInSlices(store, switchUnlessRenamed, () => {
    renameElsewhere();
    return Promise.resolve();
  });
  expect(isTaken).toBe(false);
  expect(await takeInSlices(store, switchUnlessRenamed, () => Promise.resolve())).toBe(false);
  expect(head()).toMatchObject({ title: 'Other', scaleId: scaleBefore });
  expect(saved).toEqual([]);
});
