import { expect, test } from 'vitest';
import type { Block } from '../domain/article.ts';
import { composeTitle, titleOfNewDraft } from './title.ts';

test.each<[title: string, text: string, blocks: readonly Block[], composed: string]>([
  [
    'the heading that the text begins with',
    'A \n b.',
    [{ kind: 'heading', level: 2, start: 0, end: 6 }],
    'A b.',
  ],
  [
    'the first heading of level 1, wherever it is',
    'Kicker. Title',
    [
      { kind: 'paragraph', start: 0, end: 7 },
      { kind: 'heading', level: 1, start: 8, end: 13 },
    ],
    'Title',
  ],
  [
    'never a heading further down',
    'One is. Two',
    [
      { kind: 'paragraph', start: 0, end: 7 },
      { kind: 'heading', level: 2, start: 8, end: 11 },
    ],
    'One is.',
  ],
  ['a short first sentence', 'One is.', [], 'One is.'],
  [
    'a long first sentence up to a word near 80 characters',
    'The committee that looked into the flood of 1953 heard 212 witnesses, sixty, more than once, before it wrote.',
    [],
    'The committee that looked into the flood of 1953 heard 212 witnesses, sixty…',
  ],
  [
    'a first sentence over two lines without spaces',
    '首相は国会で\n答弁した。',
    [],
    '首相は国会で答弁した。',
  ],
  ['a long first sentence without spaces', `${'駅'.repeat(100)}。`, [], `${'駅'.repeat(80)}…`],
  [
    'a long first sentence that would be cut inside a character',
    `a${'🇫🇷'.repeat(40)}`,
    [],
    `a${'🇫🇷'.repeat(19)}…`,
  ],
])('a title is made from %s', (_, text, blocks, composed) => {
  const sentence = { start: 0, end: text.startsWith('One is.') ? 7 : text.length };
  expect(composeTitle(text, blocks, [sentence])).toBe(composed);
});

test('a text without sentences has no title', () => {
  expect(composeTitle('', [], [])).toBe('');
});

test('a date that was copied before the first words is not in the title', () => {
  const text = 'date 2021-08-26 The bridge opened.';
  expect(
    composeTitle(text, [{ kind: 'paragraph', start: 0, end: text.length }], [{ start: 0, end: text.length }]),
  ).toBe('The bridge opened.');
});

test.each([
  ['made from the text is made anew', 'It rained.', 'It rained for a week.'],
  ['given by a person stays', 'The flood', 'The flood'],
])('in a new draft without a title one that was %s', (_, title, expected) => {
  const draftOf = (text: string, name: string) => ({
    title: name,
    text,
    blocks: [],
    sentences: [{ start: 0, end: text.length }],
  });
  const newer = draftOf('It rained for a week.', 'It rained for a week.');
  expect(titleOfNewDraft(draftOf('It rained.', title), newer)).toBe(expected);
});
