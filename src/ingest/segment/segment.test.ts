import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { segment } from './segment.ts';

const LOCALES = [
  'en',
  'de-CH',
  'fr',
  'es',
  'pt-BR',
  'it',
  'ru',
  'nl',
  'da',
  'hy',
  'el',
  'ar',
  'ja',
  'zh-Hant',
  'und',
  '',
];

/** What news is made of, and what breaks segmenters. */
const WORDS =
  'He met|Sen.|U.S.|No.|5|2.|a)|p.m.|z. B.|iPhone|Doocy asked|3.14|x.org|É|straße|日本|と|ก็|नी|م|𝔄'.split(
    '|',
  );
const MARKS =
  '.|?|!|…|...| . . .|?!|。|？|؟|।|:|;|,|—|•|.[12]|.¹|"|“|”|‘|’|\'|«|»|「|」|(|)|[|]|（|）|¿|‼️'.split('|');
const SPACES = [' ', ' ', '  ', '\n', '\n\n', '\t', '\u00a0', '\u3000', '\u2028', '\u200b'];
const JOINED = ['\u0301', '\ufe0f', '\u200d', '👩‍👩‍👧', '🇺🇸', '👍🏽', '\u202b', '\u202c', '\ud83d', '\udc69'];
const PIECES = [WORDS, MARKS, SPACES, JOINED].flat();

const texts = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const locales = fc.constantFrom(...LOCALES);

const cut = (text: string, locale: string): readonly string[] =>
  segment(text, locale).map(({ start, end }) => text.slice(start, end));

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const isVisible = (grapheme: string): boolean => !/^[\s\u0085\u200b]+$/u.test(grapheme);

test('a text without anything visible has no sentences', () => {
  for (const text of ['', ' ', '\n\n', '\u00a0\t\r\n', '\u3000']) expect(segment(text, 'en')).toEqual([]);
});

test('sentences are in order, are not empty and do not overlap', () => {
  fc.assert(
    fc.property(texts, locales, (text, locale) => {
      let last = 0;
      for (const { start, end } of segment(text, locale)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 2000 },
  );
});

test('sentences begin and end at graphemes that are visible, and cover every one that is, whole', () => {
  fc.assert(
    fc.property(texts, locales, (text, locale) => {
      const ranges = segment(text, locale);
      for (const { segment: grapheme, index } of graphemes.segment(text)) {
        const end = index + grapheme.length;
        const touching = ranges.filter((range) => range.start < end && range.end > index);
        const holding = touching.filter((range) => range.start <= index && range.end >= end);
        const edges = ranges.filter((range) => range.start === index || range.end === end);
        expect(holding).toEqual(touching);
        expect(isVisible(grapheme) ? holding.length : 1).toBe(1);
        expect(isVisible(grapheme) ? 0 : edges.length).toBe(0);
      }
    }),
    { numRuns: 2000 },
  );
});

test('line endings of Windows change nothing but the offsets', () => {
  fc.assert(
    fc.property(texts, locales, (raw, locale) => {
      const text = raw.replaceAll('\r', '');
      const windows = cut(text.replaceAll('\n', '\r\n'), locale).map((sentence) =>
        sentence.replaceAll('\r\n', '\n'),
      );
      expect(windows).toEqual(cut(text, locale));
    }),
    { numRuns: 1000 },
  );
});

test('what stands behind a blank line has no bearing on what stands before it', () => {
  fc.assert(
    fc.property(texts, texts, locales, (before, after, locale) => {
      expect(cut(`${before}\n\n${after}`, locale)).toEqual([...cut(before, locale), ...cut(after, locale)]);
    }),
    { numRuns: 1000 },
  );
});

test('the region and the script of a locale are of no account, and an unknown one is no error', () => {
  for (const locale of ['en', 'en-US', 'EN-latn-GB', 'xx', 'not a locale', '']) {
    expect(cut('He met Sen. Ode. She left.', locale)).toEqual(['He met Sen. Ode.', 'She left.']);
  }
});

/** How often `segment` looks at a character of the text. */
function countReads(text: string): number {
  const spies = [
    vi.spyOn(String.prototype, 'charCodeAt'),
    vi.spyOn(String.prototype, 'codePointAt'),
    vi.spyOn(String.prototype, 'charAt'),
  ];
  segment(text, 'en');
  const reads = spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
  for (const spy of spies) spy.mockRestore();
  return reads;
}

test.each([
  'He met Sen. Hawley in the U.S. "Why?" Ode asked. ',
  'no mark at all ',
  'one line\n',
  'one\ntwo\n\n',
  '(',
  '((a.)',
  '. ',
  '. . ',
  '."',
  'A.b.C.d.',
  'Ab.Ab.',
  '?"A',
  '\n',
  ' ',
  '.[1',
  '.1 ',
  '\u0301',
  '“',
])('the work grows no faster than the text: %j', (unit) => {
  segment(unit, 'en');
  const short = countReads(unit.repeat(Math.ceil(1500 / unit.length)));
  const long = countReads(unit.repeat(Math.ceil(3000 / unit.length)));
  expect(long).toBeLessThan(2.2 * short + 500);
});
