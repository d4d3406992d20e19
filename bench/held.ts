import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { findBrowser, launchOptions } from '../e2e/support/browser.ts';
import { writeForeignFiles } from './foreign-files.ts';
import { PATIENCE, VIEWPORT } from './profile.ts';
import { openSite } from './site.ts';
import { createEditedText, createRandom } from './edited-text.ts';
import { createWorkload } from './workload.ts';

/** How long a page was held up while something was done in it; milliseconds. */
export interface Held {
  readonly act: string;
  /** The longest task of the main thread. */
  readonly longest: number;
  /** What tasks took beyond 50 ms each, summed up. */
  readonly beyond: number;
  readonly tasks: number;
  /** From the beginning of the act until everything had been done and saved. */
  readonly whole: number;
}

export interface HeldOptions {
  readonly annotations: number;
  readonly seed: number;
  /** The groups of acts that are wanted. */
  readonly groups: ReadonlySet<Group>;
  readonly told: (held: Held) => void;
}

export const GROUPS = ['desk', 'export', 'merge', 'draft', 'library', 'import', 'text'] as const;
export type Group = (typeof GROUPS)[number];

/** Builds the app, does in it what works on many annotations at once, and tells how long the page was held up each time. */
export async function measureHeld(options: HeldOptions): Promise<void> {
  const search = await findBrowser();
  if (!search.ok) throw new Error(search.problem);
  const folder = await mkdtemp(path.join(tmpdir(), 'linecheck-held-'));
  const site = await openSite();
  const browser = await chromium.launch(launchOptions(search.browser));
  try {
    const files = await writeFiles(folder, options);
    const scene = { browser, baseURL: site.baseURL, files, ...options };
    if (['desk', 'export', 'merge', 'draft', 'library'].some((group) => options.groups.has(group as Group)))
      await actOnMany(scene);
    if (options.groups.has('import')) await importForeign(scene);
    if (options.groups.has('text')) await bringTexts(scene);
  } finally {
    await browser.close();
    await site.close();
    await rm(folder, { recursive: true });
  }
}

interface Scene extends HeldOptions {
  readonly browser: Browser;
  readonly baseURL: string;
  readonly files: Files;
}

type Files = Awaited<ReturnType<typeof writeFiles>>;

async function writeFiles(folder: string, { annotations, seed }: HeldOptions) {
  const put = async (name: string, content: string): Promise<string> => {
    const file = path.join(folder, name);
    await writeFile(file, content);
    return file;
  };
  const workload = createWorkload({ annotations, units: Math.max(10_000, annotations * 100) }, seed);
  const foreign = await writeForeignFiles(workload);
  const text = createEditedText(5000, 0, createRandom(seed)).was;
  return {
    workload: await put('workload.linecheck.json', workload),
    newer: await put('newer.linecheck.json', foreign.newer),
    bare: await put('bare.linecheck.json', foreign.bare),
    foreign: {
      'W3C annotations': await put('workload.jsonld', foreign.w3c),
      Hypothesis: await put('hypothesis.json', foreign.hypothesis),
      CSV: await put('workload.claims.csv', foreign.csv),
    },
    draft: await put('draft.txt', foreign.draft),
    paragraphs: await put(
      'paragraphs.txt',
      Array.from(
        { length: 60_000 },
        (_, i) => `Paragraph ${i} counts ${i % 97} of them. Nobody doubts it.`,
      ).join('\n\n'),
    ),
    pasted: `${text}\n\n`.repeat(900),
  };
}

async function actOnMany(scene: Scene): Promise<void> {
  const { groups, files } = scene;
  const { page, measure, close } = await openPage(scene);
  await measure('open the file in the library', async () => {
    await page.setInputFiles(LIBRARY_INPUT, files.workload);
    await until(page, 'article mark');
  });
  if (groups.has('desk')) await actAtDesk(page, measure);
  if (groups.has('export')) await exportAll(page, measure);
  if (groups.has('merge')) {
    await importFile(page, measure, 'merge a newer file', files.newer);
    await undoAndRedo(page, measure, 'merge');
  }
  if (groups.has('draft')) await useDraft(page, measure, files.draft);
  if (groups.has('library')) await actInLibrary(page, measure, files);
  await close();
}

const LIBRARY_INPUT = 'input[type=file][aria-label="Open a file"]';
const DESK_INPUT = 'input[type=file][aria-label="Import a file"]';

type Measure = (act: string, work: () => Promise<void>) => Promise<void>;

