import type { CarryDecision, CarryDecisions, CarryItem } from '../../domain/carry-over.ts';
import { digestOfSaid } from '../../domain/doubt.ts';
import type { FactCheck } from '../../domain/fact-check.ts';
import { verdictsOf } from '../../domain/lookup.ts';
import { readingOf } from '../../domain/reading.ts';
import type { Id } from '../../domain/record.ts';

/** What a person has said about one annotation, with the name of what it was said of. */
export interface GivenAnswer {
  readonly decision: CarryDecision;
  readonly about: string;
}

export type GivenAnswers = ReadonlyMap<Id, GivenAnswer>;

/** An answer about the annotation as it was shown, with its verdicts as they stand. */
export function giveAnswer(factCheck: FactCheck, item: CarryItem, decision: CarryDecision): GivenAnswer {
  return { decision, about: nameOfAsked(factCheck, item) };
}

/**
 * The answers that are still about what stands here: the same words and claim, the same verdicts, and the same words found
 * for it. A tag, a note or a source says nothing about that. What was said of anything else is asked anew.
 */
export function answersThatHold(
  factCheck: FactCheck,
  plan: readonly CarryItem[],
  given: GivenAnswers,
): CarryDecisions {
  const holding = new Map<Id, CarryDecision>();
  for (const item of plan) {
    const { id } = item.annotation;
    const answer = given.get(id);
    if (answer && answer.about === nameOfAsked(factCheck, item)) holding.set(id, answer.decision);
  }
  return holding;
}

/** The words found are named by the state, the place and the quote of each target. */
function nameOfAsked(factCheck: FactCheck, { annotation, found }: CarryItem): string {
  const { articleId, targets, claim, checkability, carried } = annotation;
  return JSON.stringify([
    [readingOf(annotation), articleId, targets.map(({ position }) => position), claim, checkability, carried],
    verdictsOf(factCheck, annotation.id).map((verdict) => [
      verdict.id,
      verdict.reading,
      digestOfSaid(verdict),
    ]),
    found.map(({ state, target }) => [state, target && [target.position, target.quote.exact]]),
  ]);
}
