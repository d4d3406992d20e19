import { useEffect, useRef, type RefObject } from 'react';
import { lastUpTo } from '../../anchoring/dom-order.ts';
import type { Article } from '../../domain/article.ts';
import { blocksUnder } from '../../stores/block-marks.ts';
import { useSessionStore } from '../../stores/desk-context.ts';

/**
 * Shows the sentence cursor: one roving tab stop and the attribute `data-selected` on the selected sentences. It is
 * written to the elements directly, so that moving the cursor in a book renders nothing. In another article, or when its
 * sentences are others, it is shown anew: a key must never be about another sentence than the one that is seen.
 */
export function useCursorHighlight(reader: RefObject<HTMLElement | null>, article: Article): void {
  const session = useSessionStore();
  const shown = useRef<readonly HTMLElement[]>([]);

  useEffect(() => {
    function show(): void {
      const root = reader.current;
      const { cursor, cursorFrom } = session.getState();
      if (!root) return;
      const [first, last] = [Math.min(cursor, cursorFrom), Math.max(cursor, cursorFrom)];
      const now = new Set(sentenceElements(root, article, first, last));
      const under = sentenceElement(root, article, cursor);
      // One that stays what it was keeps the focus.
      for (const element of shown.current) {
        if (!now.has(element)) delete element.dataset['selected'];
        if (element !== under) element.removeAttribute('tabindex');
      }
      for (const element of now) element.dataset['selected'] = '';
      under?.setAttribute('tabindex', '0');
      shown.current = [...now];
    }

    show();
    return session.subscribe((now, before) => {
      if (now.cursor === before.cursor && now.cursorFrom === before.cursorFrom) return;
      show();
      // While words are being selected the focus stays where the selection is.
      if (!now.words) focusSentence(reader.current, article, now.cursor);
    });
  }, [reader, session, article]);
}

/** Puts the focus on a sentence and brings it into view with some of its surroundings. */
export function focusSentence(reader: HTMLElement | null, article: Article, index: number): void {
  const element = takeFocus(reader, article, index);
  if (!element) return;
  const { top, bottom } = element.getBoundingClientRect();
  const margin = Math.min(160, innerHeight / 5);
  if (top < margin || bottom > innerHeight - margin) element.scrollIntoView({ block: 'center' });
}

/** Puts the focus on the sentence under the cursor, without moving the page. */
export function takeFocus(reader: HTMLElement | null, article: Article, index: number): HTMLElement | null {
  const element = reader && sentenceElement(reader, article, index);
  if (!element) return null;
  element.tabIndex = 0;
  element.focus({ preventScroll: true });
  return element;
}

function sentenceElement(reader: HTMLElement, article: Article, index: number): HTMLElement | null {
  return sentenceElements(reader, article, index, index)[0] ?? null;
}

/** Those from the first to the last; a sentence that goes on in another block has an element in each. */
function sentenceElements(
  reader: HTMLElement,
  article: Article,
  first: number,
  last: number,
): readonly HTMLElement[] {
  const { sentences } = article;
  const stretch = { start: sentences[first]?.start ?? 0, end: sentences[last]?.end ?? 0 };
  return blocksUnder(article, stretch)
    .flatMap((block) => [
      ...(lastUpTo(reader, 'data-block', block)?.querySelectorAll<HTMLElement>('[data-sentence]') ?? []),
    ])
    .filter(({ dataset }) => {
      const index = Number(dataset['sentence']);
      return first <= index && index <= last;
    });
}
