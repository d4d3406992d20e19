import { useMemo } from 'react';
import { countCoverage, type Coverage, type SentenceState } from '../domain/coverage.ts';
import { sentenceStates } from '../domain/sentence-index.ts';
import { useFollowedFactCheck } from './desk-context.ts';

/** The state of each sentence and how many there are of each state; they may follow an edit a moment later. */
export function useCoverage(): {
  readonly states: readonly SentenceState[];
  readonly counts: Coverage;
  readonly isBehind: boolean;
} {
  const { factCheck, isBehind } = useFollowedFactCheck();
  const states = sentenceStates(factCheck);
  const counts = useMemo(() => countCoverage(states), [states]);
  return { states, counts, isBehind };
}
