import { createClock, type Clock } from '../../domain/clock.ts';

/** A clock for tests: time goes on by 1 s with each reading from `startAt` (milliseconds), and ids name their tab. */
export function createFakeClock(tab: string, startAt = Date.UTC(2026, 0, 31)): Clock {
  let time = startAt;
  let made = 0;
  return createClock({ now: () => (time += 1000), newId: () => `${tab}-${(made += 1)}`, tab });
}
