import type { KeyboardEvent } from 'react';

/**
 * The index of the row that the key leads to, or null when it is no key of lists. At the ends it leads to the row itself:
 * the list does not scroll on, and the desk does not take the arrow for its own.
 */
export function takeListKey(event: KeyboardEvent, index: number, count: number): number | null {
  const last = count - 1;
  const next = {
    ArrowDown: Math.min(index + 1, last),
    ArrowUp: Math.max(index - 1, 0),
    Home: 0,
    End: last,
  }[event.key];
  if (next === undefined) return null;
  event.preventDefault();
  event.stopPropagation();
  return next;
}
