import { useEffect, type RefObject } from 'react';
import { firstEndingAfter } from '../../domain/coverage.ts';
import { articleOf } from '../../domain/fact-check.ts';
import { useFactCheckStore, useSessionStore } from '../../stores/desk-context.ts';
import { oncePainted } from '../../stores/once-painted.ts';
import { loadSelectionReading, selectionReading } from './selection-reading.ts';

/**
 * Follows the browser's own selection, by mouse, touch handles or keyboard, and keeps the words under it, snapped to
 * whole words or sentences. They stay selected while a button takes the focus.
 */
export function useSelectedWords(reader: RefObject<HTMLElement | null>): void {
  const session = useSessionStore();
  const store = useFactCheckStore();

  useEffect(() => {
    function follow(): void {
      if (reader.current) selectionReading()?.keepSelection(reader.current, store, session);
    }

    document.addEventListener('selectionchange', follow);
    // What was selected while it was on its way counts too. Without it, whoever needs it asks for it again and says so.
    if (!selectionReading()) oncePainted(() => void loadSelectionReading().then(follow, () => undefined));
    return () => document.removeEventListener('selectionchange', follow);
  }, [reader, session, store]);

  useEffect(() => {
    const stop = session.subscribe(({ words }, before) => {
      if (words === before.words) return;
      selectionReading()?.showWords(words, reader.current);
      if (words && !before.words) moveCursorTo(words.start);
    });
    function moveCursorTo(offset: number): void {
      const { sentences } = articleOf(store.getState().factCheck);
      const index = Math.min(firstEndingAfter(sentences, offset), sentences.length - 1);
      // The words stay: only the place to go on from changes.
      session.setState({ cursor: index, cursorFrom: index });
    }
    return () => {
      stop();
      selectionReading()?.showWords(null, null);
    };
  }, [reader, session, store]);
}
