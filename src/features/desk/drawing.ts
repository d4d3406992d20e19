import type { Article } from '../../domain/article.ts';
import type { Mark } from '../../domain/marks.ts';
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
  /** Draws what has changed since the last time: only blocks whose marks did, or in which the open annotation is. */
  readonly show: (root: Element, view: View) => void;
}

/**
 * Text and marks are drawn by hand. As React elements ten thousand marks were most of the time until they could be seen and
 * most of the memory, and every edit went by all of them.
 */
export function createDrawing(): Drawing {
  let elements: readonly Element[] = [];
  let shown: View | null = null;

  return {
    show: (root, view) => {
      const { article, marks, current } = view;
      const before = shown;
      shown = view;
      if (before?.article !== article) elements = [...root.querySelectorAll('[data-block]')];
      const isNamed = new Set(
        before?.current?.id === current?.id
          ? []
          : [...(before?.current?.blocks ?? []), ...(current?.blocks ?? [])],
      );
      article.blocks.forEach((block, i) => {
        const [element, own = NO_MARKS] = [elements[i], marks[i]];
        const isAsItWas =
          before?.article === article && (before.marks[i] ?? NO_MARKS) === own && !isNamed.has(i);
        if (!element || isAsItWas) return;
        drawBlock(element, { article, block, marks: own, currentId: current?.id ?? null });
      });
    },
  };
}

const NO_MARKS: readonly Mark[] = [];
