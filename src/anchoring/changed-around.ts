import type { Annotation } from '../domain/annotation.ts';
import type { Article, Range } from '../domain/article.ts';
import { isSettledByItself, type CarryItem } from '../domain/carry-over.ts';
import type { FactCheck } from '../domain/fact-check.ts';
import { hasBeenJudged } from '../domain/judged-draft.ts';
import { keepsContext, keepsSentence } from './keeps-sentence.ts';

type Draft = Pick<Article, 'text' | 'sentences'>;

/** What is known of the text that annotations were made on. */
export interface MadeOn {
  /** The whole of it; undefined where only what stands around their words is known. */
  readonly draftOf: (annotation: Annotation) => Draft | undefined;
  /** The sentences of a short text. */
  readonly segment: (text: string) => readonly Range[];
}

/**
 * Judged annotations that come along by themselves, into a sentence that says something else around their words: no verdict
 * of them is in doubt, but a person should see them. Yields after each annotation.
 */
export function* findChangedAround(
  factCheck: FactCheck,
  newer: Draft,
  plan: readonly CarryItem[],
  { draftOf, segment }: MadeOn,
): Generator<undefined, readonly Annotation[]> {
  const around: Annotation[] = [];
  for (const { annotation, found } of plan.filter(isSettledByItself)) {
    const older = draftOf(annotation);
    const isKept = found.every(({ target }, i) => {
      const was = annotation.targets[i];
      if (!was || !target) return true;
      return older ? keepsSentence(older, was, newer, target) : keepsContext(was, newer, target, segment);
    });
    // What nobody has judged yet is read with its sentence when somebody does.
    if (!isKept && hasBeenJudged(factCheck, annotation)) around.push(annotation);
    yield;
  }
  return around;
}
