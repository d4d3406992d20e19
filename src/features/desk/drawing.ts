import type { Article } from '../../domain/article.ts';
import type { Mark } from '../../domain/marks.ts';
import type { Id } from '../../domain/record.ts';
import { nextTurn } from '../../stores/pace.ts';
import { drawBlock } from './draw-block.ts';

/** What is to be seen of an article. */
export interface View {
  readonly article: Article;
  /** The marks of each block, by its index; one whose marks are as they were has the same list. */
  readonly marks: readonly (readonly Mark[])[];
  /** The annotation that is open, and the blocks that it is in. */
  readonly current: { readonly id: Id; readonly blocks: readonly number[] } | null;
}

/** The text of an article in the elements of its blocks, which `ArticleBlocks` renders. */
export interface Drawing {
  /**
   * Draws what has changed since the last time: only blocks whose marks did, or in which the open annotation is. Where that
   * are very many, as after an import, the page has its turn meanwhile.
   */
  readonly show: (root: Element, view: View) => void;
}

/** So long blocks are drawn in one go, in milliseconds. */
const SLICE = 30;

/**
 * Text and marks are drawn by hand. As React elements ten thousand marks were most of the time until they could be seen and
 * most of the memory, and every edit went by all of them.
 */
export function createDrawing(): Drawing {
  let elements: readonly Element[] = [];
  let shown: View | null = null;
  /** Blocks, by index, that do not show yet what they should. */
  const stale = new Set<number>();
  let isWaiting = false;

  function draw(i: number): void {
    const [element, block] = [elements[i], shown?.article.blocks[i]];
    stale.delete(i);
    if (!element || !block || !shown) return;
    const { article, marks, current } = shown;
    drawBlock(element, { article, block, marks: marks[i] ?? NO_MARKS, currentId: current?.id ?? null });
  }

  function drawSlice(): void {
    const end = performance.now() + SLICE;
    for (const i of stale) {
      draw(i);
      if (performance.now() > end) break;
    }
    if (stale.size > 0 && !isWaiting) void goOn();
  }

  async function goOn(): Promise<void> {
    isWaiting = true;
    await nextTurn();
    isWaiting = false;
    drawSlice();
  }

  return {
    show: (root, view) => {
      const { article, marks, current } = view;
      const before = shown;
      shown = view;
      const isNew = before?.article !== article;
      if (isNew) elements = [...root.querySelectorAll('[data-block]')];
      const isNamed = new Set(
        before?.current?.id === current?.id
          ? []
          : [...(before?.current?.blocks ?? []), ...(current?.blocks ?? [])],
      );
      article.blocks.forEach((_, i) => {
        const isAsItWas =
          !isNew && (before.marks[i] ?? NO_MARKS) === (marks[i] ?? NO_MARKS) && !isNamed.has(i);
        if (!isAsItWas) stale.add(i);
      });
      if (isNew) for (const i of stale) draw(i);
      else drawSlice();
    },
  };
}

const NO_MARKS: readonly Mark[] = [];
