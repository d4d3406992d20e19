import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { whenCopiesAgree } from '../e2e/support/kept-copies.ts';
import { DeskPage } from '../e2e/pages/desk-page.ts';
import { LibraryPage } from '../e2e/pages/library-page.ts';
import { spreadOf, type Spread } from './statistics.ts';
import { createWorkload, type Workload } from './workload.ts';

/** What one fresh page gave: medians of its edits, in milliseconds. */
export interface PageMeasure {
  /** From the key that changes a verdict until the indicator says Saved. */
  readonly edit: number;
  /** What the browser takes for nothing but a strict transaction of two such records. */
  readonly transaction: number;
}

/** A browser profile in which the workload is kept, and in which fresh pages can be measured. */
export interface Measured {
  readonly measure: () => Promise<PageMeasure>;
}

const EDITS = 20;
/** Milliseconds: the import of 10,000 annotations on a busy machine. */
const PATIENCE = 300_000;

/** Takes the workload in, as a person who opens a file. */
export async function prepare(
  browser: Browser,
  baseURL: string,
  workload: Workload,
  seed: number,
): Promise<Measured> {
  const context = await browser.newContext({ baseURL, viewport: { width: 1280, height: 800 } });
  context.setDefaultTimeout(PATIENCE);
  // This page stays open: a tab that joins another does not copy everything into a database of its own first.
  const first = await context.newPage();
  const library = new LibraryPage(first);
  await library.goto();
  await library.chooseFile({
    name: 'workload.linecheck.json',
    mimeType: 'application/json',
    buffer: Buffer.from(createWorkload(workload, seed)),
  });
  const agree = first.getByRole('button', { name: 'Check this article' });
  const article = first.getByRole('article');
  await expect(agree.or(article)).toBeVisible({ timeout: PATIENCE });
  if (await agree.isVisible()) await agree.click();
  await expect(article).toBeVisible({ timeout: PATIENCE });
  const desk = new DeskPage(first);
  await first.goto('./#/check/planned/annotation/a5');
  await expect(desk.editor.pane).toBeVisible({ timeout: PATIENCE });
  await desk.editor.pane.focus();
  await first.keyboard.press('1');
  await expect(first.getByRole('dialog', { name: 'Who is checking?' })).toBeVisible({ timeout: PATIENCE });
  await desk.answerReviewerDialog();
  await whenQuiet(first);
  await desk.leave();
  return { measure: () => measureInFreshPage(context) };
}

async function measureInFreshPage(context: BrowserContext): Promise<PageMeasure> {
  const page = await context.newPage();
  await page.goto('./#/check/planned/annotation/a5');
  const desk = new DeskPage(page);
  await expect(desk.editor.pane).toBeVisible({ timeout: PATIENCE });
  await whenQuiet(page);
  await page.evaluate(watchIndicator);
  const edits: number[] = [];
  for (let i = 0; i <= EDITS; i += 1) {
    const saved = page.evaluate(() => (Reflect.get(globalThis, 'nextSaved') as () => Promise<number>)());
    await page.keyboard.press(String(1 + ((i + 1) % 7)));
    edits.push(await saved);
  }
  const transactions = await page.evaluate(timeTransactions, EDITS);
  await page.close();
  // The first edit also compiles what the others run.
  return { edit: spreadOf(edits.slice(1)).median, transaction: spreadOf(transactions).median };
}

/** Everything is saved, and the copies have been compared. */
async function whenQuiet(page: Page): Promise<void> {
  await expect(page.getByRole('status', { name: 'Saving' })).toHaveText('Saved', { timeout: PATIENCE });
  await whenCopiesAgree(page, { timeout: PATIENCE });
}

/** To run in the page: `nextSaved()` resolves with the time from the next key until Saved is said. */
function watchIndicator(): void {
  const indicator = document.querySelector('[aria-label="Saving"]');
  let pressedAt = 0;
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      pressedAt = timeStamp;
    },
    true,
  );
  Object.assign(globalThis, {
    nextSaved: () =>
      new Promise<number>((resolve) => {
        const observer = new MutationObserver(() => {
          if (indicator?.textContent !== 'Saved') return;
          observer.disconnect();
          resolve(performance.now() - pressedAt);
        });
        if (indicator) observer.observe(indicator, { subtree: true, childList: true, characterData: true });
      }),
  });
}

/** To run in the page: so many strict transactions of two values, each as long as a record with its history. */
async function timeTransactions(count: number): Promise<number[]> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('bench', 1);
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore('values'));
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(new Error('There is no database.')));
  });
  const times: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const begun = performance.now();
    const transaction = database.transaction('values', 'readwrite', { durability: 'strict' });
    const values = transaction.objectStore('values');
    values.put('x'.repeat(600), 'verdict');
    values.put('x'.repeat(900), `history-${i}`);
    await new Promise<void>((resolve) => {
      transaction.addEventListener('complete', () => resolve());
    });
    times.push(performance.now() - begun);
  }
  database.close();
  return times;
}

/** The measures of all pages of a workload. */
export interface EditCell extends Workload {
  readonly edit: Spread;
  readonly transaction: Spread;
}

export function cellOf(workload: Workload, pages: readonly PageMeasure[]): EditCell {
  return {
    ...workload,
    edit: spreadOf(pages.map(({ edit }) => edit)),
    transaction: spreadOf(pages.map(({ transaction }) => transaction)),
  };
}
