import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareMarks, cutPieces, markAnnotation, type Mark } from './marks.ts';
import { arbitraryFactCheck } from './testing/arbitrary-fact-check.ts';

function mark(annotationId: string, start: number, end: number): Mark {
  return {
    annotationId,
    start,
    end,
    look: 'open',
    colour: 'none',
    mark: '…',
    label: '',
    sources: 0,
    isLast: true,
  };
}

function shape(pieces: ReturnType<typeof cutPieces>): unknown {
  return pieces.map(({ start, end, marks }) => [
    start,
    end,
    marks.map(({ annotationId }) => annotationId).join(' '),
  ]);
}

test.each([
  ['no marks', [], [[0, 10, '']]],
  [
    'one in the middle',
    [mark('a', 2, 5)],
    [
      [0, 2, ''],
      [2, 5, 'a'],
      [5, 10, ''],
    ],
  ],
  ['one over all of it', [mark('a', -3, 20)], [[0, 10, 'a']]],
  [
    'neighbours',
    [mark('a', 0, 5), mark('b', 5, 10)],
    [
      [0, 5, 'a'],
      [5, 10, 'b'],
    ],
  ],
  [
    'an overlap',
    [mark('a', 0, 6), mark('b', 4, 10)],
    [
      [0, 4, 'a'],
      [4, 6, 'a b'],
      [6, 10, 'b'],
    ],
  ],
  [
    'one in another',
    [mark('a', 0, 10), mark('b', 4, 6)],
    [
      [0, 4, 'a'],
      [4, 6, 'a b'],
      [6, 10, 'a'],
    ],
  ],
  [
    'two on the same words',
    [mark('a', 4, 6), mark('b', 4, 6)],
    [
      [0, 4, ''],
      [4, 6, 'a b'],
      [6, 10, ''],
    ],
  ],
  ['one elsewhere', [mark('a', 10, 12)], [[0, 10, '']]],
])('text is cut into pieces by %s', (_, marks, pieces) => {
  expect(shape(cutPieces({ start: 0, end: 10 }, marks))).toEqual(pieces);
});

test('pieces cover the text once, and each bears just the marks that lie over it', () => {
  const arbitraryMarks = fc.array(
    fc
      .tuple(fc.nat(40), fc.integer({ min: 1, max: 40 }), fc.nat(99))
      .map(([at, length, id]) => mark(`${id}`, at, at + length)),
  );
  fc.assert(
    fc.property(arbitraryMarks, fc.nat(20), fc.integer({ min: 1, max: 30 }), (marks, start, length) => {
      const range = { start, end: start + length };
      const pieces = cutPieces(range, marks.toSorted(compareMarks));
      expect(pieces.at(-1)?.end).toBe(range.end);
      pieces.forEach((piece, i) => {
        expect(piece.start).toBeLessThan(piece.end);
        expect(piece.start).toBe(pieces[i - 1]?.end ?? range.start);
        for (let at = piece.start; at < piece.end; at += 1) {
          const over = marks.filter((one) => one.start <= at && at < one.end);
          expect(new Set(piece.marks)).toEqual(new Set(over));
        }
      });
    }),
  );
});

test('every annotation is named once, where its last words end', () => {
  fc.assert(
    fc.property(arbitraryFactCheck(), (factCheck) => {
      for (const annotation of factCheck.tables.annotation.values()) {
        const marks = markAnnotation(factCheck, annotation, null);
        const last = marks.filter(({ isLast }) => isLast);
        expect(last.length).toBeGreaterThanOrEqual(1);
        expect(Math.max(...marks.map(({ end }) => end))).toBe(last[0]?.end);
      }
    }),
  );
});
