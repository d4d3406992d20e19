import { useMemo } from 'react';
import {
  countCoverage,
  coverSentences,
  createIsSettled,
  type Coverage,
  type SentenceState,
} from '../domain/coverage.ts';
import { articleOf, type FactCheck } from '../domain/fact-check.ts';
import { placedAnnotations } from '../domain/placed-annotations.ts';
import { useFollowedFactCheck } from './desk-context.ts';

/** The state of each sentence and how many there are of each state; they may follow an edit a moment later. */
export function useCoverage(): {
  readonly states: readonly SentenceState[];
  readonly counts: Coverage;
  readonly isBehind: boolean;
} {
  const { factCheck, isBehind } = useFollowedFactCheck();
  const coverage = useMemo(() => {
    const states = sentenceStates(factCheck);
    return { states, counts: countCoverage(states) };
  }, [factCheck]);
  return { ...coverage, isBehind };
}

/** The state of each sentence of the draft under check. */
export function sentenceStates(factCheck: FactCheck): readonly SentenceState[] {
  const { sentences } = articleOf(factCheck);
  return coverSentences(sentences, placedAnnotations(factCheck), createIsSettled(factCheck));
}
