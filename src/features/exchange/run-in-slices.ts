import type { Steps } from '../../domain/steps.ts';
import type { Pace } from '../../exchange/format.ts';

/** Does long work at that pace, so that the page lives meanwhile. Rejects when the pace does. */
export async function runInSlices<T>(steps: Steps<T>, pace: Pace): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    await pace(step.value);
  }
}
