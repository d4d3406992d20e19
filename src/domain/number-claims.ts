import { compareInText, type Annotation } from './annotation.ts';
import { articleOf, type FactCheck } from './fact-check.ts';
import { isPlacedIn } from './placed-annotations.ts';
import type { Id } from './record.ts';

/** The claims that have their place in the draft under check, numbered from 1 in the order of the text. */
export function numberClaims(factCheck: FactCheck): ReadonlyMap<Id, number> {
  const article = articleOf(factCheck);
  const claims = [...factCheck.tables.annotation.values()].filter(
    (annotation: Annotation) => annotation.checkability === 'claim' && isPlacedIn(article, annotation),
  );
  return new Map(claims.toSorted(compareInText).map(({ id }, i) => [id, i + 1]));
}
