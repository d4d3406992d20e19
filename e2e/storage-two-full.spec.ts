import type { Page } from '@playwright/test';
import { DeskPage } from './pages/desk-page.ts';
import { FERRY } from './support/kept-copies.ts';
import { mortalStarts } from './support/mortal-starts.ts';
import { openInAnotherTab, openPlanned } from './support/open.ts';
import { expect, test } from './support/test.ts';

/** UTF-16 units: what the app fills localStorage up to, and what the browser takes, beyond which two tabs lose all of it. */
const MOST_MIRRORED = 4_000_000;
const BROWSERS_LIMIT = 5_242_880;
/** One of these finds room, and no second one. */
const WORDS = 'What the log says of it. '.repeat(1200);
const ROOM = WORDS.length * 1.5;

// A trace dies with its browser.
test.use({ trace: 'off', screenshot: 'off', expectedComplaints: [/favicon\.ico/] });

test('two tabs that come to the end of localStorage together are told, go on, and a killed browser loses nothing of either', async ({
  baseURL,
  launchOptions,
  complaints,
}, testInfo) => {
  const profile = testInfo.outputPath('profile');
  const start = mortalStarts(profile, { baseURL, launchOptions, complaints });
  const first = await start();
  const desk = await openPlanned(await first.context.newPage(), FERRY);
  await desk.openAnnotation(0);
  await desk.editor.field('Conclusion').fill('First words.');
  await desk.answerReviewerDialog();
  await desk.whenSaved();
  const other = await openInAnotherTab(desk.page);
  await other.openAnnotation(1);
  await other.editor.field('Conclusion').fill('Other words.');
  await other.whenSaved();
  const desks = [desk, other];

  const elsewhere = await first.context.newPage();
  await elsewhere.goto('./schema/fact-check-1.json');
  await fillUpTo(elsewhere, MOST_MIRRORED - ROOM);
  for (const { page } of desks)
    await expect(page.getByRole('status').filter({ hasText: 'storage is nearly full' })).toBeVisible();
  for (const words of [WORDS, WORDS + WORDS]) {
    for (const [annotation, { editor }] of desks.entries())
      await editor.field('Conclusion').fill(`${words}Number ${annotation}.`);
    for (const tab of desks) await tab.whenSaved();
  }
  for (const { page } of desks)
    await expect(page.getByRole('status', { name: 'Saving' }).getByTitle('storage is full')).toBeVisible();
  expect(await charactersIn(elsewhere)).toBeLessThan(BROWSERS_LIMIT);
  await first.kill();

  const second = await start();
  const again = new DeskPage(await second.context.newPage());
  await again.page.goto('./#/check/planned');
  await again.whenOpen();
  for (const annotation of desks.keys()) {
    await again.openAnnotation(annotation);
    // Not held against each other whole: nobody could read how they differ.
    await expect
      .poll(async () => {
        const words = await again.editor.field('Conclusion').inputValue();
        return [words.length, words.slice(-9)];
      })
      .toEqual([2 * WORDS.length + 9, `Number ${annotation}.`]);
  }
  await second.quit();
});

/** Somebody else's texts fill localStorage up to so many UTF-16 units, as pages of one address can. */
function fillUpTo(page: Page, units: number): Promise<void> {
  return page.evaluate((most) => {
    const key = 'another-app';
    let used = key.length;
    for (const [name, text] of Object.entries(localStorage)) used += name.length + String(text).length;
    localStorage.setItem(key, 'x'.repeat(most - used));
  }, units);
}

/** UTF-16 units in keys and values, as browsers count them. */
function charactersIn(page: Page): Promise<number> {
  return page.evaluate(() =>
    Object.entries(localStorage).reduce((sum, [key, text]) => sum + key.length + String(text).length, 0),
  );
}
