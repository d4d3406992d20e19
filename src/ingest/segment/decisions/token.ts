import { caseAt, isDigit, isLetterAt, isSpace, isUnspaced, isWordAt } from '../characters.ts';
import type { Verdict } from '../decide.ts';
import type { Site } from '../site.ts';
import { wordAt } from '../words.ts';

/** A mark with nothing between it and the next letter: decimals, addresses, names of files, `U.S.A`, `Ph.D`. */
export function isInsideToken(site: Site): Verdict {
  const { text, kind, end, next, isClosed } = site;
  if (kind === 'ellipsis' || kind === 'hard' || next > end || isClosed) return undefined;
  if (!isWordAt(text, next)) return SYMBOLS.includes(text.charAt(next)) ? 'join' : undefined;
  if (site.leadCase === 'lower' || isInAddress(text, site)) return 'join';
  return kind === 'stop' ? decideStop(site) : decideCry(site);
}

/** Join a word to what precedes it. */
const SYMBOLS = "-/\\_@%=#+~^|<>'’";

function decideStop(site: Site): Verdict {
  const { text, mark, next, word } = site;
  if (isDigit(text.charCodeAt(next))) return 'join';
  if (word.includes('.') || word.length === 1 || site.abbreviation !== undefined) return 'join';
  if (/^\d{1,2}$/.test(word) || text.charAt(next + 1) === '.') return 'join';
  if (site.leadCase === 'none') return isLetterAt(text, mark - 1) ? undefined : 'join';
  const follows = wordAt(text, next);
  const isWord = follows.length === 1 || caseAt(text, next + 1) === 'lower' || /^[IVXLC]+$/.test(follows);
  return isWord && caseAt(text, mark - 1) !== 'upper' ? undefined : 'join';
}

/** `Y!J`, `!Kung`; `Yahoo!ニュース`, since Japanese has a wide mark of its own. */
function decideCry({ text, mark, next, start }: Site): Verdict {
  if (mark === start || isSpace(text.charCodeAt(mark - 1))) return 'join';
  if (isUnspaced(text.charCodeAt(next)) && text.charAt(mark) === '!' && caseAt(text, mark - 1) !== 'none')
    return 'join';
  const isLetterAlone = isLetterAt(text, mark - 1) && (mark - 1 === start || !isLetterAt(text, mark - 2));
  return isLetterAlone ? 'join' : undefined;
}

const LONGEST_ADDRESS = 200;

/** Whether the site lies inside a web or e-mail address. */
function isInAddress(text: string, { start, mark }: Site): boolean {
  const before = text.slice(Math.max(start, mark - LONGEST_ADDRESS), mark);
  const after = text.slice(mark, mark + LONGEST_ADDRESS);
  return ADDRESS.test(before.slice(before.search(LAST_WORD)) + after.slice(0, after.search(/\s|$/)));
}

const LAST_WORD = /\S*$/;
const ADDRESS = /^\W*www\.|:\/\/|^[^@]+@[^@]+\.|^[\w.-]+\.[a-z]{2,}\//;
