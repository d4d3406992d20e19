import { useEffect, type RefObject } from 'react';
import { domRangeOf, rangeOfSelection } from '../../anchoring/dom-offsets.ts';
import { snapToSentences, snapToWords } from '../../anchoring/snap.ts';
import { firstEndingAfter } from '../../domain/coverage.ts';
import { articleOf } from '../../domain/fact-check.ts';
import { useFactCheckStore, useSessionStore } from '../../stores/desk-context.ts';

const HIGHLIGHT = 'selected-words';

/**
 * Follows the browser's own selection, by mouse, touch handles or keyboard, and keeps the words under it, snapped to
 * whole words or sentences. They stay selected while a button takes the focus.
 */
export function useSelectedWords(reader: RefObject<HTMLElement | null>): void {
  const session = useSessionStore();
  const store = useFactCheckStore();

  useEffect(() => {
    function follow(): void {
      const root = reader.current;
      const selection = getSelection();
      if (!root || !selection?.anchorNode || !root.contains(selection.anchorNode)) return;
      const raw = rangeOfSelection(selection, root);
      const { text, language, sentences } = articleOf(store.getState().factCheck);
      const { snapsToSentences } = session.getState();
      const words =
        raw && (snapsToSentences ? snapToSentences(sentences, raw) : snapToWords(text, raw, language));
      if (words) session.events.selectWords(words);
      else if (session.getState().words) session.events.selectWords(null);
    }

    document.addEventListener('selectionchange', follow);
    return () => document.removeEventListener('selectionchange', follow);
  }, [reader, session, store]);

  useEffect(() => {
    const stop = session.subscribe(({ words }, before) => {
      if (words === before.words) return;
      const shown = words && reader.current ? domRangeOf(words, reader.current) : null;
      if (shown) CSS.highlights?.set(HIGHLIGHT, new Highlight(shown));
      else CSS.highlights?.delete(HIGHLIGHT);
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
      CSS.highlights?.delete(HIGHLIGHT);
    };
  }, [reader, session, store]);
}
