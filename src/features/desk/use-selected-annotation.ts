import { useEffect, type RefObject } from 'react';
import { extentOf } from '../../domain/annotation.ts';
import { firstEndingAfter, sentencesIn } from '../../domain/coverage.ts';
import { articleOf } from '../../domain/fact-check.ts';
import type { Id } from '../../domain/record.ts';
import { useFactCheckStore, useSessionStore } from '../../stores/desk-context.ts';

/**
 * When an annotation is opened, from the list, the address or the text, its place comes into view and the sentence
 * cursor goes there; the focus stays where the person put it.
 */
export function useSelectedAnnotation(reader: RefObject<HTMLElement | null>, selectedId: Id | null): void {
  const store = useFactCheckStore();
  const session = useSessionStore();

  useEffect(() => {
    const { factCheck } = store.getState();
    const annotation = selectedId === null ? undefined : factCheck.tables.annotation.get(selectedId);
    if (!annotation) return;
    const { sentences } = articleOf(factCheck);
    const extent = extentOf(annotation);
    const { cursor } = session.getState();
    const first = firstEndingAfter(sentences, extent.start);
    if (!sentencesIn(sentences, extent).includes(cursor)) {
      const focused = document.activeElement;
      session.events.moveCursor(Math.min(first, sentences.length - 1));
      if (focused instanceof HTMLElement && focused !== document.body) focused.focus({ preventScroll: true });
    }
    const mark = reader.current?.querySelector('mark[data-current]');
    const place = mark?.getBoundingClientRect();
    if (place && (place.top < 120 || place.bottom > innerHeight - 120))
      mark?.scrollIntoView({ block: 'center' });
  }, [reader, selectedId, session, store]);
}
