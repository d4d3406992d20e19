import { useLayoutEffect, useMemo, type RefObject } from 'react';
import type { Article } from '../../domain/article.ts';
import { articleOf } from '../../domain/fact-check.ts';
import type { Id } from '../../domain/record.ts';
import { blocksUnder, createBlockMarks } from '../../stores/block-marks.ts';
import { useFactCheckStore, useSessionStore } from '../../stores/desk-context.ts';
import { useLanguage } from '../../ui/use-language.ts';
import { createDrawing } from './drawing.ts';

/**
 * Draws the text of the article and its marks, and draws again what an edit changes, while it happens: the article answers
 * before anything else does.
 */
export function useDrawing(
  reader: RefObject<HTMLElement | null>,
  article: Article,
  selectedId: Id | null,
): void {
  const store = useFactCheckStore();
  const session = useSessionStore();
  const language = useLanguage();
  // The names of marks are in a language.
  const { drawing, blockMarks } = useMemo(
    () => ({ language, drawing: createDrawing(), blockMarks: createBlockMarks() }),
    [language],
  );

  useLayoutEffect(() => {
    function show(): void {
      const { factCheck } = store.getState();
      // Of another draft the elements are rendered first.
      if (!reader.current || articleOf(factCheck) !== article) return;
      const annotation = selectedId === null ? undefined : factCheck.tables.annotation.get(selectedId);
      const current = annotation && {
        id: annotation.id,
        blocks: annotation.targets.flatMap(({ position }) => blocksUnder(article, position)),
      };
      const marks = blockMarks(factCheck, session.getState().reviewer?.id ?? null);
      drawing.show(reader.current, { article, marks, current: current ?? null });
    }
    show();
    const stops = [
      store.subscribe(({ factCheck }, before) => {
        if (factCheck !== before.factCheck) show();
      }),
      session.subscribe(({ reviewer }, before) => {
        if (reviewer?.id !== before.reviewer?.id) show();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [reader, store, session, drawing, blockMarks, article, selectedId]);
}
