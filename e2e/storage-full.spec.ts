import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { DeskPage } from './pages/desk-page.ts';
import { expectAccessible } from './support/accessibility.ts';
import { FERRY, NEW, whenCopiesAgree } from './support/kept-copies.ts';
import { openInAnotherTab, openPlanned } from './support/open.ts';
import { expect, test } from './support/test.ts';

// A browser asks for the icon of a page that is a file.
test.use({ expectedComplaints: [/favicon\.ico/] });

declare global {
  interface Window {
    /** Is told what the indicator says. */
    hearIndicator?: (word: string) => void;
    /** What the browser says is used of 100 bytes. */
    bytesUsed?: number;
  }
}

/** Somebody else's keys fill localStorage to its last characters: the browser itself refuses more. */
function fillLocalStorage(page: Page): Promise<void> {
  return page.evaluate(() => {
    let keys = 0;
    for (let size = 2 ** 20; size >= 1;) {
      try {
        localStorage.setItem(`another-app-${(keys += 1)}`, 'x'.repeat(size));
      } catch {
        size = Math.floor(size / 2);
      }
    }
  });
}

function emptyOfOthers(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const key of Object.keys(localStorage))
      if (key.startsWith('another-app-')) localStorage.removeItem(key);
  });
}

function keptQuickly(page: Page): Promise<string> {
  return page.evaluate(() =>
    Object.entries(localStorage)
      .filter(([key]) => key.startsWith('linecheck/'))
      .join('\n'),
  );
}

/** Sets the browser's own limit for the site. Below what is there, a page that is loaded then can write nothing. */
async function limitDatabase(page: Page, bytes: number | null): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', {
    origin: new URL(page.url()).origin,
    ...(bytes === null ? {} : { quotaSize: bytes }),
  });
}

/** Opens it with all saved in both places, by somebody who has a name: also that would find no room later. */
async function openFerry(page: Page): Promise<DeskPage> {
  const desk = await openPlanned(page, FERRY);
  await desk.openAnnotation(1);
  await desk.editor.field('Conclusion').fill('The list says so.');
  await desk.answerReviewerDialog();
  await desk.whenSaved();
  await whenCopiesAgree(page);
  return desk;
}

test('when localStorage is full work goes on in the database, other tabs see it, and room that is made is used', async ({
  page,
  context,
}) => {
  const desk = await openFerry(page);
  const otherDesk = await openInAnotherTab(page);

  await fillLocalStorage(page);
  await desk.annotate({ sentence: 2 }, NEW);
  await desk.whenSaved();
  await expect(page.getByRole('status').filter({ hasText: 'storage is full' })).toHaveCount(1);
  expect(await keptQuickly(page)).not.toContain(NEW.conclusion);
  await expect.poll(() => otherDesk.annotations()).toHaveLength(3);
  await expect(otherDesk.list).toContainText(NEW.conclusion);
  await otherDesk.page.close();
  const before = await desk.annotations();
  await page.reload();
  await expect.poll(() => desk.annotations()).toEqual(before);
  await expect(desk.list).toContainText(NEW.conclusion);

  const elsewhere = await context.newPage();
  await elsewhere.goto('./');
  await emptyOfOthers(elsewhere);
  await desk.openAnnotation(0);
  await desk.editor.field('Conclusion').fill('Two logs say so.');
  await desk.whenSaved();
  await expect.poll(() => keptQuickly(page)).toContain('Two logs say so.');
  expect(await keptQuickly(page)).toContain(NEW.conclusion);
  await page.reload();
  await expect(desk.editor.field('Conclusion')).toHaveValue('Two logs say so.');
  await expect.poll(() => desk.annotations()).toEqual(before);
});

test('when both stores are full it says Not saved, harms nothing, exports from memory, and goes on when there is room', async ({
  page,
}, testInfo) => {
  const desk = await openFerry(page);
  const before = await desk.annotations();

  await fillLocalStorage(page);
  await limitDatabase(page, 1);
  await page.reload();
  await expect.poll(() => desk.annotations()).toEqual(before);
  await desk.annotate({ sentence: 2 }, NEW);
  const indicator = page.getByRole('status', { name: 'Saving' });
  await expect(indicator).toContainText('Not saved. The disk or the browser’s share of it is full');
  const file = testInfo.outputPath('out.json');
  await desk.exportAs('Linecheck', file);
  expect(await readFile(file, 'utf8')).toContain(NEW.conclusion);

  await limitDatabase(page, null);
  await expect(indicator).toHaveText('Saved', { timeout: 60_000 });
  await page.reload();
  await expect(desk.list).toContainText(NEW.conclusion);
  expect((await desk.annotations()).slice(0, before.length)).toEqual(before);
});

