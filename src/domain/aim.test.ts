import { expect, test } from 'vitest';
import { aimVerdict, type AimFrom } from './aim.ts';
import { annotate } from './annotate.ts';
import { applyChange } from './change.ts';
import { createClock } from './clock.ts';
import type { FactCheck } from './fact-check.ts';
import { startFactCheck } from './start-fact-check.ts';

const TEXT = 'It left 13 dead: 12 Marines and 1 chaplain. They are not our friends.';
const FIRST = { start: 0, end: 43 };
const SECOND = { start: 44, end: 69 };
const MARINES = { start: 17, end: 27 };

let ids = 0;
const clock = createClock({ now: () => Date.UTC(2026, 0, 1), newId: () => `id-${(ids += 1)}`, tab: 'a' });
const hand = { clock, by: 'ana' };

const empty = startFactCheck(
  {
    title: 'Thirteen',
    retrievedAt: '2026-01-01T00:00:00Z',
    language: 'en',
    direction: 'ltr',
    text: TEXT,
    blocks: [{ kind: 'paragraph', start: 0, end: TEXT.length }],
    links: [],
    sentences: [FIRST, SECOND],
    segmenter: '1',
    sha256: '0'.repeat(64),
  },
  hand,
);

function withAnnotations(places: Readonly<Record<string, { start: number; end: number }>>): FactCheck {
  return Object.entries(places).reduce((factCheck, [id, position]) => {
    const quote = { exact: TEXT.slice(position.start, position.end), prefix: '', suffix: '' };
    return applyChange(factCheck, annotate(factCheck, { targets: [{ quote, position }], id }, hand));
  }, empty);
}

function at(from: Partial<AimFrom>): AimFrom {
  return { sentence: FIRST, selected: null, selectedId: null, ...from };
}

test('a sentence without an annotation gets a new one', () => {
  expect(aimVerdict(withAnnotations({ other: SECOND }), at({}))).toEqual({ kind: 'new', range: FIRST });
});

test('the only annotation of the sentence is the one that is meant', () => {
  expect(aimVerdict(withAnnotations({ marines: MARINES }), at({}))).toEqual({
    kind: 'existing',
    id: 'marines',
  });
});

test('with several annotations on the sentence the person chooses, in text order', () => {
  const factCheck = withAnnotations({ marines: MARINES, whole: FIRST });
  expect(aimVerdict(factCheck, at({}))).toEqual({ kind: 'choose', ids: ['whole', 'marines'] });
});

test('of several annotations the one that is open is meant, if it is on this sentence', () => {
  const factCheck = withAnnotations({ marines: MARINES, whole: FIRST, friends: SECOND });
  expect(aimVerdict(factCheck, at({ selectedId: 'marines' }))).toEqual({ kind: 'existing', id: 'marines' });
  expect(aimVerdict(factCheck, at({ selectedId: 'friends' })).kind).toBe('choose');
});

test('selected words are a claim of their own, whatever lies around them', () => {
  const factCheck = withAnnotations({ whole: FIRST });
  expect(aimVerdict(factCheck, at({ selected: MARINES, selectedId: 'whole' }))).toEqual({
    kind: 'new',
    range: MARINES,
  });
});

test('selected words that are annotated just so are that annotation', () => {
  const factCheck = withAnnotations({ whole: FIRST, marines: MARINES });
  expect(aimVerdict(factCheck, at({ selected: MARINES }))).toEqual({ kind: 'existing', id: 'marines' });
});
