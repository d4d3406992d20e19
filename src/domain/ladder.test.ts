import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { climb, type Ladder } from './ladder.ts';

const LADDER: Ladder<readonly string[]> = [
  (older) => [...older, 'first'],
  (older) => [...older, 'second'],
  (older) => [...older, 'third'],
];

test.each([
  [0, ['first', 'second', 'third']],
  [2, ['third']],
  [3, []],
  [9, []],
])('from version %d it takes the rungs above, in order', (from, taken) => {
  expect(climb(LADDER, from, [])).toEqual(taken);
});

test('it does not matter in how many stretches somebody climbs', () => {
  fc.assert(
    fc.property(fc.nat(3), fc.nat(3), (from, stop) => {
      fc.pre(from <= stop);
      const halfway = climb(LADDER.slice(0, stop), from, []);
      expect(climb(LADDER, stop, halfway)).toEqual(climb(LADDER, from, []));
    }),
  );
});
