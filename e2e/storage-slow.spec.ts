import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { FERRY, NEW, whenCopiesAgree } from './support/kept-copies.ts';
import { openPlanned } from './support/open.ts';
import { answerAtLast, holdDatabases } from './support/refuse-storage.ts';
import { expect, test } from './support/test.ts';
import { DeskPage } from './pages/desk-page.ts';

/** Keeps a fact check, empties localStorage, and opens a page whose databases do not answer; returns its address. */
async function startSlowly(page: Page): Promise<string> {
  const desk = await openPlanned(page, FERRY);
  await desk.annotate({ sentence: 2 }, NEW);
  await desk.whenSaved();
  await whenCopiesAgree(page);
  const address = page.url();
  await page.evaluate(() => localStorage.clear());
  await page.addInitScript(holdDatabases);
  return address;
}

test('as long as the database has not answered the page says that it is still looking, and then goes on', async ({
  page,
}) => {
  const address = await startSlowly(page);
  await page.goto(address);
  await page.reload();
  await expect(page.getByText('Still looking for this fact check…')).toBeVisible();
  await page.getByRole('link', { name: 'To the library' }).click();
  const kept = page.getByRole('region', { name: 'Your fact checks' });
  await expect(kept.getByRole('status')).toContainText('Still looking through');
  await expect(kept).not.toContainText('Nothing here yet');
  await page.goBack();
  await expect(page.getByText('Still looking for this fact check…')).toBeVisible();
  await answerAtLast(page);
  await page.getByRole('button', { name: 'Look again' }).click();
  const desk = new DeskPage(page);
  await desk.whenOpen();
  await expect(desk.list).toContainText(NEW.conclusion);
});

test('a backup that is asked for before the database has answered waits for it', async ({
  page,
}, testInfo) => {
  await startSlowly(page);
  await page.goto('./');
  await page.reload();
  await page.getByRole('button', { name: 'Settings' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download everything' }).click();
  await expect(page.getByRole('button', { name: 'Comparing the copies' })).toBeDisabled();
  await answerAtLast(page);
  const file = testInfo.outputPath('backup.json');
  await (await download).saveAs(file);
  expect(await readFile(file, 'utf8')).toContain(NEW.conclusion);
});
