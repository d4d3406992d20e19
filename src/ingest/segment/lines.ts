import { countColumns } from '../text-lines.ts';
import { type Kinds, caseAt, isUnspaced, isWordAt, skipSpace, skipSpaceBack } from './characters.ts';
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
  /** The columns of the longest line; characters of East Asian width count two. */
  readonly width: number;
  /** Whether somebody, or some program, broke prose into lines of about one length. */
  readonly isWrapped: boolean;
  readonly endsWithMark: boolean;
}

/** Follows the scan from line to line, and knows the line and the block that it is in. */
export class Lines {
  readonly #text: string;
  readonly #kinds: Kinds;
  #blockStart = 0;
  #block: Block | undefined;
  #lineStart = 0;
  #next = 0;

  constructor(text: string, kinds: Kinds) {
    this.#text = text;
    this.#kinds = kinds;
  }

  /** Reads the break at `at`, and any that follow with nothing visible between. */
  read(at: number): LineBreak {
    const next = Math.max(skipSpace(this.#text, at), at + 1);
    const gap = this.#text.slice(at, next);
    const isBlank = gap !== '\n' && (gap === '\n\n' || gap.search(BLANK) >= 0);
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
    if (isBlank || next >= text.length || startsListItem(text, this.#kinds, next)) return true;
    if (CONTINUING.includes(text.charAt(next))) return false;
    if (UNFINISHED.includes(text.charAt(skipSpaceBack(text, at, start) - 1))) return false;
    this.#block ??= describeBlock(text, this.#blockStart);
    const { width, isWrapped, endsWithMark } = this.#block;
    const line = text.slice(this.#lineStart, at).trimEnd();
    if (isWrapped && isFull(line, text.slice(next, next + width), width)) return false;
    // A list of words in lower case has no capital at its start and no mark at its end.
    return !(caseAt(text, next) === 'lower' && caseAt(text, start) !== 'lower' && endsWithMark);
  }
}

const BREAK = /\r\n|[\n\v\f\r\x85\u2028\u2029]/;
/** Two breaks with nothing visible between, or one that stands for two. */
const BLANK = /[\f\u2029]|(?:\r\n|\r(?!\n)|[\n\v\x85\u2028])\s*?[\n\v\r\x85\u2028]/g;

/** Marks that no line begins with. */
const CONTINUING = '.,;:!?)]»”。、，）」';
/** Marks and particles that no sentence ends with. */
const UNFINISHED = '、，,のはが';

const NARROWEST_WRAP = 40;
const WIDEST_WRAP = 120;

function describeBlock(text: string, from: number): Block {
  BLANK.lastIndex = from;
  const lines = text
    .slice(from, BLANK.exec(text)?.index)
    .split(BREAK)
    .map((line) => line.trim());
  const width = lines.reduce((widest, line) => Math.max(widest, countColumns(line)), 0);
  const rest = lines.slice(1);
  const full = rest.filter((line, i) => isFull(lines[i] ?? '', line, width)).length;
  const runsOn = rest.some((line) => caseAt(line, 0) === 'lower');
  const isProse = rest.every((line) => !isUnspaced(line.charCodeAt(0))) || lines.some(endsInside);
  const isEven = runsOn ? full * 2 > rest.length : isProse && rest.length > 1 && full === rest.length;
  const last = lines.findLast((line) => line !== '') ?? '';
  return {
    width,
    isWrapped: isEven && width >= NARROWEST_WRAP && width <= WIDEST_WRAP,
    endsWithMark: !isWordAt(last, last.length - 1),
  };
}

/** Without spaces and capitals, headlines of one length look like prose; but no sentence ends within one. */
function endsInside(line: string): boolean {
  return /[。！？](?=[^」』）”])/.test(line);
}

/** Whether the first word of the next line would not have fitted on this one. */
function isFull(line: string, next: string, width: number): boolean {
  const room = width - countColumns(line);
  return room < (isUnspaced(next.charCodeAt(0)) ? HELD_TOGETHER : 1 + next.search(/\s|$/));
}

/** Columns: a character that can be broken off, and up to two that must not begin or end a line and go with it. */
const HELD_TOGETHER = 6;
