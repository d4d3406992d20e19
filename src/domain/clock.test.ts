import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createClock, type Clock } from './clock.ts';
import { compareRevs, type Rev } from './record.ts';

function clockAt(times: readonly number[], tab = 'a'): Clock {
  let look = 0;
  return createClock({ now: () => times[look++ % times.length] ?? 0, newId: () => 'id', tab });
}

test('every revision is greater than all that were made or observed before, whatever the wall clock does', () => {
  const time = fc.integer({ min: 0, max: 4_000_000_000_000 });
  const event = fc.oneof(fc.constant(null), fc.tuple(time, fc.string()));
  fc.assert(
    fc.property(fc.array(time, { minLength: 1 }), fc.array(event), (times, events) => {
      const clock = clockAt(times);
      const seen: Rev[] = [];
      for (const observed of events) {
        if (observed) clock.observe(observed);
        const rev = clock.nextRev();
        seen.push(...(observed ? [observed] : []));
        expect(seen.every((earlier) => compareRevs(earlier, rev) < 0)).toBe(true);
        seen.push(rev);
      }
    }),
  );
});

test('a revision is the wall clock’s time, in whole milliseconds, when that is ahead', () => {
  expect(clockAt([1000.9, 2000.1]).nextRev()).toEqual([1000, 'a']);
});

test('a wall clock that stands still or jumps back still gives new revisions', () => {
  const clock = clockAt([1000, 1000, 5]);
  expect([clock.nextRev(), clock.nextRev(), clock.nextRev()]).toEqual([
    [1000, 'a'],
    [1001, 'a'],
    [1002, 'a'],
  ]);
});

test('an instant is UTC, and is the wall clock’s even when revisions have run ahead', () => {
  const clock = clockAt([Date.UTC(2026, 0, 31, 12)]);
  clock.observe([Date.UTC(2030, 0, 1), 'b']);
  expect(clock.instant()).toBe('2026-01-31T12:00:00.000Z');
});
