import { expect, test } from 'vitest';
import { annotate, editAnnotation } from './annotate.ts';
import type { Target } from './annotation.ts';
import { outlineAnnotation } from './annotation-outline.ts';
import { applyChange, type Change, type Hand } from './change.ts';
import { citeSource } from './cite-source.ts';
import { nameReviewer } from './fact-check-edits.ts';
import type { FactCheck } from './fact-check.ts';
import {
  filterAnnotations,
  isFiltering,
  NO_FILTER,
  ratingChoice,
  type AnnotationFilter,
} from './filter-annotations.ts';
import { giveVerdict } from './give-verdict.ts';
import type { Id } from './record.ts';
import { startFactCheck } from './start-fact-check.ts';
import { createTestClock } from './testing/arbitrary-changes.ts';

const TEXT = 'Alpha died. Beta Zürich lived. Gamma said so. Delta hopes.';
const clock = createTestClock();
const hand = (by: Id): Hand => ({ clock, by });

/** In text order: alpha (ann: False; bob: True), beta (words only, a source), gamma (open), delta (not checkable). */
const factCheck = build(
  (now) => nameReviewer(now, 'ann', 'Ann', hand('ann')),
  (now) => nameReviewer(now, 'bob', 'Bob', hand('bob')),
  (now) => annotate(now, { targets: [targetOf('Gamma said so.')], id: 'gamma' }, hand('bob')),
  (now) => annotate(now, { targets: [targetOf('Alpha died.')], id: 'alpha' }, hand('ann')),
  (now) => annotate(now, { targets: [targetOf('Beta Zürich lived.')], id: 'beta' }, hand('ann')),
  (now) =>
    annotate(
      now,
      { targets: [targetOf('Delta hopes.')], id: 'delta', checkability: 'not-checkable' },
      hand('ann'),
    ),
  (now) => judge(now, 'alpha', 'ann', { ratingId: 'false', conclusion: 'Alive and well.\nSeen in May.' }),
  (now) => judge(now, 'alpha', 'bob', { ratingId: 'true' }),
  (now) => judge(now, 'beta', 'ann', { conclusion: 'Not found yet' }),
  (now) => cite(now, 'beta', 'The Café Register'),
  (now) => editAnnotation(now, 'beta', { tags: ['figures'], status: 'researching' }, hand('ann')),
  (now) => editAnnotation(now, 'gamma', { claim: { claimant: { name: 'Karzaï' } } }, hand('bob')),
);

test('without a filter all annotations are there, in text order', () => {
  expect(find({})).toEqual(['alpha', 'beta', 'gamma', 'delta']);
  expect(isFiltering(NO_FILTER)).toBe(false);
});

test.each<[string, Partial<AnnotationFilter>, readonly Id[]]>([
  ['a rating by the verdict that leads', { verdict: ratingChoice('linecheck', 'false') }, ['alpha']],
  ['not by another reviewer’s', { verdict: ratingChoice('linecheck', 'true') }, []],
  [
    'a reviewer’s own rating, once that reviewer is chosen',
    { verdict: ratingChoice('linecheck', 'true'), reviewerId: 'bob' },
    ['alpha'],
  ],
  ['a rating of another scale with the same name', { verdict: ratingChoice('other', 'false') }, []],
  ['no verdict, words without a rating included', { verdict: 'none' }, ['beta', 'gamma']],
  ['not checkable', { verdict: 'not-checkable' }, ['delta']],
  ['a work status', { status: 'researching' }, ['beta']],
  ['a reviewer who made or judged it', { reviewerId: 'bob' }, ['alpha', 'gamma']],
  ['claims without a source', { isWithoutSource: true }, ['alpha', 'gamma']],
  ['words of the quote, accent and case blind', { words: 'ZURICH' }, ['beta']],
  ['words of a conclusion', { words: 'alive' }, ['alpha']],
  ['words of a source', { words: 'cafe register' }, ['beta']],
  ['a tag', { words: 'figures' }, ['beta']],
  ['the claimant', { words: 'karzai' }, ['gamma']],
  ['words from several places at once', { words: 'figures found zurich' }, ['beta']],
  ['all that is set together', { words: 'zurich', status: 'checked' }, []],
])('the list can be filtered by %s', (_, filter, ids) => {
  expect(find(filter)).toEqual(ids);
  expect(isFiltering({ ...NO_FILTER, ...filter })).toBe(true);
});

test('spaces in the search field are no filter', () => {
  expect(isFiltering({ ...NO_FILTER, words: '  ' })).toBe(false);
  expect(find({ words: '  ' })).toHaveLength(4);
});

test.each([
  ['alpha', 'ann', 'False', 'False', 'Alive and well.', 0],
  ['alpha', 'bob', 'True', 'True', '', 0],
  ['beta', null, '', 'Open', 'Not found yet', 1],
  ['delta', 'ann', '', 'Not checkable', '', 0],
])('the outline of %s for %s', (id, reviewerId, verdict, word, conclusion, sources) => {
  expect(outlineOf(factCheck, id, reviewerId)).toMatchObject({ verdict, word, conclusion, sources });
});

test('a rating of a scale that is not here is shown by its id, not as open', () => {
  const tables = { ...factCheck.tables, 'rating-scale': new Map() };
  expect(outlineOf({ ...factCheck, tables }, 'alpha', 'ann')).toMatchObject({
    verdict: 'false',
    word: 'false',
  });
});

function find(filter: Partial<AnnotationFilter>): readonly Id[] {
  return filterAnnotations(factCheck, { ...NO_FILTER, ...filter }, 'ann').map(({ id }) => id);
}

function outlineOf(from: FactCheck, id: Id, reviewerId: Id | null): object {
  const annotation = from.tables.annotation.get(id);
  if (!annotation) throw new Error(`No annotation ${id}.`);
  return outlineAnnotation(from, annotation, reviewerId);
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
  return makers.reduce((now, make) => applyChange(now, make(now)), startFactCheck(draft, hand('ann')));
}

function targetOf(exact: string): Target {
  const start = TEXT.indexOf(exact);
  return { quote: { exact, prefix: '', suffix: '' }, position: { start, end: start + exact.length } };
}

function judge(
  now: FactCheck,
  annotationId: Id,
  reviewerId: Id,
  edit: Parameters<typeof giveVerdict>[2],
): Change {
  return giveVerdict(now, { annotationId, reviewerId, newId: clock.newId() }, edit, hand(reviewerId));
}

function cite(now: FactCheck, annotationId: Id, title: string): Change {
  const ids = { evidence: clock.newId(), source: clock.newId() };
  return citeSource(now, { annotationId, source: { title }, stance: 'supports', ids }, hand('ann'));
}
