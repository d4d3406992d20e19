/** Long work that can be interrupted: it tells the share that is done, 0 to 1, wherever others may have their turn. */
export type Steps<T> = Generator<number, T>;

/**
 * Called between slices of work, with the share that is done (0 to 1): shows progress and gives the page its time.
 * Rejects when the person has changed their mind; let it.
 */
export type Pace = (share: number) => Promise<void>;

/** Does it at that pace, so that the page lives meanwhile. Rejects when the pace does. */
export async function runInSlices<T>(steps: Steps<T>, pace: Pace): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    await pace(step.value);
  }
}

/** Work that is a part of other work: what is all of the part is the share from `from` to `to` of the whole. */
export function* partOfSteps<T>(steps: Steps<T>, from: number, to: number): Steps<T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield from + (to - from) * step.value;
  }
}

/** Does all of it at once, for whoever knows that it is short or holds nobody up. */
export function runAtOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