test('a share of the disk that fills up in a long session is said ahead, while all is still saved', async ({
  page,
}) => {
  // Chromium tells no page how much room there is: it always says that there are 10 GB more.
  await page.addInitScript(() => {
    navigator.storage.estimate = () => Promise.resolve({ usage: window.bytesUsed ?? 10, quota: 100 });
  });
  const desk = await openFerry(page);
  const warning = page.getByRole('status').filter({ hasText: 'share of the disk is nearly full' });
  await expect(warning).toHaveCount(0);
  await page.evaluate(() => (window.bytesUsed = 81));
  for (let edits = 0; edits < 10; edits += 1) {
    await desk.editor.field('Conclusion').fill(`The list says so, on page ${edits}.`);
    await desk.whenSaved();
  }
  await expect(warning).toBeVisible();
  await expectAccessible(page);
  await expect(warning.getByRole('button', { name: 'Export' })).toBeVisible();
  await page.reload();
  await expect(desk.editor.field('Conclusion')).toHaveValue('The list says so, on page 9.');
});

test('what the database refused is not called saved after a reload either, until it has taken it', async ({
  page,
}) => {
  const desk = await openFerry(page);
  await limitDatabase(page, 1);
  await page.reload();
  const indicator = page.getByRole('status', { name: 'Saving' });
  const full = 'Not saved. The disk or the browser’s share of it is full';
  await expect(indicator).toContainText(full);
  await desk.annotate({ sentence: 2 }, NEW);
  await expect.poll(() => keptQuickly(page)).toContain(NEW.conclusion);

  const words = await hearIndicator(page);
  await page.reload();
  await expect(desk.list).toContainText(NEW.conclusion);
  await expect(indicator).toContainText(full);
  await expect.poll(() => words.join('\n')).toContain(full);
  expect(words).not.toContain('Saved');
  expect(await isLeavingAskedAbout(page)).toBe(true);

  await limitDatabase(page, null);
  await expect(indicator).toHaveText('Saved', { timeout: 60_000 });
  expect(await isLeavingAskedAbout(page)).toBe(false);
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect(desk.list).toContainText(NEW.conclusion);
});

test('what a full disk refused is saved soon after another page has made room, however long it was full', async ({
  page,
  context,
}) => {
  await page.clock.install();
  const desk = await openFerry(page);
  await limitDatabase(page, 1);
  await page.reload();
  await desk.annotate({ sentence: 2 }, NEW);
  const indicator = page.getByRole('status', { name: 'Saving' });
  const full = 'Not saved. The disk or the browser’s share of it is full';
  await expect(indicator).toContainText(full);
  // From here on time stands still but for what is said: a long pause ends by no clock.
  const isRefusedAgain = await hearPause(page);
  await page.clock.pauseAt(Date.now() + 10 * 60_000);
  // What was due has been tried, and would find the room that is made while it goes on.
  await expect.poll(isRefusedAgain).toBe(true);
  await limitDatabase(page, null);
  await expect(indicator).toContainText(full);

  const told = page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        addEventListener('storage', ({ newValue }) => {
          if (newValue === null) resolve();
        });
      }),
  );
  const elsewhere = await context.newPage();
  await elsewhere.goto('./schema/fact-check-1.json');
  await elsewhere.evaluate(() => localStorage.setItem('another-app', 'x'));
  await elsewhere.evaluate(() => localStorage.removeItem('another-app'));
  await told;
  await expect(indicator).toContainText(full);
  await page.clock.runFor(500);
  await expect(indicator).toHaveText('Saved');
});

/** Whether, from now on, something was refused and is going to be tried again: after one second, or two, four and so on. */
async function hearPause(page: Page): Promise<() => Promise<boolean>> {
  await page.evaluate(() => {
    const { setTimeout } = globalThis;
    const asked: unknown[] = [];
    Object.assign(globalThis, {
      asked,
      setTimeout: (...args: Parameters<typeof setTimeout>) => {
        asked.push(args[1]);
        return setTimeout(...args);
      },
    });
  });
  return () =>
    page.evaluate(() => {
      const asked = Reflect.get(globalThis, 'asked') as readonly unknown[];
      return [1000, 2000, 4000, 8000, 16_000, 30_000].some((pause) => asked.includes(pause));
    });
}

/** Collects what the indicator says from the next navigation on. */
async function hearIndicator(page: Page): Promise<readonly string[]> {
  const words: string[] = [];
  await page.exposeFunction('hearIndicator', (word: string) => words.push(word));
  await page.addInitScript(() => {
    new MutationObserver(() => {
      const word = document.querySelector('[role=status][aria-label=Saving]')?.textContent ?? '';
      window.hearIndicator?.(word);
    }).observe(document, { childList: true, subtree: true, characterData: true });
  });
  return words;
}

function isLeavingAskedAbout(page: Page): Promise<boolean> {
  return page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));
}
