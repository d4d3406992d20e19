import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { whenCopiesAgree } from '../e2e/support/kept-copies.ts';
import { DeskPage } from '../e2e/pages/desk-page.ts';
import { LibraryPage } from '../e2e/pages/library-page.ts';

/** Milliseconds: the import of 10,000 annotations on a busy machine. */
export const PATIENCE = 300_000;

/** A browser profile in which a workload is kept. */
export interface Profile {
  readonly context: BrowserContext;
  /** Seconds from the choice of the file until all of it was saved and both copies agreed. */
  readonly imported: number;
}

/** Takes the workload in, as a person who opens a file. */
export async function prepareProfile(browser: Browser, baseURL: string, file: string): Promise<Profile> {
  const context = await browser.newContext({ baseURL, viewport: VIEWPORT });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const library = new LibraryPage(page);
  await library.goto();
  const begun = performance.now();
  await library.chooseFile({
    name: 'workload.linecheck.json',
    mimeType: 'application/json',
    buffer: Buffer.from(file),
  });
  const agree = page.getByRole('button', { name: 'Check this article' });
  const article = page.getByRole('article');
  await expect(agree.or(article)).toBeVisible({ timeout: PATIENCE });
  if (await agree.isVisible()) await agree.click();
  await expect(article).toBeVisible({ timeout: PATIENCE });
  await whenSaved(page);
  const imported = (performance.now() - begun) / 1000;
  const desk = new DeskPage(page);
  await page.goto('./#/check/planned/annotation/a5');
  await expect(desk.editor.pane).toBeVisible({ timeout: PATIENCE });
  await desk.editor.pane.focus();
  await page.keyboard.press('1');
  await expect(page.getByRole('dialog', { name: 'Who is checking?' })).toBeVisible({ timeout: PATIENCE });
  await desk.answerReviewerDialog();
  await whenQuiet(page);
  await page.close();
  return { context, imported };
}

export const VIEWPORT = { width: 1280, height: 800 };

async function whenSaved(page: Page): Promise<void> {
  await expect(page.getByRole('status', { name: 'Saving' })).toHaveText('Saved', { timeout: PATIENCE });
}

/** Everything is saved, and the copies have been compared. */
export async function whenQuiet(page: Page): Promise<void> {
  await whenSaved(page);
  await whenCopiesAgree(page, { timeout: PATIENCE });
}
