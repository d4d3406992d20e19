import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeTarget } from './describe.ts';

test('quote, context and position of some words', () => {
  const text =
    'She was asked about it twice. “They are not our friends,” she said, and then she left the room.';
  const start = text.indexOf('not our friends');
  expect(describeTarget(text, { start, end: start + 15 })).toEqual({
    quote: {
      exact: 'not our friends',
      prefix: 'asked about it twice. “They are ',
      suffix: ',” she said, and then she left the',
    },
    position: { start, end: start + 15 },
  });
});

test('at the edges of the text there is no context', () => {
  expect(describeTarget('All of it.', { start: 0, end: 10 }).quote).toEqual({
    exact: 'All of it.',
    prefix: '',
    suffix: '',
  });
});

test('context of a script without spaces is cut between words', () => {
  const text = '彼らは私たちの友人ではありません。'.repeat(12);
  const { prefix, suffix } = describeTarget(text, { start: 100, end: 105 }).quote;
  const words = [...new Intl.Segmenter('ja', { granularity: 'word' }).segment(text)].map(
    ({ index }) => index,
  );
  expect(words).toContain(100 - prefix.length);
  expect(words).toContain(105 + suffix.length);
});

test.each([
  { start: 3, end: 3 },
  { start: 4, end: 3 },
  { start: -1, end: 3 },
  { start: 3, end: 99 },
  { start: Number.NaN, end: 3 },
])('a range that is none throws: %j', (range) => {
  expect(() => describeTarget('Some words.', range)).toThrow(RangeError);
});

test('context touches the quote, is short, and is never cut inside a grapheme', () => {
  const unit = fc.constantFrom(
    'a',
    'be',
    ' ',
    '\n',
    'e\u0301',
    '😀',
    '👨‍🚒',
    '日',
    '本',
    '각',
    'ا',
    'https://example.org/',
  );
  fc.assert(
    fc.property(fc.array(unit, { minLength: 60, maxLength: 160 }), fc.nat(), (pieces, at) => {
      const text = pieces.join('');
      const first = at % pieces.length;
      const start = pieces.slice(0, first).join('').length;
      const end = start + (pieces[first] ?? '').length;
      const { exact, prefix, suffix } = describeTarget(text, { start, end }).quote;
      expect(text.startsWith(prefix + exact + suffix, start - prefix.length)).toBe(true);
      expect(Math.max(prefix.length, suffix.length)).toBeLessThanOrEqual(48);
      const cuts = new Set([...new Intl.Segmenter().segment(text)].map(({ index }) => index)).add(
        text.length,
      );
      expect(cuts).toContain(start - prefix.length);
      expect(cuts).toContain(end + suffix.length);
    }),
    { numRuns: 200 },
  );
});
