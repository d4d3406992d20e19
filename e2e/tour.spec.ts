import { LibraryPage } from './pages/library-page.ts';
import { expectAccessible } from './support/accessibility.ts';
import { openSample } from './support/open.ts';
import { expect, test } from './support/test.ts';

test('whoever is here for the first time finds four steps beside the work, which goes on meanwhile', async ({
  page,
}) => {
  const desk = await openSample(page);
  const tour = page.getByRole('region', { name: 'First steps' });
  await expect(tour).toContainText('First steps, 1 of 4');
  await expectAccessible(page);
  await tour.getByRole('button', { name: 'Next' }).click();
  await expect(tour.getByRole('heading')).toHaveText('Give a verdict');

  // The desk works as ever.
  await desk.putCursorOn(1);
  await page.keyboard.press('1');
  await desk.answerReviewerDialog();
  await expect(desk.sentence(1)).toBeFocused();
  expect((await desk.annotations()).length).toBe(1);

  for (const title of ['Show why', 'See what is left, and take it with you']) {
    await tour.getByRole('button', { name: 'Next' }).click();
    await expect(tour.getByRole('heading')).toHaveText(title);
  }
  await tour.getByRole('button', { name: 'Done' }).click();
  await expect(tour).toBeHidden();
  await page.reload();
  await desk.whenOpen();
  await expect(page.getByText('No annotation is open.')).toBeVisible();
  await expect(tour).toBeHidden();
});

test('the steps are skipped for good, and found again in the palette and under ?', async ({ page }) => {
  const desk = await openSample(page);
  const tour = page.getByRole('region', { name: 'First steps' });
  await tour.getByRole('button', { name: 'Skip' }).click();
  await expect(tour).toBeHidden();
  await desk.leave();
  await new LibraryPage(page).openSample(/Pump/i);
  await page.waitForLoadState('networkidle');
  await expect(tour).toBeHidden();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Command' })).toBeFocused();
  await page.keyboard.type('first steps');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'How it works' });
  await expect(dialog).toContainText('1 of 4');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Skip' }).click();
  await expect(dialog).toBeHidden();
  await page.keyboard.press('?');
  await page.getByRole('button', { name: 'First steps' }).click();
  await expect(dialog).toBeVisible();
});

test('on a phone the steps are found where nothing is annotated yet @phone', async ({ page }) => {
  const desk = await openSample(page);
  await desk.showPanel('Annotations');
  await page.getByRole('button', { name: 'How it works' }).tap();
  await expect(page.getByRole('dialog', { name: 'How it works' })).toContainText('1 of 4');
});

test('where keys that write a character are off, nothing says to press one', async ({ page }) => {
  const desk = await openSample(page);
  await page.getByRole('banner').getByRole('button', { name: 'Settings' }).click();
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings
    .getByRole('group', { name: 'Keys that write a character' })
    .getByRole('radio', { name: 'Off' })
    .check();
  await page.keyboard.press('Escape');
  const beside = page.getByRole('complementary', { name: 'Editor' });
  for (const words of ['“Next untouched”', '“Not checkable”', 'Enter', 'Ctrl+K']) {
    await expect(beside).toContainText(words);
    await expect(beside.locator('kbd').filter({ hasText: /^.$/ })).toHaveCount(0);
    await beside.getByRole('button', { name: /^(?:Next|Done)$/ }).click();
  }
  await expect(beside).toContainText('choose a verdict below the article');
  await expect(desk.list).toContainText('choose its verdict below the article');
});

test('a step names the button of what has no key any more', async ({ page }) => {
  await openSample(page);
  const tour = page.getByRole('region', { name: 'First steps' });
  await expect(tour).toContainText('n goes to the next one');
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Change keys' }).click();
  const dialog = page.getByRole('dialog', { name: 'Keys on this screen' });
  await dialog.getByRole('button', { name: /^Change the key of “Export”/ }).click();
  await page.keyboard.press('n');
  await dialog.getByRole('button', { name: 'Take it from there' }).click();
  await page.keyboard.press('Escape');
  await expect(tour).toContainText('Next untouched goes to the next one');
});
