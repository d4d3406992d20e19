import {
  type Case,
  Kind,
  caseAt,
  isDirectionMark,
  isLineBreak,
  isSpace,
  isWordAt,
  skipSpace,
} from './characters.ts';
import { skipBareCitation } from './closers.ts';
import type { Abbreviation, Pack } from './packs/pack.ts';

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
  readonly kind: 'stop' | 'cry' | 'ellipsis' | 'hard';
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

/** What the scan knows of a site before anything is read around it. */
export interface Found {
  readonly start: number;
  readonly mark: number;
  readonly marks: Marks;
  /** Behind the marks and what closes after them. */
  readonly closed: number;
  readonly remark: number | undefined;
}

export function describeSite(text: string, pack: Pack, found: Found): Site {
  const { start, mark, marks } = found;
  const word = marks.kind === 'stop' ? wordBefore(text, mark, start) : '';
  const abbreviation = word === '' ? undefined : abbreviationOf(pack, word);
  const end = abbreviation === undefined ? endOfCitation(text, found) : found.closed;
  const next = skipSpace(text, end);
  const lead = skipOpeners(text, next);
  return {
    text,
    pack,
    start,
    mark,
    markEnd: marks.end,
    end,
    next,
    lead,
    leadCase: caseAt(text, lead),
    kind: marks.kind,
    isClosed: end > skipDirectionMarks(text, marks.end),
    breaksLine: hasLineBreak(text, end, next),
    word,
    abbreviation,
    remark: found.remark,
  };
}

export interface Marks {
  readonly end: number;
  readonly kind: Site['kind'];
}

/** Reads the marks at `at` as one: `?!`, `....`, `. . .`, and the marks that French sets apart by a space. */
export function readMarks(text: string, pack: Pack, at: number): Marks {
  const { kinds } = pack;
  let end = at;
  let dots = 0;
  let cries = false;
  let hard = false;
  for (;;) {
    const kind = kinds[text.charCodeAt(end)];
    if (kind === Kind.stop) dots += 1;
    else if (kind === Kind.ellipsis) dots += 3;
    else if (kind === Kind.cry) cries = true;
    else if (kind === Kind.hard) hard = true;
    else {
      const resumed = resumeMarks(text, pack, at, end);
      if (resumed === end) break;
      end = resumed;
      continue;
    }
    end += 1;
  }
  return { end, kind: hard ? 'hard' : cries ? 'cry' : dots > 1 ? 'ellipsis' : 'stop' };
}

/** Where the marks go on behind white space: `. . .`, `Quoi ! ?`; `end` if they do not. */
function resumeMarks(text: string, pack: Pack, at: number, end: number): number {
  const code = text.charCodeAt(end);
  if (!isSpace(code) || isLineBreak(code)) return end;
  const next = end + 1;
  const kind = pack.kinds[text.charCodeAt(next)];
  if (kind === Kind.cry) return isWordAt(text, next + 1) ? end : next;
  if (kind !== Kind.stop || isWordAt(text, next + 1) || text.charAt(next + 1) === '.') return end;
  return end === at + 1 && startsElision(text, at, end) ? end : next;
}

/** `word. . . . Next`: the first full stop ends its sentence, the spaced dots stand for words left out of the next. */
function startsElision(text: string, at: number, end: number): boolean {
  if (!isWordAt(text, at - 1) || !text.startsWith(' . . .', end)) return false;
  return caseAt(text, skipSpace(text, end + ' . . .'.length)) === 'upper';
}

function endOfCitation(text: string, { mark, marks, closed }: Found): number {
  if (closed > marks.end || marks.kind !== 'stop') return closed;
  const cited = skipBareCitation(text, mark, closed);
  return cited > closed && caseAt(text, skipSpace(text, cited)) === 'upper' ? cited : closed;
}

/** Longer ones are no abbreviations. */
const LONGEST_ABBREVIATION = 12;

function wordBefore(text: string, mark: number, start: number): string {
  let end = mark;
  while (end > start && isDirectionMark(text.charCodeAt(end - 1))) end -= 1;
  const floor = Math.max(start, end - LONGEST_ABBREVIATION - 1);
  let begin = end;
  while (begin > floor && belongsToWord(text, begin - 1)) begin -= 1;
  return end - begin > LONGEST_ABBREVIATION ? '' : text.slice(begin, end);
}

const FULL_STOP = 0x2e;

function belongsToWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code >= 0xdc00 && code <= 0xdfff) return isWordAt(text, at - 1);
  return isWordAt(text, at) || code === FULL_STOP || '°ºª№'.includes(text.charAt(at));
}

export function abbreviationOf(pack: Pack, word: string): Abbreviation | undefined {
  return pack.abbreviations.get(word) ?? pack.abbreviations.get(word.toLowerCase());
}

const OPENERS = '"\'“”„‟‘’‚‛«»‹›([{（［｛「『【〔《〈¿¡*_＂〝';

export function skipOpeners(text: string, at: number): number {
  let lead = at;
  while (lead < text.length && isOpener(text, lead)) lead += 1;
  // French sets a space behind the guillemet.
  return lead > at ? skipInlineSpace(text, lead) : lead;
}

function isOpener(text: string, at: number): boolean {
  return OPENERS.includes(text.charAt(at)) || isDirectionMark(text.charCodeAt(at));
}

function skipInlineSpace(text: string, at: number): number {
  let next = at;
  while (isSpace(text.charCodeAt(next)) && !isLineBreak(text.charCodeAt(next))) next += 1;
  return next;
}

function skipDirectionMarks(text: string, at: number): number {
  let next = at;
  while (isDirectionMark(text.charCodeAt(next))) next += 1;
  return next;
}

function hasLineBreak(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (isLineBreak(text.charCodeAt(i))) return true;
  return false;
}

const LONGEST_WORD = 24;

/** The run of letters and digits at `at`, cut after `LONGEST_WORD` units. */
export function wordAt(text: string, at: number): string {
  let end = at;
  const ceiling = at + LONGEST_WORD;
  while (end < ceiling && isWordAt(text, end)) end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
  return text.slice(at, end);
}

/** Whether the next word is one that begins sentences: a capital on a word that is seldom a name. */
export function startsSentence(site: Site): boolean {
  if (site.leadCase !== 'upper')
    return '¿¡'.includes(site.text.charAt(site.next)) && site.next < site.text.length;
  const word = wordAt(site.text, site.lead);
  // `I.` is an initial, not the pronoun.
  if (site.text.charAt(site.lead + word.length) === '.') return false;
  return site.pack.starters.has(word.toLowerCase());
}
