import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyChange, invertChange, isEmptyChange } from './change.ts';
import { parseRecord } from './fact-check.ts';
import type { ForeignAnnotation } from './foreign-annotation.ts';
import { authorsOf, importAnnotations, type PlacedAnnotation } from './import-annotations.ts';
import { createSmallDesk, SECOND } from './testing/small-fact-check.ts';

const ITEM: ForeignAnnotation = {
  originalId: 'x',
  document: null,
  targets: [],
  statement: null,
  claimant: null,
  rating: 'wrong',
  comment: 'It was fourteen.',
  suggestedWording: null,
  tags: ['numbers', 'numbers'],
  author: 'one',
  createdAt: '2026-11-20T10:00:00.000000+01:00',
  updatedAt: null,
  sources: [],
  replies: [{ author: 'two', createdAt: null, comment: 'Agreed.' }],
  isMachineMade: false,
  foreign: undefined,
};

function place(item: ForeignAnnotation, id: string): PlacedAnnotation {
  const authorIds = new Map(authorsOf(item).map((name, i): [string, string] => [name, `by-${i}`]));
  return { item, id, targets: [SECOND], authorIds };
}

test('an annotation comes with its author, its date, its verdict and the reply as words of who replied', () => {
  const { factCheck, hand } = createSmallDesk();
  const change = importAnnotations(factCheck(), [place(ITEM, 'in-1')], new Map([['wrong', 'false']]), hand);
  const { annotation, verdict, reviewer } = applyChange(factCheck(), change).tables;
  expect(annotation.get('in-1')).toMatchObject({
    claim: { statement: SECOND.quote.exact },
    tags: ['numbers'],
    status: 'checked',
    createdAt: '2026-11-20T09:00:00.000Z',
    createdBy: 'by-0',
  });
  expect([...verdict.values()]).toMatchObject([
    { reviewerId: 'by-0', ratingId: 'false', conclusion: 'It was fourteen.' },
    { reviewerId: 'by-1', ratingId: null, conclusion: 'Agreed.' },
  ]);
  expect([reviewer.get('by-0')?.name, reviewer.get('by-1')?.name]).toEqual(['one', 'two']);
});

test('whatever the words are: records are valid, the second import adds nothing, and undo gives back what was there', () => {
  const word = fc.option(fc.string({ unit: 'binary' }));
  const arbitraryItem = fc
    .record({ author: word, rating: word, createdAt: word, comment: fc.string(), replyBy: word })
    .map(({ replyBy, ...said }) => ({
      ...ITEM,
      ...said,
      replies: [{ author: replyBy, createdAt: said.createdAt, comment: said.comment }],
    }));
  fc.assert(
    fc.property(fc.array(arbitraryItem, { maxLength: 4 }), (items) => {
      const { factCheck, hand } = createSmallDesk();
      const placed = items.map((item, i) => place(item, `in-${i % 3}`));
      const change = importAnnotations(factCheck(), placed, new Map(), hand);
      const after = applyChange(factCheck(), change);
      expect(change.added.map(parseRecord).filter(({ ok }) => !ok)).toEqual([]);
      expect(isEmptyChange(importAnnotations(after, placed, new Map(), hand))).toBe(true);
      expect(applyChange(after, invertChange(change, after, hand))).toEqual(factCheck());
    }),
  );
});
