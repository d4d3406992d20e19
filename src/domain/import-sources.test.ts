import { describe, expect, test } from 'vitest';
import { applyChange } from './change.ts';
import { editEvidence } from './cite-source.ts';
import type { FactCheck } from './fact-check.ts';
import { BLANK_SOURCE, type ForeignSource } from './foreign-annotation.ts';
import { importSources } from './import-sources.ts';
import { keepHistory } from './keep-history.ts';
import { instantOf } from './read-instant.ts';
import { createTestClock } from './testing/arbitrary-changes.ts';
import { createSmallDesk } from './testing/small-fact-check.ts';

const hand = { clock: createTestClock('sources'), by: null };

function source(words: Partial<ForeignSource>): ForeignSource {
  return { ...BLANK_SOURCE, title: 'Annual report', ...words };
}

function take(factCheck: FactCheck, ...sources: readonly ForeignSource[]): FactCheck {
  return applyChange(factCheck, importSources(factCheck, sources, hand).change);
}

test.each<[string, Partial<ForeignSource>, Partial<ForeignSource>]>([
  ['authors', { authors: ['A. Adams'] }, { authors: ['B. Brown'] }],
  ['publishers', { publisher: 'Port of Leith' }, { publisher: 'Port of Oban' }],
  ['dates', { publishedAt: '2019' }, { publishedAt: '2020-01' }],
  ['addresses', { url: 'https://a.example/r' }, { url: 'https://b.example/r' }],
  ['DOIs', { url: 'https://doi.org/10.1/a' }, { url: 'https://doi.org/10.1/b' }],
  ['authors at one address', { url: 'u:r', authors: ['A'] }, { url: 'u:r', authors: ['B'] }],
  ['one that says more', {}, { authors: ['A. Adams'] }],
])('two sources with one title stay two: %s', (_, one, other) => {
  const before = createSmallDesk().factCheck();
  const both = take(before, source(one), source(other));
  expect(both.tables.source.size - before.tables.source.size).toBe(2);
  // And the same thing again adds nothing.
  expect(importSources(both, [source(other), source(one)], hand)).toMatchObject({ added: 0, alreadyHere: 2 });
});

test.each<[string, Partial<ForeignSource>, Partial<ForeignSource>]>([
  ['says less', { authors: ['A. Adams'], publishedAt: '2020-03' }, { publishedAt: '2020' }],
  ['writes its address otherwise', { url: 'https://www.a.example/r/' }, { url: 'http://a.example/r#p' }],
  [
    'says more of the same address',
    { url: 'https://a.example/r' },
    { url: 'https://a.example/r', authors: ['A'] },
  ],
])('one that %s is the same', (_, one, other) => {
  const before = take(createSmallDesk().factCheck(), source(one));
  expect(importSources(before, [source(other)], hand)).toMatchObject({ added: 0, alreadyHere: 1 });
});

test('which of two is meant by a title alone is not guessed', () => {
  const both = take(createSmallDesk().factCheck(), source({ authors: ['A'] }), source({ authors: ['B'] }));
  const after = take(both, source({}));
  expect(after.tables.source.size - both.tables.source.size).toBe(1);
  expect(importSources(after, [source({})], hand).added).toBe(0);
});

test.each([
  ['2021-08-27', '2021-08-27T00:00:00.000Z'],
  ['2021-08-27T10:00:00+02:00', '2021-08-27T08:00:00.000Z'],
  ['2021-08-27 10:00:00.123456+00:00', '2021-08-27T10:00:00.123Z'],
  ['2021-08-27T10:00', '2021-08-27T10:00:00.000Z'],
  ['2021/08/27', '2021-08-27T00:00:00.000Z'],
  ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z'],
  ['27/08/2021', null],
  ['27 August 2021', null],
  ['page 12', null],
  ['2021', null],
  ['2021-02-30', null],
  ['2021-08-27T10:00:00+99:00', null],
])('the date %s is %s, whatever the time zone here', (written, instant) => {
  expect(instantOf(written)).toBe(instant);
});

test('when a source was looked at is kept in words where it is no date for certain', () => {
  const after = take(createSmallDesk().factCheck(), source({ accessedAt: '03/04/2021', note: 'By post.' }));
  const [added] = [...after.tables.source.values()].slice(-1);
  expect(added).toMatchObject({ accessedAt: null, note: 'By post.\n\nAccessed: 03/04/2021' });
});

describe('links of one source to one annotation', () => {
  const link = (note: string, url = 'u:r'): ForeignSource =>
    source({
      url,
      use: { stance: 'context', quote: null, locator: null, note, annotationId: 'first' },
    });

  test('that differ in their note alone are all taken', () => {
    const before = createSmallDesk().factCheck();
    const both = [link('Page 3 says so.'), link('Page 9 does not.')];
    const after = take(before, ...both);
    expect(after.tables.evidence.size - before.tables.evidence.size).toBe(2);
    expect(importSources(after, both, hand).links).toBe(0);
  });

  test('do not come again when their note was edited here', () => {
    const before = createSmallDesk().factCheck();
    const after = take(before, link('Page 3 says so.'));
    const [added] = [...after.tables.evidence.values()].slice(-1);
    const edit = editEvidence(after, added?.id ?? '', { note: 'Page 4.' }, hand);
    const edited = applyChange(after, keepHistory(edit, after, hand.clock));
    expect(importSources(edited, [link('Page 3 says so.')], hand).links).toBe(0);
  });

  test('to another place in what is here already are told as what they become', () => {
    const before = take(createSmallDesk().factCheck(), source({ url: 'https://a.example/list.pdf' }));
    const { merged } = importSources(before, [link('x', 'https://a.example/list.pdf#page=9')], hand);
    expect(merged).toEqual([
      { words: 'https://a.example/list.pdf#page=9', as: 'https://a.example/list.pdf' },
    ]);
    const same = source({ url: 'https://a.example/list.pdf', title: 'The list' });
    expect(importSources(before, [same], hand).merged).toEqual([{ words: 'The list', as: 'Annual report' }]);
    expect(importSources(before, [source({ url: 'https://a.example/list.pdf/' })], hand).merged).toEqual([]);
  });
});

test('a hundred thousand with one title do not hang', () => {
  const many = Array.from({ length: 100_000 }, (_, i) => source({ authors: [`Author ${i}`] }));
  expect(importSources(createSmallDesk().factCheck(), many, hand).added).toBe(100_000);
});
