import { caseAt, isWordAt } from '../characters.ts';
import type { Verdict } from '../decide.ts';
import { type Site, startsSentence } from '../site.ts';

/** One letter with a full stop is part of a name or an abbreviation (`Jonas E. Smith`, `z. B.`), unless a sentence starts. */
export function isInitial(site: Site): Verdict {
  const { text, kind, word, isClosed, lead } = site;
  const isOneLetter = kind === 'stop' && word.length === 1 && isLetter(word);
  if (!isOneLetter || (site.abbreviation ?? 'numbered') !== 'numbered') return undefined;
  if (startsSentence(site)) return 'split';
  return isClosed || !isWordAt(text, lead) ? undefined : 'join';
}

function isLetter(word: string): boolean {
  return caseAt(word, 0) !== 'none' || /^\p{Lo}$/u.test(word);
}
