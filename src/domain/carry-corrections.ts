import type { Article, Range } from './article.ts';
import { coversWholeWords, pairBlocks } from './carry-markup.ts';
import { firstEndingAfter } from './coverage.ts';
import { isInOneBlock } from './one-block.ts';
import type { DraftArticle } from './start-fact-check.ts';

type Sentence = Article['sentences'][number];

/**
 * A new draft with the sentences that somebody joined or split in the older one, wherever the same words stand between
 * the same ends. What was edited keeps the sentences that the machine finds, and costs no correction beside it.
 */
export function carryCorrections(older: Article, draft: DraftArticle): DraftArticle {
  return carry(older, draft, {
    most: (run) => countPresent(older, draft, run),
    place: (made, sentences) => place(older, draft, made, sentences),
  });
}

/**
 * The same when of the older text only the ranges are left, not the words: in a block of the draft that belongs to the one
 * of the correction, counted from its start or its end, between the ends of sentences of the draft, and where no word is
 * cut.
 */
export function carryCorrectedRanges(older: Ranges, draft: DraftArticle): DraftArticle {
  const pairs = pairBlocks(older.blocks, draft.blocks);
  return carry(older, draft, {
    most: (run) => run.length,
    place: (made, sentences) => {
      const index = firstEndingAfter(older.blocks, made[0]?.start ?? 0);
      const [was, is] = [older.blocks[index], draft.blocks[pairs.get(index) ?? -1]];
      if (!was || !is) return false;
      return [is.start - was.start, is.end - was.end].some((by) =>
        putBetween(draft, move(made, by), is, sentences),
      );
    },
  });
}

/** What is known of an article whose words are gone. */
type Ranges = Pick<Article, 'blocks' | 'sentences'>;

interface Carrier {
  /** How many sentences of a run, from its first on, may fit at all. */
  readonly most: (run: readonly Sentence[]) => number;
  /** Puts sentences made by hand among those of the draft; false when they fit nowhere. */
  readonly place: (made: readonly Sentence[], sentences: Sentence[]) => boolean;
}

function carry(older: Ranges, draft: DraftArticle, { most, place: put }: Carrier): DraftArticle {
  const runs = findRuns(older);
  if (runs.length === 0) return draft;
  const sentences = [...draft.sentences];
  for (const run of runs) {
    let first = 0;
    while (first < run.length) {
      let taken = most(run.slice(first));
      // The pieces of a sentence that was split only fit together: the most that fit at once are one correction.
      while (taken > 0 && !put(run.slice(first, first + taken), sentences)) taken -= 1;
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
    sentences.splice(first, last - first + 1, ...move(made, at - start));
    isPlaced = true;
  }
  return isPlaced;
}

function putBetween(
  { text }: DraftArticle,
  made: readonly Sentence[],
  block: Range,
  sentences: Sentence[],
): boolean {
  const [start, end] = [made[0]?.start ?? 0, made.at(-1)?.end ?? 0];
  if (start < block.start || end > block.end || end <= start) return false;
  const first = firstEndingAfter(sentences, start);
  const last = firstEndingAfter(sentences, end - 1);
  if (sentences[first]?.start !== start || sentences[last]?.end !== end) return false;
  if (!made.every((one) => coversWholeWords(text, one))) return false;
  sentences.splice(first, last - first + 1, ...made);
  return true;
}

function move(made: readonly Sentence[], by: number): readonly Sentence[] {
  return made.map((one) => ({ ...one, start: one.start + by, end: one.end + by }));
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
function findRuns({ blocks, sentences }: Ranges): readonly (readonly Sentence[])[] {
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
