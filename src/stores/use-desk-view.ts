import { useMemo } from 'react';
import { countCoverage, type Coverage, type SentenceState } from '../domain/coverage.ts';
import type { FactCheck } from '../domain/fact-check.ts';
import { sentenceStates } from '../domain/sentence-index.ts';

/** The state of each sentence and how many there are of each state. */
export function useCoverage(factCheck: FactCheck): {
  readonly states: readonly SentenceState[];
  readonly counts: Coverage;
} {
  const states = sentenceStates(factCheck);
  const counts = useMemo(() => countCoverage(states), [states]);
  return { states, counts };
}
