import { gzipSync } from 'node:zlib';
import { expect, test } from './support/test.ts';

/** Bytes of gzipped JavaScript that a person waits for before a sample article can be read. */
const MOST_BYTES = 130 * 1024;

test('a sample article is readable after at most 130 kB of JavaScript', async ({ page }) => {
  const scripts: Promise<{ readonly name: string; readonly bytes: number }>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return;
    const name = new URL(response.url()).pathname;
    scripts.push(response.body().then((body) => ({ name, bytes: gzipSync(body, { level: 9 }).length })));
  });

  await page.goto('./#/samples/white-house-briefing');
  await expect(page.getByRole('heading', { level: 1, name: /Psaki defends dealing/ })).toBeVisible();

  const loaded = await Promise.all(scripts);
  const bytes = loaded.reduce((sum, script) => sum + script.bytes, 0);
  test.info().annotations.push({ type: 'JavaScript', description: `${bytes} bytes, gzip` });
  expect(bytes, JSON.stringify(loaded, null, 1)).toBeLessThanOrEqual(MOST_BYTES);
  expect(bytes).toBeGreaterThan(0);
});
