import { expect, test } from 'vitest';
import fc from 'fast-check';
import type { SourceEdit } from './cite-source.ts';
import { isDangerousAddress } from './link.ts';
import { recogniseSource, sourceFromAddress } from './source-from-address.ts';

const NOW = '2026-11-24T09:00:00Z';

test.each<[string, SourceEdit]>([
  [
    'https://www.nytimes.com/2021/08/26/world/asia/kabul-airport-bombing.html',
    {
      kind: 'article-newspaper',
      publisher: 'nytimes.com',
      publishedAt: '2021-08-26',
      title: 'Kabul airport bombing',
    },
  ],
  [
    'https://www.theguardian.com/world/2021/aug/26/kabul-airport-explosions-what-we-know-so-far',
    {
      kind: 'article-newspaper',
      publisher: 'theguardian.com',
      publishedAt: '2021-08-26',
      title: 'Kabul airport explosions what we know so far',
    },
  ],
  ['https://www.bbc.com/news/world-asia-58333533', { kind: 'webpage', publisher: 'bbc.com' }],
  [
    'https://apnews.com/article/europe-france-evacuations-kabul-9e457201e5bbe75a4eb1901fedeee7a1',
    { publisher: 'apnews.com', title: 'Europe france evacuations kabul' },
  ],
  [
    'https://www.reuters.com/world/asia-pacific/evacuation-flights-resume-kabul-airport-2021-08-17/',
    { publisher: 'reuters.com', publishedAt: '2021-08-17', title: 'Evacuation flights resume kabul airport' },
  ],
  [
    'https://www.whitehouse.gov/briefing-room/press-briefings/2021/08/26/press-briefing-by-press-secretary-jen-psaki-august-26-2021/',
    {
      publisher: 'whitehouse.gov',
      publishedAt: '2021-08-26',
      title: 'Press briefing by press secretary jen psaki august 26 2021',
    },
  ],
  ['https://www.defense.gov/News/Releases/Release/Article/2751123/', { publisher: 'defense.gov' }],
  [
    'https://media.defense.gov/2021/Sep/17/2002856133/-1/-1/1/kabul-strike-review.pdf',
    {
      kind: 'report',
      publisher: 'media.defense.gov',
      publishedAt: '2021-09-17',
      title: 'Kabul strike review',
    },
  ],
  ['https://en.wikipedia.org/wiki/2021_Kabul_airport_attack#Victims', { title: '2021 Kabul airport attack' }],
  ['https://ar.wikipedia.org/wiki/%D9%85%D8%B7%D8%A7%D8%B1_%D9%83%D8%A7%D8%A8%D9%84', { title: 'مطار كابل' }],
  ['https://www.youtube.com/watch?v=dQw4w9WgXcQ', { kind: 'broadcast', publisher: 'youtube.com' }],
  ['https://m.youtube.com/watch?v=dQw4w9WgXcQ', { kind: 'broadcast', publisher: 'youtube.com' }],
  ['https://youtu.be/dQw4w9WgXcQ', { kind: 'broadcast', publisher: 'youtu.be' }],
  ['https://x.com/PressSec/status/1430938293485211648', { kind: 'post', publisher: 'x.com' }],
  ['https://mastodon.social/@Gargron/106790123456789012', { kind: 'post', publisher: 'mastodon.social' }],
  ['https://doi.org/10.1136/bmj.n71', { kind: 'article-journal' }],
  ['doi:10.1136/bmj.n71', { kind: 'article-journal' }],
  [
    'https://www.pnas.org/doi/full/10.1073/pnas.2025709118',
    { kind: 'article-journal', publisher: 'pnas.org' },
  ],
  ['https://pubmed.ncbi.nlm.nih.gov/33782057/', { kind: 'article-journal' }],
  [
    'https://www.congress.gov/bill/117th-congress/house-bill/5376',
    { kind: 'legislation', publisher: 'congress.gov' },
  ],
  ['https://fred.stlouisfed.org/series/UNRATE', { kind: 'dataset', publisher: 'fred.stlouisfed.org' }],
  [
    'https://ourworldindata.org/grapher/life-expectancy',
    { kind: 'dataset', publisher: 'ourworldindata.org', title: 'Life expectancy' },
  ],
  [
    'https://example.org/files/Annual_Report-2019.csv',
    { kind: 'dataset', publisher: 'example.org', title: 'Annual Report 2019' },
  ],
  ['https://www.gutenberg.org/ebooks/1342', { kind: 'book', publisher: 'gutenberg.org' }],
  ['urn:isbn:9780141439518', { kind: 'book' }],
  ['urn:lex:br:federal:lei:2008-06-19;11705', { kind: 'document' }],
  [
    'https://web.archive.org/web/20210827013000/https://www.nytimes.com/2021/08/26/us/marines-kabul-airport.html',
    {
      kind: 'article-newspaper',
      publisher: 'nytimes.com',
      publishedAt: '2021-08-26',
      title: 'Marines kabul airport',
    },
  ],
  ['https://example.com/2021/08/our-summer/', { publishedAt: '2021-08', title: 'Our summer' }],
  ['https://blog.example.com/20210826-why-it-fell/', { publishedAt: '2021-08-26', title: 'Why it fell' }],
  ['https://example.com/2021/02/30/a-day-that-never-was', { title: 'A day that never was' }],
  ['https://example.com/2031/02/03/from-the-distant-future', { title: 'From the distant future' }],
  ['https://example.com/', { kind: 'webpage', publisher: 'example.com' }],
  ['https://user:secret@example.com:8080/a', { publisher: 'example.com' }],
  ['https://example.com/bad%E0%A4%A-percent-signs', { title: 'Bad%E0%A4%A percent signs' }],
])('%s says %o', (address, expected) => {
  const { title, ...rest } = expected;
  expect(sourceFromAddress(address, NOW)).toEqual({
    url: address,
    kind: 'webpage',
    accessedAt: NOW,
    ...(expected.publisher === undefined ? publisherOf(address) : {}),
    ...rest,
    ...(title ? { title } : {}),
  });
});

