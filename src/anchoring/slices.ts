import { nextTurn } from '../domain/next-turn.ts';

/** Milliseconds of work before others get their turn. */
const SLICE = 10;

/** Work in slices of some 10 ms that gives way between them, so that it may run on the main thread. */
export class Slices {
  #started = performance.now();
  readonly #signal: AbortSignal | undefined;

  constructor(signal: AbortSignal | undefined) {
    signal?.throwIfAborted();
    this.#signal = signal;
  }

  isOver(): boolean {
    return performance.now() - this.#started > SLICE;
  }

  async next(): Promise<void> {
    await nextTurn();
    this.#signal?.throwIfAborted();
    this.#started = performance.now();
  }
}

/** Runs steps to their end, in slices. */
export async function runInSlices<T>(steps: Generator<undefined, T>, slices: Slices): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    // oxlint-disable-next-line no-await-in-loop -- one slice after the other is the purpose
    if (slices.isOver()) await slices.next();
  }
}
