import { expect, test } from 'vitest';
import { copyBuiltinScale } from './builtin-scales.ts';
import { isEmptyChange } from './change.ts';
import { chooseScale } from './choose-scale.ts';
import { nameReviewer, renameFactCheck } from './fact-check-edits.ts';
import { headOf, scaleOf } from './fact-check.ts';
import { giveVerdict } from './give-verdict.ts';
import { createSmallDesk } from './testing/small-fact-check.ts';

test('a fact check is renamed, and the article keeps its title', () => {
  const { apply, factCheck } = createSmallDesk();
  apply((now, hand) => renameFactCheck(now, 'Kabul', hand));
  expect(headOf(factCheck()).title).toBe('Kabul');
  expect([...factCheck().tables.article.values()].map(({ title }) => title)).toEqual(['A short report']);
});

test('another scale is used for new verdicts, and those that were given keep theirs', () => {
  const { apply, factCheck, hand } = createSmallDesk();
  const names = { annotationId: 'first', reviewerId: 'ada', newId: 'v' };
  apply((now, by) => giveVerdict(now, names, { ratingId: 'true' }, by));
  apply((now, by) => chooseScale(now, copyBuiltinScale('fever', hand.clock), by));
  expect(scaleOf(factCheck()).id).toBe('fever');
  expect(factCheck().tables.verdict.get('v')?.scaleId).toBe('linecheck');
  apply((now, by) =>
    giveVerdict(now, { ...names, reviewerId: 'ben', newId: 'w' }, { ratingId: 'refutes' }, by),
  );
  expect(factCheck().tables.verdict.get('w')?.scaleId).toBe('fever');
});

test('choosing the scale that is in use is nothing', () => {
  const { apply, factCheck } = createSmallDesk();
  expect(isEmptyChange(apply((now, hand) => chooseScale(now, scaleOf(factCheck()), hand)))).toBe(true);
});

test('a reviewer is named once, and a new name changes the same record', () => {
  const { apply, factCheck } = createSmallDesk();
  apply((now, hand) => nameReviewer(now, 'ada', 'Ada', hand));
  apply((now, hand) => nameReviewer(now, 'ada', 'Ada L.', hand));
  expect([...factCheck().tables.reviewer.values()].map(({ id, name }) => [id, name])).toEqual([
    ['ada', 'Ada L.'],
  ]);
  expect(isEmptyChange(apply((now, hand) => nameReviewer(now, 'ada', 'Ada L.', hand)))).toBe(true);
});
