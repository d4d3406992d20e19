import { memo, type ReactNode } from 'react';
import type { SentenceState } from '../domain/coverage.ts';
import styles from './CoverageBar.module.css';

/** Neighbouring sentences of one state are one stretch of the bar; in a book the stretches are only so many. */
const MOST_STRETCHES = 240;

/** A bar in which every sentence has its place and its state. It only draws what words beside it say. */
export const CoverageBar = memo(function CoverageBar({
  states,
}: {
  readonly states: readonly SentenceState[];
}): ReactNode {
  return (
    <div className={styles['bar']} aria-hidden="true">
      {stretchesOf(states).map(({ state, count, at }) => (
        <span key={at} className={styles['stretch']} data-state={state} style={{ flexGrow: count }} />
      ))}
    </div>
  );
});

interface Stretch {
  readonly state: SentenceState;
  readonly count: number;
  readonly at: number;
}

function stretchesOf(states: readonly SentenceState[]): readonly Stretch[] {
  const each = Math.max(1, Math.ceil(states.length / MOST_STRETCHES));
  const stretches: Stretch[] = [];
  for (let at = 0; at < states.length; at += each) {
    const part = states.slice(at, at + each);
    const state = leastDone(part);
    const last = stretches.at(-1);
    if (last?.state === state) stretches[stretches.length - 1] = { ...last, count: last.count + part.length };
    else stretches.push({ state, count: part.length, at });
  }
  return stretches;
}

const LEAST_DONE_FIRST: readonly SentenceState[] = ['untouched', 'open', 'checked', 'not-checkable'];

/** Several sentences on one spot show the one with most left to do. */
function leastDone(states: readonly SentenceState[]): SentenceState {
  return LEAST_DONE_FIRST.find((state) => states.includes(state)) ?? 'untouched';
}
