import { describe, expect, test } from 'vitest';
import { createLocalShelf, type LocalShelf } from './local-shelf.ts';
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

describe('a localStorage that throws at every call since it was opened', () => {
  function openBroken(): { readonly shelf: LocalShelf; readonly mend: () => void } {
    const { localStorage } = createFakeBrowser().openTab();
    if (!localStorage) throw new Error('The fake browser has a localStorage.');
    let isBroken = false;
    const breaking = new Proxy(localStorage, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (isBroken) throw new DOMException('Access is denied.', 'SecurityError');
        return value;
      },
    });
    const shelf = createLocalShelf(breaking, Infinity);
    shelf.write(new Map([[KEY, OLDER]]));
    isBroken = true;
    return { shelf, mend: () => (isBroken = false) };
  }

  test('has no room, and nothing to read', () => {
    const { shelf } = openBroken();
    expect(shelf.write(new Map([[OTHER, OLDER]]))).toBe(false);
    expect(shelf.textAt(KEY)).toBeNull();
    expect(shelf.readAll('linecheck/').size).toBe(0);
    expect(shelf.factChecks().size).toBe(0);
    expect(shelf.hasShrunk()).toBe(false);
    shelf.remove(KEY);
    shelf.recount();
  });

  test('has all that it had when it works again', () => {
    const { shelf, mend } = openBroken();
    shelf.write(new Map([[KEY, `${OLDER} `]]));
    shelf.remove(KEY);
    shelf.recount();
    mend();
    expect(shelf.textAt(KEY)).toBe(OLDER);
    expect(shelf.write(new Map([[OTHER, OLDER]]))).toBe(true);
  });
});

test('a text that could not be read is not taken for one that was not there when a write is taken back', () => {
  const { localStorage } = createFakeBrowser().openTab();
  if (!localStorage) throw new Error('The fake browser has a localStorage.');
  const real = localStorage;
  let failsAt = '';
  const shelf = createLocalShelf(
    {
      get length() {
        return real.length;
      },
      key: (index) => real.key(index),
      getItem: (key) => {
        if (key === failsAt) throw new DOMException('Access is denied.', 'SecurityError');
        return real.getItem(key);
      },
      setItem: (key, text) => real.setItem(key, text),
      removeItem: (key) => real.removeItem(key),
    },
    Infinity,
  );
  const both = (text: string): ReadonlyMap<string, string> =>
    new Map([
      [KEY, text],
      [OTHER, text],
    ]);
  shelf.write(both(OLDER));
  failsAt = OTHER;
  expect(shelf.write(both(`${OLDER} `))).toBe(false);
  failsAt = '';
  expect([shelf.textAt(KEY), shelf.textAt(OTHER)]).toEqual([OLDER, OLDER]);
});

test('a start goes once through localStorage: what is there is counted when somebody asks', () => {
  const { localStorage } = createFakeBrowser().openTab();
  localStorage.setItem(KEY, OLDER);
  let looks = 0;
  const counting = new Proxy(localStorage, {
    get: (target, name) => {
      if (name === 'getItem') looks += 1;
      return Reflect.get(target, name) as unknown;
    },
  });
  const shelf = createLocalShelf(counting, Infinity);
  expect(shelf.factChecks()).toEqual(new Set(['f1']));
  expect(shelf.read('f1')).toEqual(new Map([[KEY, OLDER]]));
  expect(looks).toBe(1);
  expect(shelf.characters()).toBe(KEY.length + OLDER.length);
});

test('what is gone that nobody has told of is noticed, whether or not it was counted before', () => {
  for (const isCounted of [false, true]) {
    const { localStorage } = createFakeBrowser().openTab();
    localStorage.setItem(KEY, OLDER);
    const shelf = createLocalShelf(localStorage, Infinity);
    if (isCounted) shelf.characters();
    expect(shelf.hasShrunk()).toBe(false);
    localStorage.removeItem(KEY);
    expect(shelf.hasShrunk()).toBe(true);
  }
});
