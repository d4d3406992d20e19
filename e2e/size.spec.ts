import { gzipSync } from 'node:zlib';
import { expect, test } from './support/test.ts';

/** Bytes of gzipped JavaScript that a person waits for before a sample article can be read. */
const MOST_BYTES = 130 * 1024;

declare global {
  interface Window {
    /** When the article's first sentence came into the page, in milliseconds since the navigation. */
    readableAt?: number;
  }
}

test('a sample article is readable after at most 130 kB of JavaScript', async ({ page }) => {
  const sizes = new Map<string, Promise<number>>();
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return;
    sizes.set(
      response.url(),
      response.body().then((body) => gzipSync(body, { level: 9 }).length),
    );
  });
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('[data-sentence]')) return;
      window.readableAt = performance.now();
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });

  await page.goto('./#/samples/white-house-briefing');
  await expect(page.getByRole('heading', { level: 1, name: /Psaki defends dealing/ })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Annotations' })).toBeVisible();

  // What is asked for once the article can be read is not waited for.
  const awaited = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ startTime }) => startTime < (window.readableAt ?? 0))
      .map(({ name }) => name),
  );
  const loaded = await Promise.all(
    awaited.filter((name) => sizes.has(name)).map(async (name) => ({ name, bytes: await sizes.get(name) })),
  );
  const bytes = loaded.reduce((sum, script) => sum + (script.bytes ?? 0), 0);
  test.info().annotations.push({ type: 'JavaScript', description: `${bytes} bytes, gzip` });
  expect(bytes).toBeGreaterThan(0);
  expect(bytes, JSON.stringify(loaded, null, 1)).toBeLessThanOrEqual(MOST_BYTES);
});
