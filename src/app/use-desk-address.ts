import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import type { Id } from '../domain/record.ts';
import { deskPath } from './addresses.ts';
import { pathInAddress } from './use-address.ts';

/*
 * The Back button takes away what lies over the article: the editor, or the panel of a small screen. Each makes one
 * entry in the browser's history. Closed in another way, its entry stays behind as a spare one of the article alone,
 * and whatever opens next takes it over: Back never opens again what was closed, and passes over the spare entry.
 */
const OVER = 'over';
const SPARE = 'spare';

interface DeskAddress {
  readonly openAnnotation: (annotation: Id) => void;
  /** The address of the desk alone. */
  readonly closeAnnotation: () => void;
}

export function useDeskAddress(id: Id, selectedId: Id | null): DeskAddress {
  const [, navigate] = useLocation();
  const entry = useRef<unknown>(null);
  useEffect(() => {
    entry.current = history.state;
  });
  useEffect(() => {
    function passSpare(): void {
      const isFromSpare = entry.current === SPARE;
      entry.current = history.state;
      if (isFromSpare && history.state !== OVER && pathInAddress() === deskPath(id)) history.back();
    }
    addEventListener('popstate', passSpare);
    return () => removeEventListener('popstate', passSpare);
  }, [id]);
  return {
    openAnnotation: (annotation) => {
      const replace = selectedId !== null || history.state === SPARE || history.state === OVER;
      const isOver = selectedId === null || history.state === OVER;
      navigate(deskPath(id, annotation), { replace, state: isOver ? OVER : null });
    },
    closeAnnotation: () => {
      const state = history.state === OVER ? SPARE : null;
      navigate(deskPath(id), { replace: true, state });
    },
  };
}

/** While it is open, a panel that lies over the article on a small screen is closed by Back. */
export function useBackCloses(isOpen: boolean, close: () => void): void {
  useEffect(() => {
    if (!isOpen) return undefined;
    if (history.state === SPARE) history.replaceState(OVER, '');
    else if (history.state !== OVER) history.pushState(OVER, '');
    const path = pathInAddress();
    addEventListener('popstate', close);
    return () => {
      removeEventListener('popstate', close);
      if (history.state === OVER && pathInAddress() === path) history.replaceState(SPARE, '');
    };
  }, [isOpen, close]);
}
