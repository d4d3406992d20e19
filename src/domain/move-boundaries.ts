import { say } from '../messages/say.ts';
import { quoteOf, type Target } from './annotation.ts';
import { makeChange, type Change, type Hand } from './change.ts';
import type { FactCheck } from './fact-check.ts';
import { verdictsOf } from './lookup.ts';
import { moveWithin } from './other-words.ts';
import type { Id } from './record.ts';

/**
 * Moves the boundaries of an annotation. A statement that is still the quoted words follows them; one that somebody
 * has written stays. In which draft its words were judged stays written; a verdict that was given on other words is in
 * doubt.
 */
export function moveBoundaries(factCheck: FactCheck, id: Id, targets: readonly Target[], hand: Hand): Change {
  const annotation = factCheck.tables.annotation.get(id);
  if (!annotation) return makeChange(say('Change boundaries'), factCheck, {}, hand);
  const moved = moveWithin(annotation, targets, verdictsOf(factCheck, id));
  const isUnwritten = annotation.claim.statement === quoteOf(annotation);
  const claim = isUnwritten ? { ...annotation.claim, statement: quoteOf(moved) } : annotation.claim;
  return makeChange(say('Change boundaries'), factCheck, { changed: [{ ...moved, claim }] }, hand);
}
