import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { DeskPage } from './pages/desk-page.ts';
import { LibraryPage } from './pages/library-page.ts';
import { expectAccessible } from './support/accessibility.ts';
import type { FactCheckFile } from './support/fact-check-file.ts';
import { FERRY, NEW } from './support/kept-copies.ts';
import { openPlanned } from './support/open.ts';
import { expect, test } from './support/test.ts';

/** From the library. */
async function downloadEverything(page: Page, path: string): Promise<void> {
  await page.getByRole('button', { name: 'Settings' }).click();
  const settings = page.getByRole('dialog', { name: 'Settings' });
  const download = page.waitForEvent('download');
  await settings.getByRole('button', { name: 'Download everything' }).click();
  await (await download).saveAs(path);
  await settings.getByRole('button', { name: 'Close' }).click();
}

/** Chooses the backup in the settings of the library, and gives its preview. */
async function previewBackup(page: Page, path: string): Promise<Locator> {
  await page.getByRole('button', { name: 'Settings' }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Restore from a backup' }).click();
  await (await chooser).setFiles(path);
  return page.getByRole('dialog', { name: 'Restore from a backup' });
}

test('everything goes into one file and comes back out of it into an empty browser', async ({
  page,
  openFreshProfile,
}, testInfo) => {
  const desk = await openPlanned(page, FERRY);
  await desk.annotate({ sentence: 2 }, { ...NEW, sources: [{ title: 'The log', stance: 'refutes' }] });
  await desk.whenSaved();
  const [before, after] = [testInfo.outputPath('before.json'), testInfo.outputPath('after.json')];
  const [shown, backup] = [await desk.annotations(), testInfo.outputPath('backup.json')];
  await desk.exportAs('Linecheck', before);
  await desk.leave();
  await downloadEverything(page, backup);

  const other = await openFreshProfile();
  await new LibraryPage(other).goto();
  const preview = await previewBackup(other, backup);
  await expect(preview.getByRole('listitem')).toContainText(['Planned']);
  await preview.getByRole('button', { name: 'Restore' }).click();
  const otherDesk = await new LibraryPage(other).resume('Planned');
  await expect.poll(() => otherDesk.annotations()).toEqual(shown);
  await otherDesk.exportAs('Linecheck', after);
  const factCheckIn = async (file: string): Promise<FactCheckFile['factCheck']> =>
    (JSON.parse(await readFile(file, 'utf8')) as FactCheckFile).factCheck;
  expect(await factCheckIn(after)).toEqual(await factCheckIn(before));
});

test('an annotation that was removed comes along in a backup, can be brought back elsewhere, and goes when that is taken back', async ({
  page,
  openFreshProfile,
}, testInfo) => {
  const desk = await openPlanned(page, FERRY);
  const [first, second] = [testInfo.outputPath('first.json'), testInfo.outputPath('second.json')];
  await desk.leave();
  await downloadEverything(page, first);
  await new LibraryPage(page).resume('Planned');
  await desk.annotate({ sentence: 2 }, { ...NEW, sources: [{ title: 'The log', stance: 'refutes' }] });
  const shown = await desk.annotations();
  const place = shown.findIndex(({ sources }) => sources === 1);
  await desk.remove(place);
  await desk.whenSaved();
  await desk.leave();
  await downloadEverything(page, second);

  const other = await openFreshProfile();
  const library = new LibraryPage(other);
  await library.goto();
  await (await previewBackup(other, first)).getByRole('button', { name: 'Restore' }).click();
  await expect(other.getByText('Restored: 1 fact check added.')).toBeVisible();
  await other.reload();

  const restore = async (): Promise<void> => {
    const preview = await previewBackup(other, second);
    await expect(preview.getByText(/1 annotation that was removed and can be brought back/)).toBeVisible();
    await expectAccessible(other);
    await preview.getByRole('button', { name: 'Restore' }).click();
    await expect(other.getByText(/^Restored: .*can be brought back\.$/)).toBeVisible();
  };
  const removed = new DeskPage(other).list.getByText('Removed annotations');
  await restore();
  await library.undoFromNotice();
  await expect(other.getByText('Everything is as it was before.')).toBeVisible();
  const otherDesk = await library.resume('Planned');
  await expect.poll(() => otherDesk.annotations()).toHaveLength(shown.length - 1);
  await expect(removed).toHaveCount(0);
  await otherDesk.leave();

  await restore();
  await library.resume('Planned');
  await removed.click();
  const list = otherDesk.list.getByRole('list', { name: 'Removed annotations' });
  await list.getByRole('button', { name: 'Restore' }).click();
  await other.getByRole('dialog').getByRole('button', { name: 'Ana Checker' }).click();
  await expect.poll(() => otherDesk.annotations()).toEqual(shown);
  await otherDesk.whenSaved();
});
