import { expect, type Page } from '@playwright/test';

/**
 * Something other than the page has the focus, in view and covered by nothing, and is drawn as what has it (WCAG 2.4.7 and
 * 2.4.11): by its outline, or by what stands around it or in it and is drawn only then.
 */
export async function expectVisibleFocus(page: Page, where: string): Promise<void> {
  await expect.poll(() => page.evaluate(findFault), `focus ${where}`).toBeNull();
}

/** What is wrong with the focus, or null. Runs in the page. */
function findFault(): string | null {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return 'nothing has the focus';
  const name = focused.outerHTML.slice(0, 120);
  const around = [focused, focused.closest('label'), focused.parentElement, focused.closest('li')];
  const shown = around.filter((one) => one !== null);
  const isOutlined = ({ outlineStyle, outlineWidth }: CSSStyleDeclaration): boolean =>
    outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
  const isDrawn =
    shown.some((one) => isOutlined(getComputedStyle(one))) ||
    isOutlined(getComputedStyle(focused, '::after')) ||
    [...focused.children].some((one) => getComputedStyle(one).boxShadow.includes('inset'));
  if (!isDrawn) return `nothing shows the focus of ${name}`;
  const isHit = [focused, ...((focused as HTMLInputElement).labels ?? [])]
    .flatMap((one) => [...one.getClientRects()])
    .some(({ left, top, width, height }) =>
      [0.5, 0.1, 0.9].some((part) => {
        const hit = document.elementFromPoint(left + width * part, top + height * part);
        return hit !== null && (focused.contains(hit) || hit.closest('label')?.control === focused);
      }),
    );
  return isHit ? null : `not in view, or covered: ${name}`;
}
