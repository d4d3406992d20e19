import fc from 'fast-check';
import { expect, test } from 'vitest';
import { carryGroups, verdictsOf } from './lookup.ts';
import type { FactCheck } from './fact-check.ts';
import type { Id } from './record.ts';
import type { Verdict } from './verdict.ts';

const IDS = ['v1', 'v2', 'v3', 'v4'];
const ANNOTATIONS = ['a', 'b', 'c'];

/** Each step puts a verdict on an annotation, or takes it away. */
const steps = fc.array(
  fc.record({ id: fc.constantFrom(...IDS), on: fc.option(fc.constantFrom(...ANNOTATIONS)) }),
  { maxLength: 12 },
);

test('what was grouped and carried from edit to edit is what would be grouped anew', () => {
  fc.assert(
    fc.property(steps, (edits) => {
      let table: ReadonlyMap<Id, Verdict> = new Map();
      for (const { id, on } of edits) {
        groups(table);
        const next = new Map(table);
        if (on === null) next.delete(id);
        else next.set(id, { id, annotationId: on } as Verdict);
        carryGroups(table, next, new Set([id]));
        table = next;
        expect(groups(table)).toEqual(groups(new Map(table)));
      }
    }),
  );
});

function groups(verdict: ReadonlyMap<Id, Verdict>): readonly (readonly Id[])[] {
  const factCheck = { tables: { verdict } } as unknown as FactCheck;
  return ANNOTATIONS.map((annotation) => verdictsOf(factCheck, annotation).map(({ id }) => id));
}
