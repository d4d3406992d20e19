import { FERRY, NEW } from '../support/kept-copies.ts';
import { openPlanned } from '../support/open.ts';
import { expect, test } from './test.ts';

test('when localStorage was emptied all comes back from the database, and who is checking with it', async ({
  page,
}) => {
  const desk = await openPlanned(page, FERRY);
  await desk.annotate({ sentence: 2 }, NEW);
  await desk.whenSaved();
  const before = await desk.annotations();
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect.poll(() => desk.annotations()).toEqual(before);
  await expect(desk.editor.field('Conclusion')).toHaveValue(NEW.conclusion);
  await expect(page.getByRole('region', { name: 'Other reviewers' })).toHaveCount(0);
  await expect(page.getByRole('status').filter({ hasText: 'restored from the second copy' })).toBeVisible();
});
