import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  applyChange,
  invertChange,
  isEmptyChange,
  joinChanges,
  makeChange,
  type Change,
  type Hand,
} from './change.ts';
import { removeAnnotations } from './annotate.ts';
import { citeSource, removeEvidence } from './cite-source.ts';
import { recordsOf, type FactCheck } from './fact-check.ts';
import { renameFactCheck } from './fact-check-edits.ts';
import { compareRevs, sayTheSame } from './record.ts';
import { arbitraryChanges, createTestClock } from './testing/arbitrary-changes.ts';
import { arbitraryFactCheck } from './testing/arbitrary-fact-check.ts';
import { createSmallDesk } from './testing/small-fact-check.ts';

/** A fact check and a session of edits on it. */
function arbitrarySession(): fc.Arbitrary<readonly [FactCheck, readonly Change[]]> {
  return arbitraryFactCheck().chain((factCheck) =>
    fc.tuple(fc.constant(factCheck), arbitraryChanges(factCheck)),
  );
}

const applyAll = (factCheck: FactCheck, changes: readonly Change[]): FactCheck =>
  changes.reduce(applyChange, factCheck);

/** What a fact check says, whoever wrote it and when. */
function contentOf(factCheck: FactCheck): ReadonlyMap<string, object> {
  return new Map(
    recordsOf(factCheck).map((record) => {
      const { rev: _rev, base: _base, writtenAs: _as, updatedAt: _at, updatedBy: _by, ...words } = record;
      return [`${record.type}/${record.id}`, words];
    }),
  );
}

function handAfter(factCheck: FactCheck): Hand {
  return { clock: createTestClock('undo', factCheck), by: 'undoer' };
}

/** The fact checks that a session passes through, the first included, and the Change that led to each. */
function stagesOf(factCheck: FactCheck, changes: readonly Change[]): readonly FactCheck[] {
  const stages = [factCheck];
  for (const change of changes) stages.push(applyChange(stages.at(-1) ?? factCheck, change));
  return stages;
}

describe('makeChange', () => {
  test('gives every record that it touches a new revision, newer than the one that it names as its base', () => {
    fc.assert(
      fc.property(arbitrarySession(), ([factCheck, changes]) => {
        const seen = recordsOf(factCheck).map(({ rev }) => rev);
        for (const { added, updated } of changes) {
          for (const { before, after } of updated) {
            expect(after.base).toEqual(before.rev);
            expect(compareRevs(after.rev, before.rev)).toBeGreaterThan(0);
          }
          for (const { rev } of [...added, ...updated.map(({ after }) => after)]) {
            expect(seen.every((earlier) => compareRevs(rev, earlier) > 0)).toBe(true);
            seen.push(rev);
          }
        }
      }),
    );
  });

  test('leaves out records that say the same as what is there', () => {
    fc.assert(
      fc.property(arbitraryFactCheck(), (factCheck) => {
        const changed = recordsOf(factCheck).map((record) => structuredClone(record));
        expect(isEmptyChange(makeChange('Nothing', factCheck, { changed }, handAfter(factCheck)))).toBe(true);
      }),
    );
  });

  test('leaves out edits of records that are not there', () => {
    fc.assert(
      fc.property(arbitraryFactCheck(), arbitraryFactCheck(), (factCheck, other) => {
        const changed = recordsOf(other).filter(({ type, id }) => !factCheck.tables[type].has(id));
        expect(isEmptyChange(makeChange('Nothing', factCheck, { changed }, handAfter(factCheck)))).toBe(true);
      }),
    );
  });
});

