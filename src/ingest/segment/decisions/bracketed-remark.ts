import { caseAt } from '../characters.ts';
import type { Verdict } from '../decide.ts';
import { type Site, skipOpeners } from '../site.ts';

/**
 * A sentence goes on behind a bracket that opened inside it, `(at 5 p.m.)`, `(!)`, unless the bracket holds a sentence and
 * what follows may start one. Into a bracket that is only a reference, `(Smith 55).`, it goes on as well.
 */
export function isBracketedRemark(site: Site): Verdict {
  const { text, remark, next, isClosed } = site;
  if (remark !== undefined) return holdsSentence(site, remark) ? undefined : 'join';
  if (!isClosed || text.charAt(next) !== '(' || site.breaksLine) return undefined;
  return REFERENCE.test(text.slice(next, next + LONGEST_REFERENCE)) ? 'join' : undefined;
}

function holdsSentence({ text, pack, mark }: Site, remark: number): boolean {
  return (
    caseAt(text, skipOpeners(text, pack.kinds, remark)) === 'upper' && text.slice(remark, mark).includes(' ')
  );
}

const LONGEST_REFERENCE = 80;
const REFERENCE = /^\([^()\n.!?]+\)[.,;]/;
