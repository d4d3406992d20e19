import type { CarryDecision, CarryDecisions, CarryItem } from '../../domain/carry-over.ts';
import type { FactCheck } from '../../domain/fact-check.ts';
import { verdictsOf } from '../../domain/lookup.ts';
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
 * The answers that are still about what stands here: the same version of the annotation and of each of its verdicts, and
 * the same words found for it. What was said of anything else is asked anew.
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

/** Revisions tell versions apart; the words found are named by the state, the place and the quote of each target. */
function nameOfAsked(factCheck: FactCheck, { annotation, found }: CarryItem): string {
  return JSON.stringify([
    annotation.rev,
    verdictsOf(factCheck, annotation.id).map(({ id, rev }) => [id, rev]),
    found.map(({ state, target }) => [state, target && [target.position, target.quote.exact]]),
  ]);
}
