import { expect, test } from 'vitest';
import { diffAround } from './difference.ts';

test('what changed beside the same words is told from the next words that both have', () => {
  const was = { prefix: 'said yesterday that they ', exact: 'came', suffix: ' to the port on Monday' };
  const now = { prefix: 'yesterday that they did not ', exact: 'came', suffix: ' to the port on' };
  expect(diffAround(was, now)).toEqual([
    { kind: 'kept', text: 'yesterday that they ' },
    { kind: 'added', text: 'did not ' },
    { kind: 'kept', text: 'came' },
    { kind: 'kept', text: ' to the port on' },
  ]);
});

test('where nothing beside them is the same all of it is told', () => {
  const was = { prefix: 'If ', exact: 'they came', suffix: '' };
  expect(diffAround(was, { ...was, prefix: 'Since ' }).map(({ kind }) => kind)).toEqual([
    'removed',
    'added',
    'kept',
  ]);
});
