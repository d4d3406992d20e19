import { useRef, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { articleOf } from '../../domain/fact-check.ts';
import type { Id } from '../../domain/record.ts';
import { useFactCheck, useSessionStore } from '../../stores/desk-context.ts';
import { ArticleBlocks } from './ArticleBlocks.tsx';
import { oncePainted } from '../../stores/once-painted.ts';
import styles from './Reader.module.css';
import { takeFocus, useCursorHighlight } from './use-cursor-highlight.ts';
import { useDrawing } from './use-drawing.ts';
import { useSelectedAnnotation } from './use-selected-annotation.ts';
import { useSelectedWords } from './use-selected-words.ts';
import type { DeskActions } from './use-desk-actions.ts';

interface ReaderProps {
  readonly selectedId: Id | null;
  readonly onOpen: (id: Id) => void;
  readonly actions: DeskActions;
  /** What is drawn over the words and scrolls with them. */
  readonly children: ReactNode;
}

/**
 * The article as real text in real elements, so that find-in-page, print, select-all, translation and screen readers
 * work, with its sentence cursor and the marks of its annotations.
 */
export function Reader({ selectedId, onOpen, actions, children }: ReaderProps): ReactNode {
  const article = useFactCheck(articleOf);
  const session = useSessionStore();
  const reader = useRef<HTMLElement>(null);
  const point = useDrawing(reader, article, selectedId);
  useCursorHighlight(reader, article);
  useSelectedWords(reader);
  useSelectedAnnotation(reader, selectedId);

  function onClick(event: MouseEvent): void {
    if (!(event.target instanceof Element) || event.button !== 0) return;
    const badge = event.target.closest<HTMLElement>('[data-badge]');
    const sentence = event.target.closest<HTMLElement>('[data-sentence]');
    if (sentence && !badge && isSelectingWords()) return;
    if (sentence) {
      const index = Number(sentence.dataset['sentence']);
      session.events.moveCursor(index, { extends: event.shiftKey });
      takeFocus(reader.current, article, index);
    }
    if (event.shiftKey) return;
    const ids = badge
      ? [badge.dataset['badge'] ?? '']
      : (event.target.closest<HTMLElement>('mark')?.dataset['annotations']?.split(' ') ?? []);
    const [only] = ids;
    if (only === undefined) return;
    if (ids.length > 1) actions.choose(ids);
    else {
      // The mark is seen to have been hit before the editor is drawn.
      point(only);
      const place = placeInAddress();
      oncePainted(() => {
        // Who has gone to another one meanwhile stays there.
        if (placeInAddress() === place) onOpen(only);
      });
    }
  }

  /** What says that it is a button answers as one. */
  function onKeyDown({ key, target }: KeyboardEvent): void {
    if (key === 'Enter' && target instanceof HTMLElement && target.matches('[data-badge]')) target.click();
  }

  /**
   * Chromium selects nothing when a drag begins at the first letter of what can take the focus. So the sentence under
   * the cursor can't while it is being pressed; the click gives it the focus.
   */
  function pressWithoutFocus(target: EventTarget): void {
    const sentence = target instanceof Element && target.closest<HTMLElement>('[data-sentence][tabindex]');
    if (!sentence) return;
    sentence.blur();
    sentence.removeAttribute('tabindex');
    setTimeout(() => {
      if (Number(sentence.dataset['sentence']) === session.getState().cursor) sentence.tabIndex = 0;
    });
  }

  return (
    // The clicks belong to the sentences in it; the keys that do the same are the desk's (use-desk-keys).
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <article
      ref={reader}
      className={styles['reader']}
      lang={article.language}
      dir={article.direction}
      aria-label={article.title}
      onClick={onClick}
      onKeyDown={onKeyDown}
      onMouseDown={(event) => {
        // Shift-click extends the sentences; the browser's own extension of words would fight it.
        if (event.shiftKey) event.preventDefault();
        else pressWithoutFocus(event.target);
      }}
    >
      <ArticleBlocks article={article} />
      {children}
    </article>
  );
}

/** Without the query, which follows what is typed into the search. */
function placeInAddress(): string | undefined {
  return location.hash.split('?', 1)[0];
}

function isSelectingWords(): boolean {
  const selection = getSelection();
  return selection !== null && !selection.isCollapsed;
}
