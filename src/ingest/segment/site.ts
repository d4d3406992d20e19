import {
  type Case,
  type Kinds,
  Kind,
  caseAt,
  isDirectionMark,
  skipInlineSpace,
  skipSpace,
} from './characters.ts';
import { type MarkKind, kindOfMarks } from './marks.ts';
import type { Abbreviation, Pack } from './packs/pack.ts';
import { abbreviationOf, wordAt, wordBefore } from './words.ts';

/** A place where a sentence may end: the marks found there, and what stands around them. Positions are UTF-16 units. */
export interface Site {
  readonly text: string;
  readonly pack: Pack;
  /** Where the sentence so far starts. */
  readonly start: number;
  /** The first mark, and the end of the last one. */
  readonly mark: number;
  readonly markEnd: number;
  /** Where the sentence would end: after closing quotes, brackets and citation marks. */
  readonly end: number;
  /** The next visible character, `text.length` if there is none. */
  readonly next: number;
  /** The next letter or digit, opening quotes and brackets passed over. */
  readonly lead: number;
  readonly leadCase: Case;
  readonly kind: MarkKind;
  /** Whether anything visible closes between `markEnd` and `end`. */
  readonly isClosed: boolean;
  /** Whether a line break stands between `end` and `next`. */
  readonly breaksLine: boolean;
  /** The word that a full stop stands behind, inner ones included, if it is short: `Sen`, `U.S`, `p.m`. */
  readonly word: string;
  readonly abbreviation: Abbreviation | undefined;
  /** Where a bracket opened inside the sentence, if `end` is right behind its close. */
  readonly remark: number | undefined;
}

/** The site whose marks are between `mark` and `markEnd`, with all that closes behind them up to `end`. */
export function describeSite(
  text: string,
  pack: Pack,
  start: number,
  mark: number,
  markEnd: number,
  end: number,
  remark: number | undefined,
): Site {
  const kind = kindOfMarks(text, pack.kinds, mark, markEnd);
  const word = kind === 'stop' ? wordBefore(text, mark, start) : '';
  const next = skipSpace(text, end);
  const lead = skipOpeners(text, pack.kinds, next);
  return {
    text,
    pack,
    start,
    mark,
    markEnd,
    end,
    next,
    lead,
    leadCase: caseAt(text, lead),
    kind,
    isClosed: end > markEnd && !isDirectionMark(text.charCodeAt(end - 1)),
    breaksLine: skipInlineSpace(text, end) < next,
    word,
    abbreviation: word === '' ? undefined : abbreviationOf(pack, word),
    remark,
  };
}

const OPENERS = '"\'“”„‘’‚«»‹›「『¿¡*_';

export function skipOpeners(text: string, kinds: Kinds, at: number): number {
  if (caseAt(text, at) !== 'none') return at;
  let lead = at;
  while (lead < text.length && isOpener(text, kinds, lead)) lead += 1;
  // French sets a space behind the guillemet.
  return lead > at ? skipInlineSpace(text, lead) : lead;
}

function isOpener(text: string, kinds: Kinds, at: number): boolean {
  const code = text.charCodeAt(at);
  return OPENERS.includes(text.charAt(at)) || kinds[code] === Kind.openBracket || isDirectionMark(code);
}

/** Whether the next word is one that begins sentences: a capital on a word that is seldom a name. */
export function startsSentence(site: Site): boolean {
  if (site.leadCase !== 'upper') return '¿¡'.includes(site.text.charAt(site.next) || ' ');
  const word = wordAt(site.text, site.lead);
  // `I.` is an initial, not the pronoun.
  if (site.text.charAt(site.lead + word.length) === '.') return false;
  return site.pack.starters.has(word.toLowerCase());
}
