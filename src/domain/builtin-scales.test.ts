import { describe, expect, test } from 'vitest';
import { BUILTIN_SCALES, copyBuiltinScale } from './builtin-scales.ts';
import { parseRecord } from './fact-check.ts';
import { createTestClock } from './testing/arbitrary-changes.ts';

describe.each(BUILTIN_SCALES.map((scale) => [scale.name, scale] as const))('the scale %s', (_name, scale) => {
  test('is a valid record', () => {
    const record = copyBuiltinScale(scale.id, createTestClock());
    expect(parseRecord(record)).toEqual({ ok: true, record });
  });

  test.each(['id', 'label', 'shortcut', 'mark'] as const)('tells its ratings apart by %s', (field) => {
    const values = scale.ratings.map((rating) => rating[field]);
    expect(new Set(values).size).toBe(values.length);
  });

  test('has a key of one character and a definition for each rating', () => {
    expect(scale.ratings.filter(({ shortcut }) => !/^[1-9]$/.test(shortcut))).toEqual([]);
    expect(scale.ratings.filter(({ definition }) => definition === '')).toEqual([]);
  });
});

test('degrees of truth have a number and other ratings have none', () => {
  const ordinals = BUILTIN_SCALES[0]?.ratings.map(({ ordinal }) => ordinal);
  expect(ordinals).toEqual([5, 4, 3, 2, 1, null, null]);
});
