import { say } from '../messages/say.ts';
import { makeChange, type Change, type Hand } from './change.ts';
import { asJudged, isVerdictInDoubt, saysSomething } from './doubt.ts';
import type { FactCheck } from './fact-check.ts';
import { statusFor } from './give-verdict.ts';
import { verdictsOf } from './lookup.ts';
import type { Id } from './record.ts';
import type { Verdict } from './verdict.ts';

/**
 * True for a verdict that was given on other words than those that stand here now, beside others: its reviewer may never
 * come back to it. One that stands is its reviewer's, and the only one can be confirmed or given anew by anybody.
 */
export function canSetAside(factCheck: FactCheck, verdict: Verdict): boolean {
  const annotation = factCheck.tables.annotation.get(verdict.annotationId);
  return (
    annotation !== undefined &&
    saysSomething(verdict) &&
    isVerdictInDoubt(annotation, verdict) &&
    othersThan(factCheck, verdict).some(saysSomething)
  );
}

/**
 * Takes such a verdict away, whosever it is. That judges nothing: the history keeps it, with who set it aside, and brings
 * it back as doubtful as it was.
 */
export function setAside(factCheck: FactCheck, verdictId: Id, hand: Hand): Change {
  const verdict = factCheck.tables.verdict.get(verdictId);
  const annotation = verdict && factCheck.tables.annotation.get(verdict.annotationId);
  if (!annotation || !canSetAside(factCheck, verdict))
    return makeChange(say('Set aside'), factCheck, {}, hand);
  const left = othersThan(factCheck, verdict);
  const isRated = left.some(({ ratingId }) => ratingId !== null);
  const status = isRated ? annotation.status : statusFor(annotation.status, false);
  const changed = { ...asJudged(annotation, left), status };
  return makeChange(say('Set aside'), factCheck, { removed: [verdict], changed: [changed] }, hand);
}

function othersThan(factCheck: FactCheck, { id, annotationId }: Verdict): readonly Verdict[] {
  return verdictsOf(factCheck, annotationId).filter((other) => other.id !== id);
}