async function actAtDesk(page: Page, measure: Measure): Promise<void> {
  await measure('open what is kept', async () => {
    await page.reload();
    await until(page, 'article mark');
  });
  const field = page.locator('[role=search] input').first();
  for (const words of ['record 17', 'text:"the', 'verdict:fal']) {
    await field.focus();
    await measure(`type “${words}” into the search`, async () => {
      for (const key of words) {
        await page.keyboard.press(key === ' ' ? 'Space' : key);
        await page.waitForTimeout(150);
      }
    });
    await measure('take it out again', async () => {
      await field.press('Control+a');
      await page.keyboard.press('Delete');
    });
  }
  await measure('unfold the filters', () => page.locator('[role=search] button[aria-controls]').click());
  const menus = page.locator('[role=search] select');
  for (let i = 0; i < (await menus.count()); i += 1) {
    const menu = menus.nth(i);
    const label = await menu.evaluate((element) => (element as HTMLSelectElement).labels[0]?.textContent);
    await measure(`filter by ${label}`, async () => {
      await menu.selectOption({ index: 1 });
    });
    await measure('take the filter away', async () => {
      await menu.selectOption({ index: 0 });
    });
  }
  await measure('open the overview', async () => {
    await page.locator('button[aria-label="Overview"]').click();
    await until(page, 'dialog[open] table');
  });
  await measure('close the overview', () => page.keyboard.press('Escape'));
  await measure('open the sources', () =>
    page.locator('aside button', { hasText: 'Sources' }).first().click(),
  );
  await measure('back to the annotations', () =>
    page.locator('aside button', { hasText: 'Annotations' }).first().click(),
  );
  await measure('find a command', async () => {
    await page.keyboard.press('Control+k');
    await until(page, 'dialog[open] [role=combobox]');
    await page.keyboard.type('verdict', { delay: 60 });
  });
  await page.keyboard.press('Escape');
}

async function exportAll(page: Page, measure: Measure): Promise<void> {
  await measure('open the export, as a Linecheck file', async () => {
    await page.locator('header button', { hasText: 'Export' }).click();
    await untilWritten(page);
  });
  const radios = page.locator('dialog[open] fieldset').first().locator('input[type=radio]');
  for (let i = 1; i < (await radios.count()); i += 1) {
    const radio = radios.nth(i);
    const label = await radio.evaluate((element) => (element as HTMLInputElement).labels?.[0]?.textContent);
    await measure(`export as ${label}`, async () => {
      await radio.check();
      await untilWritten(page);
    });
  }
  await page.keyboard.press('Escape');
}

function untilWritten(page: Page): Promise<void> {
  return until(page, 'dialog[open]:has(dl):not(:has(progress)) dl');
}

async function importFile(page: Page, measure: Measure, act: string, file: string): Promise<void> {
  const take = page.locator('dialog[open] button[data-look=primary], dialog[open] button', {
    hasText: /^(?:Import \d|Merge)/,
  });
  await measure(`${act}: read it`, async () => {
    await page.setInputFiles(DESK_INPUT, file);
    await take.waitFor({ timeout: PATIENCE });
  });
  await measure(`${act}: take it`, async () => {
    await take.click();
    await untilNot(page, 'dialog[open]');
  });
}

async function undoAndRedo(page: Page, measure: Measure, what: string): Promise<void> {
  for (const step of ['Undo', 'Redo'])
    await measure(`${step.toLowerCase()} the ${what}`, () =>
      page.locator(`header button[aria-label^="${step}"]`).click(),
    );
}

async function useDraft(page: Page, measure: Measure, file: string): Promise<void> {
  await page.locator('button[aria-label^="Versions"], button', { hasText: 'Versions' }).first().click();
  await page.getByRole('menuitem', { name: 'Load a new version' }).click();
  await measure('compare with a new version', async () => {
    await page.setInputFiles('input[type=file][aria-label="File with the new version"]', file);
    await until(page, '[role=group][aria-label="Show"]');
  });
  const later = page.locator('button', { hasText: 'Decide later' });
  for (let i = 0; i < 5 && (await later.count()) > 0; i += 1)
    await measure('decide one later', () => later.first().click());
  await page.evaluate(decideAllLater);
  await measure('use the new version', async () => {
    await page.locator('button', { hasText: 'Use this version' }).click();
    await until(page, 'article mark');
  });
  await undoAndRedo(page, measure, 'new version');
  await page.locator('header button[aria-label^="Undo"]').click();
  await whenStill(page);
}

/** To run in the page: answers all questions, a part of the list after the other. */
async function decideAllLater(): Promise<void> {
  const nextFrame = (): Promise<number> =>
    new Promise((resolve) => {
      requestAnimationFrame(resolve);
    });
  for (let turn = 0; turn < 100_000; turn += 1) {
    const use = [...document.querySelectorAll('button')].find((button) =>
      button.textContent?.includes('Use this version'),
    );
    if (use?.getAttribute('aria-disabled') !== 'true') return;
    const open = [...document.querySelectorAll<HTMLElement>('[data-question]')].flatMap((card) =>
      [...card.querySelectorAll<HTMLElement>('button')].filter(
        (button) =>
          button.textContent?.includes('Decide later') && button.getAttribute('aria-pressed') !== 'true',
      ),
    );
    if (open.length === 0) dispatchEvent(new KeyboardEvent('keydown', { key: 'n', bubbles: true }));
    for (const button of open) button.click();
    await nextFrame();
    await nextFrame();
  }
}

