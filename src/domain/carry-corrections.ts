import type { Article } from './article.ts';
import { firstEndingAfter, isInOneBlock } from './coverage.ts';
import type { DraftArticle } from './start-fact-check.ts';

type Sentence = Article['sentences'][number];

/**
 * A new draft with the sentences that somebody joined or split in the older one, wherever the same words stand between
 * the same ends. What was edited keeps the sentences that the machine finds, and costs no correction beside it.
 */
export function carryCorrections(older: Article, draft: DraftArticle): DraftArticle {
  const runs = findRuns(older);
  if (runs.length === 0) return draft;
  const sentences = [...draft.sentences];
  for (const run of runs) {
    let first = 0;
    while (first < run.length) {
      const most = countPresent(older, draft, run.slice(first));
      let taken = most;
      // The pieces of a sentence that was split only fit together: the most that fit at once are one correction.
      while (taken > 0 && !place(older, draft, run.slice(first, first + taken), sentences)) taken -= 1;
      first += Math.max(taken, 1);
    }
  }
  return { ...draft, sentences };
}

/** Puts sentences made by hand wherever their words stand between the same ends; false when that is nowhere. */
function place(
  older: Article,
  draft: DraftArticle,
  made: readonly Sentence[],
  sentences: Sentence[],
): boolean {
  const { start, words } = extentOf(older, made);
  let isPlaced = false;
  for (let at = draft.text.indexOf(words); at >= 0; at = draft.text.indexOf(words, at + words.length)) {
    const first = firstEndingAfter(sentences, at);
    const last = firstEndingAfter(sentences, at + words.length - 1);
    if (sentences[first]?.start !== at || sentences[last]?.end !== at + words.length) continue;
    if (!isInOneBlock(draft.blocks, at, at + words.length)) continue;
    const moved = made.map((one) => ({ ...one, start: one.start - start + at, end: one.end - start + at }));
    sentences.splice(first, last - first + 1, ...moved);
    isPlaced = true;
  }
  return isPlaced;
}

/** How many of the sentences, from the first on, stand in the draft as they stand here. */
function countPresent(older: Article, draft: DraftArticle, run: readonly Sentence[]): number {
  let count = 0;
  while (count < run.length && draft.text.includes(extentOf(older, run.slice(0, count + 1)).words))
    count += 1;
  return count;
}

function extentOf({ text }: Article, made: readonly Sentence[]): { start: number; words: string } {
  const start = made[0]?.start ?? 0;
  return { start, words: text.slice(start, made.at(-1)?.end ?? start) };
}

/** Sentences that were made by hand and stand beside one another in a block; each has words. */
function findRuns({ blocks, sentences }: Article): readonly (readonly Sentence[])[] {
  const runs: Sentence[][] = [];
  let previous: Sentence | undefined;
  for (const sentence of sentences) {
    const isMade = sentence.byHand === true && sentence.start < sentence.end;
    const run = previous && runs.at(-1);
    if (isMade && run?.[0] && isInOneBlock(blocks, run[0].start, sentence.end)) run.push(sentence);
    else if (isMade) runs.push([sentence]);
    previous = isMade ? sentence : undefined;
  }
  return runs;
}
