import type { Block, Range } from '../domain/article.ts';
import type { Steps } from '../domain/steps.ts';
import { segment } from './segment/segment.ts';

/**
 * The sentences of an article, in order, as UTF-16 ranges of its text. Segmented block by block, so that a sentence never
 * runs from a heading into the text under it.
 */
export function* findSentences(
  text: string,
  blocks: readonly Block[],
  language: string,
): Steps<readonly Range[]> {
  const sentences: Range[] = [];
  for (const block of blocks) {
    for (const { start, end } of segment(text.slice(block.start, block.end), language))
      sentences.push({ start: block.start + start, end: block.start + end });
    yield block.end / text.length;
  }
  return sentences;
}
