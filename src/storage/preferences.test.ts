import { expect, test } from 'vitest';
import { preferencesIn } from './preferences.ts';

function throwing(): never {
  throw new DOMException('Access is denied.', 'SecurityError');
}

test.each([
  ['there is no storage', null],
  ['every access throws', { getItem: throwing, setItem: throwing }],
])('when %s nothing is kept and nothing is thrown', (_, storage) => {
  const preferences = preferencesIn(storage);
  preferences.setItem('theme', 'dark');
  expect(preferences.getItem('theme')).toBeNull();
});

test('what is kept is found again', () => {
  const kept = new Map<string, string>();
  const preferences = preferencesIn({
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
  });
  preferences.setItem('theme', 'dark');
  expect(preferences.getItem('theme')).toBe('dark');
});
