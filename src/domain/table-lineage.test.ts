import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedIds, noteTableChange } from './table-lineage.ts';

type Table = ReadonlyMap<string, number>;

/** Each goes on from one of the states before, the newest more often than not. */
const edits = fc.array(
  fc.record({
    back: fc.constantFrom(0, 0, 0, 1, 2),
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    value: fc.nat(2),
  }),
  { maxLength: 20 },
);

function grow(
  steps: readonly { readonly back: number; readonly id: string; readonly value: number }[],
): Table[] {
  const states: Table[] = [new Map()];
  steps.forEach(({ back, id, value }, i) => {
    const before = states[Math.max(0, states.length - 1 - back)] ?? new Map<string, number>();
    const after = new Map(before);
    if (value === 0) after.delete(id);
    else after.set(id, value * 100 + i);
    noteTableChange(before, after, new Set([id]));
    states.push(after);
  });
  return states;
}

test('every record that differs between two states of a table is told', () => {
  fc.assert(
    fc.property(edits, (steps) => {
      const states = grow(steps);
      for (const one of states) {
        for (const other of states) {
          const differ = ['a', 'b', 'c', 'd'].filter((id) => one.get(id) !== other.get(id));
          expect([...changedIds(one, other)]).toEqual(expect.arrayContaining(differ));
        }
      }
    }),
  );
});

test('of a table that came of another by edits, no record but theirs is looked at', () => {
  const before = new Map([['a', 1], ...Array.from({ length: 1000 }, (_, i) => [`r${i}`, i] as const)]);
  const after = new Counted([...before, ['a', 2]]);
  noteTableChange(before, after, new Set(['a']));
  after.looks = 0;
  expect(changedIds(before, after)).toEqual(new Set(['a']));
  expect(after.looks).toBe(0);
});

test('what nobody has told of is compared', () => {
  const one = new Map([
    ['a', 1],
    ['b', 1],
    ['c', 1],
  ]);
  const other = new Map([
    ['a', 1],
    ['b', 2],
    ['d', 1],
  ]);
  expect(changedIds(one, other)).toEqual(new Set(['b', 'c', 'd']));
});

/** Counts how many of its records are looked at. */
class Counted extends Map<string, number> {
  looks = 0;
  override get(id: string): number | undefined {
    this.looks += 1;
    return super.get(id);
  }
  override *[Symbol.iterator](): MapIterator<[string, number]> {
    for (const entry of super[Symbol.iterator]()) {
      this.looks += 1;
      yield entry;
    }
  }
}
