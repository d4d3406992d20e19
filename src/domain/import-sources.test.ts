import { expect, test } from 'vitest';
import { applyChange } from './change.ts';
import type { FactCheck } from './fact-check.ts';
import { BLANK_SOURCE, type ForeignSource } from './foreign-annotation.ts';
import { importSources } from './import-sources.ts';
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

test('a hundred thousand with one title do not hang', () => {
  const many = Array.from({ length: 100_000 }, (_, i) => source({ authors: [`Author ${i}`] }));
  expect(importSources(createSmallDesk().factCheck(), many, hand).added).toBe(100_000);
});
