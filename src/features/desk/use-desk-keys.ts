import { useEffect, useEffectEvent } from 'react';
import { moveBoundary } from '../../anchoring/move-boundary.ts';
import { articleOf } from '../../domain/fact-check.ts';
import { useFactCheckStore, useSessionStore } from '../../stores/desk-context.ts';
import type { WhenReviewer } from '../../stores/fact-check-store.ts';
import { isInDialog, isTyping } from '../../ui/key-target.ts';
import { ratingForKey, type DeskActions, type DeskNavigation } from './use-desk-actions.ts';

interface Parts extends DeskNavigation {
  readonly actions: DeskActions;
  readonly whenReviewer: WhenReviewer;
  readonly undo: () => void;
  readonly redo: () => void;
}

/**
 * The keys of the desk. Everywhere: Ctrl/Cmd+Z undoes, with Shift (or Ctrl+Y) redoes. Where nothing is being typed:
 * digits rate, 0 says "not checkable", a annotates anew, n goes to the next untouched sentence, j / k move the cursor,
 * { } [ ] move the boundaries of the open annotation, Escape lets selected words go or closes it. In the article also:
 * arrows, Home and End move the cursor, Shift extends, Enter opens. Two more come with `SentenceTools`.
 */
export function useDeskKeys(parts: Parts): void {
  const store = useFactCheckStore();
  const session = useSessionStore();

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || isInDialog(event.target)) return;
    const handled =
      event.ctrlKey || event.metaKey
        ? handleUndo(event)
        : !isTyping(event.target) &&
          (rate(event.key) || handleAnywhere(event) || (isInReader(event.target) && handleInReader(event)));
    if (handled) event.preventDefault();
  });

  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKeyDown(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);

  function handleUndo({ key, shiftKey }: KeyboardEvent): boolean {
    switch (key.toLowerCase()) {
      case 'z':
        if (shiftKey) parts.redo();
        else parts.undo();
        return true;
      case 'y':
        parts.redo();
        return true;
      default:
        return false;
    }
  }

  function rate(key: string): boolean {
    const rating = ratingForKey(store.getState().factCheck, key);
    if (rating) parts.actions.rate(rating);
    return rating !== undefined;
  }

  function handleAnywhere({ key }: KeyboardEvent): boolean {
    switch (key) {
      case '0':
        parts.actions.markNotCheckable();
        return true;
      case 'a':
        parts.actions.annotateHere();
        return true;
      case 'n':
        parts.actions.goToUntouched('next');
        return true;
      case 'N':
        parts.actions.goToUntouched('previous');
        return true;
      case 'j':
      case 'J':
        move(1, key === 'J');
        return true;
      case 'k':
      case 'K':
        move(-1, key === 'K');
        return true;
      case '{':
        return moveOpenBoundary('start', 'back');
      case '}':
        return moveOpenBoundary('start', 'forward');
      case '[':
        return moveOpenBoundary('end', 'back');
      case ']':
        return moveOpenBoundary('end', 'forward');
      case 'Escape':
        if (!parts.actions.dropWords()) parts.onClose();
        return true;
      default:
        return false;
    }
  }

  function handleInReader({ key, shiftKey }: KeyboardEvent): boolean {
    const { direction, sentences } = articleOf(store.getState().factCheck);
    switch (key) {
      case direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight':
      case 'ArrowDown':
        move(1, shiftKey);
        return true;
      case direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft':
      case 'ArrowUp':
        move(-1, shiftKey);
        return true;
      case 'Home':
        move(-sentences.length, shiftKey);
        return true;
      case 'End':
        move(sentences.length, shiftKey);
        return true;
      case 'Enter':
        parts.actions.openHere();
        return true;
      default:
        return false;
    }
  }

  function move(step: number, isExtending: boolean): void {
    const { cursor } = session.getState();
    const last = articleOf(store.getState().factCheck).sentences.length - 1;
    session.events.moveCursor(Math.max(0, Math.min(last, cursor + step)), { extends: isExtending });
  }

  function moveOpenBoundary(edge: 'start' | 'end', direction: 'back' | 'forward'): boolean {
    const { factCheck } = store.getState();
    const { selectedId, whenReviewer } = parts;
    const annotation = selectedId === null ? undefined : factCheck.tables.annotation.get(selectedId);
    const article = articleOf(factCheck);
    if (annotation?.articleId !== article.id) return false;
    const moved = moveBoundary(article, annotation.targets, edge, direction);
    whenReviewer(() => store.events.moveBoundaries(annotation.id, moved));
    return true;
  }
}

/** The focus is on a sentence, or nowhere. Badges and links have their own Enter. */
function isInReader(target: EventTarget | null): boolean {
  return target === document.body || (target instanceof Element && target.matches('[data-sentence]'));
}
