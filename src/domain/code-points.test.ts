import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toCodePoints, toCodePointsAll, toUtf16 } from './code-points.ts';

const FIREFIGHTER = '👨‍🚒 They are not our friends.';

test.each([
  [FIREFIGHTER, 6, 4],
  [FIREFIGHTER, 31, 29],
  ['e\u0301a', 2, 2],
  ['日本語', 2, 2],
  ['𠮷野家', 2, 1],
  ['שלום 😀', 5, 5],
  ['\ud83d\ud83d\ude00\ude00', 3, 2],
  ['', 0, 0],
])('%j: %i UTF-16 units are %i code points', (text, units, points) => {
  expect(toCodePoints(text, units)).toBe(points);
  expect(toUtf16(text, points)).toBe(units);
});

test('an offset inside a surrogate pair is before the pair, one past the end is the end', () => {
  expect(toCodePoints('a😀b', 2)).toBe(1);
  expect(toCodePoints('a😀b', 99)).toBe(3);
  expect(toUtf16('a😀b', 99)).toBe(4);
});

const texts = fc
  .array(
    fc.constantFrom(
      'a',
      ' ',
      'é',
      'e\u0301',
      '😀',
      '👨‍🚒',
      '🇫🇷',
      '日',
      '𠮷',
      'ש',
      'ا',
      '\u202e',
      '\ud83d',
      '\ude00',
      '\u0000',
    ),
    { maxLength: 80 },
  )
  .map((pieces) => pieces.join(''));

test('offsets go there and back, one by one and all at once, in any order', () => {
  fc.assert(
    fc.property(texts, fc.array(fc.nat(90), { maxLength: 20 }), (text, points) => {
      const units = points.map((count) => toUtf16(text, count));
      const length = Array.from(text).length;
      expect(units.map((offset) => toCodePoints(text, offset))).toEqual(
        points.map((count) => Math.min(count, length)),
      );
      expect(toCodePointsAll(text, points)).toEqual(points.map((offset) => toCodePoints(text, offset)));
    }),
    { numRuns: 200 },
  );
});

test('a count of code points cuts the text where its code points say', () => {
  fc.assert(
    fc.property(texts, fc.nat(90), (text, count) => {
      expect(text.slice(0, toUtf16(text, count))).toBe(Array.from(text).slice(0, count).join(''));
    }),
  );
});
