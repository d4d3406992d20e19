import { expect, test } from 'vitest';
import { guessMeaning, type Meaning } from './foreign-words.ts';
import { createSmallDesk } from './testing/small-fact-check.ts';

const FALSE: Meaning = { means: 'rating', scaleId: 'linecheck', ratingId: 'false' };

test.each<[string, 'label' | 'tag', Meaning]>([
  ['False', 'label', FALSE],
  ['FALSE', 'label', FALSE],
  ['verdict:false', 'label', FALSE],
  ['Verdict: False', 'label', FALSE],
  ['rating:false', 'label', FALSE],
  ['mostly_true', 'label', { means: 'rating', scaleId: 'linecheck', ratingId: 'mostly-true' }],
  ['verdict:', 'label', { means: 'tag' }],
  ['verdict:nonsense', 'label', { means: 'tag' }],
  ['falsehood', 'label', { means: 'tag' }],
  ['Not checkable', 'label', { means: 'not-checkable' }],
  ['Claim', 'label', { means: 'nothing' }],
  ['false', 'tag', { means: 'tag' }],
])('“%s” as a %s', (word, kind, meaning) => {
  expect(guessMeaning(createSmallDesk().factCheck(), { kind, word })).toEqual(meaning);
});
