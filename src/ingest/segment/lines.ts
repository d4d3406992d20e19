import {
  caseAt,
  isLineBreak,
  isSpace,
  isUnspaced,
  isWordAt,
  skipSpace,
  skipSpaceBack,
} from './characters.ts';
import { startsListItem } from './list.ts';

export interface LineBreak {
  /** The first break. */
  readonly at: number;
  /** The next visible character. */
  readonly next: number;
  readonly isBlank: boolean;
}

/** What the lines between two blank lines look like, together. */
interface Block {
  /** The length of the longest line. */
  readonly width: number;
  /** Whether somebody, or some program, broke prose into lines of about one length. */
  readonly isWrapped: boolean;
  readonly endsWithMark: boolean;
}

/** Follows the scan from line to line, and knows the line and the block that it is in. */
export class Lines {
  readonly #text: string;
  #blockStart = 0;
  #block: Block | undefined;
  #lineStart = 0;
  #next = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Reads the break at `at`, and any that follow with nothing visible between. */
  read(at: number): LineBreak {
    const next = Math.max(skipSpace(this.#text, at), at + 1);
    const isBlank = countBreaks(this.#text, at, next) > 1;
    this.#lineStart = this.#next;
    this.#next = next;
    if (isBlank) {
      this.#blockStart = next;
      this.#block = undefined;
    }
    return { at, next, isBlank };
  }

  /** A line ends its sentence unless it plainly runs on. */
  endsSentence(start: number, { at, next, isBlank }: LineBreak): boolean {
    const text = this.#text;
    if (isBlank || next >= text.length || startsListItem(text, next)) return true;
    if (CONTINUING.includes(text.charAt(next))) return false;
    if (UNFINISHED.includes(text.charAt(skipSpaceBack(text, at, start) - 1))) return false;
    this.#block ??= describeBlock(text, this.#blockStart);
    const block = this.#block;
    if (block.isWrapped && isFull(text, this.#lineStart, at, next, block.width)) return false;
    // A list of words in lower case has no capital at its start and no mark at its end.
    const runsOn = caseAt(text, next) === 'lower' && caseAt(text, start) !== 'lower' && block.endsWithMark;
    return !runsOn;
  }
}

/** Marks that no line begins with. */
const CONTINUING = '.,;:!?)]}»”。、，！？）」』';
/** Marks and particles that no sentence ends with. */
const UNFINISHED = '、，,のはが';

function countBreaks(text: string, from: number, to: number): number {
  let breaks = 0;
  for (let i = from; i < to; i += 1) {
    const code = text.charCodeAt(i);
    if (code === PARAGRAPH_SEPARATOR || code === FORM_FEED) return 2;
    const isCrLf = code === 10 && i > from && text.charCodeAt(i - 1) === 13;
    if (isLineBreak(code) && !isCrLf) breaks += 1;
  }
  return breaks;
}

const PARAGRAPH_SEPARATOR = 0x2029;
const FORM_FEED = 0x0c;

const NARROWEST_WRAP = 40;
const WIDEST_WRAP = 120;

function describeBlock(text: string, from: number): Block {
  const lines = readLines(text, from);
  const width = lines.reduce((widest, { start, end }) => Math.max(widest, end - start), 0);
  const last = lines.at(-1);
  const broken = lines.length - 1;
  let full = 0;
  let runsOn = false;
  lines.forEach(({ start }, i) => {
    const before = lines[i - 1];
    if (before === undefined) return;
    if (isFull(text, before.start, before.end, start, width)) full += 1;
    if (caseAt(text, start) === 'lower') runsOn = true;
  });
  const isEven = runsOn ? full * 2 > broken : broken > 1 && full === broken;
  return {
    width,
    isWrapped: isEven && width >= NARROWEST_WRAP && width <= WIDEST_WRAP,
    endsWithMark: last !== undefined && !isWordAt(text, last.end - 1),
  };
}

interface LineRange {
  readonly start: number;
  readonly end: number;
}

/** The lines from `from` to the next blank one, white space at their edges left out. */
function readLines(text: string, from: number): readonly LineRange[] {
  const lines: LineRange[] = [];
  let start = from;
  while (start < text.length) {
    let end = start;
    while (end < text.length && !isLineBreak(text.charCodeAt(end))) end += 1;
    lines.push({ start, end: skipSpaceBack(text, end, start) });
    start = Math.max(skipSpace(text, end), end + 1);
    if (countBreaks(text, end, start) > 1) break;
  }
  return lines;
}

/** Whether the first word of the next line would not have fitted on this one. */
function isFull(text: string, start: number, end: number, next: number, width: number): boolean {
  return skipSpaceBack(text, end, start) - start + 1 + firstWordWidth(text, next, width) > width;
}

function firstWordWidth(text: string, at: number, most: number): number {
  if (isUnspaced(text.charCodeAt(at))) return 1;
  let end = at;
  while (end < text.length && end - at < most && !isSpace(text.charCodeAt(end))) end += 1;
  return end - at;
}
