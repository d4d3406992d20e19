import { useSyncExternalStore } from 'react';

/** Where the article has the screen to itself and the rest lies over it; the same width as in Desk.module.css. */
const SMALL_SCREEN = '(max-width: 52rem)';

export function useIsSmallScreen(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(SMALL_SCREEN).matches);
}

function subscribe(onChange: () => void): () => void {
  const query = matchMedia(SMALL_SCREEN);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}
