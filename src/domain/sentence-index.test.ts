import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Annotation } from './annotation.ts';
import type { Range } from './article.ts';
import { applyChange } from './change.ts';
import { coverSentences, createIsSettled } from './coverage.ts';
import { articleOf, recordsOf, type AnyRecord, type FactCheck } from './fact-check.ts';
import { placedAnnotations } from './placed-annotations.ts';
import { annotationsIn, countPlaced, sentenceStates } from './sentence-index.ts';
import { arbitraryFactCheck } from './testing/arbitrary-fact-check.ts';

/** Each takes a record away, brings one back or writes one anew, or looks at an older state again. */
const steps = fc.array(
  fc.record({ kind: fc.constantFrom('remove', 'bring', 'write', 'look'), at: fc.nat() }),
  {
    maxLength: 12,
  },
);

test('from edit to edit, and back, the index says what is found when all is gone by', () => {
  fc.assert(
    fc.property(arbitraryFactCheck(), steps, (opened, edits) => {
      const all = recordsOf(opened).filter(({ type }) => type === 'annotation' || type === 'verdict');
      const states = [opened];
      for (const { kind, at } of edits) {
        const now = states.at(-1) ?? opened;
        if (kind !== 'look') states.push(edit(now, all[at % all.length], kind));
        const [said, found] = lookAt(states[kind === 'look' ? at % states.length : states.length - 1] ?? now);
        expect(said).toEqual(found);
      }
    }),
  );
});

function edit(factCheck: FactCheck, record: AnyRecord | undefined, kind: string): FactCheck {
  if (!record) return factCheck;
  const there = factCheck.tables[record.type].get(record.id);
  if (kind === 'remove') return applyChange(factCheck, changeOf({ removed: there ? [there] : [] }));
  if (kind === 'bring') return applyChange(factCheck, changeOf({ added: [record] }));
  const written: AnyRecord =
    record.type === 'annotation'
      ? { ...record, targets: record.targets.slice(0, 1), status: 'checked' }
      : record.type === 'verdict'
        ? { ...record, ratingId: record.ratingId === null ? 'true' : null }
        : record;
  return applyChange(factCheck, changeOf({ added: [written] }));
}

function changeOf(what: { readonly added?: readonly AnyRecord[]; readonly removed?: readonly AnyRecord[] }) {
  return { added: [], updated: [], removed: [], ...what };
}

/** What the index says and what is found when all is gone by, for each range. */
function lookAt(factCheck: FactCheck): readonly [unknown, unknown] {
  const { sentences } = articleOf(factCheck);
  const placed = placedAnnotations(factCheck);
  const ranges = [...sentences, { start: 0, end: 1 }, { start: 2, end: 40 }];
  const under = ({ start, end }: Range): readonly Annotation[] =>
    placed.filter(({ targets }) =>
      targets.some(({ position }) => position.start < end && position.end > start),
    );
  return [
    [
      sentenceStates(factCheck),
      countPlaced(factCheck),
      ranges.map((range) => new Set(annotationsIn(factCheck, range))),
    ],
    [
      coverSentences(sentences, placed, createIsSettled(factCheck)),
      placed.length,
      ranges.map((range) => new Set(under(range))),
    ],
  ];
}
