import { isDigit } from '../characters.ts';
import type { Verdict } from '../decide.ts';
import type { Site } from '../site.ts';
import { wordAt } from '../words.ts';

/** `No. 5`, `p. 55`, `Jan. 20`, `Art. IV`: an abbreviation before its number; without one it is a word like any other. */
export function isNumberPrefix(site: Site): Verdict {
  const { text, abbreviation, lead, next } = site;
  if (text.charAt(next) === '№') return 'join';
  if (abbreviation === undefined || abbreviation === 'trailing' || abbreviation === 'time') return undefined;
  if (isDigit(text.charCodeAt(lead))) return 'join';
  if (abbreviation !== 'numbered') return undefined;
  const follows = wordAt(text, lead);
  // `No. I was at home.`
  if (follows === 'I' && site.word.toLowerCase() === 'no') return undefined;
  return /^[IVXLCDM]+$/.test(follows) ? 'join' : undefined;
}
