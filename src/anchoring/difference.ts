import type { Target } from '../domain/annotation.ts';
import { alignTokens } from './align.ts';
import { CLASSES, classOf, toNarrow, type CharacterClass } from './characters.ts';
import { fold, type Folded } from './fold.ts';
import { tokenise, type Token } from './tokens.ts';

/** What can differ between two passages that say the same words. */
export type Difference = 'case' | 'spacing' | 'quote marks' | 'dashes' | 'punctuation' | 'characters';

/**
 * A piece of a word diff. The pieces that were kept or added, in order, make up the words as they are now, with their
 * spaces; those kept or removed, the quote, but for its typography.
 */
export interface WordChange {
  readonly kind: 'kept' | 'removed' | 'added';
  readonly text: string;
}

/** What differs between a quote and a passage of the same words. */
export function tellDifferences(quote: string, found: string): readonly Difference[] {
  const differences: Difference[] = [];
  const differ = (pick: (text: string) => string): boolean => pick(quote) !== pick(found);
  const isCased = differ(pickSeen);
  if (isCased && !differ((text) => pickSeen(text).toLowerCase())) differences.push('case');
  else if (isCased || differ((text) => pickClasses(text, [...SEEN, ...UNSEEN])))
    differences.push('characters');
  if (differ((text) => pickClasses(text, [CLASSES.space]))) differences.push('spacing');
  if (differ((text) => pickClasses(text, [CLASSES.single, CLASSES.double]))) differences.push('quote marks');
  if (differ((text) => pickClasses(text, [CLASSES.dash]))) differences.push('dashes');
  if (differ((text) => pickClasses(text, [CLASSES.point, CLASSES.punctuation])))
    differences.push('punctuation');
  return differences;
}

/** The words that a quote lost and gained on its way to what stands there now. */
export function diffWords(quote: string, found: string): readonly WordChange[] {
  const [old, now] = [fold(quote), fold(found)];
  const [oldTokens, nowTokens] = [tokenise(old.folded), tokenise(now.folded)];
  const { equal } = alignTokens(oldTokens, nowTokens);
  const changes: WordChange[] = [];
  let at = 0;
  for (const [i, match] of equal.entries()) {
    if (match < 0) {
      append(changes, 'removed', pieceOf(quote, old, oldTokens, i));
    } else {
      for (; at < match; at += 1) append(changes, 'added', pieceOf(found, now, nowTokens, at));
      append(changes, 'kept', pieceOf(found, now, nowTokens, match));
      at = match + 1;
    }
  }
  for (; at < nowTokens.length; at += 1) append(changes, 'added', pieceOf(found, now, nowTokens, at));
  return changes;
}

/**
 * What changed beside a quote that says the same words: with as much before and behind them as leads to the next words that
 * both have.
 */
export function diffAround(was: Quote, now: Quote): readonly WordChange[] {
  const before = diffWords(was.prefix, now.prefix);
  const after = diffWords(was.suffix, now.suffix);
  const first = before.findIndex(({ kind }) => kind === 'kept');
  const last = after.findLastIndex(({ kind }) => kind === 'kept');
  return [
    ...before.slice(Math.max(0, first)),
    { kind: 'kept', text: now.exact },
    ...after.slice(0, last === -1 ? after.length : last + 1),
  ];
}

type Quote = Target['quote'];

const SEEN: readonly CharacterClass[] = [
  CLASSES.letter,
  CLASSES.unspaced,
  CLASSES.digit,
  CLASSES.currency,
  CLASSES.symbol,
];
const UNSEEN: readonly CharacterClass[] = [CLASSES.hidden, CLASSES.joiner, CLASSES.bidi];

function pickSeen(text: string): string {
  return pickClasses(text.normalize('NFC'), SEEN);
}

function pickClasses(text: string, classes: readonly CharacterClass[]): string {
  let picked = '';
  for (const character of text) {
    if (classes.includes(classOf(toNarrow(character.codePointAt(0) ?? 0)))) picked += character;
  }
  return picked;
}

function append(changes: WordChange[], kind: WordChange['kind'], text: string): void {
  const last = changes.at(-1);
  if (last?.kind === kind) changes[changes.length - 1] = { kind, text: last.text + text };
  else changes.push({ kind, text });
}

/** A token as it was written, with the space after it. */
function pieceOf(text: string, { starts }: Folded, tokens: readonly Token[], i: number): string {
  const [token, next] = [tokens[i], tokens[i + 1]];
  const start = i === 0 ? 0 : starts[token?.start ?? 0];
  return text.slice(start, next ? starts[next.start] : text.length);
}
