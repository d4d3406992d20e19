import { say } from '../messages/say.ts';
import type { Annotation, Claim } from './annotation.ts';
import { atOneInstant, makeChange, type Change, type Hand } from './change.ts';
import { isVerdictInDoubt, saysSomething } from './doubt.ts';
import type { FactCheck } from './fact-check.ts';
import { historyRecordsOf } from './lookup.ts';
import { isLater, momentOfDecision, momentOfReplacement, type Moment } from './moment.ts';
import { compareRevs, writtenRev, type Id } from './record.ts';
import type { Verdict } from './verdict.ts';

/**
 * The claim in the words that it had when a verdict was given, if somebody else than its reviewer has worded it otherwise
 * since; null when the verdict is about the claim as it stands. Whoever rewords a claim takes their own verdict along.
 */
export function judgedWordingOf(
  factCheck: FactCheck,
  { id, claim }: Annotation,
  verdict: Verdict,
): string | null {
  const decided = decisionOf(factCheck, verdict);
  const since = historyRecordsOf(factCheck, id)
    .filter((entry) => isLater(momentOfReplacement(entry), decided))
    .toSorted((a, b) => compareRevs(writtenRev(a), writtenRev(b)))
    .flatMap(({ before, replacedBy }) =>
      before.type === 'claim' ? [{ replacedBy, claim: before.claim }] : [],
    );
  const judged = since.find(
    (version, i) =>
      version.replacedBy !== verdict.reviewerId &&
      !isSameWording(version.claim, since[i + 1]?.claim ?? claim),
  );
  return !judged || isSameWording(judged.claim, claim) ? null : judged.claim.statement;
}

/** Words that are added to a verdict decide nothing: the oldest version of the same decision says when it was. */
function decisionOf(factCheck: FactCheck, verdict: Verdict): Moment {
  return historyRecordsOf(factCheck, verdict.annotationId)
    .flatMap(({ before }) =>
      before.type === 'verdict' && before.id === verdict.id && before.decidedAt === verdict.decidedAt
        ? [momentOfDecision(before)]
        : [],
    )
    .reduce(
      (first, next) => (compareRevs(next.rev, first.rev) < 0 ? next : first),
      momentOfDecision(verdict),
    );
}

function isSameWording(one: Claim, other: Claim): boolean {
  return one.statement === other.statement && one.kind === other.kind;
}

/** "Still holds", said by its reviewer of a verdict whose claim has been worded otherwise: it is given anew. */
export function holdOnWording(factCheck: FactCheck, verdictId: Id, present: Hand): Change {
  const hand = atOneInstant(present);
  const verdict = factCheck.tables.verdict.get(verdictId);
  const annotation = verdict && factCheck.tables.annotation.get(verdict.annotationId);
  const isOwn = verdict?.reviewerId === hand.by && annotation !== undefined;
  if (!isOwn || !saysSomething(verdict) || isVerdictInDoubt(annotation, verdict))
    return makeChange(say('Still holds'), factCheck, {}, hand);
  const renewed = { ...verdict, decidedAt: hand.clock.instant() };
  return makeChange(say('Still holds'), factCheck, { changed: [renewed] }, hand);
}
