import search from 'approx-string-match';
import { describeTarget } from '../src/anchoring/describe.ts';
import { resolveTargets } from '../src/anchoring/resolve-all.ts';
import type { Resolution } from '../src/anchoring/resolve.ts';
import { createEditedText, createRandom, followRange, type EditedText } from './edited-text.ts';
import type { Range } from '../src/domain/article.ts';

/** What was measured, in one run on one machine. Times are milliseconds. */
export interface ResolveMeasure {
  readonly targets: number;
  readonly units: number;
  /** All targets, by `resolveTargets`. */
  readonly ours: number;
  /** What `approx-string-match` alone would take for all, from so many of them. */
  readonly alone: number;
  readonly measuredAlone: number;
  /** The longest time in which nothing else could run, as the event loop saw it, and the work of it. */
  readonly longestTask: number;
  readonly longestWork: number;
  /** At the true place with the true state. */
  readonly right: number;
  /** Asked of a person though the answer is known: ambiguous or orphaned. */
  readonly asked: number;
  /** Changed words, and another place than the true one was proposed. */
  readonly proposedElsewhere: number;
  /** Exact, moved or near at a place that is not the true one, or under words that differ. */
  readonly silentlyWrong: number;
}

const UNITS = 1_000_000;
const TARGETS = 10_000;
const EDITED = 0.02;
/** Targets that the library is timed with; it takes about as long for each. */
const ALONE = 100;
/** Errors that the library forgives, of the units of a quote: fewer find less, more take longer. */
const FORGIVEN = 0.2;

/** 10,000 targets into a text of a megabyte of which 2 % were edited; then the library alone, target by target. */
export async function measureResolve(): Promise<ResolveMeasure> {
  const random = createRandom(4711);
  const text = createEditedText(UNITS, EDITED, random);
  const ranges = Array.from({ length: TARGETS }, () => pickRange(text, random));
  const targets = ranges.map((range) => describeTarget(text.was, range));

  const heartbeat = startHeartbeat();
  const begun = performance.now();
  const found = await resolveTargets(text.now, targets);
  const ours = performance.now() - begun;
  const held = heartbeat.stop();

  const step = TARGETS / ALONE;
  const sample = targets.filter((_, i) => i % step === 0);
  const begunAlone = performance.now();
  for (const { quote } of sample) {
    search(
      text.now,
      quote.exact.slice(0, LONGEST),
      Math.floor(Math.min(LONGEST, quote.exact.length) * FORGIVEN),
    );
  }
  const alone = (performance.now() - begunAlone) * step;
  return {
    targets: TARGETS,
    units: text.now.length,
    ours,
    alone,
    measuredAlone: sample.length,
    ...held,
    ...judge(text, ranges, found),
  };
}

/** Units of a quote that are looked for by the library. */
const LONGEST = 256;

/** A whole sentence, or some words of one. */
function pickRange({ was, sentences }: EditedText, random: () => number): Range {
  const sentence = sentences[Math.floor(random() * sentences.length)] ?? { start: 0, end: 1 };
  if (random() < 0.5) return sentence;
  const starts = [...was.slice(sentence.start, sentence.end).matchAll(/\S+/g)].map(({ index }) => index);
  const first = Math.floor(random() * Math.max(1, starts.length - 3));
  const next = first + 3 + Math.floor(random() * 6);
  const end = starts[next] === undefined ? sentence.end : sentence.start + (starts[next] ?? 0) - 1;
  return { start: sentence.start + (starts[first] ?? 0), end };
}

function judge(text: EditedText, ranges: readonly Range[], found: readonly Resolution[]) {
  const counts = { right: 0, asked: 0, proposedElsewhere: 0, silentlyWrong: 0 };
  for (const [i, resolution] of found.entries()) {
    const range = ranges[i];
    if (!range) continue;
    const truth = followRange(text, range);
    counts[judgeOne(resolution, truth)] += 1;
  }
  return counts;
}

function judgeOne(
  resolution: Resolution,
  truth: Range & { readonly isEdited: boolean },
): 'right' | 'asked' | 'proposedElsewhere' | 'silentlyWrong' {
  switch (resolution.state) {
    case 'exact':
    case 'moved':
    case 'near': {
      const isThere = resolution.range.start === truth.start && resolution.range.end === truth.end;
      return isThere && !truth.isEdited ? 'right' : 'silentlyWrong';
    }
    case 'changed': {
      const { start, end } = resolution.range;
      const shared = Math.min(end, truth.end) - Math.max(start, truth.start);
      const isThere = shared > 0.5 * Math.min(end - start, truth.end - truth.start);
      return truth.isEdited && isThere ? 'right' : 'proposedElsewhere';
    }
    case 'ambiguous':
    case 'orphaned':
      return 'asked';
  }
}

/** Looks how long the event loop is held up, by the clock and by the work of this process: others may have the machine. */
function startHeartbeat(): { readonly stop: () => Pick<ResolveMeasure, 'longestTask' | 'longestWork'> } {
  let [longestTask, longestWork, isOver] = [0, 0, false];
  let [last, work] = [performance.now(), process.cpuUsage()];
  const beat = (): void => {
    const now = performance.now();
    const { user, system } = process.cpuUsage(work);
    longestTask = Math.max(longestTask, now - last);
    longestWork = Math.max(longestWork, (user + system) / 1000);
    [last, work] = [now, process.cpuUsage()];
    if (!isOver) setImmediate(beat);
  };
  setImmediate(beat);
  return {
    stop: () => {
      isOver = true;
      return { longestTask, longestWork };
    },
  };
}
