import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { DeskPage } from './pages/desk-page.ts';
import { LibraryPage } from './pages/library-page.ts';
import { planFile } from './support/fact-check-file.ts';
import { holdBack } from './support/hold-back.ts';
import { expect, test } from './support/test.ts';

const MANY = 10_000;
/** On a busy machine it takes longer than what is small. */
const LONG = { timeout: 120_000 };

async function openLarge(page: Page): Promise<DeskPage> {
  const sentences = Array.from({ length: MANY }, (_, i) => `Ferry ${i + 1} sailed at noon.`);
  const file = planFile({
    title: 'Ferries',
    paragraphs: Array.from({ length: MANY / 10 }, (_, i) => sentences.slice(i * 10, i * 10 + 10)),
    annotations: sentences.map((quote, sentence) => ({
      quote,
      sentence,
      rating: 'true',
      conclusion: `So says log ${sentence}.`,
      cites: { [`log${sentence % 500}`]: 'supports' },
    })),
    sources: Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`log${i}`, { title: `Log ${i}` }])),
  });
  const library = new LibraryPage(page);
  await library.goto();
  await library.chooseFile({
    name: 'large.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(file)),
  });
  await expect(page.getByRole('article')).toBeVisible(LONG);
  return new DeskPage(page);
}

test('a large export shows how far it is, and gives the page its turns', async ({ page }, testInfo) => {
  test.setTimeout(600_000);
  await openLarge(page);
  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  // The one that is chosen already is written first.
  await expect(dialog.getByText('Nothing is lost')).toBeVisible(LONG);
  await watchShares(page);
  for (const format of ['Report', 'W3C annotations', 'CSV']) {
    await test.step(format, async () => {
      await dialog.getByRole('radio', { name: format, exact: true }).check();
      await expect(dialog.getByRole('region', { name: 'What the file can’t hold' })).toBeVisible(LONG);
      const shares = await takeShares(page);
      // Each was drawn, so that the page had its turn between them; it is never less than before.
      expect(new Set(shares).size).toBeGreaterThan(3);
      expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    });
  }
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Download claims' }).click();
  const saved = testInfo.outputPath('large.csv');
  await (await download).saveAs(saved);
  expect((await readFile(saved, 'utf8')).match(/^"a\d+",/gm)).toHaveLength(MANY);
});

test('Cancel ends a large export while it is written, and nothing is saved', async ({ page }) => {
  const desk = await openLarge(page);
  const downloads: string[] = [];
  page.on('download', (download) => downloads.push(download.suggestedFilename()));
  // The processor of citations does not come: the report is not done before somebody has cancelled it.
  const release = await holdBack(page, /\/assets\/cite-worker-/);
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await page.getByRole('button', { name: 'Export' }).click();
  await dialog.getByRole('radio', { name: 'Report', exact: true }).check();
  await expect(dialog.getByRole('progressbar', { name: 'Writing the file' })).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Download' })).toBeDisabled();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toBeHidden();
  await release();
  // The page has gone on, and so has the fact check.
  await desk.openAnnotation(0);
  await expect(page.getByText('Exported to')).toBeHidden();
  expect(downloads).toEqual([]);
});

/** Keeps every share that the progress of a writing has shown. */
async function watchShares(page: Page): Promise<void> {
  await page.evaluate(() => {
    const shares: number[] = [];
    Object.assign(globalThis, { takeShares: () => shares.splice(0) });
    const look = (): void => {
      const progress = document.querySelector<HTMLProgressElement>('dialog progress');
      if (progress && shares.at(-1) !== progress.value) shares.push(progress.value);
      requestAnimationFrame(look);
    };
    look();
  });
}

function takeShares(page: Page): Promise<readonly number[]> {
  return page.evaluate(() => (Reflect.get(globalThis, 'takeShares') as () => number[])());
}
