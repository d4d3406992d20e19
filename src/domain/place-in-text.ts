import { compareInText, type Annotation } from './annotation.ts';

/** Where an annotation stands among others that are in text order, or would stand; found by halving. */
export function placeInText(
  ordered: readonly Annotation[],
  annotation: Annotation,
): { readonly index: number; readonly isThere: boolean } {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = ordered[middle];
    if (other && compareInText(other, annotation) < 0) low = middle + 1;
    else high = middle;
  }
  return { index: low, isThere: ordered[low]?.id === annotation.id };
}
