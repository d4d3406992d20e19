import type { Locator, Page } from '@playwright/test';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A finger put down, moved in steps and lifted, as the browser hears of a real one. */
export async function dragFinger(page: Page, from: Point, to: Point): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: readonly Point[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: [...touchPoints] });
  await touch('touchStart', from);
  await touch('touchMove', { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 });
  await touch('touchMove', to);
  await touch('touchEnd');
  await session.detach();
}

/**
 * Selects words as a phone does when a finger is held on them, and when the ends of what is selected are moved: by the
 * browser, which tells the page of the selection only. Injected touches are never held long enough for it.
 */
export async function holdWords(element: Locator, words: string): Promise<void> {
  await element.evaluate((root, held) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(held) ?? -1;
      if (at < 0) continue;
      getSelection()?.setBaseAndExtent(node, at, node, at + held.length);
      return;
    }
    throw new Error(`“${held}” is not there in one piece.`);
  }, words);
}
