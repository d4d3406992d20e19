/** Long work that can be interrupted: it tells the share that is done, 0 to 1, wherever others may have their turn. */
export type Steps<T> = Generator<number, T>;

/** Does all of it at once, for whoever knows that it is short or holds nobody up. */
export function runAtOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
