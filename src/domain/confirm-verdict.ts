import type { Annotation } from './annotation.ts';
import type { Hand } from './change.ts';
import { decideAfter, doubtUntil, judgedHere, saysSomething, sortVerdicts } from './doubt.ts';
import type { Id } from './record.ts';
import type { Verdict } from './verdict.ts';

/** An annotation after "Still holds", with the verdict that was renewed by its own reviewer. */
export interface Confirmed {
  readonly annotation: Annotation;
  readonly renewed: Verdict | null;
}

/**
 * What "Still holds" says: the reviewer's own verdict is given anew, and those of others stay in doubt. A verdict of
 * somebody else is confirmed where it is the only one, with who did it in `carried`, and so is the mark that there is
 * nothing to check. Null where it would say nothing: see `canConfirm`.
 */
export function confirmVerdict(
  annotation: Annotation,
  verdicts: readonly Verdict[],
  hand: Hand,
): Confirmed | null {
  if (!canConfirm(annotation, verdicts, hand.by)) return null;
  const now = hand.clock.instant();
  const { doubted } = sortVerdicts(annotation, verdicts);
  const own = doubted.find(({ reviewerId }) => reviewerId === hand.by);
  const renewed = own ? { ...own, decidedAt: decideAfter(annotation, now) } : null;
  if (own && doubted.length > 1) return { annotation, renewed };
  const at = own && annotation.carried ? annotation.carried.at : doubtUntil(verdicts, now);
  const carried = { articleId: annotation.articleId, decision: 'still-holds', at, by: hand.by } as const;
  return { annotation: { ...judgedHere(annotation), carried }, renewed };
}

/** False where several verdicts were given and none of those on other words is the reviewer's own. */
export function canConfirm(
  annotation: Annotation,
  verdicts: readonly Verdict[],
  reviewerId: Id | null,
): boolean {
  return sayWhose(sortVerdicts(annotation, verdicts), reviewerId) !== 'others';
}

/** Of whose verdict "Still holds" would speak when the words of all of them change. */
export function whoseToConfirm(verdicts: readonly Verdict[], reviewerId: Id | null): Whose {
  return sayWhose({ standing: [], doubted: verdicts.filter(saysSomething) }, reviewerId);
}

/** `own` of several, `others` when one's own is not among several, `all` of one or none. */
type Whose = 'all' | 'own' | 'others';

function sayWhose({ standing, doubted }: ReturnType<typeof sortVerdicts>, reviewerId: Id | null): Whose {
  if (standing.length + doubted.length <= 1) return 'all';
  return doubted.some((verdict) => verdict.reviewerId === reviewerId) ? 'own' : 'others';
}
