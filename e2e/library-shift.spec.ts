import { FERRY } from './support/kept-copies.ts';
import { holdBack } from './support/hold-back.ts';
import { LibraryPage } from './pages/library-page.ts';
import { openPlanned } from './support/open.ts';
import { answerAtLast, blockLocalStorage, holdDatabases, refuseDatabase } from './support/refuse-storage.ts';
import { expect, test } from './support/test.ts';
import { shiftsOf, watchShifts } from './support/watch-shifts.ts';

for (const screen of ['', ' @phone']) {
  test.describe(`nothing in the library moves by itself${screen}`, () => {
    test.beforeEach(({ page }) => watchShifts(page));

    test('when what is kept is known at once', async ({ page }) => {
      await openPlanned(page, FERRY);
      await page.goto('./');
      await page.reload();
      expect(await new LibraryPage(page).factChecks()).toEqual(['Planned']);
      await expect(page.getByRole('list', { name: 'Or practise on a sample' })).toBeVisible();
      expect(await shiftsOf(page)).toEqual([]);
    });

    test('when what is kept is known only after it would have been missed', async ({ page }) => {
      await openPlanned(page, FERRY);
      await page.clock.install();
      // The page's own time stands still, and with it the reading of the list. What the browser times by itself goes on.
      await page.clock.pauseAt(Date.now() + 60_000);
      await page.goto('./');
      await page.reload();
      await expect(page.getByRole('heading', { name: 'Linecheck' })).toBeVisible();
      const timeOfBrowser = () => page.evaluate(() => Number(document.timeline.currentTime));
      const now = await timeOfBrowser();
      await expect.poll(timeOfBrowser).toBeGreaterThan(now + 500);
      await page.clock.resume();
      expect(await new LibraryPage(page).factChecks()).toEqual(['Planned']);
      await expect(page.getByRole('list', { name: 'Or practise on a sample' })).toBeVisible();
      expect(await shiftsOf(page)).toEqual([]);
    });

    test('when the samples come long after it', async ({ page }) => {
      await openPlanned(page, FERRY);
      await page.goto('./');
      const release = await holdBack(page, /catalogue\.json/);
      await page.reload();
      const library = new LibraryPage(page);
      expect(await library.factChecks()).toEqual(['Planned']);
      await expect(library.section('Your fact checks').getByRole('link')).toBeVisible();
      await release();
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
