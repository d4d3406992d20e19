import { say } from '../messages/say.ts';
import type { Article, Range } from './article.ts';
import { makeChange, type Change, type Hand } from './change.ts';
import { firstEndingAfter } from './coverage.ts';
import { isInOneBlock } from './one-block.ts';
import { articleOf, type FactCheck } from './fact-check.ts';

type Sentence = Article['sentences'][number];

/** A place at which a sentence can be cut: its index, and what it becomes. */
export interface Split {
  readonly sentence: number;
  readonly parts: readonly [Range, Range];
}

/** True when these sentences of the article can become one: they are at least two, and of one block. */
export function canJoin({ blocks, sentences }: Article, first: number, last: number): boolean {
  const [one, other] = [sentences[first], sentences[last]];
  return (
    one !== undefined && other !== undefined && first < last && isInOneBlock(blocks, one.start, other.end)
  );
}

/** Makes one sentence of those from the first to the last (indices); an empty Change where that can't be. */
export function joinSentences(factCheck: FactCheck, first: number, last: number, hand: Hand): Change {
  const article = articleOf(factCheck);
  const [one, other] = [article.sentences[first], article.sentences[last]];
  const joined: readonly Sentence[] =
    one && other && canJoin(article, first, last) ? [{ start: one.start, end: other.end, byHand: true }] : [];
  return replaceSentences(say('Join sentences'), factCheck, first, last, joined, hand);
}

/** The sentence that holds the offset (UTF-16 units), cut there; null where one part would have nothing to see. */
export function findSplit({ text, sentences }: Article, at: number): Split | null {
  const sentence = firstEndingAfter(sentences, at);
  const range = sentences[sentence];
  if (!range || range.start >= at) return null;
  const [before, after] = [text.slice(range.start, at), text.slice(at, range.end)];
  const end = range.start + before.trimEnd().length;
  const start = range.end - after.trimStart().length;
  if (end === range.start || start === range.end) return null;
  return {
    sentence,
    parts: [
      { start: range.start, end },
      { start, end: range.end },
    ],
  };
}

/** Makes two sentences of one at the offset (UTF-16 units); an empty Change where that can't be. */
export function splitSentence(factCheck: FactCheck, at: number, hand: Hand): Change {
  const split = findSplit(articleOf(factCheck), at);
  const parts = split?.parts.map((part): Sentence => ({ ...part, byHand: true })) ?? [];
  const index = split?.sentence ?? 0;
  return replaceSentences(say('Split sentence'), factCheck, index, index, parts, hand);
}

/**
 * What machines find is corrected in the article itself. Its text stays to the last letter, and so do all targets, which
 * are offsets into it.
 */
function replaceSentences(
  label: string,
  factCheck: FactCheck,
  first: number,
  last: number,
  by: readonly Sentence[],
  hand: Hand,
): Change {
  const article = articleOf(factCheck);
  const sentences = article.sentences.toSpliced(first, last - first + 1, ...by);
  return makeChange(label, factCheck, by.length === 0 ? {} : { changed: [{ ...article, sentences }] }, hand);
}
