import type { Article, ArticleLink, Block, Range } from './article.ts';
import { firstEndingAfter } from './coverage.ts';
import { isInOneBlock } from './one-block.ts';
import type { DraftArticle } from './start-fact-check.ts';

type Markup = Pick<Article, 'blocks' | 'links'>;

/**
 * A draft whose blocks were found in its text alone, with the kinds and links that are known of the text before it: of
 * that only the ranges are left, not the words. Blocks belong together by their order, where both have as many, else as
 * far as they are equally long from either end. A link needs a block of the same length, and whole words under it.
 */
export function carryMarkup({ blocks, links }: Markup, draft: DraftArticle): DraftArticle {
  const pairs = pairBlocks(blocks, draft.blocks);
  if (pairs.size === 0) return draft;
  const kept = links.flatMap((link): readonly ArticleLink[] => {
    const index = firstEndingAfter(blocks, link.start);
    const [was, is] = [blocks[index], draft.blocks[pairs.get(index) ?? -1]];
    if (!was || !is || lengthOf(was) !== lengthOf(is) || !isInOneBlock([was], link.start, link.end))
      return [];
    const by = is.start - was.start;
    const moved = { ...link, start: link.start + by, end: link.end + by };
    return coversWholeWords(draft.text, moved) ? [moved] : [];
  });
  const found = draft.links.filter(({ start, end }) =>
    kept.every((own) => own.end <= start || end <= own.start),
  );
  const markOf = new Map([...pairs].map(([was, is]) => [is, blocks[was]] as const));
  return {
    ...draft,
    blocks: draft.blocks.map((block, i) => ({
      ...(markOf.get(i) ?? block),
      start: block.start,
      end: block.end,
    })),
    links: [...kept, ...found].toSorted((a, b) => a.start - b.start),
  };
}

/** Indices of blocks of the older text with those of the newer one. */
export function pairBlocks(was: readonly Block[], is: readonly Block[]): ReadonlyMap<number, number> {
  if (was.length === is.length) return new Map(was.map((_, i) => [i, i]));
  const most = Math.min(was.length, is.length);
  const isSame = (i: number, j: number): boolean => lengthOf(was[i]) === lengthOf(is[j]);
  let head = 0;
  while (head < most && isSame(head, head)) head += 1;
  let tail = 0;
  while (tail < most - head && isSame(was.length - 1 - tail, is.length - 1 - tail)) tail += 1;
  return new Map([
    ...Array.from({ length: head }, (_, i) => [i, i] as const),
    ...Array.from({ length: tail }, (_, i) => [was.length - 1 - i, is.length - 1 - i] as const),
  ]);
}

function lengthOf(block: Block | undefined): number {
  return block ? block.end - block.start : -1;
}

/** Other words may stand there now: what would begin or end within one is none of them. */
export function coversWholeWords(text: string, { start, end }: Range): boolean {
  const cuts = (at: number): boolean => /^[\p{L}\p{N}]{2}/u.test(text.slice(at - 1, at + 1));
  return text.slice(start, end).trim() !== '' && !cuts(start) && !cuts(end);
}
