import { isDigit } from '../characters.ts';
import type { Verdict } from '../decide.ts';
import { type Site, startsSentence, wordAt } from '../site.ts';

/** Titles never end a sentence; `U.S.`, `Inc.`, `p.m.` and `etc.` do when what follows starts one. */
export function isAbbreviation(site: Site): Verdict {
  const { abbreviation, kind, isClosed } = site;
  if (kind !== 'stop' || isClosed) return 'pass';
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
      return isUnknownAbbreviation(site) && !startsSentence(site) ? 'join' : 'pass';
  }
}

/** `6 P.M.` ends a sentence, but not before `Eastern`, and not when the sentence has said nothing yet but the time. */
function endsTime({ text, pack, start, mark, lead }: Site): boolean {
  if (pack.zones.has(wordAt(text, lead).toLowerCase()) || isDigit(text.charCodeAt(lead))) return false;
  return !/^\p{Lu}?\p{Ll}* \d{1,2}(?::\d\d)? \S+$/u.test(text.slice(start, mark));
}

/** Letters with full stops between them (`N.A.T.O`), or a word in capital and consonants (`Hr`, `Skt`). */
function isUnknownAbbreviation({ word }: Site): boolean {
  if (word.includes('.')) return /^\p{L}{1,3}(?:\.\p{L}{1,3})+$/u.test(word);
  return word.length <= 4 && /^[A-Z][bcdfghjklmnpqrstvwxz]{1,3}$/.test(word);
}
