import fc from 'fast-check';
import { expect, test } from 'vitest';
import { carryGroups, verdictsOf } from './lookup.ts';
import type { FactCheck } from './fact-check.ts';
import type { Id } from './record.ts';
import type { Verdict } from './verdict.ts';

const IDS = ['v1', 'v2', 'v3', 'v4'];
const ANNOTATIONS = ['a', 'b', 'c'];

/** Each step goes on from one of the last states, and puts a verdict on an annotation, or takes it away. */
const steps = fc.array(
  fc.record({
    back: fc.constantFrom(0, 0, 0, 1, 2),
    id: fc.constantFrom(...IDS),
    on: fc.option(fc.constantFrom(...ANNOTATIONS)),
  }),
  { maxLength: 12 },
);

test('what was grouped and carried from edit to edit is what would be grouped anew', () => {
  fc.assert(
    fc.property(steps, (edits) => {
      const tables: ReadonlyMap<Id, Verdict>[] = [new Map()];
      for (const { back, id, on } of edits) {
        const table = tables[Math.max(0, tables.length - 1 - back)] ?? new Map<Id, Verdict>();
        groups(table);
        const next = new Map(table);
        if (on === null) next.delete(id);
        else next.set(id, { id, annotationId: on } as Verdict);
        carryGroups(table, next, new Set([id]));
        tables.push(next);
        for (const each of tables) expect(groups(each)).toEqual(groups(new Map(each)));
      }
    }),
  );
});

test('a state of very many edits ago is looked up, and gone on from', () => {
  const on = (annotationId: Id): ReadonlyMap<Id, Verdict> =>
    new Map([['v1', { id: 'v1', annotationId } as Verdict]]);
  const first = on('a');
  let table = first;
  groups(table);
  for (let edits = 0; edits < 50_000; edits += 1) {
    const next = on(ANNOTATIONS[edits % 2] ?? 'a');
    carryGroups(table, next, new Set(['v1']));
    table = next;
  }
  expect(groups(first)).toEqual([['v1'], [], []]);
  const other = on('c');
  carryGroups(first, other, new Set(['v1']));
  expect([first, table, other].map(groups)).toEqual([
    [['v1'], [], []],
    [[], ['v1'], []],
    [[], [], ['v1']],
  ]);
});

function groups(verdict: ReadonlyMap<Id, Verdict>): readonly (readonly Id[])[] {
  const factCheck = { tables: { verdict } } as unknown as FactCheck;
  return ANNOTATIONS.map((annotation) => verdictsOf(factCheck, annotation).map(({ id }) => id));
}
