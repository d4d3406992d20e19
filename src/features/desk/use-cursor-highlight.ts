import { useEffect, useRef, type RefObject } from 'react';
import type { Article } from '../../domain/article.ts';
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
      const now = new Set(sentenceElements(root, first, last));
      const under = sentenceElement(root, cursor);
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
      if (!now.words) focusSentence(reader.current, now.cursor);
    });
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- the elements that bore it may be other sentences now
  }, [reader, session, article]);
}

/** Puts the focus on a sentence and brings it into view with some of its surroundings. */
export function focusSentence(reader: HTMLElement | null, index: number): void {
  const element = takeFocus(reader, index);
  if (!element) return;
  const { top, bottom } = element.getBoundingClientRect();
  const margin = Math.min(160, innerHeight / 5);
  if (top < margin || bottom > innerHeight - margin) element.scrollIntoView({ block: 'center' });
}

/** Puts the focus on the sentence under the cursor, without moving the page. */
export function takeFocus(reader: HTMLElement | null, index: number): HTMLElement | null {
  const element = reader && sentenceElement(reader, index);
  if (!element) return null;
  element.tabIndex = 0;
  element.focus({ preventScroll: true });
  return element;
}

function sentenceElement(reader: HTMLElement, index: number): HTMLElement | null {
  return reader.querySelector<HTMLElement>(`[data-sentence="${index}"]`);
}

/** Looks for one by its number, and through all of them once for many: a whole book may be selected. */
function sentenceElements(reader: HTMLElement, first: number, last: number): readonly HTMLElement[] {
  if (first === last) return [...reader.querySelectorAll<HTMLElement>(`[data-sentence="${first}"]`)];
  return [...reader.querySelectorAll<HTMLElement>('[data-sentence]')].filter(({ dataset }) => {
    const index = Number(dataset['sentence']);
    return first <= index && index <= last;
  });
}
