import { useEffect, type RefObject } from 'react';
import { lastUpTo } from '../../anchoring/dom-order.ts';
import { extentOf } from '../../domain/annotation.ts';
import { sentenceToShow } from '../../domain/coverage.ts';
import { articleOf } from '../../domain/fact-check.ts';
import type { Id } from '../../domain/record.ts';
import { blocksUnder } from '../../stores/block-marks.ts';
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
    const article = articleOf(factCheck);
    // What has no place in this version says nothing of where to go.
    if (annotation?.articleId !== article.id) return;
    const { cursor } = session.getState();
    const sentence = sentenceToShow(article.sentences, extentOf(annotation), cursor);
    if (sentence !== cursor) {
      const focused = document.activeElement;
      session.events.moveCursor(sentence);
      if (focused instanceof HTMLElement && focused !== document.body) focused.focus({ preventScroll: true });
    }
    const [block] = blocksUnder(article, extentOf(annotation));
    const element = reader.current && block !== undefined && lastUpTo(reader.current, 'data-block', block);
    const mark = element && element.querySelector('mark[data-current]');
    if (mark && reader.current) bringIntoView(mark, reader.current);
  }, [reader, selectedId, session, store]);
}

/** Into the part of the article that is neither behind the bars nor behind the editor, which covers a small screen's foot. */
function bringIntoView(mark: Element, root: HTMLElement): void {
  const pane = root.closest('main');
  if (!pane) return;
  const { top, bottom } = pane.getBoundingClientRect();
  const foot = Number.parseFloat(getComputedStyle(pane).paddingBlockEnd);
  const place = mark.getBoundingClientRect();
  const margin = 60;
  if (place.top >= top + margin && place.bottom <= bottom - foot - margin) return;
  // Greatly enlarged it is the page that scrolls.
  if (pane.scrollHeight <= pane.clientHeight) mark.scrollIntoView();
  pane.scrollBy({ top: place.top - top - spaceAbove(bottom - foot - top, place.height) });
}

/** Pixels that the knob of a handle takes above the first line, and below the last. */
const KNOB = 24;

/** A third of the way down, or higher where the knob at the end would not be in view; of what is too long, the beginning. */
function spaceAbove(room: number, height: number): number {
  const free = room - height;
  return free < 0 ? KNOB : Math.min(room / 3, Math.max(free - KNOB, free / 2));
}
