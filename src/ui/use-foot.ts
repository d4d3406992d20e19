import { useLayoutEffect } from 'react';

/** What stands at the foot of the screen. */
type Foot = 'bars' | 'editor' | 'compare';

/**
 * Says on the root element what stands at the foot of the screen, so that notices stay above it. As a rule with `:has()` each
 * element that is put into the page made the browser look through the whole of it.
 */
export function useFoot(foot: Foot): void {
  useLayoutEffect(() => {
    document.documentElement.dataset['foot'] = foot;
    return () => {
      delete document.documentElement.dataset['foot'];
    };
  }, [foot]);
}
