import { LibraryPage } from './pages/library-page.ts';
import { expectAccessible } from './support/accessibility.ts';
import { FERRY, NEW } from './support/kept-copies.ts';
import { openPlanned } from './support/open.ts';
import { expect, test } from './support/test.ts';

test('what is in no file yet is counted at the export button and in the library, until it is exported', async ({
  page,
}, testInfo) => {
  const desk = await openPlanned(page, FERRY);
  const one = page.getByTitle('1 change not in any file yet');
  await expect(page.getByTitle(/not in any file yet/)).toHaveCount(0);
  await desk.annotate({ sentence: 2 }, NEW);
  await desk.whenSaved();
  await expect(one).toBeVisible();
  await expectAccessible(page);

  await desk.exportAs('CSV', testInfo.outputPath('out.csv'));
  await expect(one).toBeVisible();
  await desk.leave();
  const library = new LibraryPage(page);
  const row = library.section('Your fact checks').getByRole('listitem');
  await expect(row).toContainText('1 change not in any file yet');

  await library.resume('Planned');
  await desk.exportAs('Linecheck', testInfo.outputPath('out.json'));
  await expect(one).toHaveCount(0);
  await page.reload();
  await desk.whenOpen();
  await desk.leave();
  await expect(row).toContainText('Planned');
  await expect(row).not.toContainText('not in any file yet');
});

test('much that is in no file is said once, with the way to export, and the focus stays where it is', async ({
  page,
}) => {
  const sentences = Array.from({ length: 26 }, (_, i) => `The ferry left at ${i} o’clock.`);
  const desk = await openPlanned(page, { paragraphs: [sentences] });
  await desk.putCursorOn(0);
  await page.keyboard.press('1');
  await desk.answerReviewerDialog();
  for (let i = 1; i < 26; i += 1) {
    await page.keyboard.press('n');
    await page.keyboard.press('1');
  }
  const notice = page.getByRole('status').filter({ hasText: 'Much of this fact check is in no file yet.' });
  await expect(notice).toBeVisible();
  await expect(desk.cursor).toBeFocused();
  await notice.getByRole('button', { name: 'Export' }).click();
  await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible();
});

test('what is in no file of several fact checks is summed up in the library, and said once when it is much', async ({
  page,
}) => {
  const sentences = Array.from({ length: 15 }, (_, i) => `The ferry left at ${i} o’clock.`);
  for (const round of ['first', 'second']) {
    const desk = await openPlanned(page, { id: round, title: `The ${round}`, paragraphs: [sentences] });
    await desk.putCursorOn(0);
    await page.keyboard.press('1');
    if (round === 'first') await desk.answerReviewerDialog();
    for (let i = 1; i < 15; i += 1) {
      await page.keyboard.press('n');
      await page.keyboard.press('1');
    }
    await desk.whenSaved();
    await desk.leave();
  }
  const library = new LibraryPage(page);
  const kept = library.section('Your fact checks');
  await expect(kept).toContainText('Together 30 changes not in any file yet, in 2 fact checks.');
  const notice = page.getByRole('status').filter({ hasText: 'Much of what this browser keeps' });
  await expect(notice).toBeVisible();
  await expectAccessible(page);
  await notice.getByRole('button', { name: 'Dismiss' }).click();

  const download = page.waitForEvent('download');
  await kept.getByRole('button', { name: 'Download everything' }).click();
  await download;
  await expect(kept).not.toContainText('not in any file yet');
  await expect(notice).toHaveCount(0);
});
