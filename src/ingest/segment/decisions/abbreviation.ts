import { caseAt, isDigit } from '../characters.ts';
import type { Verdict } from '../decide.ts';
import { type Site, startsSentence } from '../site.ts';
import { wordAt } from '../words.ts';

/** Titles never end a sentence; `U.S.`, `Inc.`, `p.m.` and `etc.` do when what follows starts one. */
export function isAbbreviation(site: Site): Verdict {
  const { abbreviation, kind, isClosed } = site;
  if (kind !== 'stop' || isClosed) return undefined;
  switch (abbreviation) {
    case 'leading':
      return 'join';
    case 'trailing':
    case 'numbered':
      return 'split';
    case 'time':
      return endsTime(site) ? 'split' : 'join';
    case 'ambiguous':
      return startsSentence(site) ? 'split' : 'join';
    case undefined:
      return isUnknownAbbreviation(site) && !startsSentence(site) ? 'join' : undefined;
  }
}

/** `6 P.M.` ends a sentence, but not before `Eastern`, and not when the sentence has said nothing yet but the time. */
function endsTime({ text, pack, start, mark, lead }: Site): boolean {
  if (pack.zones.has(wordAt(text, lead).toLowerCase()) || isDigit(text.charCodeAt(lead))) return false;
  return !TIME_ALONE.test(text.slice(start, mark));
}

const TIME_ALONE = /^[A-Z]?[a-z]* ?\d{1,2}(?::\d\d)? \S+$/;

/** Letters with full stops between (`U.S`, `Ph.D`, `z.B`), or a capital and consonants (`Hr`, `Skt`). */
function isUnknownAbbreviation({ word }: Site): boolean {
  if (word.includes('.')) return DOTTED.test(word);
  return word.length <= 4 && caseAt(word, 0) === 'upper' && CONSONANTS.test(word);
}

const DOTTED = /^(?:[^\d.]{1,3}\.)+[^\d.]$/;
const CONSONANTS = /^[A-Z][bcdfghjklmnpqrstvwxz]{1,3}$/;
