import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { editAnnotation, removeAnnotations } from './annotate.ts';
import { applyChange, standsAs } from './change.ts';
import { findGaps, recordsOf, type AnyRecord, type FactCheck } from './fact-check.ts';
import { giveVerdict } from './give-verdict.ts';
import { mergeFactCheck } from './merge-fact-check.ts';
import { takeBackChange } from './take-back.ts';
import { arbitraryChanges } from './testing/arbitrary-changes.ts';
import { arbitraryFactCheck } from './testing/arbitrary-fact-check.ts';
import { createSmallDesk } from './testing/small-fact-check.ts';

function wordsOf(factCheck: FactCheck): ReadonlySet<object> {
  const wordsIn = (record: AnyRecord): object => ({
    ...record,
    rev: 0,
    base: 0,
    updatedAt: '',
    updatedBy: '',
    writtenAs: undefined,
  });
  return new Set(recordsOf(factCheck).map(wordsIn));
}

test('an annotation that was brought stays with all that was brought with it when a verdict was given on it since', () => {
  const { hand, factCheck, apply } = createSmallDesk();
  const names = { annotationId: 'first', reviewerId: 'r1', newId: 'v1' };
  apply((now) => giveVerdict(now, names, { ratingId: 'true' }, hand));
  const backup = factCheck();
  const emptied = applyChange(backup, removeAnnotations(backup, [...backup.tables.annotation.keys()], hand));
  const change = mergeFactCheck(emptied, backup, hand);
  const restored = applyChange(emptied, change);

  const since = applyChange(restored, giveVerdict(restored, names, { conclusion: 'So it is.' }, hand));
  const { change: back, kept } = takeBackChange(change, since, hand);
  const after = applyChange(since, back);
  expect([...after.tables.annotation.keys()]).toEqual(['first']);
  expect([...after.tables.verdict.values()]).toMatchObject([{ conclusion: 'So it is.' }]);
  expect(kept).toBeGreaterThanOrEqual(2);

  expect(wordsOf(applyChange(restored, takeBackChange(change, restored, hand).change))).toEqual(
    wordsOf(emptied),
  );
});

test('a version that was brought and edited since is counted and stays', () => {
  const { hand, factCheck, apply } = createSmallDesk();
  const old = factCheck();
  apply((now) => editAnnotation(now, 'first', { claim: { statement: 'Newer' } }, hand));
  const change = mergeFactCheck(old, factCheck(), hand);
  const restored = applyChange(old, change);
  const since = applyChange(restored, editAnnotation(restored, 'first', { tags: ['mine'] }, hand));
  const { change: back, kept } = takeBackChange(change, since, hand);
  expect(kept).toBe(1);
  expect(applyChange(since, back).tables.annotation.get('first')).toMatchObject({ tags: ['mine'] });
});

test('whatever is edited after a restoration is as it was after that is taken back, and nothing points nowhere', () => {
  const restoredOne = fc
    .tuple(arbitraryFactCheck(), arbitraryFactCheck())
    .map(([present, other]) => {
      const { hand } = createSmallDesk();
      for (const factCheck of [present, other])
        for (const { rev } of recordsOf(factCheck)) hand.clock.observe(rev);
      const change = mergeFactCheck(present, other, hand);
      return { present, change, restored: applyChange(present, change), hand };
    })
    .chain((one) => fc.tuple(fc.constant(one), arbitraryChanges(one.restored, { tab: 'since' })));
  fc.assert(
    fc.property(restoredOne, ([{ present, change, restored, hand }, session]) => {
      const since = session.reduce(applyChange, restored);
      for (const { rev } of recordsOf(since)) hand.clock.observe(rev);
      const { change: back, kept } = takeBackChange(change, since, hand);
      const after = applyChange(since, back);
      const edited = recordsOf(since).filter((record) => !standsAs(record, restored));
      for (const record of edited) expect(after.tables[record.type].get(record.id)).toBe(record);
      const knownGaps = new Set([...findGaps(since), ...findGaps(present)].map(({ problem }) => problem));
      expect(findGaps(after).filter(({ problem }) => !knownGaps.has(problem))).toEqual([]);
      // Chance may make somebody who comes with the restoration the writer of what was here before.
      const writers = new Set(recordsOf(present).map(({ updatedBy }) => updatedBy));
      const isNamedHere = change.added.some(({ type, id }) => type === 'reviewer' && writers.has(id));
      if (session.length > 0 || isNamedHere) return;
      expect(kept).toBe(0);
      expect(wordsOf(after)).toEqual(wordsOf(present));
    }),
    { numRuns: 60 },
  );
});
