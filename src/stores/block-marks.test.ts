import { expect, test } from 'vitest';
import { annotate } from '../domain/annotate.ts';
import { applyChange, type Hand } from '../domain/change.ts';
import { createClock } from '../domain/clock.ts';
import type { FactCheck } from '../domain/fact-check.ts';
import { giveVerdict } from '../domain/give-verdict.ts';
import { startFactCheck } from '../domain/start-fact-check.ts';
import { createBlockMarks } from './block-marks.ts';

const TEXT = 'One is here.\n\nTwo is here.\n\nThree is here.';
const BLOCKS = [0, 14, 28].map((start) => ({
  kind: 'paragraph' as const,
  start,
  end: TEXT.indexOf('.', start) + 1,
}));

let ids = 0;
const clock = createClock({ now: () => Date.UTC(2026, 0, 1), newId: () => `id-${(ids += 1)}`, tab: 'a' });
const hand: Hand = { clock, by: 'ana' };

function newFactCheck(): FactCheck {
  return startFactCheck(
    {
      title: 'Three blocks',
      retrievedAt: '2026-01-01T00:00:00Z',
      language: 'en',
      direction: 'ltr',
      text: TEXT,
      blocks: BLOCKS,
      links: [],
      sentences: BLOCKS.map(({ start, end }) => ({ start, end })),
      segmenter: '1',
      sha256: '0'.repeat(64),
    },
    hand,
  );
}

function mark(factCheck: FactCheck, id: string, start: number, end: number): FactCheck {
  const target = {
    quote: { exact: TEXT.slice(start, end), prefix: '', suffix: '' },
    position: { start, end },
  };
  return applyChange(factCheck, annotate(factCheck, { targets: [target], id }, hand));
}

test('an annotation is drawn in every block that it touches, and in no other', () => {
  const marks = createBlockMarks()(mark(newFactCheck(), 'x', 4, 20), null);
  expect(marks.map((block) => block.map(({ annotationId }) => annotationId))).toEqual([['x'], ['x'], []]);
});

test('a change draws only the blocks that it touches again', () => {
  const blockMarks = createBlockMarks();
  const first = mark(mark(newFactCheck(), 'x', 0, 3), 'y', 28, 33);
  const before = blockMarks(first, 'ana');
  const names = { annotationId: 'x', reviewerId: 'ana', newId: 'v' };
  const after = blockMarks(applyChange(first, giveVerdict(first, names, { ratingId: 'false' }, hand)), 'ana');

  expect(after[0]).toMatchObject([{ label: 'False', colour: 'false' }]);
  expect(after[0]).not.toBe(before[0]);
  expect(after[1]).toBe(before[1]);
  expect(after[2]).toBe(before[2]);
});

test('the marks of a block are in reading order, the outer before the inner', () => {
  const factCheck = mark(mark(mark(newFactCheck(), 'late', 7, 11), 'inner', 0, 3), 'outer', 0, 11);
  expect(createBlockMarks()(factCheck, null)[0]?.map(({ annotationId }) => annotationId)).toEqual([
    'outer',
    'inner',
    'late',
  ]);
});
