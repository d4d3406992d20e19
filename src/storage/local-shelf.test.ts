import { expect, test } from 'vitest';
import { createLocalShelf } from './local-shelf.ts';
import { createFakeBrowser } from './testing/fake-browser.ts';
import { newerText } from './testing/newer-text.ts';
import { serialiseKept } from './written-value.ts';

const KEY = 'linecheck/f1/reviewer/r1';
const OTHER = 'linecheck/f1/reviewer/r2';

const OLDER = serialiseKept({
  place: { factCheckId: 'f1', type: 'reviewer', id: 'r1' },
  record: {
    type: 'reviewer',
    id: 'r1',
    name: 'Ann',
    rev: [1, 'one'],
    updatedAt: '2026-01-31T00:00:00Z',
    updatedBy: null,
  },
  lineage: [[1, 'one']],
});

test('what a newer version has written meanwhile is not written over, whoever has not heard of it', () => {
  const { localStorage } = createFakeBrowser().openTab();
  if (!localStorage) throw new Error('The fake browser has a localStorage.');
  const shelf = createLocalShelf(localStorage, Infinity);
  const newer = newerText(KEY, OLDER, (json) => json);
  localStorage.setItem(KEY, newer);
  expect(
    shelf.write(
      new Map([
        [KEY, OLDER],
        [OTHER, OLDER],
      ]),
    ),
  ).toBe(true);
  expect(shelf.textAt(KEY)).toBe(newer);
  expect(shelf.textAt(OTHER)).toBe(OLDER);
});

test('a damaged text that only looks as if a newer version had written it is replaced', () => {
  const { localStorage } = createFakeBrowser().openTab();
  if (!localStorage) throw new Error('The fake browser has a localStorage.');
  const shelf = createLocalShelf(localStorage, Infinity);
  localStorage.setItem(KEY, OLDER.replace(/^1/, '9'));
  shelf.write(new Map([[KEY, OLDER]]));
  expect(shelf.textAt(KEY)).toBe(OLDER);
});
