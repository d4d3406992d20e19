import { scaleOf, type FactCheck } from './fact-check.ts';
import type { RatingScale } from './rating-scale.ts';

/** All scales, first the one that new verdicts use. */
export function scalesOf(factCheck: FactCheck): readonly RatingScale[] {
  const own = scaleOf(factCheck);
  return [own, ...[...factCheck.tables['rating-scale'].values()].filter((scale) => scale !== own)];
}
