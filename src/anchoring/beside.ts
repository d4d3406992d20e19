import { endOfGlue, reduce, startOfGlue } from './boundary.ts';
import { UNSPACED_SCRIPTS } from './characters.ts';

export type Side = 'before' | 'after';

/** Words of a text, from `start` to `end` in UTF-16 units, with as much around them as is known. */
export interface Standing {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether the text goes on beyond what is known of it. */
  readonly isCut: Readonly<Record<Side, boolean>>;
}

/** What stands on one side of words, beyond what is glued to them. */
export interface Beside {
  /** What parts them from the next word. */
  readonly gap: string;
  /** The next word, of whichever sentence; one character where words are not spaced. */
  readonly word: string;
  /** The nearest words of the same sentence, in the order of the text. */
  readonly words: readonly string[];
  /** A sentence, a line or the text begins or ends here. */
  readonly isEdge: boolean;
  /** The sentence goes on beyond these words, and nobody knows how. */
  readonly isCut: boolean;
}

/** Units that are looked at. */
const REACH = 96;

/** Reads at most so many words on one side; up to three characters count as one where words are not spaced. */
export function readBeside(standing: Standing, side: Side, most: number): Beside {
  const known = knownBeside(standing, side);
  const isCut = standing.isCut[side] && known.length < REACH;
  const found = [...known.matchAll(WORD)];
  const inOrder = side === 'before' ? found.toReversed() : found;
  const near: string[] = [];
  // Where the last word that was taken ends, on the side that is away from the edge.
  let reached = side === 'before' ? known.length : 0;
  let gap: string | null = null;
  let isOver = false;
  for (const match of inOrder) {
    const [start, end] = [match.index, match.index + match[0].length];
    const between = side === 'before' ? known.slice(end, reached) : known.slice(reached, start);
    gap ??= between;
    isOver = SENTENCE_END.test(between);
    if (isOver || near.length === most) break;
    near.push(match[0]);
    reached = side === 'before' ? start : end;
  }
  const rest = side === 'before' ? known.slice(0, reached) : known.slice(reached);
  gap ??= known;
  const isAll = near.length === found.length;
  const isEdge = near.length === 0 && (SENTENCE_END.test(gap) || (found.length === 0 && !isCut));
  return {
    gap,
    word: wordNextTo(inOrder[0]?.[0] ?? '', side),
    words: side === 'before' ? near.toReversed() : near,
    isEdge,
    isCut: isCut && isAll && !isOver && !SENTENCE_END.test(rest),
  };
}

/** With spaces where the script has them. */
export function joinWords(words: readonly string[]): string {
  return words.join(' ').replaceAll(BETWEEN_UNSPACED, '');
}

/** Whether quote marks stand around just these words. */
export function isQuoted({ text, start, end }: Standing): boolean {
  return (
    OPENING.test(text.slice(Math.max(0, start - GLANCE), start)) &&
    CLOSING.test(text.slice(end, end + GLANCE))
  );
}

const GLANCE = 8;
const LETTER = `(?:(?![${UNSPACED_SCRIPTS}])[\\p{L}\\p{M}\\p{N}])`;
const DOUBLE = '["\u00ab\u00bb\u201c-\u201f\u300c-\u300f\u301d-\u301f]';
/** Beside a letter it is an apostrophe. */
const SINGLE = "['`\u2018-\u201b\u2039\u203a]";
const OPENING = new RegExp(`(?:${DOUBLE}|(?<!${LETTER})${SINGLE})\\p{Z}?$`, 'u');
const CLOSING = new RegExp(
  `^[.,;:!?\u2026\u3002\uff0c\uff01\uff1f]*\\p{Z}?(?:${DOUBLE}|${SINGLE}(?!${LETTER}))`,
  'u',
);

/** With the apostrophes, hyphens and points inside of it. */
const WORD = new RegExp(`[${UNSPACED_SCRIPTS}]{1,3}|${LETTER}+(?:['’.,:·/-]${LETTER}+)*`, 'gu');
const UNSPACED = new RegExp(`[${UNSPACED_SCRIPTS}]`, 'u');
const BETWEEN_UNSPACED = new RegExp(`(?<=[${UNSPACED_SCRIPTS}]) (?=[${UNSPACED_SCRIPTS}])`, 'gu');
const SENTENCE_END = /[.!?\n\u2026\u061f\u06d4\u0964\u3002\uff01\uff0e\uff1f]/;

function knownBeside({ text, start, end }: Standing, side: Side): string {
  if (side === 'after') {
    const from = endOfGlue(text, end);
    return text.slice(from, from + REACH);
  }
  const to = startOfGlue(text, start);
  return text.slice(Math.max(0, to - REACH), to);
}

function wordNextTo(piece: string, side: Side): string {
  if (!UNSPACED.test(piece)) return reduce(piece);
  return (side === 'before' ? /.$/u : /^./u).exec(piece)?.[0] ?? '';
}
