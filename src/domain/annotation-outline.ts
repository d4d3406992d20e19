import { isInDoubt, type Annotation } from './annotation.ts';
import type { FactCheck } from './fact-check.ts';
import { evidenceOf, leadingVerdict, verdictsOf } from './lookup.ts';
import { ratingOf } from './marks.ts';
import type { Id } from './record.ts';
import type { Verdict } from './verdict.ts';

/** An annotation in one line of a list. Equal fields for equal states, so that an unchanged row is not drawn again. */
export interface AnnotationOutline {
  readonly annotation: Annotation;
  /** The rating's label; empty for an open or a not checkable annotation. */
  readonly verdict: string;
  /** The same in a word that is never empty: "False", "Open", "Not checkable". */
  readonly word: string;
  readonly colour: string;
  readonly mark: string;
  /** First line of the conclusion; empty while there is none. */
  readonly conclusion: string;
  /** How many different sources it cites. */
  readonly sources: number;
}

/** Sums an annotation up as this reviewer sees it: by the own verdict, else by the latest that has a rating. */
export function outlineAnnotation(
  factCheck: FactCheck,
  annotation: Annotation,
  reviewerId: Id | null,
): AnnotationOutline {
  const leading = leadingVerdict(factCheck, annotation.id, reviewerId);
  const sources = new Set(evidenceOf(factCheck, annotation.id).map(({ sourceId }) => sourceId)).size;
  const conclusion = firstLine(leading ?? findWords(factCheck, annotation.id, reviewerId));
  const look = lookOf(factCheck, annotation, leading);
  const colour = isInDoubt(annotation) ? 'none' : look.colour;
  return { annotation, ...look, colour, conclusion, sources };
}

function lookOf(
  factCheck: FactCheck,
  { checkability }: Annotation,
  verdict: Verdict | undefined,
): Pick<AnnotationOutline, 'verdict' | 'word' | 'colour' | 'mark'> {
  if (checkability === 'not-checkable')
    return { verdict: '', word: 'Not checkable', colour: 'none', mark: '∅' };
  if (!verdict || verdict.ratingId === null) return { verdict: '', word: 'Open', colour: 'none', mark: '…' };
  const rating = ratingOf(factCheck, verdict);
  // A rating of a scale that is not here is still a verdict: it is shown by its id, never as open.
  const label = rating?.label ?? verdict.ratingId;
  return { verdict: label, word: label, colour: rating?.colour ?? 'none', mark: rating?.mark ?? '•' };
}

/** Words without a rating: one's own before those of others. */
function findWords(factCheck: FactCheck, annotationId: Id, reviewerId: Id | null): Verdict | undefined {
  const written = verdictsOf(factCheck, annotationId).filter(({ conclusion }) => conclusion.trim() !== '');
  return written.find((verdict) => verdict.reviewerId === reviewerId) ?? written.at(-1);
}

function firstLine(verdict: Verdict | undefined): string {
  return verdict?.conclusion.trim().split('\n', 1)[0] ?? '';
}
