import { readFile } from 'node:fs/promises';
import { expectAccessible } from './support/accessibility.ts';
import { FERRY, NEW, whenCopiesAgree } from './support/kept-copies.ts';
import { openPlanned } from './support/open.ts';
import { refuseDatabase } from './support/refuse-storage.ts';
import { expect, test } from './support/test.ts';

test('when the database refuses to open, work is kept in localStorage, and what can’t be promised is said once', async ({
  page,
}) => {
  await page.addInitScript(refuseDatabase);
  const desk = await openPlanned(page, FERRY);
  await desk.annotate({ sentence: 2 }, NEW);
  await desk.whenSaved();
  const notice = page
    .getByRole('status')
    .getByRole('paragraph')
    .filter({ hasText: /keep only one copy/ });
  await expect(notice).toHaveCount(1);
  await notice.locator('..').getByRole('button', { name: 'Dismiss' }).click();
  await desk.editor.field('Conclusion').fill('Nobody could.');
  await desk.whenSaved();
  await expect(notice).toHaveCount(0);
  await page.reload();
  await expect(desk.editor.field('Conclusion')).toHaveValue('Nobody could.');
  expect(await desk.annotations()).toHaveLength(3);
});

test.describe('where a part of the page does not come', () => {
  test.use({ expectedComplaints: [/Failed to load resource/] });

  test('when the part that saves does not come, that is said, and all is saved once the page is loaded again', async ({
    page,
  }) => {
    let isGone = true;
    await page.route(/idb-place-[^/]*\.js$/, (route) => (isGone ? route.abort() : route.continue()));
    const desk = await openPlanned(page, FERRY);
    await desk.annotate({ sentence: 2 }, NEW);
    const indicator = page.getByRole('status', { name: 'Saving' });
    await expect(indicator).toContainText('Not saved. The part of Linecheck that saves could not be loaded.');
    await expectAccessible(page);
    page.on('dialog', (dialog) => void dialog.accept());
    page.once('framenavigated', () => {
      isGone = false;
    });
    await indicator.getByRole('button', { name: 'Load the page again' }).click();
    await desk.whenSaved();
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await expect(desk.list).toContainText(NEW.conclusion);
  });
});

test('when localStorage was emptied all comes back from the database, which is said once', async ({
  page,
}) => {
  const desk = await openPlanned(page, FERRY);
  await desk.whenSaved();
  const before = await desk.annotations();
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect.poll(() => desk.annotations()).toEqual(before);
  const restored = page.getByRole('status').filter({ hasText: 'restored from the second copy' });
  await expect(restored).toBeVisible();
  await whenCopiesAgree(page);
  await page.reload();
  await expect.poll(() => desk.annotations()).toEqual(before);
  expect(await whenCopiesAgree(page)).toContain('None');
  await expect(restored).toHaveCount(0);
});

test('when localStorage was emptied it is still known who is checking, and that their verdicts are their own', async ({
  page,
}) => {
  const desk = await openPlanned(page, FERRY);
  await desk.annotate({ sentence: 2 }, NEW);
  await desk.whenSaved();
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect(desk.editor.field('Conclusion')).toHaveValue(NEW.conclusion);
  await desk.editor.field('Conclusion').fill('Somebody did.');
  await desk.whenSaved();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Other reviewers' })).toHaveCount(0);
});

test('what a start restores and what it finds damaged is told once to whoever is in the library', async ({
  page,
}) => {
  const desk = await openPlanned(page, FERRY);
  await desk.whenSaved();
  await whenCopiesAgree(page);
  const told = page.getByRole('status').filter({ hasText: 'restored from the second copy' });
  const dismiss = told.getByRole('button', { name: 'Dismiss' });

  // At the desk, which has compared its copies: the library that begins next finds it.
  await page.evaluate(() => localStorage.removeItem('linecheck/planned/verdict/v1'));
  await page.goto('./');
  await expect(told).toContainText('“Planned”: One record that was missing');
  await dismiss.click();
  await expect(told).toHaveCount(0);

  await page.evaluate((torn) => localStorage.setItem('linecheck/planned/verdict/v1', torn), TORN);
  await page.reload();
  await expect(told).toContainText('“Planned”: One record could not be read.');
  await dismiss.click();
  await page.reload();
  await whenCopiesAgree(page);
  await expect(told).toHaveCount(0);
});

const TORN = '1|00000000|{"torn":';

test('a damaged record is listed in Settings under its name, and it alone, and downloaded as it was found', async ({
  page,
}, testInfo) => {
  const desk = await openPlanned(page, FERRY);
  await desk.whenSaved();
  await whenCopiesAgree(page);
  const before = await desk.annotations();
  await page.evaluate((torn) => localStorage.setItem('linecheck/planned/verdict/v1', torn), TORN);
  await page.reload();
  await expect.poll(() => desk.annotations()).toEqual(before);
  await page.getByRole('button', { name: 'Settings' }).click();
  const damaged = page.getByRole('region', { name: 'Damaged records' });
  await expect(damaged).toContainText('1 record can’t be shown');
  await damaged.getByText('Show it').click();
  await expect(damaged.getByRole('listitem')).toHaveText([/linecheck\/planned\/verdict\/v1/]);
  const download = page.waitForEvent('download');
  await damaged.getByRole('button', { name: 'Download them' }).click();
  const file = testInfo.outputPath((await download).suggestedFilename());
  await (await download).saveAs(file);
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
    format: 'linecheck-damaged-records',
    records: [{ key: 'linecheck/planned/verdict/v1', raw: TORN }],
  });
});
