import type { Annotation } from './annotation.ts';
import type { Hand } from './change.ts';
import { digestOfSaid, judgedHere, saysSomething, sortVerdicts } from './doubt.ts';
import { tellReadings, withDecision } from './other-words.ts';
import { readingOf } from './reading.ts';
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
 * nothing to check, whatever verdicts are behind it. Null where it would say nothing: see `canConfirm`.
 */
export function confirmVerdict(
  annotation: Annotation,
  verdicts: readonly Verdict[],
  hand: Hand,
): Confirmed | null {
  if (!canConfirm(annotation, verdicts, hand.by)) return null;
  const reading = readingOf(annotation);
  const told = withDecision(
    judgedHere(tellReadings(annotation, verdicts)),
    { decision: 'still-holds', articleId: annotation.articleId },
    hand,
  );
  if (annotation.checkability === 'not-checkable')
    return { annotation: { ...told, markedReading: reading }, renewed: null };
  const { doubted } = sortVerdicts(annotation, verdicts);
  const own = doubted.find(({ reviewerId }) => reviewerId === hand.by);
  if (own) {
    const renewed = { ...own, decidedAt: hand.clock.instant(), reading };
    return { annotation: doubted.length > 1 ? annotation : told, renewed };
  }
  const [other] = doubted;
  if (!other) return { annotation: told, renewed: null };
  const confirmed = { verdictId: other.id, said: digestOfSaid(other), reading };
  return { annotation: { ...told, confirmed }, renewed: null };
}

/** False where several verdicts were given and none of those on other words is the reviewer's own. */
export function canConfirm(
  annotation: Annotation,
  verdicts: readonly Verdict[],
  reviewerId: Id | null,
): boolean {
  return sayWhose(annotation, sortVerdicts(annotation, verdicts), reviewerId) !== 'others';
}

/** Of whose verdict "Still holds" would speak when the words of all of them change. */
export function whoseToConfirm(
  annotation: Annotation,
  verdicts: readonly Verdict[],
  reviewerId: Id | null,
): Whose {
  return sayWhose(annotation, { standing: [], doubted: verdicts.filter(saysSomething) }, reviewerId);
}

/** `own` of several, `others` when one's own is not among several, `all` of one or none, and of a mark. */
type Whose = 'all' | 'own' | 'others';

function sayWhose(
  { checkability }: Annotation,
  { standing, doubted }: ReturnType<typeof sortVerdicts<Verdict>>,
  reviewerId: Id | null,
): Whose {
  if (checkability === 'not-checkable' || standing.length + doubted.length <= 1) return 'all';
  return doubted.some((verdict) => verdict.reviewerId === reviewerId) ? 'own' : 'others';
}
