import { expect, type Locator } from '@playwright/test';

/** CSS pixels that a finger hits; WCAG 2.2 asks for 24. */
export const FINGER = 44;

/** What can be tapped, but for words in running text, takes a tap as far around its middle as a finger reaches. */
export async function expectTargets(within: Locator): Promise<void> {
  expect(await smallTargets(within)).toEqual([]);
}

/** What takes no such tap. */
export function smallTargets(within: Locator): Promise<readonly string[]> {
  return within.evaluate((root, size) => {
    const isHit = (control: Element, x: number, y: number): boolean => {
      const hit = document.elementFromPoint(x, y);
      return hit !== null && (control.contains(hit) || hit.closest('label')?.control === control);
    };
    const dialog = [...root.querySelectorAll('dialog:modal')].at(-1);
    const controls = (dialog ?? root).querySelectorAll(
      'button, a[href], input, select, textarea, summary, [role=option]',
    );
    return [...controls].flatMap((control) => {
      if (
        !control.checkVisibility({ opacityProperty: false }) ||
        control.closest('article, p:not(:has(> button))')
      )
        return [];
      // A tap on the words of a choice makes it.
      const target = control.closest('label') ?? control;
      const { width, height } = target.getBoundingClientRect();
      if (width === 0 || (width >= size && height >= size)) return [];
      control.scrollIntoView({ block: 'center', inline: 'center' });
      const { left, top } = target.getBoundingClientRect();
      const [x, y, away] = [left + width / 2, top + height / 2, size / 2 - 1];
      const isLargeEnough =
        (width >= size || (isHit(control, x - away, y) && isHit(control, x + away, y))) &&
        (height >= size || (isHit(control, x, y - away) && isHit(control, x, y + away)));
      return isLargeEnough
        ? []
        : [`${control.outerHTML.slice(0, 120)}: ${Math.round(width)} × ${Math.round(height)}`];
    });
  }, FINGER);
}
