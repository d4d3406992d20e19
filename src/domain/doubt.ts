import { quoteOf, type Annotation } from './annotation.ts';
import type { FactCheck } from './fact-check.ts';
import { verdictsOf } from './lookup.ts';
import { LAST_CREDIBLE_TIME, type Id } from './record.ts';
import type { Verdict } from './verdict.ts';

type Carried = NonNullable<Annotation['carried']>;
type Said = Pick<Verdict, 'ratingId' | 'conclusion' | 'suggestedWording' | 'unknowns'>;

/**
 * What puts the verdicts until then in doubt: the words of the annotation changed, and nobody has said that all of them
 * still hold. It stays when new verdicts are given, so that an old one which comes back, by an undo, from the history or
 * from another tab, is in doubt again. What was left undecided about a draft in which it has no place is no such doubt.
 */
export function doubtOf({ carried, articleId }: Annotation): Carried | null {
  const isLeftOpen = carried?.decision === 'undecided' || carried?.decision === 're-check';
  return isLeftOpen && carried.articleId === articleId ? carried : null;
}

/**
 * True for a verdict that was given on other words than those that stand here now: it was decided before they changed,
 * or at a time that no clock has reached.
 */
export function isVerdictInDoubt(annotation: Annotation, { decidedAt }: Pick<Verdict, 'decidedAt'>): boolean {
  const doubt = doubtOf(annotation);
  return doubt !== null && !(isCredible(decidedAt) && Date.parse(decidedAt) > Date.parse(doubt.at));
}

/** The verdicts that say something, by whether they were given on the words that stand here now. */
export function sortVerdicts(
  annotation: Annotation,
  verdicts: readonly Verdict[],
): { readonly standing: readonly Verdict[]; readonly doubted: readonly Verdict[] } {
  const said = verdicts.filter(saysSomething);
  return {
    standing: said.filter((verdict) => !isVerdictInDoubt(annotation, verdict)),
    doubted: said.filter((verdict) => isVerdictInDoubt(annotation, verdict)),
  };
}

/** False for what is left of a verdict that was taken back. */
export function saysSomething({ ratingId, conclusion, suggestedWording, unknowns }: Said): boolean {
  return ratingId !== null || [conclusion, suggestedWording, unknowns].some((words) => words?.trim());
}

/**
 * The verdict that stands for an annotation: the reviewer's own if it has a rating, else the latest that has one. One
 * that is in doubt only where no rated verdict was given on the words that stand here now.
 */
export function leadingVerdict(
  factCheck: FactCheck,
  annotation: Annotation,
  reviewerId: Id | null,
): Verdict | undefined {
  const rated = verdictsOf(factCheck, annotation.id).filter(({ ratingId }) => ratingId !== null);
  const standing = rated.filter((verdict) => !isVerdictInDoubt(annotation, verdict));
  return leadingOf(standing.length > 0 ? standing : rated, reviewerId);
}

/** Of several verdicts the reviewer's own if it has a rating, else the latest that has one. */
export function leadingOf(verdicts: readonly Verdict[], reviewerId: Id | null): Verdict | undefined {
  const rated = verdicts.filter(({ ratingId }) => ratingId !== null);
  return (
    rated.find((verdict) => verdict.reviewerId === reviewerId) ??
    rated.reduce<Verdict | undefined>(
      (a, b) => (a && Date.parse(a.decidedAt) > Date.parse(b.decidedAt) ? a : b),
      undefined,
    )
  );
}

/**
 * True while something that was said about the annotation was said about other words than those that stand here now: a
 * verdict of whomever, or the mark that there is nothing to check.
 */
export function isInDoubt(factCheck: FactCheck, annotation: Annotation): boolean {
  if (doubtOf(annotation) === null) return false;
  const { standing, doubted } = sortVerdicts(annotation, verdictsOf(factCheck, annotation.id));
  if (doubted.length > 0) return true;
  const isJudged = standing.some(({ ratingId }) => ratingId !== null);
  const isOnOtherWords = annotation.targets.some(({ judgedIn }) => judgedIn !== undefined);
  return !isJudged && isOnOtherWords && judgedQuoteOf(annotation) !== quoteOf(annotation);
}

/** The instant `now` of a change of words, or the latest decision before it where a clock runs ahead. */
export function doubtUntil(verdicts: Iterable<Pick<Verdict, 'decidedAt'>>, now: string): string {
  let until = now;
  for (const { decidedAt } of verdicts)
    if (isCredible(decidedAt) && Date.parse(decidedAt) > Date.parse(until)) until = decidedAt;
  return until;
}

/** The instant for a decision that is made `now`: after the last change of the words, whatever the clocks say. */
export function decideAfter({ carried }: Pick<Annotation, 'carried'>, now: string): string {
  if (!carried || Date.parse(now) > Date.parse(carried.at)) return now;
  return new Date(Math.min(Date.parse(carried.at) + 1, LAST_CREDIBLE_TIME)).toISOString();
}

/** The annotation as somebody has judged it in the draft that it stands in. */
export function judgedHere(annotation: Annotation): Annotation {
  return { ...annotation, targets: annotation.targets.map(({ judgedIn: _old, ...target }) => target) };
}

/**
 * The words that were judged, when other ones stand in their place now; where nobody knows which, the last others that
 * stood there. Null when none are known.
 */
export function judgedQuoteOf(annotation: Annotation): string | null {
  const { targets, earlier = [] } = annotation;
  const judged = earlier.find(({ articleId }) => articleId === targets[0]?.judgedIn);
  if (judged) return quoteOf(judged);
  const others = earlier.findLast((place) => quoteOf(place) !== quoteOf(annotation));
  return doubtOf(annotation) && others ? quoteOf(others) : null;
}

function isCredible(instant: string): boolean {
  return Date.parse(instant) <= LAST_CREDIBLE_TIME;
}
