import { say } from '../messages/say.ts';
import { makeChange, type Change, type Hand } from './change.ts';
import { headOf, type FactCheck } from './fact-check.ts';
import type { Id } from './record.ts';

/** Gives the fact check another title. */
export function renameFactCheck(factCheck: FactCheck, title: string, hand: Hand): Change {
  return makeChange(say('Rename'), factCheck, { changed: [{ ...headOf(factCheck), title }] }, hand);
}

/** Writes a reviewer's name into the fact check: a new reviewer, or the new name of one that is here. */
export function nameReviewer(factCheck: FactCheck, id: Id, name: string, hand: Hand): Change {
  const known = factCheck.tables.reviewer.get(id);
  return makeChange(
    say('Name reviewer'),
    factCheck,
    known ? { changed: [{ ...known, name }] } : { added: [{ type: 'reviewer', id, name }] },
    hand,
  );
}
