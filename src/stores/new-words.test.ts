import { expect, test } from 'vitest';
import { newWords } from './new-words.ts';

const annotation = {
  id: 'a1',
  claim: { statement: 'It sank.', claimant: { name: 'Ana', role: '' } },
  tags: ['sea'],
};

test.each([
  [{ conclusion: 'The log says so.' }, undefined, 'The log says so.'],
  [{ claim: { statement: 'It sank at noon.' } }, annotation, 'It sank at noon.'],
  [{ claim: { claimant: { name: 'Ana', role: 'Captain' } } }, annotation, 'Captain'],
  [{ tags: ['sea', 'noon'] }, annotation, 'noon'],
  [{ claim: { statement: 'It sank.' } }, annotation, ''],
  [{ confidence: null }, annotation, ''],
])('of %j on %j the new words are “%s”', (edit, record, words) => {
  expect(newWords(edit, record)).toBe(words);
});
