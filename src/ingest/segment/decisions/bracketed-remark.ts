import type { Verdict } from '../decide.ts';
import type { Site } from '../site.ts';

/**
 * A sentence goes on behind a bracket that opened inside it, `(at 5 p.m.)`, `(!)`, unless the bracket holds a sentence and
 * what follows may start one. Into a bracket that is only a reference, `(Smith 55).`, it goes on as well.
 */
export function isBracketedRemark(site: Site): Verdict {
  const { text, remark, mark, next, isClosed } = site;
  if (remark !== undefined) return HOLDS_SENTENCE.test(text.slice(remark, mark)) ? 'pass' : 'join';
  if (!isClosed || text.charAt(next) !== '(' || site.breaksLine) return 'pass';
  return REFERENCE.test(text.slice(next, next + LONGEST_REFERENCE)) ? 'join' : 'pass';
}

const HOLDS_SENTENCE = /^[([{]\s*["'“‘«]?\p{Lu}[^]*\s/u;
const LONGEST_REFERENCE = 80;
const REFERENCE = /^\([^()\n.!?]+\)[.,;]/;
