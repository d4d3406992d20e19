import { expect, test } from 'vitest';
import { describeTarget } from './describe.ts';
import { moveBoundary, moveBoundaryTo } from './move-boundary.ts';

const text = 'The levee held on Monday, the mayor said, and broke on Friday.';
const article = { text, language: 'en' };

test('moves the start of the first and the end of the last target by a word', () => {
  const targets = [targetOf('levee held'), targetOf('broke')];
  expect(wordsOf(moveBoundary(article, targets, 'start', 'back'))).toEqual(['The levee held', 'broke']);
  expect(wordsOf(moveBoundary(article, targets, 'end', 'forward'))).toEqual(['levee held', 'broke on']);
});

test('stops at the other target of the annotation', () => {
  const targets = [targetOf('levee held on Monday'), targetOf('the mayor said')];
  let moved: ReturnType<typeof moveBoundary> = targets;
  for (let i = 0; i < 20; i += 1) moved = moveBoundary(article, moved, 'start', 'forward');
  expect(wordsOf(moved)).toEqual(['Monday', 'the mayor said']);
  for (let i = 0; i < 20; i += 1) moved = moveBoundary(article, moved, 'end', 'back');
  expect(wordsOf(moved)).toEqual(['Monday', 'the']);
});

test('takes the targets in the order of the text, whatever order they are kept in', () => {
  const targets = [targetOf('broke'), targetOf('levee held')];
  expect(wordsOf(moveBoundary(article, targets, 'start', 'back'))).toEqual(['broke', 'The levee held']);
  expect(wordsOf(moveBoundary(article, targets, 'end', 'forward'))).toEqual(['broke on', 'levee held']);
  let moved: ReturnType<typeof moveBoundary> = targets;
  for (let i = 0; i < 20; i += 1) moved = moveBoundary(article, moved, 'start', 'forward');
  expect(wordsOf(moved)).toEqual(['broke', 'held']);
});

test.each([
  ['start', 'The', ['The levee held', 'mayor said']],
  ['start', 'vee', ['levee held', 'mayor said']],
  ['start', 'mayor', ['levee held', 'mayor said']],
  ['start', 'Friday', ['levee held', 'mayor said']],
  ['end', 'broke', ['levee held', 'mayor said, and']],
  ['end', 'said', ['levee held', 'mayor']],
  ['end', 'held', ['levee held', 'mayor said']],
  ['end', 'The', ['levee held', 'mayor said']],
] as const)('moves the %s to “%s” as far as words and the other target allow', (edge, words, expected) => {
  const targets = [targetOf('levee held'), targetOf('mayor said')];
  expect(wordsOf(moveBoundaryTo(article, targets, edge, text.indexOf(words)))).toEqual(expected);
});

test('gives the same targets back where there is no word to move to', () => {
  const targets = [targetOf('The')];
  expect(moveBoundary(article, targets, 'start', 'back')).toBe(targets);
  expect(moveBoundary(article, [], 'start', 'back')).toEqual([]);
});

function targetOf(words: string): ReturnType<typeof describeTarget> {
  const start = text.indexOf(words);
  return describeTarget(text, { start, end: start + words.length });
}

function wordsOf(targets: ReturnType<typeof moveBoundary>): readonly string[] {
  return targets.map(({ quote }) => quote.exact);
}
