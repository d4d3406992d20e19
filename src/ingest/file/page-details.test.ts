import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseHtml } from '../parse-html.ts';
import { readPageDetails } from './page-details.ts';

const ld = (data: unknown): string => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

function read(html: string) {
  return readPageDetails(parseHtml(html).documentElement);
}

test('a news page says all about its article in JSON-LD', () => {
  const article = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: 'The flood',
    author: [{ '@type': 'Person', name: 'Ada Moss' }, { name: 'Lin Wu' }],
    publisher: { '@type': 'Organization', name: 'The Daily Post' },
    datePublished: '2026-01-31T10:00:00+01:00',
    mainEntityOfPage: { '@id': 'https://post.example/flood' },
    inLanguage: 'en_GB',
  };
  expect(read(ld(article))).toEqual({
    title: 'The flood',
    byline: 'Ada Moss, Lin Wu',
    publisher: 'The Daily Post',
    publishedAt: '2026-01-31T10:00:00+01:00',
    url: 'https://post.example/flood',
    language: 'en-GB',
  });
});

test.each<[title: string, data: unknown]>([
  [
    'in a list',
    [
      { '@type': 'WebSite', name: 'Post' },
      { '@type': ['Thing', 'ReportageNewsArticle'], headline: 'The flood', author: 'Ada Moss' },
    ],
  ],
  [
    'in a graph that names by id',
    {
      '@graph': [
        { '@type': 'Article', headline: 'The flood', author: { '@id': '#ada' } },
        { '@id': '#ada', '@type': 'Person', name: 'Ada Moss' },
      ],
    },
  ],
])('an article %s is found', (_, data) => {
  expect(read(ld(data))).toEqual({ title: 'The flood', byline: 'Ada Moss' });
});

test('without JSON-LD, meta elements, links and times tell', () => {
  expect(
    read(`<html lang="de"><title>Die Flut im Norden | Die Post</title><meta property="og:site_name" content="Die Post">
      <meta name="author" content=" By Ada  Moss "><link rel="canonical" href="https://post.example/flut">
      <meta property="og:url" content="https://other.example/"><time datetime="2026-01-31">Samstag</time>`),
  ).toEqual({
    title: 'Die Flut im Norden',
    byline: 'Ada Moss',
    publisher: 'Die Post',
    publishedAt: '2026-01-31',
    url: 'https://post.example/flut',
    language: 'de',
  });
});

test('character references in JSON-LD are the characters that they stand for', () => {
  const article = {
    '@type': 'Article',
    headline: 'Bridge &amp; tunnel: what it&#8217;s about',
    author: 'Ann O&#39;Hara',
  };
  expect(read(ld(article))).toEqual({ title: 'Bridge & tunnel: what it’s about', byline: "Ann O'Hara" });
});

test.each([
  [
    'today’s date above it',
    '<header><time datetime="2020-01-01"></time></header><article><time datetime="2026-01-31"></time></article>',
  ],
  [
    'related articles before it',
    '<aside><article><time datetime="2020-01-01"></time></article></aside><time datetime="2026-01-31"></time>',
  ],
  [
    'when it was changed before it',
    '<article><time datetime="2020-01-01"></time><time itemprop="datePublished" datetime="2026-01-31"></time></article>',
  ],
  [
    'its date in its own header',
    '<time datetime="2020-01-01"></time><main><header><time datetime="2026-01-31"></time></header></main>',
  ],
])('an article with %s is dated by its own time', (_, html) => {
  expect(read(html).publishedAt).toBe('2026-01-31');
});

test.each([
  ['an address that runs code', '<link rel=canonical href="javascript:alert(1)">'],
  ['a relative address', '<link rel=canonical href="/a">'],
  ['damaged JSON-LD', '<script type="application/ld+json">{"headline": </script>'],
  ['a language that is none', '<html lang="english (us)">'],
  ['nothing', ''],
])('%s says nothing', (_, html) => {
  expect(read(html)).toEqual({});
});

test.each<[title: string, data: unknown]>([
  ['lists of empty lists', Array.from({ length: 500 }, () => Array.from({ length: 500 }, () => []))],
  ['an object with many keys', Object.fromEntries(Array.from({ length: 200_000 }, (_, at) => [at, []]))],
  ['a list of many lists', Array.from({ length: 200_000 }, () => [])],
])('%s do not hang, and an article beside them is found', (_, data) => {
  const html = `${ld({ '@type': 'Article', headline: 'The flood' })}${ld(data)}`;
  const root = parseHtml(html).documentElement;
  expect(readPageDetails(root)).toEqual({ title: 'The flood' });
});

test('of a hundred thousand authors the first are named, at once', () => {
  const author = Array.from({ length: 100_000 }, (_, at) => ({ name: `Ada ${at}` }));
  expect(read(ld({ '@type': 'Article', author })).byline).toMatch(/^Ada 0, Ada 1, Ada 2, /);
});

test('whatever JSON-LD holds, details are text', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), fc.jsonValue(), (author, headline) => {
      const details = read(
        ld({ '@type': 'NewsArticle', author, headline, publisher: author, url: headline }).replaceAll(
          '</',
          '<\\/',
        ),
      );
      for (const value of Object.values(details)) expect(typeof value).toBe('string');
    }),
  );
});
