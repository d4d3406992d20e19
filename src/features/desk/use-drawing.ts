import { useCallback, useLayoutEffect, useMemo, useRef, type RefObject } from 'react';
import type { Article } from '../../domain/article.ts';
import { articleOf } from '../../domain/fact-check.ts';
import type { Id } from '../../domain/record.ts';
import { blocksUnder, createBlockMarks } from '../../stores/block-marks.ts';
import { useFactCheckStore, useSessionStore } from '../../stores/desk-context.ts';
import { useLanguage } from '../../ui/use-language.ts';
import { createDrawing } from './drawing.ts';

/**
 * Draws the text of the article and its marks, and draws again what an edit changes, while it happens: the article answers
 * before anything else does. Returns how to show an annotation as the open one that is about to be opened.
 */
export function useDrawing(
  reader: RefObject<HTMLElement | null>,
  article: Article,
  selectedId: Id | null,
): (id: Id) => void {
  const store = useFactCheckStore();
  const session = useSessionStore();
  const language = useLanguage();
  // The names of marks are in a language.
  const { drawing, blockMarks } = useMemo(
    () => ({ language, drawing: createDrawing(), blockMarks: createBlockMarks() }),
    [language],
  );

  const point = useRef<(id: Id) => void>(() => undefined);

  useLayoutEffect(() => {
    function show(openId: Id | null): void {
      const { factCheck } = store.getState();
      // Of another draft the elements are rendered first.
      if (!reader.current || articleOf(factCheck) !== article) return;
      const annotation = openId === null ? undefined : factCheck.tables.annotation.get(openId);
      const current = annotation && {
        id: annotation.id,
        blocks: annotation.targets.flatMap(({ position }) => blocksUnder(article, position)),
      };
      const marks = blockMarks(factCheck, session.getState().reviewer?.id ?? null);
      drawing.show(reader.current, { article, marks, current: current ?? null });
    }
    const showAll = (): void => show(selectedId);
    showAll();
    point.current = show;
    const stops = [
      store.subscribe(({ factCheck }, before) => {
        if (factCheck !== before.factCheck) showAll();
      }),
      session.subscribe(({ reviewer }, before) => {
        if (reviewer?.id !== before.reviewer?.id) showAll();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [reader, store, session, drawing, blockMarks, article, selectedId]);

  return useCallback((id) => point.current(id), []);
}
