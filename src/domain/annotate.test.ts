import { describe, expect, test } from 'vitest';
import { annotate, editAnnotation, removeAnnotations } from './annotate.ts';
import { moveBoundaries } from './move-boundaries.ts';
import type { Annotation } from './annotation.ts';
import { isEmptyChange } from './change.ts';
import { citeSource } from './cite-source.ts';
import type { FactCheck } from './fact-check.ts';
import { giveVerdict } from './give-verdict.ts';
import { createSmallDesk, FIRST, SECOND } from './testing/small-fact-check.ts';

const first = ({ tables }: FactCheck): Annotation | undefined => tables.annotation.get('first');

describe('annotate', () => {
  test('starts with a claim to check whose statement is the quoted words', () => {
    const { factCheck } = createSmallDesk();
    expect(first(factCheck())).toMatchObject({
      claim: { statement: 'Thirteen soldiers died.', kind: 'substance' },
      checkability: 'claim',
      status: 'to-check',
      createdBy: 'ada',
    });
  });

  test('joins the words of several places by an ellipsis', () => {
    const { apply, factCheck } = createSmallDesk();
    apply((now, hand) => annotate(now, { targets: [FIRST, SECOND], id: 'both' }, hand));
    expect(factCheck().tables.annotation.get('both')?.claim.statement).toBe(
      'Thirteen soldiers died. … The senator said so.',
    );
  });

  test('marks as not checkable when told', () => {
    const { apply, factCheck } = createSmallDesk();
    const { label } = apply((now, hand) =>
      annotate(now, { targets: [SECOND], checkability: 'not-checkable', id: 'x' }, hand),
    );
    expect(label).toBe('Mark as not checkable');
    expect(factCheck().tables.annotation.get('x')?.checkability).toBe('not-checkable');
  });
});

describe('editAnnotation', () => {
  test('changes what it is told and nothing else', () => {
    const { apply, factCheck } = createSmallDesk();
    const before = first(factCheck());
    apply((now, hand) =>
      editAnnotation(now, 'first', { claim: { saidAt: '2021' }, tags: ['figures'] }, hand),
    );
    expect(first(factCheck())).toMatchObject({
      claim: { ...before?.claim, saidAt: '2021' },
      tags: ['figures'],
      status: 'to-check',
      targets: before?.targets,
    });
  });

  test('keeps a reason, and removes it when it is emptied', () => {
    const { apply, factCheck } = createSmallDesk();
    apply((now, hand) => editAnnotation(now, 'first', { reason: 'An opinion.' }, hand));
    apply((now, hand) => editAnnotation(now, 'first', { tags: ['x'] }, hand));
    expect(first(factCheck())?.reason).toBe('An opinion.');
    apply((now, hand) => editAnnotation(now, 'first', { reason: '' }, hand));
    expect(first(factCheck())).not.toHaveProperty('reason');
  });

  test('is nothing when nothing changes or nothing is there', () => {
    const { apply } = createSmallDesk();
    expect(
      isEmptyChange(apply((now, hand) => editAnnotation(now, 'first', { status: 'to-check' }, hand))),
    ).toBe(true);
    expect(isEmptyChange(apply((now, hand) => editAnnotation(now, 'gone', { tags: ['x'] }, hand)))).toBe(
      true,
    );
  });
});

describe('moveBoundaries', () => {
  test('takes a statement along that is still the quoted words', () => {
    const { apply, factCheck } = createSmallDesk();
    apply((now, hand) => moveBoundaries(now, 'first', [SECOND], hand));
    expect(first(factCheck())).toMatchObject({
      targets: [SECOND],
      claim: { statement: 'The senator said so.' },
    });
  });

  test('leaves a statement that somebody has written', () => {
    const { apply, factCheck } = createSmallDesk();
    apply((now, hand) => editAnnotation(now, 'first', { claim: { statement: '13 died in Kabul.' } }, hand));
    apply((now, hand) => moveBoundaries(now, 'first', [SECOND], hand));
    expect(first(factCheck())).toMatchObject({
      targets: [SECOND],
      claim: { statement: '13 died in Kabul.' },
    });
  });
});

describe('removeAnnotations', () => {
  test('takes verdicts and evidence along and leaves the sources', () => {
    const { apply, factCheck } = createSmallDesk();
    apply((now, hand) =>
      giveVerdict(now, { annotationId: 'first', reviewerId: 'ada', newId: 'v' }, { ratingId: 'true' }, hand),
    );
    apply((now, hand) =>
      citeSource(
        now,
        {
          annotationId: 'first',
          source: { title: 'S' },
          stance: 'supports',
          ids: { evidence: 'e', source: 's' },
        },
        hand,
      ),
    );
    const { label } = apply((now, hand) => removeAnnotations(now, ['first', 'gone'], hand));
    const { annotation, verdict, evidence, source } = factCheck().tables;
    expect([annotation.size, verdict.size, evidence.size, source.size]).toEqual([0, 0, 0, 1]);
    expect(label).toBe('Remove annotations');
  });
});
