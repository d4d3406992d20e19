import { isDigit } from '../characters.ts';
import type { Verdict } from '../decide.ts';
import type { Site } from '../site.ts';

/** Marks that can only end a sentence end it, white space or not; but for those in numbers and behind those of a list. */
export function endsHard(site: Site): Verdict {
  const { text, kind, start, mark, markEnd } = site;
  if (kind !== 'hard') return undefined;
  if (isDigit(text.charCodeAt(mark - 1)) && isDigit(text.charCodeAt(markEnd))) return 'join';
  if (text.charAt(mark) === WIDE_STOP && WIDE_MARKER.test(text.slice(start, mark))) return 'join';
  return site.remark === undefined ? 'split' : 'join';
}

const WIDE_STOP = '．';
/** `１．`, `12．`, `Ａ．` before the item that they number. */
const WIDE_MARKER = /^[（(]?(?:[\d０-９]{1,3}|[A-Za-zＡ-Ｚａ-ｚ])$/;
