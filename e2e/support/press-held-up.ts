import type { Page } from '@playwright/test';

/**
 * A key is pressed in a page that has no time to hear of what others do meanwhile: it waits for an answer, doing nothing
 * else, and acts on the key with what it knew before. Returns how to give the answer.
 */
export async function pressHeldUp(page: Page, key: string): Promise<() => Promise<void>> {
  let answer = (): void => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  let isAsked = (): void => {};
  const asked = new Promise<void>((resolve) => {
    isAsked = resolve;
  });
  await page.route('**/held-up', async (route) => {
    isAsked();
    await answered;
    await route.fulfill({ body: '' });
  });
  const waiting = page.evaluate((pressed) => {
    const request = new XMLHttpRequest();
    request.open('GET', './held-up', false);
    request.send();
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, bubbles: true }));
  }, key);
  await asked;
  return async () => {
    answer();
    await waiting;
  };
}
