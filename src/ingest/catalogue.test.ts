import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCatalogue } from './catalogue.ts';

const entry = {
  id: 'flood-of-1953',
  title: 'The flood',
  byline: 'Ada Moss',
  publisher: 'The Practice Courier',
  publishedAt: '2024-02-01',
  language: 'en',
  direction: 'ltr',
  length: { unit: 'words', count: 365 },
  summary: 'A report.',
  file: 'flood-of-1953.md',
  license: 'CC0-1.0',
};

test('a catalogue gives its articles, without fields that nobody knows', () => {
  expect(readCatalogue({ articles: [{ ...entry, mood: 'sad' }], version: 2 })).toEqual({
    ok: true,
    articles: [entry],
  });
});

test.each<[title: string, data: unknown, problem: RegExp]>([
  ['no catalogue', undefined, /^The list of sample articles is damaged: it: /],
  ['a page in place of the file', '<!doctype html>', /damaged/],
  ['an article without a title', { articles: [{ ...entry, title: undefined }] }, /articles\.0\.title/],
  [
    'a file elsewhere',
    { articles: [{ ...entry, file: '../../secret.md' }] },
    /articles\.0\.file: is not the name/,
  ],
  [
    'a file on another host',
    { articles: [{ ...entry, file: 'https://example.org/a.md' }] },
    /articles\.0\.file/,
  ],
  ['two articles of one id', { articles: [entry, entry] }, /two articles of one id/],
])('%s gets a clear sentence', (_, data, problem) => {
  const read = readCatalogue(data);
  expect(read.ok ? '' : read.problem).toMatch(problem);
});

test('any JSON at all is answered with a value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (data) => {
      expect(readCatalogue(data)).toHaveProperty('ok');
    }),
  );
});