test.each([
  ['www.bbc.com/news', 'https://www.bbc.com/news'],
  ['nytimes.com/2021/08/26/us/kabul.html', 'https://nytimes.com/2021/08/26/us/kabul.html'],
  ['10.1136/bmj.n71', 'doi:10.1136/bmj.n71'],
  [' https://example.com/a ', 'https://example.com/a'],
])('%s is an address without its scheme', (typed, url) => {
  expect(recogniseSource(typed)).toBe('address');
  expect(sourceFromAddress(typed, NOW)?.url).toBe(url);
});

test.each([
  'The Pentagon Papers',
  'and/or',
  'Node.js',
  'St. Louis Post-Dispatch/1921',
  'a@b.com/c',
  'Data: a history',
  'About: Schmidt',
  'https://',
  'ftp://example.com/file.pdf',
  '',
])('“%s” is words, not an address', (typed) => {
  expect(recogniseSource(typed)).toBe('words');
  expect(sourceFromAddress(typed, NOW)).toBeNull();
});

test.each([
  'javascript:alert(1)',
  ' java\u0000script:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  'BLOB:x',
])('“%s” is dangerous', (typed) => {
  expect(recogniseSource(typed)).toBe('dangerous');
  expect(sourceFromAddress(typed, NOW)).toBeNull();
});

test('no text makes it fail, and no dangerous address comes out of it', () => {
  const part = fc.constantFrom(
    '2021',
    '08',
    '26',
    'aug',
    'web',
    '20210826',
    'a-b',
    'index.html',
    '%',
    '..',
    'é_1.pdf',
  );
  const path = fc.array(fc.oneof(part, fc.string({ maxLength: 8 })), { maxLength: 6 });
  const address = path.map((parts) => `https://web.archive.org/${parts.join('/')}`);
  const typed = fc.oneof(fc.string({ unit: 'binary' }), address);
  fc.assert(
    fc.property(typed, (text) => {
      const source = sourceFromAddress(text, NOW);
      expect(source !== null).toBe(recogniseSource(text) === 'address');
      expect(isDangerousAddress(source?.url ?? '')).toBe(false);
      expect((source?.publishedAt ?? '') <= NOW).toBe(true);
    }),
  );
});

function publisherOf(address: string): SourceEdit {
  if (/^(?:doi|urn):|doi\.org/.test(address)) return {};
  return { publisher: new URL(address).hostname.replace(/^www\./, '') };
}
