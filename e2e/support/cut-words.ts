import type { Locator } from '@playwright/test';

interface CutWords {
  /** Words that run out of the button or label that they name, or out of the window. */
  readonly cut: readonly string[];
  /** Words that are broken, without a hyphen, where no space is. */
  readonly broken: readonly string[];
}

/** What can't be read whole on the buttons and choices of a part of the page; measured by where each word is drawn. */
export function findCutWords(within: Locator): Promise<CutWords> {
  return within.evaluate((root) => {
    const cut = new Set<string>();
    const broken = new Set<string>();
    for (const control of root.querySelectorAll('button, label')) {
      if (!control.checkVisibility({ visibilityProperty: true })) continue;
      const box = control.getBoundingClientRect();
      const texts = document.createTreeWalker(control, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        if (node.parentElement?.closest('.visually-hidden')) continue;
        for (const word of (node.textContent ?? '').matchAll(/\S+/g)) {
          const range = document.createRange();
          range.setStart(node, word.index);
          range.setEnd(node, word.index + word[0].length);
          // What has no height is drawn by a mark alone, and read by its name.
          const lines = [...range.getClientRects()].filter(({ height }) => height > 1);
          const isInside = lines.every(
            ({ left, right, top, bottom }) =>
              left >= Math.max(box.left, 0) - 1 &&
              right <= Math.min(box.right, document.documentElement.clientWidth) + 1 &&
              // A line is higher than its letters.
              top >= box.top - 3 &&
              bottom <= box.bottom + 3,
          );
          if (!isInside) cut.add(word[0]);
          if (new Set(lines.map(({ top }) => Math.round(top))).size > 1) broken.add(word[0]);
        }
      }
    }
    return { cut: [...cut], broken: [...broken] };
  });
}
