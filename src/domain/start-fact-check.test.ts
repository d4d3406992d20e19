import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { BUILTIN_SCALES } from './builtin-scales.ts';
import { articleOf, findGaps, headOf, parseRecord, recordsOf, scaleOf } from './fact-check.ts';
import { startFactCheck, type DraftArticle } from './start-fact-check.ts';
import { arbitraryArticle } from './testing/arbitrary-article.ts';
import { createTestClock } from './testing/arbitrary-changes.ts';

const draft: DraftArticle = {
  title: 'Kabul, 26 August',
  retrievedAt: '2026-01-31T12:00:00Z',
  language: 'en',
  direction: 'ltr',
  text: 'One. Two.',
  blocks: [{ kind: 'paragraph', start: 0, end: 9 }],
  links: [
    { start: 0, end: 3, href: 'https://example.org' },
    { start: 5, end: 8, href: 'java\nscript:alert(1)' },
  ],
  sentences: [
    { start: 0, end: 4 },
    { start: 5, end: 9 },
  ],
  segmenter: '1',
  sha256: 'a'.repeat(64),
};

test.each(BUILTIN_SCALES.map((scale) => [scale.id, scale] as const))(
  'starts with its own copy of the scale %s',
  (scaleId, scale) => {
    const factCheck = startFactCheck(draft, { clock: createTestClock(), by: 'r' }, scale);
    expect(scaleOf(factCheck)).toMatchObject(scale);
    expect(headOf(factCheck)).toMatchObject({ title: draft.title, scaleId, createdBy: 'r' });
  },
);

test('leaves out links that run code and keeps their words', () => {
  const article = articleOf(startFactCheck(draft, { clock: createTestClock(), by: null }));
  expect(article.links).toEqual([{ start: 0, end: 3, href: 'https://example.org' }]);
  expect(article.text).toBe(draft.text);
});

test('gives for any article records that can be read again and hold together, with revisions that differ', () => {
  fc.assert(
    fc.property(arbitraryArticle(), ({ id: _id, rev: _rev, base: _base, ...article }) => {
      const factCheck = startFactCheck(article, { clock: createTestClock(), by: null });
      const records = recordsOf(factCheck);
      expect(records.map((record) => parseRecord(record).ok)).toEqual([true, true, true]);
      expect(findGaps(factCheck)).toEqual([]);
      expect(new Set(records.map(({ rev }) => rev[0])).size).toBe(3);
    }),
  );
});
