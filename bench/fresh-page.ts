import type { BrowserContext, Page } from '@playwright/test';
import { DeskPage } from '../e2e/pages/desk-page.ts';
import { clickStart } from '../e2e/pages/select-text.ts';
import { scrollThrough, timeUntilPainted, whenOpened } from './probe.ts';
import { PATIENCE, whenQuiet } from './profile.ts';
import type { Row } from './results.ts';
import { spreadOf } from './statistics.ts';
import { timeUntilSaved } from './until-saved.ts';

/** A page to be measured, with the workload in it. */
export interface Subject {
  readonly context: BrowserContext;
  readonly address: string;
  readonly isApp: boolean;
  /** Whether a click is answered in the article: Recogito answers to the program instead. */
  readonly marksClicks: boolean;
}

/** What one fresh page gave, by row; medians where it was done several times. */
export type PageMeasure = Readonly<Partial<Record<Row, number>>>;

const TIMES = 7;

/** Opens a fresh page and does in it what the rows ask for, one after the other. */
export async function measureFreshPage(subject: Subject, rows: ReadonlySet<Row>): Promise<PageMeasure> {
  const { context, address, isApp, marksClicks } = subject;
  const page = await context.newPage();
  try {
    await page.goto(address);
    const measure: Partial<Record<Row, number>> = { open: await whenOpened(page) };
    if (isApp) await whenQuiet(page);
    if (rows.has('heap')) measure.heap = await heapOf(page);
    if (rows.has('click') && marksClicks) measure.click = await timeClicks(page);
    if (isApp) await openForKeys(page);
    if (rows.has('edit')) measure.edit = await timeEdits(page);
    if (isApp && rows.has('saved')) measure.saved = (await timeUntilSaved(page)).edit;
    if (rows.has('annotate')) {
      // Back from the editor to the article, where a digit is for the selected words.
      if (isApp) await page.keyboard.press('Escape');
      measure.annotate = await timeAnnotating(page);
    }
    if (rows.has('scroll')) measure.scroll = await scrollThrough(page);
    return measure;
  } finally {
    await page.close();
  }
}

/** Megabytes that are in use after a collection of garbage. */
async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1e6;
}

async function timeClicks(page: Page): Promise<number> {
  const marks = page.locator('mark[data-annotations]:not([data-annotations*=" "])');
  const ids = await marks.evaluateAll((all) => [
    ...new Set(all.slice(0, 40).map((mark) => (mark as HTMLElement).dataset['annotations'] ?? '')),
  ]);
  const times: number[] = [];
  for (const id of ids.slice(1, TIMES + 1)) {
    const mark = page.locator(`mark[data-annotations="${id}"]`).first();
    times.push(await timeUntilPainted(page, () => clickStart(mark)));
  }
  return spreadOf(times.slice(1)).median;
}

/** Opens an annotation, so that a digit changes its verdict. */
async function openForKeys(page: Page): Promise<void> {
  const { editor } = new DeskPage(page);
  await page.goto('./#/check/planned/annotation/a5');
  await editor.pane.waitFor({ timeout: PATIENCE });
  await editor.pane.focus();
}

async function timeEdits(page: Page): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i <= TIMES; i += 1)
    times.push(await timeUntilPainted(page, () => page.keyboard.press(i % 2 === 0 ? '5' : '1')));
  return spreadOf(times.slice(1)).median;
}

async function timeAnnotating(page: Page): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i <= TIMES; i += 1) {
    await page.evaluate(selectWord, i);
    times.push(await timeUntilPainted(page, () => page.keyboard.press('5')));
  }
  return spreadOf(times.slice(1)).median;
}

/** To run in the page: selects another word near the top each time, and waits until the page may know of it. */
async function selectWord(turn: number): Promise<void> {
  const article = document.querySelector('article');
  if (!article) return;
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  let left = turn * 2;
  for (let node = walker.nextNode(); node && left >= 0; node = walker.nextNode()) {
    if (!node.parentElement?.closest('.block, [data-start]')) continue;
    for (const { index, 0: word } of (node.nodeValue ?? '').matchAll(/(?<= )\p{L}{2,}(?= )/gu)) {
      left -= 1;
      if (left >= 0) continue;
      getSelection()?.setBaseAndExtent(node, index, node, index + word.length);
      break;
    }
  }
  await new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(resolve));
  });
}
