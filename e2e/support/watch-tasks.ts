import type { Page } from '@playwright/test';

/** Notes the longest time, in milliseconds, in which the page could do nothing else. */
export async function watchTasks(page: Page): Promise<() => Promise<number>> {
  const watch = await page.evaluateHandle(() => {
    const found = { longest: 0 };
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) found.longest = Math.max(found.longest, duration);
    }).observe({ type: 'longtask' });
    return found;
  });
  return () => watch.evaluate(({ longest }) => longest);
}
