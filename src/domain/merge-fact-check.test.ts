import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { editAnnotation, removeAnnotations } from './annotate.ts';
import { applyChange, invertChange, isEmptyChange } from './change.ts';
import { recordsOf } from './fact-check.ts';
import { giveVerdict } from './give-verdict.ts';
import { keepHistory } from './keep-history.ts';
import { mergeFactCheck } from './merge-fact-check.ts';
import { arbitraryFactCheck } from './testing/arbitrary-fact-check.ts';
import { createSmallDesk } from './testing/small-fact-check.ts';

test('of two versions of a record the newer one stays, whichever side has it', () => {
  const { hand, factCheck, apply } = createSmallDesk();
  const old = factCheck();
  apply((now) => editAnnotation(now, 'first', { claim: { statement: 'Newer' } }, hand));
  expect(isEmptyChange(mergeFactCheck(factCheck(), old, hand))).toBe(true);

  const merged = applyChange(old, mergeFactCheck(old, factCheck(), hand));
  expect(merged.tables.annotation.get('first')?.claim.statement).toBe('Newer');
});

test('what was removed since comes back, with a revision that outlasts the removal', () => {
  const { hand, factCheck, apply } = createSmallDesk();
  const backup = factCheck();
  apply((now) => removeAnnotations(now, ['first'], hand));
  const change = mergeFactCheck(factCheck(), backup, hand);
  expect(change.added).toMatchObject([{ id: 'first' }]);
  expect(change.added[0]?.rev).not.toEqual(backup.tables.annotation.get('first')?.rev);
});

test('of two verdicts that one reviewer gave apart the newer one stands, and the other is in the history', () => {
  const desk = createSmallDesk();
  const [ours, theirs] = ['ours', 'theirs'].map((newId) =>
    applyChange(
      desk.factCheck(),
      giveVerdict(
        desk.factCheck(),
        { annotationId: 'first', reviewerId: 'ada', newId },
        { ratingId: newId === 'ours' ? 'true' : 'false' },
        desk.hand,
      ),
    ),
  );
  if (!ours || !theirs) throw new Error('There are two.');
  for (const [present, other] of [
    [ours, theirs],
    [theirs, ours],
  ] as const) {
    const change = keepHistory(mergeFactCheck(present, other, desk.hand), present, desk.hand.clock);
    const merged = applyChange(present, change);
    expect([...merged.tables.verdict.values()].map(({ ratingId }) => ratingId)).toEqual(['false']);
    const remembered = [...merged.tables.history.values()].map(({ before }) => before);
    expect(remembered).toMatchObject([{ type: 'verdict', ratingId: 'true' }]);
    expect(isEmptyChange(mergeFactCheck(merged, other, desk.hand))).toBe(true);
  }
});

test('nothing that is here is lost, and taking the merge back gives what was here', () => {
  const pair = fc.tuple(arbitraryFactCheck(), arbitraryFactCheck());
  fc.assert(
    fc.property(pair, ([present, other]) => {
      const { hand } = createSmallDesk();
      for (const factCheck of [present, other])
        for (const { rev } of recordsOf(factCheck)) hand.clock.observe(rev);
      const change = mergeFactCheck(present, other, hand);
      const merged = applyChange(present, change);
      for (const { type, id } of recordsOf(present)) expect(merged.tables[type].has(id)).toBe(true);
      expect(isEmptyChange(mergeFactCheck(merged, other, hand))).toBe(true);

      const back = applyChange(merged, invertChange(change, merged, hand));
      const words = (records: readonly object[]): readonly object[] =>
        records.map((record) => ({ ...record, rev: 0, base: 0, writtenAs: 0, updatedAt: '', updatedBy: '' }));
      expect(new Set(words(recordsOf(back)))).toEqual(new Set(words(recordsOf(present))));
    }),
    { numRuns: 40 },
  );
});
