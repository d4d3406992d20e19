import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyChange, isEmptyChange } from './change.ts';
import { recordsOf, scaleOf } from './fact-check.ts';
import { editScale } from './edit-scale.ts';
import { giveVerdict } from './give-verdict.ts';
import { differenceOf, keptFrom, receiveRecords } from './receive-records.ts';
import { arbitraryChanges } from './testing/arbitrary-changes.ts';
import { arbitraryFactCheck } from './testing/arbitrary-fact-check.ts';
import { createSmallDesk } from './testing/small-fact-check.ts';

const arbitraryEdited = arbitraryFactCheck().chain((before) =>
  arbitraryChanges(before).map((changes) => ({
    before,
    after: changes.reduce(applyChange, before),
    changes,
  })),
);

test('a tab that receives the difference has what the other tab has', () => {
  fc.assert(
    fc.property(arbitraryEdited, ({ before, after }) => {
      const received = receiveRecords(before, differenceOf(before, after));
      expect(new Set(recordsOf(received))).toEqual(new Set(recordsOf(after)));
    }),
  );
});

test('receiving what is here already, or older, changes nothing at all', () => {
  fc.assert(
    fc.property(arbitraryEdited, ({ before, after, changes }) => {
      expect(receiveRecords(after, { changed: recordsOf(after), removed: [] })).toBe(after);
      const hasRemoved = changes.some(({ removed }) => removed.length > 0);
      fc.pre(!hasRemoved && changes.some((change) => !isEmptyChange(change)));
      expect(receiveRecords(after, { changed: recordsOf(before), removed: [] })).toBe(after);
    }),
  );
});

test('a scale that another tab replaced stays while a verdict given here in the same moment names it', () => {
  const { factCheck, apply, hand } = createSmallDesk();
  const before = factCheck();
  const scale = scaleOf(before);
  const words = { name: 'Other', ratings: scale.ratings.slice(1) };
  const there = applyChange(before, editScale(before, scale.id, words, hand));
  apply((now) =>
    giveVerdict(now, { annotationId: 'first', reviewerId: 'ada', newId: 'v' }, { ratingId: 'true' }, hand),
  );
  const edit = differenceOf(before, there);
  const received = receiveRecords(factCheck(), edit);
  expect(scaleOf(received)).toMatchObject(words);
  expect(received.tables['rating-scale'].get(scale.id)).toBe(scale);
  expect(keptFrom(received, edit)).toEqual([scale]);
  expect(keptFrom(receiveRecords(before, edit), edit)).toEqual([]);
});