describe('applyChange', () => {
  test('leaves the fact check that it is given as it was', () => {
    fc.assert(
      fc.property(arbitrarySession(), ([factCheck, changes]) => {
        const before = structuredClone(recordsOf(factCheck));
        applyAll(factCheck, changes);
        expect(recordsOf(factCheck)).toEqual(before);
      }),
    );
  });

  test('keeps the tables that the change does not touch the same objects', () => {
    fc.assert(
      fc.property(arbitrarySession(), ([factCheck, changes]) => {
        for (const [i, now] of stagesOf(factCheck, changes).slice(1).entries()) {
          const earlier = stagesOf(factCheck, changes)[i] ?? factCheck;
          const change = changes[i];
          const touched = new Set(
            [
              ...(change?.added ?? []),
              ...(change?.removed ?? []),
              ...(change?.updated ?? []).map(({ after }) => after),
            ].map(({ type }) => type),
          );
          expect(touched.has('article')).toBe(false);
          expect(now.tables.article).toBe(earlier.tables.article);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('gives the same object back when there is nothing to do', () => {
    const [factCheck] = fc.sample(arbitraryFactCheck(), { numRuns: 1, seed: 1 });
    if (!factCheck) throw new Error('No sample.');
    expect(applyChange(factCheck, makeChange('Nothing', factCheck, {}, handAfter(factCheck)))).toBe(
      factCheck,
    );
  });
});

describe('invertChange', () => {
  test('gives back what says the same', () => {
    fc.assert(
      fc.property(arbitrarySession(), ([factCheck, changes]) => {
        const stages = stagesOf(factCheck, changes);
        for (const [i, change] of changes.entries()) {
          const [before, after] = [stages[i] ?? factCheck, stages[i + 1] ?? factCheck];
          const back = applyChange(after, invertChange(change, after, handAfter(after)));
          expect(contentOf(back)).toEqual(contentOf(before));
        }
      }),
    );
  });

  test('takes a whole session back, does it again and takes it back again', () => {
    fc.assert(
      fc.property(arbitrarySession(), ([factCheck, changes]) => {
        const end = applyAll(factCheck, changes);
        const hand = handAfter(end);
        const undone = takeBack(end, changes, hand);
        expect(contentOf(undone.factCheck)).toEqual(contentOf(factCheck));
        const redone = takeBack(undone.factCheck, undone.inverses, hand);
        expect(contentOf(redone.factCheck)).toEqual(contentOf(end));
        const undoneAgain = takeBack(redone.factCheck, redone.inverses, hand);
        expect(contentOf(undoneAgain.factCheck)).toEqual(contentOf(factCheck));
      }),
    );
  });

  test('is an edit of its own: its revisions are newer than those that it takes back', () => {
    fc.assert(
      fc.property(arbitrarySession(), ([factCheck, changes]) => {
        const end = applyAll(factCheck, changes);
        const { inverses } = takeBack(end, changes, handAfter(end));
        for (const { before, after } of inverses.flatMap(({ updated }) => updated))
          expect(compareRevs(after.rev, before.rev)).toBeGreaterThan(0);
      }),
    );
  });

  test('leaves what somebody else has edited since as it is', () => {
    fc.assert(
      fc.property(
        arbitrarySession().chain(([factCheck, changes]) => {
          const end = applyAll(factCheck, changes);
          return fc.tuple(fc.constant(changes), fc.constant(end), arbitraryChanges(end, { tab: 'b' }));
        }),
        ([changes, end, foreign]) => {
          const later = applyAll(end, foreign);
          const edited = recordsOf(later).filter(({ type, id, rev }) => {
            const before = end.tables[type].get(id);
            return rev[1] === 'b' && before && !sayTheSame(before, later.tables[type].get(id) ?? before);
          });
          const undone = takeBack(later, changes, handAfter(later)).factCheck;
          for (const record of edited) expect(undone.tables[record.type].get(record.id)).toBe(record);
        },
      ),
    );
  });
});

describe('joinChanges', () => {
  test('does what both do in turn', () => {
    fc.assert(
      fc.property(arbitrarySession(), ([factCheck, changes]) => {
        fc.pre(changes.length > 0);
        const joined = applyChange(factCheck, changes.reduce(joinChanges));
        const inTurn = applyAll(factCheck, changes);
        expect(new Map(recordsOf(joined).map((record) => [`${record.type}/${record.id}`, record]))).toEqual(
          new Map(recordsOf(inTurn).map((record) => [`${record.type}/${record.id}`, record])),
        );
      }),
    );
  });

  test('is taken back as one', () => {
    fc.assert(
      fc.property(arbitrarySession(), ([factCheck, changes]) => {
        fc.pre(changes.length > 0);
        const end = applyAll(factCheck, changes);
        const undone = applyChange(end, invertChange(changes.reduce(joinChanges), end, handAfter(end)));
        expect(contentOf(undone)).toEqual(contentOf(factCheck));
      }),
    );
  });

  test('does not matter how it is grouped', () => {
    fc.assert(
      fc.property(arbitrarySession(), fc.nat(), ([factCheck, changes], cut) => {
        fc.pre(changes.length > 1);
        const at = 1 + (cut % (changes.length - 1));
        const [left, right] = [changes.slice(0, at), changes.slice(at)];
        const grouped = joinChanges(left.reduce(joinChanges), right.reduce(joinChanges));
        expect(contentOf(applyChange(factCheck, grouped))).toEqual(
          contentOf(applyChange(factCheck, changes.reduce(joinChanges))),
        );
      }),
    );
  });

  test('with a removal that was taken back leaves nothing to remove', () => {
    fc.assert(
      fc.property(arbitrarySession(), ([factCheck, changes]) => {
        fc.pre(changes.length > 0);
        const end = applyAll(factCheck, changes);
        const { factCheck: undone, inverses } = takeBack(end, changes, handAfter(end));
        const whole = [...changes, ...inverses].reduce(joinChanges);
        expect(whole.added).toEqual([]);
        expect(whole.removed).toEqual([]);
        const back = applyChange(undone, invertChange(whole, undone, handAfter(undone)));
        expect(contentOf(back)).toEqual(contentOf(factCheck));
      }),
    );
  });

  test('keeps the label of the first and the time and hand of the second', () => {
    const [factCheck] = fc.sample(arbitraryFactCheck(), { numRuns: 1, seed: 2 });
    if (!factCheck) throw new Error('No sample.');
    const clock = createTestClock('a', factCheck);
    const first = { ...renameFactCheck(factCheck, 'one', { clock, by: 'x' }), label: 'First' };
    const second = renameFactCheck(applyChange(factCheck, first), 'two', { clock, by: 'y' });
    expect(joinChanges(first, second)).toMatchObject({ label: 'First', at: second.at, by: 'y' });
  });

  test('reaches back no further than to what somebody else wrote in between', () => {
    const [factCheck] = fc.sample(arbitraryFactCheck(), { numRuns: 1, seed: 3 });
    if (!factCheck) throw new Error('No sample.');
    const own = { clock: createTestClock('a', factCheck), by: 'us' };
    const first = renameFactCheck(factCheck, 'ours', own);
    const afterFirst = applyChange(factCheck, first);
    const theirs = renameFactCheck(afterFirst, 'theirs', {
      clock: createTestClock('b', afterFirst),
      by: 'them',
    });
    const afterTheirs = applyChange(afterFirst, theirs);
    const second = renameFactCheck(afterTheirs, 'ours again', own);
    const end = applyChange(afterTheirs, second);
    const undone = applyChange(end, invertChange(joinChanges(first, second), end, own));
    expect(contentOf(undone)).toEqual(contentOf(afterTheirs));
  });
});

test('an undo brings nothing back on an annotation that is gone: it comes back with all that went with it, or not at all', () => {
  const desk = createSmallDesk();
  const ids = { evidence: 'e1', source: 's1' };
  const source = { title: 'Log' };
  desk.apply((now, hand) => citeSource(now, { annotationId: 'first', source, stance: 'refutes', ids }, hand));
  const change = desk.apply((now, hand) => removeEvidence(now, 'e1', hand));
  desk.apply((now, hand) => removeAnnotations(now, ['first'], hand));
  expect(isEmptyChange(invertChange(change, desk.factCheck(), desk.hand))).toBe(true);
});

function takeBack(
  end: FactCheck,
  changes: readonly Change[],
  hand: Hand,
): { readonly factCheck: FactCheck; readonly inverses: readonly Change[] } {
  let factCheck = end;
  const inverses = changes.toReversed().map((change) => {
    const inverse = invertChange(change, factCheck, hand);
    factCheck = applyChange(factCheck, inverse);
    return inverse;
  });
  return { factCheck, inverses };
}
