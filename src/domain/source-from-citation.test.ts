import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isDangerousAddress } from './link.ts';
import { sourceFromCitation } from './source-from-citation.ts';
import { arbitraryText } from './testing/arbitrary-text.ts';

const NOW = '2026-03-04T05:06:07Z';

test.each([
  [
    'Lovelace, A., & Babbage, C. (1843). Notes on the engine. Scientific Memoirs, 3, 666–731. https://doi.org/10.1000/182',
    {
      title: 'Notes on the engine',
      authors: ['Lovelace, A.', 'Babbage, C.'],
      publishedAt: '1843',
      publisher: 'Scientific Memoirs',
      url: 'https://doi.org/10.1000/182',
      kind: 'article-journal',
    },
  ],
  [
    'Ada Lovelace. “Notes on the Engine.” Scientific Memoirs 3 (1843): 666–731.',
    {
      title: 'Notes on the Engine',
      authors: ['Ada Lovelace'],
      publishedAt: '1843',
      publisher: 'Scientific Memoirs',
      kind: 'document',
    },
  ],
  [
    'World Health Organization (2020, March 11). Opening remarks. Retrieved March 12, 2020, from https://example.org/remarks.',
    {
      title: 'Opening remarks',
      authors: ['World Health Organization'],
      publishedAt: '2020',
      url: 'https://example.org/remarks',
    },
  ],
  [
    'What the harbour log says\nhttps://example.org/2024/05/06/log-of-the-harbour',
    {
      title: 'What the harbour log says',
      url: 'https://example.org/2024/05/06/log-of-the-harbour',
      publishedAt: '2024-05-06',
      accessedAt: NOW,
    },
  ],
  ['The log of the ferry, page 12', { title: 'The log of the ferry, page 12', kind: 'document' }],
  ['See (https://example.org/a_(b)).', { url: 'https://example.org/a_(b)' }],
])('reads %j', (text, expected) => {
  expect(sourceFromCitation(text, NOW)).toMatchObject(expected);
});

test('what is pasted stays in the note unless the title is all of it', () => {
  expect(sourceFromCitation('The log of the ferry', NOW)).not.toHaveProperty('note');
  const text = 'Ada Lovelace. “Notes on the Engine.” 1843.';
  expect(sourceFromCitation(text, NOW).note).toBe(text);
});

test('of any text at all comes a source with a title or an address, and never a dangerous one', () => {
  const start = fc.constantFrom(
    '',
    'A (2020). ',
    '“',
    'javascript:alert(1) ',
    'doi:10.1000/',
    'https://a.example/',
  );
  fc.assert(
    fc.property(start, arbitraryText(), (prefix, text) => {
      const source = sourceFromCitation(prefix + text, NOW);
      fc.pre((prefix + text).trim() !== '');
      expect(source.title === '' && source.url === undefined).toBe(false);
      expect(isDangerousAddress(source.url ?? '')).toBe(false);
    }),
  );
});
