import { makeChange, type Change, type Hand } from './change.ts';
import { headOf, type FactCheck } from './fact-check.ts';
import type { RatingScale } from './rating-scale.ts';
import type { Id } from './record.ts';

/** Gives the fact check another title. */
export function renameFactCheck(factCheck: FactCheck, title: string, hand: Hand): Change {
  return makeChange('Rename', factCheck, { changed: [{ ...headOf(factCheck), title }] }, hand);
}

/** Makes new verdicts use this scale; verdicts that were given keep theirs. */
export function chooseScale(factCheck: FactCheck, scale: RatingScale, hand: Hand): Change {
  const isHere = factCheck.tables['rating-scale'].has(scale.id);
  return makeChange(
    'Choose rating scale',
    factCheck,
    { added: isHere ? [] : [scale], changed: [{ ...headOf(factCheck), scaleId: scale.id }] },
    hand,
  );
}

/** Writes a reviewer's name into the fact check: a new reviewer, or the new name of one that is here. */
export function nameReviewer(factCheck: FactCheck, id: Id, name: string, hand: Hand): Change {
  const known = factCheck.tables.reviewer.get(id);
  return makeChange(
    'Name reviewer',
    factCheck,
    known ? { changed: [{ ...known, name }] } : { added: [{ type: 'reviewer', id, name }] },
    hand,
  );
}
