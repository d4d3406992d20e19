import type { Article, ArticleLink, Block, Range } from '../../domain/article.ts';
import { sentencesIn } from '../../domain/coverage.ts';
import type { Mark } from '../../domain/marks.ts';
import type { Id } from '../../domain/record.ts';
import { wantSentence } from './draw-sentence.ts';
import { draw, redraw } from './redraw.ts';

interface BlockContent {
  readonly article: Article;
  readonly block: Block;
  readonly marks: readonly Mark[];
  /** The annotation that is open. */
  readonly currentId: Id | null;
}

/**
 * Puts the text of a block into its element, or changes there what is other now. A sentence that stays keeps its
 * element, and with it the focus and the cursor.
 */
export function drawBlock(element: Element, { article, block, marks, currentId }: BlockContent): void {
  const links = article.links.filter((link) => link.start < block.end && link.end > block.start);
  const there = new Map(Array.from(element.children, (child) => [startOf(child), child]));
  const parts = partsOf(article, block);
  const stay = new Set(parts.map(({ start }) => start));
  for (const [start, child] of there) if (!stay.has(start)) child.remove();
  let next = element.firstElementChild;
  for (const { start, end, sentence } of parts) {
    const wanted = wantSentence({
      text: article.text,
      range: { start, end },
      sentence,
      marks: touching(marks, start, end),
      links: touching(links, start, end),
      currentId,
    });
    // Those that stay are in the order of the text already.
    if (next && there.get(start) === next) {
      redraw(next, wanted);
      next = next.nextElementSibling;
    } else if (next) next.before(draw(wanted));
    else element.append(draw(wanted));
  }
}

/** Where the text of a part begins; UTF-16 units. */
function startOf(part: Element): number {
  const leaf = part.matches('[data-start]') ? part : part.querySelector('[data-start]');
  return leaf instanceof HTMLElement ? Number(leaf.dataset['start']) : -1;
}

interface Part extends Range {
  readonly sentence: number | null;
}

/** The sentences of a block and the white space between them, so that the text is whole when it is copied. */
function partsOf(article: Article, block: Block): readonly Part[] {
  const parts: Part[] = [];
  let reached = block.start;
  for (const sentence of sentencesIn(article.sentences, block)) {
    const range = article.sentences[sentence];
    if (!range) continue;
    const start = Math.max(range.start, block.start);
    const end = Math.min(range.end, block.end);
    if (start > reached) parts.push({ sentence: null, start: reached, end: start });
    parts.push({ sentence, start, end });
    reached = end;
  }
  if (reached < block.end) parts.push({ sentence: null, start: reached, end: block.end });
  return parts;
}

function touching<T extends Mark | ArticleLink>(
  ranges: readonly T[],
  start: number,
  end: number,
): readonly T[] {
  const found = ranges.filter((range) => range.start < end && range.end > start);
  return found.length === 0 ? NONE : found;
}

const NONE: readonly never[] = [];