async function actInLibrary(page: Page, measure: Measure, files: Files): Promise<void> {
  await measure('back to the library', async () => {
    await page.locator('header a', { hasText: 'Library' }).click();
    await until(page, LIBRARY_INPUT);
  });
  await measure('open the same file: it is here', async () => {
    await page.setInputFiles(LIBRARY_INPUT, files.newer);
    await page.locator('dialog[open] button', { hasText: /^Replace/ }).waitFor({ timeout: PATIENCE });
  });
  await measure('replace what is here', async () => {
    await page.locator('dialog[open] button', { hasText: /^Replace/ }).click();
    await until(page, 'article mark');
  });
}

async function importForeign(scene: Scene): Promise<void> {
  const { page, measure, close } = await openPage(scene);
  await page.setInputFiles(LIBRARY_INPUT, scene.files.bare);
  await until(page, 'article [data-sentence]');
  await until(page, DESK_INPUT);
  for (const [kind, file] of Object.entries(scene.files.foreign)) {
    await importFile(page, measure, `import ${kind}`, file);
    await undoAndRedo(page, measure, kind);
    await page.locator('header button[aria-label^="Undo"]').click();
    await whenStill(page);
  }
  await close();
}

async function bringTexts(scene: Scene): Promise<void> {
  const { page, measure, close } = await openPage(scene);
  await measure('read 60,000 paragraphs', async () => {
    await page.setInputFiles(LIBRARY_INPUT, scene.files.paragraphs);
    await until(page, 'form button[type=submit]');
    await untilNot(page, 'main [role=status]:empty');
  });
  await measure('start checking them', async () => {
    await page.locator('form button[type=submit]').click();
    await until(page, 'article [data-sentence]');
  });
  await measure('open them again', async () => {
    await page.reload();
    await until(page, 'article [data-sentence]');
  });
  await page.goto('./');
  await until(page, LIBRARY_INPUT);
  await page.getByRole('button', { name: 'Paste an article' }).click();
  await until(page, 'textarea');
  await page.evaluate((text) => navigator.clipboard.writeText(text), scene.files.pasted);
  await page.locator('textarea').focus();
  await measure('paste 4.5 million characters', () => page.keyboard.press('Control+v'));
  await measure('read them', async () => {
    await page.locator('form button[type=submit]').click();
    await until(page, 'form section');
  });
  await measure('start checking them', async () => {
    await page.locator('form button[type=submit]').click();
    await until(page, 'article [data-sentence]');
  });
  await close();
}

async function openPage({ browser, baseURL, told }: Scene): Promise<{
  readonly page: Page;
  readonly measure: Measure;
  readonly close: () => Promise<void>;
}> {
  const context = await browser.newContext({
    baseURL,
    viewport: VIEWPORT,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  context.setDefaultTimeout(PATIENCE);
  await context.addInitScript(watchTasks);
  const page = await context.newPage();
  await page.goto('./');
  await until(page, LIBRARY_INPUT);
  const measure: Measure = async (act, work) => {
    await whenStill(page);
    await page.evaluate(() => (Reflect.get(globalThis, 'takeTasks') as TakeTasks)());
    const begun = performance.now();
    await work();
    await whenStill(page);
    const whole = performance.now() - begun;
    const tasks = await page.evaluate(() => (Reflect.get(globalThis, 'takeTasks') as TakeTasks)());
    told({
      act,
      longest: Math.max(0, ...tasks),
      beyond: tasks.reduce((sum, task) => sum + task - 50, 0),
      tasks: tasks.length,
      whole,
    });
  };
  return { page, measure, close: () => context.close() };
}

type TakeTasks = () => readonly number[];

/** To run in every page: notes tasks of more than 50 ms. */
function watchTasks(): void {
  let tasks: number[] = [];
  let lastEnd = 0;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      tasks.push(duration);
      lastEnd = startTime + duration;
    }
  }).observe({ type: 'longtask', buffered: true });
  Object.assign(globalThis, {
    takeTasks: () => {
      const taken = tasks;
      tasks = [];
      return taken;
    },
    /** So long nothing has held the page up, in milliseconds, and everything is saved. */
    stillFor: () => {
      const indicator = document.querySelector('[role=status][aria-label="Saving"]');
      if (indicator && indicator.textContent !== 'Saved') return 0;
      return performance.now() - lastEnd;
    },
  });
}

const STILL = 1000;

async function whenStill(page: Page): Promise<void> {
  await page.waitForFunction(
    (least) => (Reflect.get(globalThis, 'stillFor') as () => number)() > least,
    STILL,
    { polling: 250, timeout: PATIENCE },
  );
}

/** Plain selectors, looked for now and then: whatever asks for roles goes through the whole article. */
async function until(page: Page, selector: string): Promise<void> {
  await page.waitForFunction((it) => document.querySelector(it) !== null, selector, {
    polling: 100,
    timeout: PATIENCE,
  });
}

async function untilNot(page: Page, selector: string): Promise<void> {
  await page.waitForFunction((it) => document.querySelector(it) === null, selector, {
    polling: 100,
    timeout: PATIENCE,
  });
}
