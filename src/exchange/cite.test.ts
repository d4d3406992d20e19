import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { SOURCE_KINDS, type Source } from '../domain/source.ts';
import { CITATION_STYLES, type Citation, type CitationStyle } from './cite.ts';
import { CONTEXT } from './testing/at-once.ts';

const SOURCE: Source = {
  type: 'source',
  id: 's',
  rev: [1, 'desk'],
  updatedAt: '2026-01-03T00:00:00Z',
  updatedBy: null,
  kind: 'webpage',
  title: 'The state of ferries',
  authors: [],
  accessedAt: null,
  archives: [],
};

const READ = { accessedAt: '2026-01-03T08:00:00Z' };
const URL = 'https://example.org/a';

/** Works of each kind, people and organisations, dates as people write them, and words of other scripts. */
const WORKS: Readonly<Record<string, Partial<Source>>> = {
  'web page': {
    ...READ,
    url: URL,
    publisher: 'Example Site',
    authors: ['van der Berg, Anna Maria', 'King, Jr., Martin Luther'],
    publishedAt: '2021-08-27',
  },
  'without author and date': { ...READ, url: URL, publisher: 'Example Site' },
  'without a title': { ...READ, title: '', url: URL },
  'without anything': { title: '' },
  newspaper: {
    ...READ,
    kind: 'article-newspaper',
    publisher: 'The Times',
    authors: ['Haddad, Mona Rana'],
    publishedAt: '2026-01-02',
    url: URL,
    archives: [
      {
        provider: 'Wayback Machine',
        url: 'https://web.archive.org/x',
        capturedAt: '2026-01-03',
        status: 'available',
      },
    ],
  },
  'magazine, season': { kind: 'article-magazine', publisher: 'Sea', publishedAt: 'Summer 2020' },
  'journal, four authors': {
    ...READ,
    kind: 'article-journal',
    publisher: 'Nature',
    authors: ['Lund, Per', 'Berg, Ida', 'Moe, Jo', 'Dahl, Liv'],
    publishedAt: '2020-05-04',
    url: 'doi:10.1000/182',
  },
  'book, dropping particle': {
    kind: 'book',
    publisher: 'Cotta',
    authors: ['Goethe, Johann Wolfgang von'],
    publishedAt: '1809',
  },
  'book, years': { kind: 'book', publisher: 'Cotta', authors: ['de la Cruz, Ana'], publishedAt: '2019/2020' },
  'book, others': { kind: 'book', publisher: 'Cotta', authors: ['Lund, Per', 'others'], publishedAt: '2020' },
  'book, two and others': {
    kind: 'book',
    authors: ['Lund, Per', 'Berg, Ida', 'et al.'],
    publishedAt: '2020',
  },
  chapter: { kind: 'chapter', publisher: 'Cotta', authors: ["O'Neill, J.-P."], publishedAt: '1999' },
  'report of its publisher': {
    ...READ,
    kind: 'report',
    publisher: 'Coast Guard',
    authors: ['Coast Guard'],
    publishedAt: '2026-01-02',
    url: URL,
  },
  'report of an office': {
    kind: 'report',
    authors: ['Department of Labor, Bureau of Statistics'],
    publishedAt: '2024',
  },
  dataset: { ...READ, kind: 'dataset', title: 'Sailings, 2020', url: 'doi:10.1000/182' },
  speech: { kind: 'speech', authors: ['King, Martin Luther, Jr.'], publishedAt: '1963-08-28' },
  video: {
    kind: 'motion_picture',
    publisher: 'YouTube',
    authors: ['Channel 5'],
    publishedAt: '2020-03-04',
    url: URL,
  },
  post: {
    kind: 'post',
    title: 'I said <3 & "no"',
    publisher: 'X',
    authors: ['Jack [@jack]'],
    publishedAt: '2020-03-04',
    url: URL,
  },
  interview: {
    kind: 'interview',
    publisher: 'Radio 4',
    authors: ['Doe, Jane'],
    publishedAt: '2020-03-04',
  },
  mail: { kind: 'personal_communication', authors: ['Lund, Per'], publishedAt: '2020-03-04' },
  'legal case': {
    ...READ,
    kind: 'legal_case',
    title: 'Roe v. Wade',
    publisher: 'Supreme Court',
    publishedAt: '1973-01-22',
    url: URL,
  },
  legislation: {
    kind: 'legislation',
    title: 'Ferries Act',
    publisher: 'Parliament',
    authors: ['Ministry of Transport'],
    publishedAt: '1973-01-22',
    url: URL,
  },
  broadcast: { kind: 'broadcast', publisher: 'NPR', authors: ['Doe, Jane'], publishedAt: '2020-03-04' },
  'document, circa': { kind: 'document', publisher: 'State Archive', publishedAt: 'circa 1920' },
  'a kind that is not known': { kind: 'leaflet', publisher: 'Desk', publishedAt: '2020' },
  'days, from and to': { publishedAt: '2019-05-03/2020-06-07' },
  'a date in words': { publishedAt: 'first week of May' },
  'not on the web': { kind: 'book', url: 'shelf 5 of the library', publishedAt: '2020' },
  Arabic: {
    ...READ,
    kind: 'article-newspaper',
    title: 'هل غرقت السفينة 40؟',
    publisher: 'الخبر',
    authors: ['حداد, منى رنا', 'وزارة النقل'],
    publishedAt: '2026-01-02',
    url: 'https://مثال.إختبار/أ',
  },
  Japanese: {
    kind: 'book',
    title: '吾輩は猫である。',
    authors: ['夏目, 漱石'],
    publisher: '岩波書店',
    publishedAt: '1905',
  },
  Hindi: { kind: 'book', authors: ['ठाकुर, रवीन्द्रनाथ', 'Lund, Per'], publishedAt: '1910' },
  Georgian: { kind: 'book', authors: ['თბილისელი, გიორგი'], publishedAt: '2019' },
  'an address in the same words': {
    kind: 'legislation',
    title: 'Ferries Act',
    publisher: 'acts.example.org',
    authors: ['Lund'],
    publishedAt: '2023',
    url: 'https://acts.example.org/2023/lund',
  },
  'what looks like markup': {
    kind: 'book',
    title: 'A <i>b</i> $& $1 "q" **c** it...',
    authors: ['hooks, bell'],
    publishedAt: '2020',
  },
};

