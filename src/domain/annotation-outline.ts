import { message, say, sayData } from '../messages/say.ts';
import type { Annotation } from './annotation.ts';
import { isInDoubt, isVerdictInDoubt, leadingVerdict } from './doubt.ts';
import type { FactCheck } from './fact-check.ts';
import { isDoubtedByItsSentence } from './judged-place.ts';
import { evidenceOf, verdictsOf } from './lookup.ts';
import { ratingOf } from './marks.ts';
import type { Id } from './record.ts';
import type { Verdict } from './verdict.ts';

export const OPEN = message('Open', 'an annotation without a verdict');

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
  /**
   * Whether something was said on other words: what is shown here, or `another` verdict beside it. `around`: what is shown
   * here was said on the same words, with others around them.
   */
  readonly doubt: 'shown' | 'around' | 'another' | null;
}

/**
 * Sums an annotation up as this reviewer sees it: by the own verdict, else by the latest that has a rating. A verdict in
 * doubt has no colour, and gives way to one that stands.
 */
export function outlineAnnotation(
  factCheck: FactCheck,
  annotation: Annotation,
  reviewerId: Id | null,
): AnnotationOutline {
  const leading = leadingVerdict(factCheck, annotation, reviewerId);
  const sources = new Set(evidenceOf(factCheck, annotation.id).map(({ sourceId }) => sourceId)).size;
  const conclusion = firstLine(leading ?? findWords(factCheck, annotation, reviewerId));
  const look = lookOf(factCheck, annotation, leading);
  const isStanding =
    leading !== undefined && annotation.checkability === 'claim' && !isVerdictInDoubt(annotation, leading);
  const doubt = doubtOf(factCheck, annotation, isStanding);
  return {
    annotation,
    ...look,
    colour: doubt === 'shown' || doubt === 'around' ? 'none' : look.colour,
    conclusion,
    sources,
    doubt,
  };
}

function doubtOf(
  factCheck: FactCheck,
  annotation: Annotation,
  isStanding: boolean,
): AnnotationOutline['doubt'] {
  if (!isInDoubt(factCheck, annotation)) return null;
  if (isStanding) return 'another';
  return isDoubtedByItsSentence(annotation, verdictsOf(factCheck, annotation.id)) ? 'around' : 'shown';
}

function lookOf(
  factCheck: FactCheck,
  { checkability }: Annotation,
  verdict: Verdict | undefined,
): Pick<AnnotationOutline, 'verdict' | 'word' | 'colour' | 'mark'> {
  if (checkability === 'not-checkable')
    return { verdict: '', word: say('Not checkable'), colour: 'none', mark: '∅' };
  if (!verdict || verdict.ratingId === null)
    return { verdict: '', word: say(OPEN), colour: 'none', mark: '…' };
  const rating = ratingOf(factCheck, verdict);
  // A rating of a scale that is not here is still a verdict: it is shown by its id, never as open.
  const label = sayData(rating?.label ?? verdict.ratingId);
  return { verdict: label, word: label, colour: rating?.colour ?? 'none', mark: rating?.mark ?? '•' };
}

/** Words without a rating: one's own before those of others, and those on the present words before all. */
function findWords(factCheck: FactCheck, annotation: Annotation, reviewerId: Id | null): Verdict | undefined {
  const all = verdictsOf(factCheck, annotation.id).filter(({ conclusion }) => conclusion.trim() !== '');
  const standing = all.filter((verdict) => !isVerdictInDoubt(annotation, verdict));
  const written = standing.length > 0 ? standing : all;
  return written.find((verdict) => verdict.reviewerId === reviewerId) ?? written.at(-1);
}

function firstLine(verdict: Verdict | undefined): string {
  return verdict?.conclusion.trim().split('\n', 1)[0] ?? '';
}
