import { expect, type Locator } from '@playwright/test';

/** More stops than any screen has between two places that belong together. */
const MOST_STOPS = 60;

/** Presses Tab, or Shift+Tab, until the element has the focus. */
export async function tabTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(target).toBeVisible();
  for (let stops = 0; stops < MOST_STOPS && !(await hasFocus(target)); stops += 1) {
    await target.page().keyboard.press(key);
  }
  await expect(target).toBeFocused();
}

function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement);
}
