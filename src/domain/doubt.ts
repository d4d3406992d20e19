import { quoteOf, type Annotation } from './annotation.ts';
import type { FactCheck } from './fact-check.ts';
import { verdictsOf } from './lookup.ts';
import { digestWords, readingOf } from './reading.ts';
import { LAST_CREDIBLE_TIME, type Id } from './record.ts';
import type { Verdict } from './verdict.ts';

type Carried = NonNullable<Annotation['carried']>;
type Place = NonNullable<Annotation['earlier']>[number];
type Said = Pick<Verdict, 'ratingId' | 'conclusion' | 'suggestedWording' | 'unknowns'>;
type Given = Said & Pick<Verdict, 'id' | 'decidedAt' | 'reading' | 'scaleId' | 'confidence'>;

/**
 * True for a verdict that was given on other words than those that stand here now, or on words that nobody knows, and that
 * nobody has confirmed for these. It rests on nothing but the names of the words, which the verdict and the annotation
 * bear: in whichever order an undo, the history, a file or another tab brings them together, the answer is the same.
 */
export function isVerdictInDoubt(annotation: Annotation, verdict: Given): boolean {
  const present = readingOf(annotation);
  return readingOfVerdict(annotation, verdict) !== present && !isConfirmed(annotation, verdict, present);
}

function isConfirmed({ confirmed }: Annotation, verdict: Given, reading: string): boolean {
  return (
    confirmed?.verdictId === verdict.id &&
    confirmed.reading === reading &&
    confirmed.said === digestOfSaid(verdict)
  );
}

/** What a verdict says, as 16 hex digits. */
export function digestOfSaid(verdict: Given): string {
  const { scaleId, ratingId, confidence, conclusion, suggestedWording, unknowns } = verdict;
  return digestWords(JSON.stringify([scaleId, ratingId, confidence, conclusion, suggestedWording, unknowns]));
}

/** The name of the words that a verdict was given on; null when that is not known. */
export function readingOfVerdict(annotation: Annotation, { reading, decidedAt }: Given): string | null {
  if (reading !== undefined) return reading;
  if (annotation.untoldReading !== undefined) return annotation.untoldReading;
  const doubt = doubtOf(annotation);
  const isLater = doubt !== null && isCredible(decidedAt) && Date.parse(decidedAt) > Date.parse(doubt.at);
  return doubt === null || isLater ? readingOf(annotation) : untoldReadingOf(annotation);
}

/** The same for the mark that there is nothing to check. */
export function readingOfMark(annotation: Annotation): string | null {
  if (annotation.markedReading !== undefined) return annotation.markedReading;
  if (annotation.untoldReading !== undefined) return annotation.untoldReading;
  return hasUntoldPlace(annotation) ? untoldReadingOf(annotation) : readingOf(annotation);
}

/**
 * What a person left open about words that changed, in the draft that it stands in. Of what older versions saved, it says
 * that all verdicts until then are in doubt.
 */
function doubtOf({ carried, articleId }: Annotation): Carried | null {
  const isLeftOpen = carried?.decision === 'undecided' || carried?.decision === 're-check';
  return isLeftOpen && carried.articleId === articleId ? carried : null;
}

/** What older versions say of the words that were judged before: in which draft they stood. Never the present ones. */
function untoldReadingOf(annotation: Annotation): string | null {
  const judged = findJudgedIn(annotation);
  const reading = judged ? readingOf(judged) : null;
  return reading === readingOf(annotation) ? null : reading;
}

/** Where it stood in the draft in which its words were judged. */
export function findJudgedIn({ targets, earlier = [] }: Annotation): Place | undefined {
  return earlier.find(({ articleId }) => articleId === targets[0]?.judgedIn);
}

/** True where a person has still to say that the words which were found are the ones that are meant. */
export function hasUntoldPlace(annotation: Annotation): boolean {
  if (doubtOf(annotation) === null || annotation.targets.every(({ judgedIn }) => judgedIn === undefined))
    return false;
  const judged = findJudgedIn(annotation);
  return !judged || quoteOf(judged) !== quoteOf(annotation);
}

/** The verdicts that say something, by whether they were given on the words that stand here now. */
export function sortVerdicts<T extends Given>(
  annotation: Annotation,
  verdicts: readonly T[],
): { readonly standing: readonly T[]; readonly doubted: readonly T[] } {
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
 * True while something that was said about the annotation was said about other words than those that stand here now: the
 * mark that there is nothing to check, or else a verdict of whomever. A mark leaves verdicts behind it out of account.
 */
export function isInDoubt(factCheck: FactCheck, annotation: Annotation): boolean {
  if (annotation.checkability === 'not-checkable') return readingOfMark(annotation) !== readingOf(annotation);
  const { standing, doubted } = sortVerdicts(annotation, verdictsOf(factCheck, annotation.id));
  if (doubted.length > 0) return true;
  return !standing.some(({ ratingId }) => ratingId !== null) && hasUntoldPlace(annotation);
}

/** The annotation as somebody has judged it in the draft that it stands in. */
export function judgedHere(annotation: Annotation): Annotation {
  return { ...annotation, targets: annotation.targets.map(({ judgedIn: _old, ...target }) => target) };
}

/** Where all that was said was said about the words that stand here now, it was judged in this draft. */
export function asJudged(annotation: Annotation, verdicts: readonly Given[]): Annotation {
  const { targets, earlier = [] } = annotation;
  const judged = earlier.find(({ articleId }) => articleId === targets[0]?.judgedIn);
  if (judged && readingOf(judged) === readingOf(annotation)) return annotation;
  const { standing, doubted } = sortVerdicts(annotation, verdicts);
  return standing.length > 0 && doubted.length === 0 ? judgedHere(annotation) : annotation;
}

function isCredible(instant: string): boolean {
  return Date.parse(instant) < LAST_CREDIBLE_TIME;
}
