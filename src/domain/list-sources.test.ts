import { expect, test } from 'vitest';
import { annotate } from './annotate.ts';
import { applyChange, type Change, type Hand } from './change.ts';
import { citeSource, fillSource, type SourceEdit } from './cite-source.ts';
import type { FactCheck } from './fact-check.ts';
import { findSources } from './find-sources.ts';
import { listSources } from './list-sources.ts';
import type { Id } from './record.ts';
import { startFactCheck } from './start-fact-check.ts';
import { createTestClock } from './testing/arbitrary-changes.ts';
import { targetAt } from './testing/arbitrary-fact-check.ts';

const TEXT = 'First sentence. Second sentence. Third sentence.';
const clock = createTestClock();
const hand: Hand = { clock, by: null };

/** Cited in this order: on the third sentence b and c, on the first a and b again; d is like b in its address. */
const factCheck = build(
  (now) => mark(now, 'one', 'First'),
  (now) => mark(now, 'two', 'Second'),
  (now) => mark(now, 'three', 'Third'),
  (now) =>
    cite(now, 'three', 'b', { title: 'Éclair 2', url: 'https://www.example.com/page/', publisher: 'P' }),
  (now) => cite(now, 'three', 'c', { title: 'Éclair 10', authors: ['Ōe Kenzaburō'] }),
  (now) => cite(now, 'one', 'a', { title: 'Zebra' }),
  (now) => cite(now, 'one', 'b'),
  (now) => cite(now, 'two', 'd', { title: '', url: 'http://example.com/page' }),
);

test('sources come in the order in which the text first uses them', () => {
  expect(idsOf('', 'first-use')).toEqual(['b', 'a', 'd', 'c']);
});

test('sources come by title, numbers by their value, an untitled one by its address', () => {
  expect(idsOf('', 'title')).toEqual(['b', 'c', 'd', 'a']);
});

test('an unused source comes last', () => {
  const { evidence, ...tables } = factCheck.tables;
  const used = new Map([...evidence].filter(([, { sourceId }]) => sourceId !== 'b'));
  const without = { ...factCheck, tables: { ...tables, evidence: used } };
  expect(listSources(without, { words: '', order: 'first-use' }).map(({ source }) => source.id)).toEqual([
    'a',
    'd',
    'c',
    'b',
  ]);
});

test('each source tells where it is used, in text order', () => {
  const [first] = listSources(factCheck, { words: 'eclair 2', order: 'title' });
  expect(first?.uses.map(({ annotation }) => annotation.id)).toEqual(['one', 'three']);
});

test('the newer of two that look the same names the older one as its twin', () => {
  const twins = listSources(factCheck, { words: '', order: 'title' }).map(({ source, twin }) => [
    source.id,
    twin?.id ?? null,
  ]);
  expect(Object.fromEntries(twins)).toEqual({ a: null, b: null, c: null, d: 'b' });
});

test.each<[string, readonly Id[]]>([
  ['ECLAIR', ['b', 'c']],
  ['oe', ['c']],
  ['page example', ['b', 'd']],
  ['p zebra', []],
])('searching for “%s” finds %o', (words, ids) => {
  expect(idsOf(words, 'title')).toEqual(ids);
});

test.each<[string, readonly string[]]>([
  ['https://example.com/page', ['d=', 'b=']],
  ['www.example.com/page/#:~:text=some,words', ['d=', 'b=']],
  ['https://example.com/page#/other', []],
  ['example.com/page', ['d=', 'b=']],
  ['zebra', ['a=']],
  ['eclair', ['c', 'b']],
  ['éclair 10', ['c=']],
  ['', ['d', 'a', 'c', 'b']],
  ['nothing of the kind', []],
])('typing “%s” offers %o', (typed, expected) => {
  const found = findSources(factCheck, typed).map(({ source, isSame }) => source.id + (isSame ? '=' : ''));
  expect(found).toEqual(expected);
});

test('of two merged sources the one that stays takes over what only the other says', () => {
  const [b, d] = [sourceOf('b'), sourceOf('d')];
  expect(fillSource(d, b)).toMatchObject({
    id: 'd',
    title: 'Éclair 2',
    url: 'http://example.com/page',
    publisher: 'P',
  });
});

function idsOf(words: string, order: 'first-use' | 'title'): readonly Id[] {
  return listSources(factCheck, { words, order }).map(({ source }) => source.id);
}

function sourceOf(id: Id) {
  const source = factCheck.tables.source.get(id);
  if (!source) throw new Error(`No source ${id}.`);
  return source;
}

function build(...makers: readonly ((now: FactCheck) => Change)[]): FactCheck {
  const draft = {
    title: 'A',
    language: 'en',
    direction: 'ltr',
    text: TEXT,
    blocks: [],
    links: [],
    sentences: [],
    segmenter: '1',
    sha256: '0'.repeat(64),
    retrievedAt: '2026-01-01T00:00:00Z',
  } as const;
  return makers.reduce((now, make) => applyChange(now, make(now)), startFactCheck(draft, hand));
}

function mark(now: FactCheck, id: Id, word: string): Change {
  return annotate(now, { targets: [targetAt(TEXT, TEXT.indexOf(word), word.length)], id }, hand);
}

function cite(now: FactCheck, annotationId: Id, sourceId: Id, words?: SourceEdit): Change {
  const ids = { evidence: clock.newId(), source: sourceId };
  return citeSource(now, { annotationId, source: words ?? sourceId, stance: 'supports', ids }, hand);
}
