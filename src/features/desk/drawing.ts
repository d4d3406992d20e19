import type { Article } from '../../domain/article.ts';
import type { Mark } from '../../domain/marks.ts';
import { nextTurn } from '../../domain/next-turn.ts';
import type { Id } from '../../domain/record.ts';
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
  /** What each block shows; undefined for one that is to be drawn in any case. */
  let drawn: (readonly Mark[] | undefined)[] = [];
  let isWaiting = false;

  function draw({ article, marks, current }: View, end: number): void {
    for (const [i, block] of article.blocks.entries()) {
      const [element, own = NO_MARKS] = [elements[i], marks[i]];
      if (!element || drawn[i] === own) continue;
      drawBlock(element, { article, block, marks: own, currentId: current?.id ?? null });
      drawn[i] = own;
      if (performance.now() < end) continue;
      if (!isWaiting) void goOn();
      return;
    }
  }

  async function goOn(): Promise<void> {
    isWaiting = true;
    await nextTurn();
    isWaiting = false;
    if (shown) draw(shown, performance.now() + SLICE);
  }

  return {
    show: (root, view) => {
      const before = shown;
      shown = view;
      const isNew = before?.article !== view.article;
      if (isNew) {
        elements = [...root.querySelectorAll('[data-block]')];
        drawn = [];
      } else if (before.current?.id !== view.current?.id)
        for (const named of [before.current, view.current])
          for (const i of named?.blocks ?? []) drawn[i] = undefined;
      draw(view, isNew ? Infinity : performance.now() + SLICE);
    },
  };
}

const NO_MARKS: readonly Mark[] = [];
