import { readFile } from 'node:fs/promises';
import { LibraryPage } from './pages/library-page.ts';
import { expectAccessible } from './support/accessibility.ts';
import { FERRY, whenCopiesAgree } from './support/kept-copies.ts';
import { editAsNewer } from './support/newer-value.ts';
import { openPlanned } from './support/open.ts';
import { expect, test } from './support/test.ts';

const KEY = 'linecheck/planned/annotation/a0';

test('a tab steps back to read-only when a newer version saves in another one, and still exports everything', async ({
  page,
  context,
}, testInfo) => {
  const desk = await openPlanned(page, FERRY);
  await desk.openAnnotation(0);
  await desk.editor.field('Conclusion').fill('The log and the harbour say so.');
  await desk.answerReviewerDialog();
  await desk.whenSaved();
  const before = await desk.annotations();

  const other = await context.newPage();
  await other.goto('./');
  const text = await editAsNewer(other, KEY);
  const bar = page.getByRole('region', { name: 'Read-only' });
  await expect(bar).toContainText('saved by a newer version of Linecheck');
  // At once, since a notice would go away by itself.
  expect(await page.getByText('saved by a newer version of Linecheck').count()).toBe(1);
  await expect(bar.getByRole('button', { name: 'Reload' })).toBeVisible();
  await expect(page.getByRole('toolbar')).toHaveCount(0);
  await expect(desk.editor.field('Conclusion')).toBeDisabled();
  await expect(desk.editor.field('Conclusion')).toHaveValue('The log and the harbour say so.');
  await expectAccessible(page);
  await desk.editor.close();
  await desk.putCursorOn(2);
  await page.keyboard.press('1');
  await expect(page.getByRole('status').filter({ hasText: 'not edited' })).toBeVisible();
  expect(await desk.annotations()).toEqual(before);

  const file = testInfo.outputPath('out.json');
  await desk.exportAs('Linecheck', file);
  expect(await readFile(file, 'utf8')).toContain('"mood": "wry"');

  await page.reload();
  await expect(bar).toBeVisible();
  await whenCopiesAgree(page);
  expect(await page.evaluate((key) => localStorage.getItem(key), KEY)).toBe(text);
  await desk.leave();
  await expect(page.getByText('Saved by a newer version of Linecheck')).toBeVisible();
  const library = new LibraryPage(page);
  await page.getByRole('button', { name: 'Actions for Planned' }).click();
  await expect(page.getByRole('menuitem')).toHaveText(['Export JSON']);
  expect(await library.factChecks()).toEqual(['Planned']);
});
