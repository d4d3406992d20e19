import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessibility.ts';
import { openPlanned } from './support/open.ts';
import { expect, test } from './support/test.ts';

const PLAN = {
  paragraphs: [['The ferry left at noon.', 'It carried 40 people.']],
  reviewers: ['Ana'],
  annotations: [{ quote: '40 people', rating: 'false' }],
} as const;

test.use({ expectedComplaints: [/planted/] });

/** In the place of a part that is loaded later stands one that throws. */
async function plant(page: Page, part: string): Promise<void> {
  await page.route(new RegExp(`/${part}-[^/]*\\.js$`), (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `export function ${part}() { throw new Error('planted'); }`,
    }),
  );
}

for (const [part, what] of [
  ['SourcesPanel', 'This panel'],
  ['SettingsDialog', 'This dialog'],
] as const)
  test(`when ${part} breaks, the article and the work go on, and can be exported`, async ({ page }) => {
    await plant(page, part);
    const desk = await openPlanned(page, PLAN);
    if (part === 'SourcesPanel') await desk.showPanel('Sources');
    else await page.getByRole('button', { name: 'Settings' }).click();
    const alert = page.getByRole('alert').filter({ hasText: `${what} stopped working.` });
    await expect(alert).toBeVisible();
    await expectAccessible(page);

    // The article is read and judged as before.
    await desk.putCursorOn(0);
    await page.keyboard.press('1');
    await desk.answerReviewerDialog();
    await expect(desk.sentence(0).getByRole('button', { name: /^True/ })).toBeVisible();
    await desk.whenSaved();

    if (part === 'SettingsDialog') {
      await alert.getByRole('button', { name: 'Close' }).click();
      await expect(alert).toBeHidden();
      return;
    }
    await alert.getByRole('button', { name: 'Export the fact check' }).click();
    const dialog = page.getByRole('dialog', { name: 'Export' });
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Download' }).last().click();
    expect((await download).suggestedFilename()).toMatch(/linecheck\.json$/);
    await page.keyboard.press('Escape');
    await page.unrouteAll();
    await alert.getByRole('button', { name: 'Load the page again' }).click();
    await desk.whenOpen();
    await expect(desk.sentence(0).getByRole('button', { name: /^True/ })).toBeVisible();
    await expect(alert).toBeHidden();
  });
