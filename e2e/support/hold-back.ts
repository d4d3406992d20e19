import type { Page } from '@playwright/test';

/** Lets what is asked for under these addresses wait; returns how to let it go, and all that comes later. */
export async function holdBack(page: Page, addresses: RegExp): Promise<() => Promise<void>> {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(addresses, async (route) => {
    await released;
    // Who has asked may be gone.
    await route.continue().catch(() => undefined);
  });
  return async () => {
    release();
    await page.unroute(addresses);
  };
}
