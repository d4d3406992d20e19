import { describe, expect, test } from 'vitest';
import { isEmptyChange, invertChange } from './change.ts';
import { chooseScale } from './choose-scale.ts';
import { copyBuiltinScale } from './builtin-scales.ts';
import { addScale, countGivenOn, editScale, removeScale, type ScaleWords } from './edit-scale.ts';
import { findGaps, headOf, scaleOf, type FactCheck } from './fact-check.ts';
import { scalesOf } from './scales-of.ts';
import { giveVerdict } from './give-verdict.ts';
import { verdictBy } from './lookup.ts';
import { ratingOf } from './marks.ts';
import { createSmallDesk } from './testing/small-fact-check.ts';

const HARD: ScaleWords = {
  name: 'Two words',
  ratings: [
    {
      id: 'yes',
      label: 'Yes',
      shortcut: '1',
      ordinal: 2,
      definition: 'It holds.',
      colour: 'true',
      mark: 'Y',
    },
    {
      id: 'no',
      label: 'No',
      shortcut: '2',
      ordinal: 1,
      definition: 'It does not.',
      colour: 'false',
      mark: 'N',
    },
  ],
};

const RENAMED: ScaleWords = {
  name: 'Two words',
  ratings: HARD.ratings.map((rating) => ({ ...rating, label: `${rating.label}, surely` })),
};

function createScaleDesk() {
  const desk = createSmallDesk();
  desk.apply((now, hand) => addScale(now, HARD, hand));
  const judge = (ratingId: string): unknown =>
    desk.apply((now, hand) =>
      giveVerdict(now, { annotationId: 'first', reviewerId: 'ada', newId: 'verdict' }, { ratingId }, hand),
    );
  return { ...desk, judge, own: () => verdictBy(desk.factCheck(), 'first', 'ada') };
}

function wordOf(factCheck: FactCheck): string | undefined {
  const verdict = verdictBy(factCheck, 'first', 'ada');
  return verdict && ratingOf(factCheck, verdict)?.label;
}

describe('editing a scale', () => {
  test('a scale in use becomes a new version beside the old one, and its verdicts keep what they said', () => {
    const { factCheck, apply, judge, own } = createScaleDesk();
    judge('no');
    const old = scaleOf(factCheck());
    apply((now, hand) => editScale(now, old.id, RENAMED, hand));
    expect(scaleOf(factCheck())).toMatchObject({ version: 2, ratings: RENAMED.ratings });
    expect(own()).toMatchObject({ scaleId: old.id, scaleVersion: 1 });
    expect(factCheck().tables['rating-scale'].get(old.id)).toBe(old);
    expect(wordOf(factCheck())).toBe('No');
    expect(findGaps(factCheck())).toEqual([]);
  });

  test('the same rating given again is one on the new version', () => {
    const { factCheck, apply, judge, own } = createScaleDesk();
    judge('no');
    apply((now, hand) => editScale(now, scaleOf(now).id, RENAMED, hand));
    judge('no');
    expect(own()).toMatchObject({ scaleId: scaleOf(factCheck()).id, scaleVersion: 2 });
    expect(wordOf(factCheck())).toBe('No, surely');
  });

  test('a version that nothing names goes', () => {
    const { factCheck, apply } = createScaleDesk();
    const old = scaleOf(factCheck());
    apply((now, hand) => editScale(now, old.id, RENAMED, hand));
    expect(factCheck().tables['rating-scale'].has(old.id)).toBe(false);
    expect(scaleOf(factCheck()).version).toBe(2);
  });

  test('without a difference there is no new version', () => {
    const { factCheck, apply } = createScaleDesk();
    expect(isEmptyChange(apply((now, hand) => editScale(now, scaleOf(now).id, HARD, hand)))).toBe(true);
    expect(scaleOf(factCheck()).version).toBe(1);
  });

  test('one that new verdicts do not use stays that way', () => {
    const { factCheck, apply } = createScaleDesk();
    const { id } = scaleOf(factCheck());
    apply((now, hand) => chooseScale(now, copyBuiltinScale('linecheck', hand.clock), hand));
    apply((now, hand) => editScale(now, id, RENAMED, hand));
    expect(headOf(factCheck()).scaleId).toBe('linecheck');
    expect(scalesOf(factCheck()).map(({ version, name }) => [name, version])).toEqual([
      ['Linecheck', 1],
      ['Two words', 2],
    ]);
  });
});

describe('deleting a scale', () => {
  test('leaves one that a verdict names, now or in its history', () => {
    const { factCheck, apply, judge } = createScaleDesk();
    judge('no');
    const { id } = scaleOf(factCheck());
    expect(countGivenOn(factCheck(), id)).toBe(1);
    expect(isEmptyChange(apply((now, hand) => removeScale(now, id, hand)))).toBe(true);
  });

  test('goes over to the default one, and is undone whole', () => {
    const { factCheck, apply } = createScaleDesk();
    const { id } = scaleOf(factCheck());
    const change = apply((now, hand) => removeScale(now, id, hand));
    expect(headOf(factCheck()).scaleId).toBe('linecheck');
    expect(factCheck().tables['rating-scale'].has(id)).toBe(false);
    apply((now, hand) => invertChange(change, now, hand));
    expect(scaleOf(factCheck())).toMatchObject({ id, ...HARD });
  });
});
