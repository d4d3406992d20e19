import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Range } from './article.ts';
import type { Annotation } from './annotation.ts';
import {
  countCoverage,
  coverSentences,
  createIsSettled,
  firstEndingAfter,
  sentencesIn,
  type SentenceState,
} from './coverage.ts';
import { articleOf, gatherFactCheck, recordsOf } from './fact-check.ts';
import { arbitraryFactCheck } from './testing/arbitrary-fact-check.ts';
import { isInDoubt, isVerdictInDoubt } from './doubt.ts';

/** "Aa. Bb.  Cc." with a gap of two between the second and the third. */
const SENTENCES: readonly Range[] = [
  { start: 0, end: 3 },
  { start: 4, end: 7 },
  { start: 9, end: 12 },
];

const CHECKED = 'checked';

/** An annotation at these places; `settled` ones are told by their status. */
function annotationAt(
  places: readonly (readonly [start: number, end: number])[],
  what: 'not-checkable' | 'open' | 'checked',
): Annotation {
  return {
    type: 'annotation',
    id: 'a',
    rev: [1, 'a'],
    updatedAt: '2026-01-01T00:00:00Z',
    updatedBy: null,
    articleId: 'x',
    targets: places.map(([start, end]) => ({
      quote: { exact: '', prefix: '', suffix: '' },
      position: { start, end },
    })),
    claim: { statement: '', kind: 'substance' },
    checkability: what === 'not-checkable' ? 'not-checkable' : 'claim',
    tags: [],
    status: what === 'checked' ? 'checked' : 'to-check',
    createdAt: '2026-01-01T00:00:00Z',
    createdBy: null,
  };
}

describe('coverSentences', () => {
  test.each<[string, readonly Annotation[], readonly SentenceState[]]>([
    ['nobody has looked', [], ['untouched', 'untouched', 'untouched']],
    ['a claim waits', [annotationAt([[0, 3]], 'open')], ['open', 'untouched', 'untouched']],
    ['one character is enough', [annotationAt([[6, 7]], 'open')], ['untouched', 'open', 'untouched']],
    ['the end is not inside', [annotationAt([[0, 4]], 'open')], ['open', 'untouched', 'untouched']],
    ['a claim spans two', [annotationAt([[2, 5]], 'checked')], ['checked', 'checked', 'untouched']],
    ['only the gap is marked', [annotationAt([[7, 9]], 'open')], ['untouched', 'untouched', 'untouched']],
    [
      'one note has two targets',
      [
        annotationAt(
          [
            [9, 10],
            [0, 1],
          ],
          'not-checkable',
        ),
      ],
      ['not-checkable', 'untouched', 'not-checkable'],
    ],
    [
      'one claim of two waits',
      [annotationAt([[0, 2]], 'checked'), annotationAt([[1, 3]], 'open')],
      ['open', 'untouched', 'untouched'],
    ],
    [
      'a checked claim outweighs "not checkable"',
      [annotationAt([[0, 2]], 'checked'), annotationAt([[1, 3]], 'not-checkable')],
      ['checked', 'untouched', 'untouched'],
    ],
  ])('when %s', (_when, annotations, states) => {
    const isSettled = ({ status, checkability }: Annotation): boolean =>
      checkability === 'not-checkable' || status === CHECKED;
    expect(coverSentences(SENTENCES, annotations, isSettled)).toEqual(states);
    expect(coverSentences(SENTENCES, annotations.toReversed(), isSettled)).toEqual(states);
  });

  test('counts every sentence once, and touches just those that an annotation shares a character with', () => {
    fc.assert(
      fc.property(arbitraryFactCheck(), (factCheck) => {
        const { sentences } = articleOf(factCheck);
        const annotations = [...factCheck.tables.annotation.values()];
        const states = coverSentences(sentences, annotations, createIsSettled(factCheck));
        const total = Object.values(countCoverage(states)).reduce((sum, count) => sum + count, 0);
        expect(total).toBe(sentences.length);
        const isTouched = ({ start, end }: Range): boolean =>
          annotations.some(({ targets }) =>
            targets.some(({ position }) => position.start < end && position.end > start),
          );
        expect(states.map((state) => state !== 'untouched')).toEqual(sentences.map(isTouched));
      }),
    );
  });
});

describe('createIsSettled', () => {
  test('settles just the claims on which the work is done and a rating given on the words that stand here', () => {
    fc.assert(
      fc.property(arbitraryFactCheck(), (factCheck) => {
        const isSettled = createIsSettled(factCheck);
        for (const annotation of factCheck.tables.annotation.values()) {
          const isRated = [...factCheck.tables.verdict.values()].some(
            (verdict) =>
              verdict.annotationId === annotation.id &&
              verdict.ratingId !== null &&
              !isVerdictInDoubt(annotation, verdict),
          );
          const isDone = annotation.status === 'checked' || annotation.status === 'approved';
          const isClaim = annotation.checkability === 'claim';
          expect(isSettled(annotation)).toBe(isClaim ? isRated && isDone : !isInDoubt(factCheck, annotation));
        }
        const unrated = gatherFactCheck(
          factCheck.id,
          recordsOf(factCheck).filter(({ type }) => type !== 'verdict'),
        );
        const claims = [...unrated.tables.annotation.values()].filter(
          ({ checkability }) => checkability === 'claim',
        );
        expect(claims.some(createIsSettled(unrated))).toBe(false);
      }),
    );
  });
});

describe('sentencesIn and firstEndingAfter', () => {
  test('agree with looking at every sentence', () => {
    fc.assert(
      fc.property(fc.nat({ max: 14 }), fc.nat({ max: 6 }), (start, length) => {
        const end = start + length + 1;
        const expected = SENTENCES.flatMap((sentence, i) =>
          sentence.start < end && sentence.end > start ? [i] : [],
        );
        expect(sentencesIn(SENTENCES, { start, end })).toEqual(expected);
        const first = SENTENCES.findIndex((sentence) => sentence.end > start);
        expect(firstEndingAfter(SENTENCES, start)).toBe(first === -1 ? SENTENCES.length : first);
      }),
    );
  });
});
