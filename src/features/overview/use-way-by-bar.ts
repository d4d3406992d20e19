import { useEffect, type RefObject } from 'react';
import { articleOf } from '../../domain/fact-check.ts';
import { useFactCheckStore } from '../../stores/desk-context.ts';
import { useLatest } from '../../ui/use-latest.ts';

/**
 * A click on the bar of the coverage, in the section that this stands in, goes to the sentence that is drawn there. The bar
 * comes with the article, and what leads from it later; by keys the table of the overview leads to the same places.
 */
export function useWayByBar(place: RefObject<HTMLElement | null>, onGo: (sentence: number) => void): void {
  const store = useFactCheckStore();
  const go = useLatest(onGo);
  useEffect(() => {
    const bar = place.current?.closest('section')?.querySelector<HTMLElement>(':scope > [aria-hidden]');
    if (!bar) return undefined;
    function goToClicked({ clientX }: MouseEvent): void {
      const { left, right, width } = bar?.getBoundingClientRect() ?? new DOMRect();
      const before = document.dir === 'rtl' ? right - clientX : clientX - left;
      const all = articleOf(store.getState().factCheck).sentences.length;
      go(Math.max(0, Math.min(all - 1, Math.floor((before / width) * all))));
    }
    bar.addEventListener('click', goToClicked);
    return () => bar.removeEventListener('click', goToClicked);
  }, [place, store, go]);
}
