import type { Id, Rev } from './record.ts';

/** Time and names, made in one place and handed in, so that every change can be repeated in a test. */
export interface Clock {
  /** Now, as a UTC instant (ISO 8601 with `Z`). */
  readonly instant: () => string;
  /** A revision greater than every one made or observed before. */
  readonly nextRev: () => Rev;
  /** Tells the clock of a revision from storage, a file or another tab. */
  readonly observe: (rev: Rev) => void;
  /** A new record id: a UUID. */
  readonly newId: () => Id;
}

export interface ClockParts {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly newId: () => Id;
  /** Name of this tab: breaks ties between revisions of one millisecond. */
  readonly tab: string;
}

/** A hybrid logical clock (Kulkarni et al. 2014): a wall clock that jumps back never makes a revision smaller. */
export function createClock({ now, newId, tab }: ClockParts): Clock {
  let highest = 0;
  return {
    instant: () => new Date(now()).toISOString(),
    nextRev: () => {
      highest = Math.max(Math.floor(now()), highest + 1);
      return [highest, tab];
    },
    observe: (rev) => {
      highest = Math.max(highest, rev[0]);
    },
    newId,
  };
}
