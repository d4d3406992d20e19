import type { Page } from '@playwright/test';
import { FERRY } from './support/kept-copies.ts';
import { LibraryPage } from './pages/library-page.ts';
import { openPlanned } from './support/open.ts';
import { answerAtLast, blockLocalStorage, holdDatabases, refuseDatabase } from './support/refuse-storage.ts';
import { expect, test } from './support/test.ts';

declare global {
  interface Window {
    /** What has moved by itself since the page came: how far, and what it was. */
    readonly shifts: { readonly value: number; readonly what: string }[];
  }
}

/** To run in the page: takes note of whatever moves without having been asked to (https://wicg.github.io/layout-instability/). */
function noteShifts(): void {
  interface Shift extends PerformanceEntry {
    readonly value: number;
    readonly hadRecentInput: boolean;
    readonly sources: readonly { readonly node: Node | null }[];
  }
  Object.assign(globalThis, { shifts: [] });
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries() as Shift[]) {
      const what = sources.map(({ node }) => node?.textContent?.slice(0, 40)).join(' | ');
      if (!hadRecentInput) window.shifts.push({ value, what });
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** All that has moved when two more frames are painted. */
function shiftsOf(page: Page): Promise<Window['shifts']> {
  return page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    return window.shifts;
  });
}

for (const screen of ['', ' @phone']) {
  test.describe(`nothing in the library moves by itself${screen}`, () => {
    test.beforeEach(({ page }) => page.addInitScript(noteShifts));

    test('when what is kept is known at once', async ({ page }) => {
      await openPlanned(page, FERRY);
      await page.goto('./');
      await page.reload();
      expect(await new LibraryPage(page).factChecks()).toEqual(['Planned']);
      await expect(page.getByRole('list', { name: 'Or practise on a sample' })).toBeVisible();
      expect(await shiftsOf(page)).toEqual([]);
    });

    test('when nothing is kept yet', async ({ page }) => {
      await page.goto('./');
      await expect(page.getByText('Nothing here yet')).toBeVisible();
      await expect(page.getByRole('list', { name: 'Or practise on a sample' })).toBeVisible();
      expect(await shiftsOf(page)).toEqual([]);
    });

    test('when only the database has it, and answers late', async ({ page }) => {
      const desk = await openPlanned(page, FERRY);
      await desk.whenSaved();
      await page.evaluate(() => localStorage.clear());
      await page.addInitScript(holdDatabases);
      await page.goto('./');
      await page.reload();
      const kept = page.getByRole('region', { name: 'Your fact checks' });
      await expect(kept.getByRole('status')).toContainText('Still looking through');
      await answerAtLast(page);
      await expect(kept.getByRole('link', { name: 'Planned' })).toBeVisible();
      expect(await shiftsOf(page)).toEqual([]);
    });

    test('when it turns out that the browser keeps nothing', async ({ page }) => {
      await page.addInitScript(blockLocalStorage);
      await page.addInitScript(refuseDatabase);
      await page.goto('./');
      await expect(page.getByText('This browser lets the page keep nothing')).toBeVisible();
      await expect(page.getByText('Nothing here yet')).toBeVisible();
      expect(await shiftsOf(page)).toEqual([]);
    });
  });
}
