import { say } from '../messages/say.ts';
import { makeChange, type Change, type Hand } from './change.ts';
import { headOf, type FactCheck } from './fact-check.ts';
import type { RatingScale } from './rating-scale.ts';

/** Makes new verdicts use this scale; verdicts that were given keep theirs. */
export function chooseScale(factCheck: FactCheck, scale: RatingScale, hand: Hand): Change {
  const isHere = factCheck.tables['rating-scale'].has(scale.id);
  return makeChange(
    say('Choose rating scale'),
    factCheck,
    { added: isHere ? [] : [scale], changed: [{ ...headOf(factCheck), scaleId: scale.id }] },
    hand,
  );
}
