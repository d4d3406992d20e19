import { CLASSES, classOf, type CharacterClass } from './characters.ts';

/** A word, a number, a character of a script without spaces, or a mark; offsets are units of the folded text. */
export interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** The tokens of a folded text between two offsets. Spaces are none. */
export function tokenise(folded: string, from = 0, to = folded.length): readonly Token[] {
  const tokens: Token[] = [];
  let at = from;
  while (at < to) {
    const start = at;
    const found = classIn(folded, at);
    at += widthAt(folded, at);
    if (found === CLASSES.space) continue;
    if (found === CLASSES.letter || found === CLASSES.digit) at = endOfWord(folded, at, to, found);
    tokens.push({ word: folded.slice(start, at), start, end: at });
  }
  return tokens;
}

/** How much a word says, roughly its length: a mark little, a long word no more than eight letters. */
export function weigh({ word }: Token): number {
  const found = classIn(word, 0);
  if (found === CLASSES.unspaced) return 2;
  if (found === CLASSES.digit) return Math.max(3, Math.min(8, word.length));
  return found === CLASSES.letter ? Math.min(8, word.length) : 0.5;
}

export function weighAll(tokens: readonly Token[]): number {
  return tokens.reduce((sum, token) => sum + weigh(token), 0);
}

/** Letters and digits, with apostrophes and decimal points between them. */
function endOfWord(folded: string, from: number, to: number, first: CharacterClass): number {
  let at = from;
  let last = first;
  while (at < to) {
    const found = classIn(folded, at);
    if (found === CLASSES.letter || found === CLASSES.digit) {
      at += widthAt(folded, at);
      last = found;
    } else if (folded.charCodeAt(at) === APOSTROPHE && isWordAt(folded, at + 1, to)) {
      at += 1;
    } else if (found === CLASSES.point && last === CLASSES.digit && isDigitAt(folded, at + 1, to)) {
      at += 1;
    } else {
      break;
    }
  }
  return at;
}

const APOSTROPHE = 0x27;

function isWordAt(folded: string, at: number, to: number): boolean {
  const found = at < to ? classIn(folded, at) : CLASSES.space;
  return found === CLASSES.letter || found === CLASSES.digit;
}

function isDigitAt(folded: string, at: number, to: number): boolean {
  return at < to && classIn(folded, at) === CLASSES.digit;
}

function classIn(folded: string, at: number): CharacterClass {
  return classOf(folded.codePointAt(at) ?? 0x20);
}

function widthAt(folded: string, at: number): number {
  return (folded.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}