async function citeOne(given: Partial<Source>, style: CitationStyle): Promise<Citation> {
  const [citation] = await CONTEXT.cite([{ ...SOURCE, ...given }], style);
  return citation ?? { runs: [], isShort: { authors: false, date: false } };
}

test.each(CITATION_STYLES)('$value cites each work as it was looked at', async ({ value }) => {
  const lines: string[] = [];
  for (const [name, given] of Object.entries(WORKS)) {
    const { runs } = await citeOne(given, value);
    const words = runs.map(({ text, isTitle, isIsolated, href }) => {
      const inside = isIsolated ? `{${text}}` : href === undefined ? text : `[${text}](${href})`;
      return isTitle ? `*${inside}*` : inside;
    });
    lines.push(`${name}:\n  ${words.join('')}\n`);
  }
  await expect(lines.join('')).toMatchFileSnapshot(`testing/golden/citations/${value}.txt`);
});

test('a list of authors that the style shortens, and a day that it leaves out, are told of', async () => {
  const { isShort } = await citeOne(WORKS['journal, four authors'] ?? {}, 'chicago');
  expect(isShort).toEqual({ authors: true, date: false });
  const inApa = await citeOne(WORKS['journal, four authors'] ?? {}, 'apa');
  expect(inApa.isShort).toEqual({ authors: false, date: true });
});

// Of a book both give the year, of what stands in a newspaper all that is known.
test.each([
  ['2020-05/2020-07', true],
  ['2020-05-03/2020-05-08', true],
  ['2019-05-03/2020-05-03', true],
  ['Summer 2020', true],
  ['2020-05-03', true],
  ['2019/2020', false],
  ['circa 2020', false],
  ['early in May', false],
])('of %s each style tells whether it gives only a part', async (publishedAt, isMoreThanYears) => {
  for (const { value } of CITATION_STYLES) {
    const book = await citeOne({ kind: 'book', publishedAt }, value);
    const article = await citeOne({ kind: 'article-newspaper', publishedAt }, value);
    expect([book.isShort.date, article.isShort.date]).toEqual([isMoreThanYears, false]);
  }
});

const word = fc.stringMatching(/^[a-z]{1,6}[$&<>"'!?.*-]{0,2}[a-z0-9]{1,6}$/);
const arbitrarySource = fc
  .record({
    kind: fc.constantFrom(...SOURCE_KINDS, 'chapter', 'legal_case', 'thesis', 'nothing known'),
    title: fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')),
    authors: fc.array(
      fc.oneof(
        fc.tuple(word, word).map(([family, given]) => `${family}, ${given}`),
        word,
      ),
      { maxLength: 3 },
    ),
    publisher: word,
    publishedAt: fc.constantFrom('2020', '2020-02', '2020-02-03', 'circa 1920', 'Spring 1999', 'lately'),
    accessedAt: fc.constantFrom(null, '2026-01-03T08:00:00Z'),
    url: fc.constantFrom('', URL, 'doi:10.1000/182', 'a shelf', 'its own words'),
  })
  .map((source) =>
    source.url === 'its own words'
      ? {
          ...source,
          url: `https://example.org/${encodeURIComponent([source.publisher, ...source.authors].join('/'))}`,
        }
      : source,
  );

test('nothing that a source says is missing in its citation, whatever its kind', async () => {
  await fc.assert(
    fc.asyncProperty(arbitrarySource, fc.constantFrom('apa', 'chicago'), async (given, style) => {
      const { runs, isShort } = await citeOne(given, style);
      const text = runs.map((run) => run.text).join('');
      const { title, publisher, authors, publishedAt, accessedAt, url } = given;
      // What only the address holds has not been said.
      const words = runs.filter(({ href }) => href === undefined).map((run) => run.text);
      const said = [
        title,
        publisher,
        publishedAt.replace(/\D*(\d{4}).*/, '$1'),
        ...(isShort.authors ? [] : authors.map((name) => name.replace(/,.*/, ''))),
        ...(accessedAt === null ? [] : ['2026']),
      ].map(lettersOf);
      expect(said.filter((part) => !lettersOf(words.join(' ')).includes(part))).toEqual([]);
      expect(text).toContain(url.replace('doi:', 'https://doi.org/'));
      // Nothing of what the processor is handed in the place of words stays there.
      expect(text).not.toMatch(/[\p{Co}\p{Cc}]|undefined|STYLE ERROR| \.(?: |$)/u);
    }),
  );
});

function lettersOf(words: string): string {
  return words.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
}
