import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { NewArticle } from '../make-article.ts';
import { decodeText } from './decode-text.ts';
import { readPage } from './read-page.ts';

const PAGES = path.resolve(import.meta.dirname, 'testing/pages');

function blocksOf(article: NewArticle): readonly string[] {
  if (article.kind !== 'laid-out') throw new Error('A page is laid out.');
  const { text, blocks } = article.content;
  return blocks.map(({ start, end }) => text.slice(start, end));
}

test.each(readdirSync(PAGES).filter((file) => file.endsWith('.html')))(
  'of %s the article is kept and nothing else',
  (name) => {
    const read = (file: string): string => decodeText(readFileSync(path.join(PAGES, file))).text;
    const [details = '', ...blocks] = read(name.replace('.html', '.txt')).trim().split('\n');
    const { article } = readPage(read(name));
    expect(blocksOf(article)).toEqual(blocks);
    const { title, byline, publisher, publishedAt, url, language } = article;
    expect([title, byline, publisher, publishedAt, url, language].map((one) => one ?? '').join(' | ')).toBe(
      details,
    );
  },
);

test('an author who is named only in a line above the article is not lost with that line', () => {
  const paragraphs = Array.from(
    { length: 6 },
    (_, n) =>
      `<p>The ${n + 1} bridges over the river were closed on Monday, and nobody knew for how long they would be.</p>`,
  );
  const { article } = readPage(
    `<html><body><article><h1>Six bridges are closed</h1><p class="byline">By Ada Moss, Reporter</p>${paragraphs.join('')}</article></body></html>`,
  );
  expect(blocksOf(article)).toHaveLength(7);
  expect(article.byline).toBe('Ada Moss, Reporter');
});
