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

/**
 * Describes one site after the other in the same record: a text of 10 MB has some 150,000, and the garbage would cost more
 * than the reading.
 */
export class SiteReader {
  readonly #site: { -readonly [K in keyof Site]: Site[K] };

  constructor(text: string, pack: Pack) {
    this.#site = {
      text,
      pack,
      start: 0,
      mark: 0,
      markEnd: 0,
      end: 0,
      next: 0,
      lead: 0,
      leadCase: 'none',
      kind: 'stop',
      isClosed: false,
      breaksLine: false,
      word: '',
      abbreviation: undefined,
      remark: undefined,
    };
  }

  /**
   * The site whose marks are between `mark` and `markEnd`, with all that closes behind them up to `end`, in the sentence that
   * starts at `start`. Valid until the next call.
   */
  read(start: number, mark: number, markEnd: number, end: number, remark: number | undefined): Site {
    const site = this.#site;
    const { text, pack } = site;
    site.start = start;
    site.mark = mark;
    site.markEnd = markEnd;
    site.remark = remark;
    site.kind = kindOfMarks(text, pack.kinds, mark, markEnd);
    site.word = site.kind === 'stop' ? wordBefore(text, mark, start, pack.longest) : '';
    site.abbreviation = site.word === '' ? undefined : abbreviationOf(pack, site.word);
    site.end = end;
    site.next = skipSpace(text, end);
    site.lead = skipOpeners(text, pack.kinds, site.next);
    site.leadCase = caseAt(text, site.lead);
    site.isClosed = end > markEnd && !isDirectionMark(text.charCodeAt(end - 1));
    site.breaksLine = skipInlineSpace(text, end) < site.next;
    return site;
  }
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
