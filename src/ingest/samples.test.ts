import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { makeArticle } from './make-article.ts';
import { readCatalogue } from './catalogue.ts';

const folder = new URL('../../public/articles/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, folder), 'utf8');
const catalogue = readCatalogue(JSON.parse(read('catalogue.json')));
const samples = catalogue.ok ? catalogue.articles : [];

test('the catalogue of the sample articles is valid', () => {
  expect(catalogue.ok ? '' : catalogue.problem).toBe('');
  expect(samples.length).toBeGreaterThanOrEqual(4);
});

test.each(samples)('$file reads as its entry says', async ({ file, title, language, direction }) => {
  const made = await makeArticle({ text: read(file), kind: 'markdown', retrievedAt: '2026-01-31T12:00:00Z' });
  if (!made.ok) throw new Error(made.problem);
  const { article } = made;
  expect(article).toMatchObject({ title, language, direction });
  expect(article.blocks[0]).toMatchObject({ kind: 'heading', level: 1 });
  expect(article.text).not.toMatch(/^#|\]\(|^- |\*\*/m);
  expect(article.sentences.length).toBeGreaterThan(article.blocks.length);
});
