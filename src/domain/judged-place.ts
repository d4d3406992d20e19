import { quoteOf, type Annotation } from './annotation.ts';
import {
  findJudgedIn,
  hasUntoldPlace,
  leadingOf,
  readingOfMark,
  readingOfVerdict,
  sortVerdicts,
} from './doubt.ts';
import { readingOf } from './reading.ts';
import type { Verdict } from './verdict.ts';

type Place = NonNullable<Annotation['earlier']>[number];

/**
 * Where it stood when it was judged, when other words stand in their place now: that of the mark or of the leading one of
 * the verdicts in doubt. Null when that is not known.
 */
export function judgedPlaceOf(annotation: Annotation, verdicts: readonly Verdict[]): Place | null {
  const { earlier = [] } = annotation;
  const present = readingOf(annotation);
  const { doubted } = sortVerdicts(annotation, verdicts);
  const leading = leadingOf(doubted, null) ?? doubted[0];
  const reading =
    annotation.checkability === 'not-checkable'
      ? readingOfMark(annotation)
      : leading
        ? readingOfVerdict(annotation, leading)
        : present;
  if (reading !== present && reading !== null)
    return earlier.findLast((place) => readingOf(place) === reading) ?? null;
  return hasUntoldPlace(annotation) ? (findJudgedIn(annotation) ?? null) : null;
}

/** The words that were judged, when other ones stand in their place now; null when none are known. */
export function judgedQuoteOf(annotation: Annotation, verdicts: readonly Verdict[]): string | null {
  const place = judgedPlaceOf(annotation, verdicts);
  return place && quoteOf(place);
}

/** True for what is in doubt though the words are the ones that were judged: only what stands around them is other. */
export function isDoubtedByItsSentence(annotation: Annotation, verdicts: readonly Verdict[]): boolean {
  return judgedQuoteOf(annotation, verdicts) === quoteOf(annotation);
}
