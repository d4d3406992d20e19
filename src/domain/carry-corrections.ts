import type { Article, Range } from './article.ts';
import { firstEndingAfter } from './coverage.ts';
import type { DraftArticle } from './start-fact-check.ts';

type Sentence = Article['sentences'][number];

/** Sentences that were made by hand and stand beside one another; what is around them was found by the machine. */
interface Corrected extends Range {
  readonly sentences: readonly Sentence[];
}

/**
 * A new draft with the sentences that somebody joined or split in the older one, wherever the same words stand between
 * the same ends. What was edited keeps the sentences that the machine finds.
 */
export function carryCorrections(older: Article, draft: DraftArticle): DraftArticle {
  const corrected = findCorrected(older);
  if (corrected.length === 0) return draft;
  const sentences = [...draft.sentences];
  for (const { start, end, sentences: made } of corrected) {
    const words = older.text.slice(start, end);
    for (let at = draft.text.indexOf(words); at >= 0; at = draft.text.indexOf(words, at + words.length)) {
      const first = firstEndingAfter(sentences, at);
      const last = firstEndingAfter(sentences, at + words.length - 1);
      if (sentences[first]?.start !== at || sentences[last]?.end !== at + words.length) continue;
      const moved = made.map((one) => ({ ...one, start: one.start - start + at, end: one.end - start + at }));
      if (isInOneBlock(draft, at, at + words.length)) sentences.splice(first, last - first + 1, ...moved);
    }
  }
  return { ...draft, sentences };
}

function findCorrected({ blocks, sentences }: Article): readonly Corrected[] {
  const found: Corrected[] = [];
  for (const [index, sentence] of sentences.entries()) {
    if (sentence.byHand !== true) continue;
    const run = found.at(-1);
    const isNext = sentences[index - 1]?.byHand === true;
    if (run && isNext && isInOneBlock({ blocks }, run.start, sentence.end))
      found.splice(-1, 1, { start: run.start, end: sentence.end, sentences: [...run.sentences, sentence] });
    else found.push({ start: sentence.start, end: sentence.end, sentences: [sentence] });
  }
  return found;
}

function isInOneBlock({ blocks }: Pick<Article, 'blocks'>, start: number, end: number): boolean {
  const block = blocks[firstEndingAfter(blocks, start)];
  return block !== undefined && block.start <= start && end <= block.end;
}
