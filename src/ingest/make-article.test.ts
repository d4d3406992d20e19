import * as fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { articleSchema, digestText, type Range } from '../domain/article.ts';
import type { DraftArticle } from '../domain/start-fact-check.ts';
import { makeArticle, type ArticleDetails, type NewArticle } from './make-article.ts';
import { SEGMENTER_VERSION } from './segment/segment.ts';
import { findTooMany, LONGEST_TEXT, MOST_BLOCKS, MOST_SENTENCES } from './trouble.ts';
import { hasVisibleCharacter } from './visible.ts';

const retrievedAt = '2026-01-31T12:00:00Z';

async function make(input: NewArticle): Promise<DraftArticle> {
  const made = await makeArticle({ retrievedAt, ...input });
  if (!made.ok) throw new Error(made.problem);
  return made.article;
}

const wordsAt = ({ text }: DraftArticle, ranges: readonly Range[]) =>
  ranges.map(({ start, end }) => text.slice(start, end));

test('a pasted text becomes an article with everything that can be known from it', async () => {
  const text =
    'The flood of 1953\r\n\r\nNobody knows why. It was not the rain, said Sen. Moss.\r\n\r\n- 13 died\r\n- 2 fled\r\n';
  const article = await make({
    text,
    kind: 'plain',
    byline: ' Ada Moss ',
    publisher: '',
    url: 'https://example.org/a',
  });
  expect(wordsAt(article, article.blocks)).toEqual([
    'The flood of 1953',
    'Nobody knows why. It was not the rain, said Sen. Moss.',
    '13 died',
    '2 fled',
  ]);
  expect(wordsAt(article, article.sentences)).toEqual([
    'The flood of 1953',
    'Nobody knows why.',
    'It was not the rain, said Sen. Moss.',
    '13 died',
    '2 fled',
  ]);
  expect(article).toEqual({
    text: text.replaceAll('\r', ''),
    blocks: article.blocks,
    sentences: article.sentences,
    title: 'The flood of 1953',
    byline: 'Ada Moss',
    url: 'https://example.org/a',
    retrievedAt,
    language: 'en',
    direction: 'ltr',
    links: [],
    segmenter: SEGMENTER_VERSION,
    sha256: await digestText(text.replaceAll('\r', '')),
  });
});

test('what the person says about title and language counts', async () => {
  const article = await make({
    text: 'Er kam. Sie ging.',
    kind: 'plain',
    title: ' Zwei ',
    language: 'DE-at',
  });
  expect(article).toMatchObject({ title: 'Zwei', language: 'de-AT' });
});

test('Markdown becomes an article of its words, with links', async () => {
  const article = await make({
    text: '# The *flood*\n\nIt [came](https://example.org/). It went.',
    kind: 'markdown',
  });
  expect(article).toMatchObject({
    text: 'The flood\n\nIt came. It went.',
    title: 'The flood',
    language: 'en',
  });
  expect(wordsAt(article, article.sentences)).toEqual(['The flood', 'It came.', 'It went.']);
  expect(article.links).toEqual([{ start: 14, end: 18, href: 'https://example.org/' }]);
});

test('a text from right to left says so', async () => {
  expect(await make({ text: 'الفيضان\n\nانتهى التقرير في 1953.', kind: 'plain' })).toMatchObject({
    language: 'ar',
    direction: 'rtl',
    title: 'الفيضان',
  });
});

test.each<[title: string, input: Partial<ArticleDetails & { readonly text: string }>, problem: RegExp]>([
  ['empty text', { text: '' }, /no text here/],
  ['invisible text', { text: '\ufeff \n\u200b\u00ad\u3164\t' }, /no text here/],
  ['marks without words', { text: '>\n>\n' }, /no text here/],
  ['a NUL', { text: 'PK\u0003\u0004\0\0 and more' }, /not text/],
  ['a file decoded wrongly', { text: '\ufffd\ufffdab'.repeat(10) }, /not text/],
  [
    'a text beyond all measure',
    { text: 'a'.repeat(LONGEST_TEXT + 1) },
    /too long: it has 5,000,001 characters/,
  ],
  ['a language that is none', { language: 'the usual' }, /“the usual” is not the name of a language/],
  ['an address that runs code', { url: ' java\nscript:alert(1)' }, /not a web address/],
])('%s gets a clear sentence', async (_, input, problem) => {
  const made = await makeArticle({ text: 'One is.', kind: 'plain', retrievedAt, ...input });
  expect(made.ok ? '' : made.problem).toMatch(problem);
});

test('a text of more parts than a page can show gets a clear sentence', () => {
  expect(findTooMany({ blocks: MOST_BLOCKS })).toBeNull();
  expect(findTooMany({ blocks: MOST_BLOCKS + 1 })).toMatch(
    /too many paragraphs: 60,001, and Linecheck takes up to 60,000/,
  );
  expect(findTooMany({ sentences: MOST_SENTENCES })).toBeNull();
  expect(findTooMany({ sentences: MOST_SENTENCES + 1 })).toMatch(/too many sentences: 100,001/);
});

test('a few strange characters in a long text do no harm', async () => {
  expect(
    (await make({ text: `Caf\ufffd au lait. ${'It was good. '.repeat(99)}`, kind: 'plain' })).language,
  ).toBe('en');
});

const piece = fc.oneof(
  fc.constantFrom(
    '\n',
    '\n\n',
    '\r\n',
    ' ',
    '. ',
    '- ',
    '> ',
    '1. ',
    '# ',
    '“',
    '”',
    '。',
    '\u200f',
    '\u0301',
    '\ufe0f',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.lorem({ maxCount: 12 }),
);
const anyText = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

test('whatever is pasted, the article is a valid one whose sentences cover the visible text of its blocks', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, fc.constantFrom('plain', 'markdown'), async (text, kind) => {
      const made = await makeArticle({ text, kind, retrievedAt });
      if (!made.ok) return;
      const { article } = made;
      expect(v.safeParse(articleSchema, { ...STAMP, ...article }).issues).toBeUndefined();
      const inBlocks = wordsAt(article, article.blocks).join('');
      expect(visible(wordsAt(article, article.sentences).join(''))).toBe(visible(inBlocks));
      for (const sentence of article.sentences) {
        expect(
          article.blocks.filter(({ start, end }) => start < sentence.end && sentence.start < end),
        ).toHaveLength(1);
      }
    }),
  );
});

const STAMP = { type: 'article', id: 'a', rev: [0, ''], updatedAt: retrievedAt, updatedBy: null };

function visible(text: string): string {
  return Array.from(text)
    .filter((character) => hasVisibleCharacter(character))
    .join('');
}
