import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareRevs, sayTheSame, type Rev } from './record.ts';
import { arbitraryRecord } from './testing/arbitrary-fact-check.ts';

const arbitraryRev: fc.Arbitrary<Rev> = fc.tuple(fc.nat({ max: 3 }), fc.constantFrom('a', 'b', 'B', 'é'));

describe('compareRevs', () => {
  test('puts revisions into one order, the same in every tab', () => {
    fc.assert(
      fc.property(arbitraryRev, arbitraryRev, arbitraryRev, (a, b, c) => {
        expect(Math.sign(compareRevs(a, b)) + Math.sign(compareRevs(b, a))).toBe(0);
        expect(compareRevs(a, b) === 0).toBe(a[0] === b[0] && a[1] === b[1]);
        const [first, second, third] = [a, b, c].toSorted(compareRevs);
        if (!first || !second || !third) throw new Error('Three stay three.');
        expect(compareRevs(first, third)).toBeLessThanOrEqual(0);
        expect(compareRevs(first, second)).toBeLessThanOrEqual(0);
      }),
    );
  });

  test.each<[Rev, Rev]>([
    [
      [1, 'z'],
      [2, 'a'],
    ],
    [
      [1, 'a'],
      [1, 'b'],
    ],
    [
      [9, 'a'],
      [10, 'a'],
    ],
    [
      [1, 'B'],
      [1, 'a'],
    ],
  ])('%j is older than %j', (older, newer) => {
    expect(compareRevs(older, newer)).toBeLessThan(0);
  });
});

describe('sayTheSame', () => {
  test('overlooks who wrote a record and when', () => {
    fc.assert(
      fc.property(arbitraryRecord(), (record) => {
        const copy = { ...structuredClone(record), rev: [9e12, 'other'] as const, updatedBy: 'other' };
        expect(sayTheSame(record, copy)).toBe(true);
      }),
    );
  });

  test.each([
    [{ a: 1 }, { a: '1' }],
    [{ a: null }, {}],
    [{ a: [] }, { a: {} }],
    [{ a: [1, 2] }, { a: [2, 1] }],
    [{ a: { b: 'é' } }, { a: { b: 'e\u0301' } }],
    [{ a: { b: 1 } }, { a: { b: 1, c: undefined } }],
    [{ a: 'x ' }, { a: 'x' }],
  ])('tells %j and %j apart', (a, b) => {
    const stamp = { id: 'x', rev: [1, 'a'] as const, updatedAt: '2026-01-01T00:00:00Z', updatedBy: null };
    expect(sayTheSame({ ...stamp, ...a }, { ...stamp, ...b })).toBe(false);
    expect(sayTheSame({ ...stamp, ...b }, { ...stamp, ...a })).toBe(false);
  });
});
