import { expect, test } from 'vitest';
import { applyChange } from './change.ts';
import { gatherFactCheck, recordsOf, type FactCheck } from './fact-check.ts';
import { giveVerdict } from './give-verdict.ts';
import { keepHistory } from './keep-history.ts';
import { adoptRecords, mergeFile, planMerge } from './merge-file.ts';
import { createTestClock } from './testing/arbitrary-changes.ts';
import { createSmallDesk } from './testing/small-fact-check.ts';

const names = { annotationId: 'first', reviewerId: 'ada', newId: 'v' };

/** The fact check after a verdict that one side gave. */
function rate(factCheck: FactCheck, conclusion: string, tab: string): FactCheck {
  const hand = { clock: createTestClock(tab, factCheck), by: 'ada' };
  const change = giveVerdict(factCheck, names, { ratingId: 'false', conclusion }, hand);
  return applyChange(factCheck, keepHistory(change, factCheck, hand.clock));
}

const { factCheck, hand } = createSmallDesk();
const base = rate(factCheck(), 'One.', 'base');

test('what was edited in the file from what is here is newer, and taken', () => {
  const theirs = rate(rate(base, 'Two.', 'there'), 'Three.', 'there-again');
  const plan = planMerge(base, recordsOf(theirs));
  expect(plan.newer.map(({ after }) => after.id)).toEqual(['v']);
  expect(plan.conflicts).toEqual([]);
  const merged = applyChange(base, mergeFile(plan, 'here', hand));
  expect(merged.tables.verdict.get('v')?.conclusion).toBe('Three.');
});

test('what is older in the file changes nothing', () => {
  const ours = rate(rate(base, 'Two.', 'here'), 'Three.', 'here-again');
  expect(planMerge(ours, recordsOf(base))).toMatchObject({ added: [], newer: [], conflicts: [] });
});

test('what both sides edited is a conflict: one stands, the other is kept in the history', () => {
  const [ours, theirs] = [rate(base, 'Ours.', 'here'), rate(base, 'Theirs.', 'there')];
  const plan = planMerge(ours, recordsOf(theirs));
  expect(plan.conflicts.map(({ before }) => before.id)).toEqual(['v']);
  const kept = applyChange(ours, mergeFile(plan, 'here', hand));
  expect(kept.tables.verdict.get('v')?.conclusion).toBe('Ours.');
  const remembered = [...kept.tables.history.values()].map(({ before }) =>
    before.type === 'verdict' ? before.conclusion : '',
  );
  expect(remembered).toContain('Theirs.');
  const taken = keepHistory(mergeFile(plan, 'file', hand), ours, hand.clock);
  expect(applyChange(ours, taken).tables.verdict.get('v')?.conclusion).toBe('Theirs.');
  expect(taken.added.filter(({ type }) => type === 'history').length).toBeGreaterThan(0);
});

test('a file that comes back a second time with newer edits is no conflict', () => {
  const ours = base;
  const theirs = rate(ours, 'Theirs.', 'there');
  const merged = applyChange(ours, mergeFile(planMerge(ours, recordsOf(theirs)), 'here', hand));
  const later = rate(theirs, 'Theirs, later.', 'there-later');
  const plan = planMerge(merged, recordsOf(later));
  expect(plan.conflicts).toEqual([]);
  expect(plan.newer.map(({ after }) => after.type === 'verdict' && after.conclusion)).toContain(
    'Theirs, later.',
  );
});

test('two verdicts that one reviewer gave apart are two versions of one, and a second merge brings nothing', () => {
  const apart = (newId: string, ratingId: string, tab: string): FactCheck => {
    const clock = createTestClock(tab, factCheck());
    const about = { annotationId: 'first', reviewerId: 'ada', newId };
    return applyChange(factCheck(), giveVerdict(factCheck(), about, { ratingId }, { clock, by: 'ada' }));
  };
  const [ours, theirs] = [apart('ours', 'true', 'here'), apart('theirs', 'false', 'there')];
  for (const stays of ['here', 'file'] as const) {
    const plan = planMerge(ours, recordsOf(theirs));
    expect(plan.conflicts.map(({ before }) => before.id)).toContain('ours');
    const merged = applyChange(ours, keepHistory(mergeFile(plan, stays, hand), ours, hand.clock));
    const verdicts = [...merged.tables.verdict.values()];
    expect(verdicts.map(({ id, ratingId }) => [id, ratingId])).toEqual([
      ['ours', stays === 'here' ? 'true' : 'false'],
    ]);
    const remembered = [...merged.tables.history.values()].map(({ before }) => before);
    expect(remembered).toContainEqual(
      expect.objectContaining({ type: 'verdict', ratingId: stays === 'here' ? 'false' : 'true' }),
    );
    const again = planMerge(merged, recordsOf(theirs));
    expect(again.added.filter(({ type }) => type === 'verdict')).toEqual([]);
    expect(again.conflicts.filter(({ before }) => before.type === 'verdict')).toEqual([]);
  }
});

test('a fact check of its own about the same text brings its annotations onto our article', () => {
  const renamed = recordsOf(base).map((record) => {
    if (record.type === 'fact-check') return { ...record, id: 'other', articleId: 'their-article' };
    if (record.type === 'article') return { ...record, id: 'their-article' };
    return record.type === 'annotation' ? { ...record, id: 'theirs', articleId: 'their-article' } : record;
  });
  const records = adoptRecords(factCheck(), gatherFactCheck('other', renamed));
  expect(records.map(({ type }) => type)).not.toContain('fact-check');
  expect(records.map(({ type }) => type)).not.toContain('article');
  const [article] = factCheck().tables.article.keys();
  expect(records.find(({ id }) => id === 'theirs')).toMatchObject({ articleId: article });
});
