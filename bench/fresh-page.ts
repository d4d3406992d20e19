import type { BrowserContext, Page } from '@playwright/test';
import { DeskPage } from '../e2e/pages/desk-page.ts';
import { clickStart } from '../e2e/pages/select-text.ts';
import { scrollThrough, timeUntilHovered, timeUntilPainted, whenCalm, whenOpened } from './probe.ts';
import { PATIENCE, whenQuiet } from './profile.ts';
import type { Row } from './results.ts';
import { spreadOf } from './statistics.ts';
import { timeUntilSaved } from './until-saved.ts';

/** A page to be measured, with the workload in it. */
export interface Subject {
  readonly context: BrowserContext;
  readonly address: string;
  readonly isApp: boolean;
  /** Whether the marks are elements in the text, which answer to the mouse. */
  readonly hasMarks: boolean;
  /** The pieces of an annotation that has this rating, as a selector. */
  readonly rated: (id: string, rating: 'true' | 'false') => string;
}

/** What one fresh page gave, by row; medians where it was done several times. */
export type PageMeasure = Readonly<Partial<Record<Row, number>>>;

const TIMES = 7;
/** The annotation whose verdict is changed: the first, which is in view at the top of each page. */
const EDITED = 'a0';

/** Opens a fresh page and does in it what the rows ask for, one after the other; leaves what is kept as it was. */
export async function measureFreshPage(subject: Subject, rows: ReadonlySet<Row>): Promise<PageMeasure> {
  const { context, address, isApp, hasMarks } = subject;
  const page = await context.newPage();
  try {
    await page.goto(address);
    const measure: Partial<Record<Row, number>> = { open: await whenOpened(page) };
    if (isApp) await whenQuiet(page);
    if (rows.has('heap')) measure.heap = await heapOf(page);
    if (rows.has('hover')) measure.hover = await timeHovers(page);
    if (rows.has('click')) measure.click = await timeClicks(page);
    if (isApp) await openForKeys(page);
    else if (hasMarks) await clickStart(page.locator(markOf(EDITED)).first());
    await whenCalm(page);
    if (rows.has('edit')) measure.edit = await timeEdits(page, subject);
    if (rows.has('saved')) measure.saved = (await timeUntilSaved(page)).edit;
    if (rows.has('annotate')) {
      // Back from the editor to the article, where a digit is for the selected words.
      if (isApp) await page.keyboard.press('Escape');
      measure.annotate = await timeAnnotating(page);
    }
    if (rows.has('scroll')) measure.scroll = await scrollThrough(page);
    if (isApp) await undoAll(page);
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

async function timeHovers(page: Page): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i <= TIMES; i += 1) {
    const { id, x, y } = await page.evaluate(findMark, i);
    // It may have been scrolled below the mouse.
    await page.mouse.move(0, 0);
    times.push(await timeUntilHovered(page, () => page.mouse.move(x, y), markOf(id)));
  }
  return spreadOf(times.slice(1)).median;
}

async function timeClicks(page: Page): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i <= TIMES; i += 1) {
    // Anew each time: whatever opened last may have moved it.
    const { id, x, y } = await page.evaluate(findMark, i);
    const answer = { selector: `${markOf(id)}[data-current]` };
    times.push(await timeUntilPainted(page, () => page.mouse.click(x, y), answer));
  }
  return spreadOf(times.slice(1)).median;
}

function markOf(id: string): string {
  return `mark[data-annotations="${id}"]`;
}

/** To run in the page: one of the first marks that no other lies over, in the middle of the window as far as that goes, and a point in it. */
function findMark(number: number): { readonly id: string; readonly x: number; readonly y: number } {
  const ids = new Set<string>();
  for (const mark of document.querySelectorAll<HTMLElement>('article mark[data-annotations]')) {
    const id = mark.dataset['annotations'] ?? '';
    if (id.includes(' ') || ids.has(id)) continue;
    if (ids.size < number) {
      ids.add(id);
      continue;
    }
    mark.scrollIntoView({ block: 'center' });
    const [first] = mark.getClientRects();
    if (!first) break;
    return { id, x: first.left + 4, y: first.top + first.height / 2 };
  }
  throw new Error(`There is no mark with the number ${number}.`);
}

/** Opens an annotation, so that a digit changes its verdict. */
async function openForKeys(page: Page): Promise<void> {
  const { editor } = new DeskPage(page);
  await page.goto(`./#/check/planned/annotation/${EDITED}`);
  // The editor of what was clicked last may still be there: its pane alone does not say whose keys it takes.
  await page
    .locator(`${markOf(EDITED)}[data-current]`)
    .first()
    .waitFor({ timeout: PATIENCE });
  await editor.pane.waitFor({ timeout: PATIENCE });
  await editor.pane.focus();
}

async function timeEdits(page: Page, { rated }: Subject): Promise<number> {
  // Whatever the verdict is, the next one is another.
  await page.keyboard.press('3');
  await page.locator(rated(EDITED, 'false')).first().waitFor({ state: 'detached' });
  const times: number[] = [];
  for (let i = 0; i <= TIMES; i += 1) {
    const [digit, rating] = i % 2 === 0 ? (['5', 'false'] as const) : (['1', 'true'] as const);
    const answer = { selector: rated(EDITED, rating) };
    times.push(await timeUntilPainted(page, () => page.keyboard.press(digit), answer));
  }
  return spreadOf(times.slice(1)).median;
}

async function timeAnnotating(page: Page): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i <= TIMES; i += 1) {
    await page.evaluate(selectWord, i);
    times.push(await timeUntilPainted(page, () => page.keyboard.press('5'), 'one mark more'));
  }
  return spreadOf(times.slice(1)).median;
}

/** Takes back what this page did, so that the next one finds what this one has found. */
async function undoAll(page: Page): Promise<void> {
  const undo = page.getByRole('button', { name: /^Undo/ }).first();
  while (await undo.isEnabled()) await undo.click();
  await whenQuiet(page);
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
