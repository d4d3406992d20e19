import type { Target } from '../domain/annotation.ts';
import { foldInSteps } from './fold.ts';
import { FREQUENT, type Passage } from './passage.ts';
import { resolveIn, resolveUntouched, type Resolution, type ResolveOptions } from './resolve.ts';
import { runInSlices, Slices } from './slices.ts';
import { termsOf } from './terms.ts';
import { tokenise, type Token } from './tokens.ts';

export interface ResolveAllOptions extends ResolveOptions {
  /** Called between slices with how many targets are done. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * `resolveTarget` for many targets in one text: the text is folded and the places of its words are noted once. Works in
 * slices of some 10 ms and gives way between them, so it may run on the main thread. The answers are in the order of the
 * targets. Rejects with the signal's reason when it is aborted.
 */
export async function resolveTargets(
  text: string,
  targets: readonly Target[],
  options: ResolveAllOptions = {},
): Promise<readonly Resolution[]> {
  const { onProgress, signal } = options;
  const slices = new Slices(signal);
  const found: (Resolution | null)[] = targets.map((target) => resolveUntouched(text, target));
  const passage = found.includes(null) ? await indexPassage(text, slices) : null;
  const resolutions: Resolution[] = [];
  for (const [i, target] of targets.entries()) {
    const resolution = found[i] ?? (passage && resolveIn(passage, target, options));
    if (resolution) resolutions.push(resolution);
    if (slices.isOver()) {
      onProgress?.(resolutions.length, targets.length);
      // oxlint-disable-next-line no-await-in-loop -- one slice after the other is the purpose
      await slices.next();
    }
  }
  onProgress?.(resolutions.length, targets.length);
  return resolutions;
}

/** Units that are folded or indexed between two looks at the clock. */
const STEP = 10_000;

async function indexPassage(text: string, slices: Slices): Promise<Passage> {
  const folded = await runInSlices(foldInSteps(text, STEP), slices);
  const index = await runInSlices(indexInSteps(folded.folded), slices);
  return { ...folded, text, occurrences: (term) => index.get(term) ?? (index.has(term) ? null : NOWHERE) };
}

const NOWHERE: readonly number[] = [];

/** The places of each term; null for one that is frequent. */
function* indexInSteps(folded: string): Generator<undefined, ReadonlyMap<string, readonly number[] | null>> {
  const index = new Map<string, number[] | null>();
  let carried: readonly Token[] = [];
  let from = 0;
  while (from < folded.length) {
    let to = Math.min(folded.length, from + STEP);
    let all = tokenise(folded, from, to);
    while (to < folded.length && all.length <= 2) {
      yield;
      to = Math.min(folded.length, to + STEP);
      all = tokenise(folded, from, to);
    }
    // The last word may go on beyond the step, with an apostrophe or a decimal point between.
    const tokens = to < folded.length ? all.slice(0, -2) : all;
    for (const { term, start, isUnspaced } of termsOf([...carried, ...tokens])) {
      // A carried word is noted already; three characters that span two steps are not.
      if (start >= from || isUnspaced) note(index, term, start);
    }
    carried = tokens.slice(-2);
    from = to < folded.length ? (all.at(-2)?.start ?? to) : to;
    yield;
  }
  return index;
}

function note(index: Map<string, number[] | null>, term: string, start: number): void {
  const places = index.get(term);
  if (places === undefined) index.set(term, [start]);
  else if (places !== null && places.length < FREQUENT) places.push(start);
  else index.set(term, null);
}
