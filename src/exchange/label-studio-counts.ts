/**
 * What our export writes as `counts` at its round of annotations. Label Studio does not keep it, so that it is never
 * there with offsets that Label Studio has counted.
 */
export const COUNTS_CODE_POINTS = 'code points';
