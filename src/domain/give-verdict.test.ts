import { describe, expect, test } from 'vitest';
import { editAnnotation } from './annotate.ts';
import { isEmptyChange, type Change } from './change.ts';
import { giveVerdict, type VerdictEdit } from './give-verdict.ts';
import { verdictBy, verdictsOf } from './lookup.ts';
import { createSmallDesk } from './testing/small-fact-check.ts';

function createJudge() {
  const desk = createSmallDesk();
  return {
    ...desk,
    judge: (edit: VerdictEdit, reviewerId = 'ada'): Change =>
      desk.apply((now, hand) =>
        giveVerdict(now, { annotationId: 'first', reviewerId, newId: hand.clock.newId() }, edit, hand),
      ),
    status: () => desk.factCheck().tables.annotation.get('first')?.status,
  };
}

describe('giveVerdict', () => {
  test('gives each reviewer one verdict, which a second edit changes', () => {
    const { judge, factCheck } = createJudge();
    judge({ ratingId: 'true', conclusion: 'So it is.' });
    judge({ ratingId: 'false' });
    judge({ ratingId: 'half-true' }, 'ben');
    expect(verdictsOf(factCheck(), 'first')).toHaveLength(2);
    expect(verdictBy(factCheck(), 'first', 'ada')).toMatchObject({
      ratingId: 'false',
      conclusion: 'So it is.',
    });
    expect(verdictBy(factCheck(), 'first', null)).toBeUndefined();
  });

  test('names the scale and its version', () => {
    const { judge, factCheck } = createJudge();
    judge({ ratingId: 'true' });
    expect(verdictBy(factCheck(), 'first', 'ada')).toMatchObject({ scaleId: 'linecheck', scaleVersion: 1 });
  });

  test('settles the work as checked with a rating, and opens it again when the last rating goes', () => {
    const { judge, status } = createJudge();
    judge({ conclusion: 'Words alone settle nothing.' });
    expect(status()).toBe('to-check');
    judge({ ratingId: 'true' });
    judge({ ratingId: 'false' }, 'ben');
    expect(status()).toBe('checked');
    judge({ ratingId: null });
    expect(status()).toBe('checked');
    judge({ ratingId: null }, 'ben');
    expect(status()).toBe('to-check');
  });

  test('keeps "approved" under a new rating and "researching" without one', () => {
    const { judge, apply, status } = createJudge();
    apply((now, hand) => editAnnotation(now, 'first', { status: 'approved' }, hand));
    judge({ ratingId: 'true' });
    expect(status()).toBe('approved');
    apply((now, hand) => editAnnotation(now, 'first', { status: 'researching' }, hand));
    judge({ ratingId: null });
    expect(status()).toBe('researching');
  });

  test('makes a claim of what was not checkable', () => {
    const { judge, apply, factCheck } = createJudge();
    apply((now, hand) => editAnnotation(now, 'first', { checkability: 'not-checkable' }, hand));
    judge({ conclusion: 'Hm.' });
    expect(factCheck().tables.annotation.get('first')?.checkability).toBe('not-checkable');
    judge({ ratingId: 'true' });
    expect(factCheck().tables.annotation.get('first')?.checkability).toBe('claim');
  });

  test('keeps the time of the decision while only words are edited', () => {
    const { judge, factCheck } = createJudge();
    judge({ ratingId: 'true' });
    const decidedAt = verdictBy(factCheck(), 'first', 'ada')?.decidedAt;
    judge({ conclusion: 'So it is.' });
    expect(verdictBy(factCheck(), 'first', 'ada')?.decidedAt).toBe(decidedAt);
    judge({ ratingId: 'false' });
    expect(verdictBy(factCheck(), 'first', 'ada')?.decidedAt).not.toBe(decidedAt);
  });

  test('removes an optional field that is emptied and keeps one that is not named', () => {
    const { judge, factCheck } = createJudge();
    judge({ confidence: 'high', suggestedWording: 'Thirteen died', unknowns: 'Names' });
    judge({ confidence: null, suggestedWording: '' });
    const verdict = verdictBy(factCheck(), 'first', 'ada');
    expect(verdict).not.toHaveProperty('confidence');
    expect(verdict).not.toHaveProperty('suggestedWording');
    expect(verdict?.unknowns).toBe('Names');
  });

  test('is nothing when it says what is there, or its annotation is gone', () => {
    const { judge, apply } = createJudge();
    judge({ ratingId: 'true', conclusion: 'So it is.' });
    expect(isEmptyChange(judge({ ratingId: 'true', conclusion: 'So it is.' }))).toBe(true);
    const lost = apply((now, hand) =>
      giveVerdict(now, { annotationId: 'gone', reviewerId: 'ada', newId: 'v' }, { ratingId: 'true' }, hand),
    );
    expect(isEmptyChange(lost)).toBe(true);
  });
});
