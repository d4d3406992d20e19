import { expect, test } from 'vitest';
import { runAtOnce } from '../domain/steps.ts';
import { findSentences } from './find-sentences.ts';
import { readPlainText } from './plain-text.ts';

const { text, blocks } = readPlainText('The river\n\nIt rose by 4 m. Nobody saw it.\n\n- One\n- Two');

test('no sentence runs from one block into the next', () => {
  const sentences = runAtOnce(findSentences(text, blocks, 'en'));
  expect(sentences.map(({ start, end }) => text.slice(start, end))).toEqual([
    'The river',
    'It rose by 4 m.',
    'Nobody saw it.',
    'One',
    'Two',
  ]);
});

test('others have their turn after every block, and hear how much of the text is done', () => {
  const shares = [...findSentences(text, blocks, 'en')];
  expect(shares).toHaveLength(blocks.length);
  expect(shares).toEqual(shares.toSorted((one, other) => one - other));
  expect(shares.at(-1)).toBe(1);
});
