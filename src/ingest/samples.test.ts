import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { DraftArticle } from '../domain/start-fact-check.ts';
import { readCatalogue, type CatalogueEntry } from './catalogue.ts';
import { makeArticle } from './make-article.ts';
import { readReadyArticle } from './ready-article.ts';

const folder = new URL('../../public/articles/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, folder), 'utf8');
const catalogue = readCatalogue(JSON.parse(read('catalogue.json')));
const samples = catalogue.ok ? catalogue.articles : [];
const retrievedAt = '2026-01-31T12:00:00Z';

async function makeSample({ file, title, language, byline, publisher, publishedAt }: CatalogueEntry) {
  const described = { title, language, byline, publisher, publishedAt, retrievedAt };
  const made = await makeArticle({ text: read(file), kind: 'markdown', ...described });
  if (!made.ok) throw new Error(made.problem);
  return made.article;
}

/** As it is shipped: everything but the time at which somebody takes it. */
function writeSample({ retrievedAt: _taken, ...article }: DraftArticle): string {
  return `${JSON.stringify(article)}\n`;
}

test('the catalogue of the sample articles is valid', () => {
  expect(catalogue.ok ? '' : catalogue.problem).toBe('');
  expect(samples.length).toBeGreaterThanOrEqual(4);
});

test.each(samples)('$file reads as its entry says', async (entry) => {
  const article = await makeSample(entry);
  expect(article).toMatchObject({ title: entry.title, direction: entry.direction });
  expect(article.blocks[0]).toMatchObject({ kind: 'heading', level: 1 });
  expect(article.text).not.toMatch(/^#|\]\(|^- |\*\*/m);
  expect(article.sentences.length).toBeGreaterThan(article.blocks.length);
});

test.each(samples)('the ready article of $file is what our own reading makes of it', async (entry) => {
  const article = await makeSample(entry);
  // `npm run samples` writes the file anew.
  await expect(writeSample(article)).toMatchFileSnapshot(`../../public/articles/${entry.id}.json`);
  expect(readReadyArticle(JSON.parse(writeSample(article)), retrievedAt)).toEqual({ ok: true, article });
});

test.each([
  ['nothing', undefined],
  ['a list', []],
  ['no text', { title: 'A title' }],
  ['a text without its digest', { title: 'A title', language: 'en', direction: 'ltr', text: 'Short.' }],
])('a ready article that is %s is a problem in a sentence', (_, data) => {
  const ready = readReadyArticle(data, retrievedAt);
  expect(ready.ok ? '' : ready.problem).toContain('The sample article is damaged');
});
