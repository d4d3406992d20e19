import { say } from '../messages/say.ts';
import type { Annotation, Claim } from './annotation.ts';
import { makeChange, type Change, type Hand } from './change.ts';
import { isVerdictInDoubt, saysSomething } from './doubt.ts';
import type { FactCheck } from './fact-check.ts';
import { historyRecordsOf } from './lookup.ts';
import type { Id } from './record.ts';
import type { Verdict } from './verdict.ts';

/**
 * The claim in the words that it had when a verdict was given, if somebody else than its reviewer has worded it otherwise
 * since; null when the verdict is about the claim as it stands. Whoever rewords a claim takes their own verdict along.
 */
export function judgedWordingOf(
  factCheck: FactCheck,
  { id, claim }: Annotation,
  { reviewerId, decidedAt }: Verdict,
): string | null {
  const since = historyRecordsOf(factCheck, id)
    .flatMap(({ before, ...replaced }) =>
      before.type === 'claim' ? [{ ...replaced, claim: before.claim }] : [],
    )
    .filter(({ replacedAt }) => Date.parse(replacedAt) > Date.parse(decidedAt))
    .toSorted((a, b) => Date.parse(a.replacedAt) - Date.parse(b.replacedAt));
  const judged = since.find(
    (version, i) =>
      version.replacedBy !== reviewerId && !isSameWording(version.claim, since[i + 1]?.claim ?? claim),
  );
  return !judged || isSameWording(judged.claim, claim) ? null : judged.claim.statement;
}

function isSameWording(one: Claim, other: Claim): boolean {
  return one.statement === other.statement && one.kind === other.kind;
}

/** "Still holds", said by its reviewer of a verdict whose claim has been worded otherwise: it is given anew. */
export function holdOnWording(factCheck: FactCheck, verdictId: Id, hand: Hand): Change {
  const verdict = factCheck.tables.verdict.get(verdictId);
  const annotation = verdict && factCheck.tables.annotation.get(verdict.annotationId);
  const isOwn = verdict?.reviewerId === hand.by && annotation !== undefined;
  if (!isOwn || !saysSomething(verdict) || isVerdictInDoubt(annotation, verdict))
    return makeChange(say('Still holds'), factCheck, {}, hand);
  const renewed = { ...verdict, decidedAt: hand.clock.instant() };
  return makeChange(say('Still holds'), factCheck, { changed: [renewed] }, hand);
}
