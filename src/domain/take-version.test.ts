import { expect, test } from 'vitest';
import { editAnnotation, removeAnnotations } from './annotate.ts';
import { giveVerdict } from './give-verdict.ts';
import { sayTheSame } from './record.ts';
import { canStand, takeVersion } from './take-version.ts';
import { createSmallDesk } from './testing/small-fact-check.ts';

test('the other version takes the place of the one that stands, as a new edit of it', () => {
  const { hand, factCheck, apply } = createSmallDesk();
  const other = factCheck().tables.annotation.get('first');
  if (!other) throw new Error('Nothing to compare.');
  apply((now) => editAnnotation(now, 'first', { claim: { statement: 'Mine' } }, hand));
  const standing = factCheck().tables.annotation.get('first');
  apply((now) => takeVersion(now, other, hand));

  const taken = factCheck().tables.annotation.get('first');
  expect(taken && sayTheSame(taken, other)).toBe(true);
  expect(taken).toMatchObject({ base: standing?.rev, updatedBy: 'ada' });
  expect(taken?.rev).not.toEqual(other.rev);
});

test('a version of a record that was removed brings it back, unless what it hangs on is gone', () => {
  const { hand, factCheck, apply } = createSmallDesk();
  const names = { annotationId: 'first', reviewerId: 'ada', newId: 'verdict' };
  apply((now) => giveVerdict(now, names, { ratingId: 'true' }, hand));
  const [annotation, verdict] = [
    factCheck().tables.annotation.get('first'),
    factCheck().tables.verdict.get('verdict'),
  ];
  if (!annotation || !verdict) throw new Error('Nothing to bring back.');
  apply((now) => removeAnnotations(now, ['first'], hand));
  expect([annotation, verdict].map((version) => canStand(factCheck(), version))).toEqual([true, false]);

  apply((now) => takeVersion(now, annotation, hand));
  expect(canStand(factCheck(), verdict)).toBe(true);
  apply((now) => takeVersion(now, verdict, hand));
  expect(factCheck().tables.verdict.get('verdict')).toMatchObject({ ratingId: 'true' });
});
