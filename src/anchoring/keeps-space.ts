import { CLASSES, type CharacterClass } from './characters.ts';

/** Whether white space between two characters tells words or numbers apart; `following` is the class after `after`. */
export function keepsSpace(
  before: CharacterClass,
  after: CharacterClass,
  following: CharacterClass,
): boolean {
  if (before === CLASSES.unspaced || after === CLASSES.unspaced) return false;
  if (isSolid(before) && isSolid(after)) {
    const isPrice =
      (before === CLASSES.currency && after === CLASSES.digit) ||
      (before === CLASSES.digit && after === CLASSES.currency);
    return !isPrice;
  }
  return (
    (after === CLASSES.point && following === CLASSES.digit) ||
    (before === CLASSES.point && after === CLASSES.digit)
  );
}

function isSolid(found: CharacterClass): boolean {
  return (
    found === CLASSES.letter ||
    found === CLASSES.digit ||
    found === CLASSES.symbol ||
    found === CLASSES.currency
  );
}
