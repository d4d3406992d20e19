import { expect, test } from 'vitest';
import { describeProgress } from './describe-progress.ts';

test.each([
  [{ untouched: 8, 'not-checkable': 3, open: 4, checked: 5 }, '12 of 20 sentences looked at'],
  [{ untouched: 20, 'not-checkable': 0, open: 0, checked: 0 }, '20 sentences, none looked at yet'],
  [{ untouched: 1, 'not-checkable': 0, open: 0, checked: 0 }, '1 sentence, none looked at yet'],
  [{ untouched: 0, 'not-checkable': 1, open: 1, checked: 1 }, 'All 3 sentences looked at'],
  [{ untouched: 0, 'not-checkable': 0, open: 0, checked: 1 }, 'The one sentence looked at'],
  [{ untouched: 0, 'not-checkable': 0, open: 0, checked: 0 }, ''],
])('progress of %o is “%s”', (coverage, words) => {
  expect(describeProgress(coverage)).toBe(words);
});
