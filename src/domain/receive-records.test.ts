import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyChange, isEmptyChange } from './change.ts';
import { recordsOf } from './fact-check.ts';
import { differenceOf, receiveRecords } from './receive-records.ts';
import { arbitraryChanges } from './testing/arbitrary-changes.ts';
import { arbitraryFactCheck } from './testing/arbitrary-fact-check.ts';

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
