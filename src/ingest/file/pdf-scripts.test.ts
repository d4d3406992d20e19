import { expect, test } from 'vitest';
import { readLines, type PageItem } from './pdf-lines.ts';

type Piece = string | { readonly text: string; readonly rise: number; readonly size?: number };

/** A line of type in pieces, each character half as wide as high; `rise` is in points. */
function lineOf(pieces: readonly Piece[], x: number, y: number): readonly PageItem[] {
  let right = x;
  return pieces.map((piece) => {
    const { text, rise, size = 8 } = typeof piece === 'string' ? { text: piece, rise: 0, size: 11 } : piece;
    const item = { text, x: right, y: y + rise, size, width: (text.length * size) / 2 };
    right += item.width;
    return item;
  });
}

const up = (text: string, size = 8): Piece => ({ text, rise: 4.4, size });
const down = (text: string): Piece => ({ text, rise: -2.9 });

test.each<[string, readonly Piece[], string]>([
  ['a power', ['About 10', up('6'), ' people live there.'], 'About 10⁶ people live there.'],
  ['a negative one in two pieces', ['It weighs 10', up('−'), up('6'), ' grams.'], 'It weighs 10⁻⁶ grams.'],
  ['one of large raised type', ['It is 2', up('10', 9.2), ' in all.'], 'It is 2¹⁰ in all.'],
  ['the mark of a note', ['The mayor said so.', up('12'), ' He left.'], 'The mayor said so.¹² He left.'],
  ['the mark before a note', [up('1'), ' This is wrong.'], '¹ This is wrong.'],
  ['a raised word', ['It was the 5', up('th'), ' time.'], 'It was the 5th time.'],
  ['a formula', ['There was H', down('2'), 'O in the river.'], 'There was H2O in the river.'],
  [
    'raised and lowered ones in one line',
    ['At 13', up('2'), ' m of H', down('2'), 'O and 10', up('3'), ' of CO', down('2'), ' it ended.'],
    'At 13² m of H2O and 10³ of CO2 it ended.',
  ],
])('%s is read where it stands', (_, pieces, text) => {
  expect(readLines(lineOf(pieces, 50, 600)).map((line) => line.text)).toEqual([text]);
});

test('letters that are raised are of the size of their line', () => {
  const [line] = readLines(lineOf(['About 10', up('6')], 50, 600));
  expect(line).toMatchObject({ y: 600, size: 11 });
});

test.each<[string, readonly Piece[]]>([
  ['small letters on the baseline', ['In ', { text: '2026', rise: 0 }, ' it was.']],
  ['digits of one size', ['In ', { text: '20', rise: 1, size: 11 }, ' it was.']],
])('%s are no raised ones', (_, pieces) => {
  const text = pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');
  expect(readLines(lineOf(pieces, 50, 600)).map((line) => line.text)).toEqual([text]);
});

test('lines beside a large initial stay two', () => {
  const items = [
    { text: 'T', x: 50, y: 588, size: 24, width: 14 },
    ...lineOf(['he river rose by four metres'], 66, 600),
    ...lineOf(['in one night of that January'], 66, 588),
  ];
  expect(readLines(items)).toHaveLength(2);
});
