import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRuler } from './character-ruler.ts';
import { toUtf16 } from './code-points.ts';

const AT_ONCE = (): Promise<void> => Promise.resolve();

/** A firefighter: 5 UTF-16 units, 3 code points, 1 grapheme. */
const TEXT = '👨‍🚒 They are not our friends.';

test.each([
  ['utf16', 6, 31],
  ['code-points', 4, 29],
  ['graphemes', 2, 27],
] as const)('a range that counts %s', async (unit, start, end) => {
  const ruler = await createRuler(TEXT, AT_ONCE);
  const [first] = ruler.readings({ start, end, unit });
  expect(TEXT.slice(first?.start, first?.end)).toBe('They are not our friends.');
});

test('one reading where the counts agree, several where they do not, none behind the text', async () => {
  const plain = await createRuler('They are not – “our” friends.', AT_ONCE);
  expect(plain.readings({ start: 0, end: 4, unit: 'unsaid' })).toEqual([{ start: 0, end: 4 }]);
  const ruler = await createRuler(TEXT, AT_ONCE);
  expect(ruler.readings({ start: 6, end: 10, unit: 'unsaid' })).toHaveLength(3);
  expect(ruler.readings({ start: 6, end: 100, unit: 'unsaid' })).toEqual([]);
});

describe('a cut proves a count wrong', () => {
  test.each([
    ['inside a surrogate pair', '😀 yes', { start: 1, end: 2 }],
    ['inside a cluster of characters', '👨‍🚒 yes', { start: 2, end: 9 }],
    ['before a combining accent', 'cafe\u0301 noir', { start: 0, end: 4 }],
    ['between \\r and \\n', 'one\r\ntwo', { start: 0, end: 4 }],
    ['inside a word', 'They lied.', { start: 1, end: 4 }],
    ['inside a number', 'In 2026 all', { start: 3, end: 5 }],
    ['around nothing but space', 'a   b', { start: 1, end: 3 }],
  ])('%s', async (_, text, range) => {
    expect((await createRuler(text, AT_ONCE)).isSound(range)).toBe(false);
  });

  test.each([
    ['a word', 'They lied.', { start: 0, end: 4 }],
    ['a part of a Japanese sentence', '今日は雨です', { start: 2, end: 4 }],
    ['a Korean noun before its particle', '서울은 비가', { start: 0, end: 2 }],
  ])('but not the ends of %s', async (_, text, range) => {
    expect((await createRuler(text, AT_ONCE)).isSound(range)).toBe(true);
  });
});

test('agrees with the counts of the engine on any text, however it is sliced', async () => {
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.constantFrom('👨‍🚒', 'e\u0301', '\r\n', 'ä ', 'नमस्ते', '🇩🇪🇫🇷', 'plain words, '.repeat(90), '漢字かな'),
  );
  const texts = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(''));
  await fc.assert(
    fc.asyncProperty(texts, fc.nat(), async (text, at) => {
      if (text === '') return;
      const ruler = await createRuler(text, AT_ONCE);
      const starts = Array.from(segmenter.segment(text), ({ index }) => index);
      const count = at % starts.length;
      const [range] = ruler.readings({ start: count, end: count + 1, unit: 'graphemes' });
      expect(range).toEqual({ start: starts[count], end: starts[count + 1] ?? text.length });
      const points = Array.from(text).length;
      const point = at % points;
      const [inPoints] = ruler.readings({ start: point, end: point + 1, unit: 'code-points' });
      expect(inPoints).toEqual({ start: toUtf16(text, point), end: toUtf16(text, point + 1) });
    }),
    { numRuns: 40 },
  );
});
