import { useMemo, useState } from 'react';
import {
  countCoverage,
  coverSentences,
  createIsSettled,
  type Coverage,
  type SentenceState,
} from '../domain/coverage.ts';
import { articleOf, type FactCheck } from '../domain/fact-check.ts';
import type { Mark } from '../domain/marks.ts';
import { placedAnnotations } from '../domain/placed-annotations.ts';
import { createBlockMarks } from './block-marks.ts';
import { useFactCheck, useFollowedFactCheck, useSession } from './desk-context.ts';

/** The marks of each block, by block index; unchanged blocks keep their array. */
export function useBlockMarks(): readonly (readonly Mark[])[] {
  const factCheck = useFactCheck((now) => now);
  const reviewerId = useSession(({ reviewer }) => reviewer?.id ?? null);
  const [blockMarks] = useState(createBlockMarks);
  return useMemo(() => blockMarks(factCheck, reviewerId), [blockMarks, factCheck, reviewerId]);
}

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
