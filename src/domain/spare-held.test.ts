import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { annotate } from './annotate.ts';
import { applyChange, invertChange, isEmptyChange, joinChanges, type Change } from './change.ts';
import { citeSource } from './cite-source.ts';
import { findGaps, recordsOf, type FactCheck } from './fact-check.ts';
import { giveVerdict } from './give-verdict.ts';
import { nameOf } from './pointers.ts';
import { spareHeld } from './spare-held.ts';
import { arbitraryChanges, createTestClock } from './testing/arbitrary-changes.ts';
import { arbitraryFactCheck } from './testing/arbitrary-fact-check.ts';
import { createSmallDesk, SECOND } from './testing/small-fact-check.ts';

function takenBack(change: Change, now: FactCheck): Change {
  return spareHeld(
    invertChange(change, now, { clock: createTestClock('back', now), by: 'ada' }),
    change,
    now,
  );
}

test('an annotation that somebody has cited a source for stays with the verdict that was given with it', () => {
  const { factCheck, apply } = createSmallDesk();
  const marked = apply((now, hand) => annotate(now, { targets: [SECOND], id: 'second' }, hand));
  const names = { annotationId: 'second', reviewerId: 'ada', newId: 'v1' };
  const judged = apply((now, hand) => giveVerdict(now, names, { ratingId: 'true' }, hand));
  const step = joinChanges(marked, judged);
  expect(takenBack(step, factCheck()).removed.map(nameOf)).toEqual(['annotation/second', 'verdict/v1']);

  const ids = { evidence: 'e1', source: 's1' };
  const cited = apply((now, hand) =>
    citeSource(now, { annotationId: 'second', source: { title: 'Log' }, stance: 'refutes', ids }, hand),
  );
  expect(isEmptyChange(takenBack(step, factCheck()))).toBe(true);

  apply((now, hand) =>
    citeSource(
      now,
      { annotationId: 'first', source: 's1', stance: 'refutes', ids: { ...ids, evidence: 'e2' } },
      hand,
    ),
  );
  expect(takenBack(cited, factCheck()).removed.map(nameOf)).toEqual(['evidence/e1']);
});

test('whatever is taken back, what others have done since is there and hangs on nothing that is gone', () => {
  const session = arbitraryFactCheck().chain((begun) =>
    arbitraryChanges(begun, { tab: 'own', maxLength: 4 }).chain((own) =>
      fc.tuple(
        fc.constant(own),
        fc.constant(own.reduce(applyChange, begun)),
        arbitraryChanges(own.reduce(applyChange, begun), { tab: 'other' }),
      ),
    ),
  );
  fc.assert(
    fc.property(session, ([own, before, others]) => {
      fc.pre(own.length > 0);
      const now = others.reduce(applyChange, before);
      const change = own.reduce(joinChanges);
      const back = takenBack(change, now);
      const after = applyChange(now, back);
      for (const record of recordsOf(now).filter(({ rev: [, tab] }) => tab === 'other'))
        expect(after.tables[record.type].get(record.id)).toEqual(record);
      // What comes back may hang on what others have removed: that comes back with it, where both are kept.
      const comesBack = new Set(back.added.map(nameOf));
      const known = new Set(findGaps(now).map(({ problem }) => problem));
      const gaps = findGaps(after).filter(
        ({ type, record, problem }) => !known.has(problem) && !comesBack.has(nameOf({ type, id: record })),
      );
      expect(gaps).toEqual([]);
    }),
    { numRuns: 150 },
  );
});
