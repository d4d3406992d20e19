import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessibility.ts';
import { holdBack } from './support/hold-back.ts';
import { openPlanned } from './support/open.ts';
import { expect, test } from './support/test.ts';

const PLAN = {
  paragraphs: [['The ferry left at noon.', 'It carried 40 people.']],
  reviewers: ['Ana'],
  annotations: [{ quote: '40 people' }],
} as const;

test('who chooses in a menu by typing is asked for a name when the menu is left, not at the first letter', async ({
  page,
}) => {
  const desk = await openPlanned(page, PLAN);
  await desk.openAnnotation(0);
  const status = desk.editor.pane.getByLabel('Status');
  await status.focus();
  await page.keyboard.type('res');
  await expect(status.locator('option:checked')).toHaveText('Researching');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Tab');
  await desk.answerReviewerDialog();
  await desk.whenSaved();
  await page.reload();
  await expect(status.locator('option:checked')).toHaveText('Researching');
});

test('Ctrl+K works before the commands have come, and what is typed meanwhile is for them', async ({
  page,
}) => {
  const release = await holdBack(page, /CommandPalette/);
  const desk = await openWithClock(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('sourcex');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('s');
  await expect(desk.sentence(0)).toBeFocused();
  await release();
  await page.clock.resume();
  const palette = page.getByRole('dialog', { name: 'Find a command' });
  await expect(palette.getByRole('combobox')).toHaveValue('sources');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Sources' })).toBeVisible();
});

test('when the commands don’t come, the keys are soon the desk’s again, and what was typed is kept', async ({
  page,
}) => {
  const release = await holdBack(page, /CommandPalette|KeysDialog/);
  const desk = await openWithClock(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('j');
  await page.keyboard.press('Escape');
  await page.keyboard.type('j');
  await expect(desk.sentence(1)).toBeFocused();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('k');
  await desk.sentence(0).click();
  await expect(desk.sentence(0)).toBeFocused();
  await page.keyboard.type('?j');
  await expect(desk.sentence(1)).toBeFocused();

  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('sources');
  await page.clock.runFor(1000);
  const told = page.getByRole('status').locator('div').filter({ hasText: 'What was typed is kept' });
  await expect(told).toBeVisible();
  await page.keyboard.type('k');
  await expect(desk.sentence(0)).toBeFocused();
  await release();
  await page.clock.resume();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await told.getByRole('button', { name: 'Dismiss' }).click();
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Find a command' });
  await expect(palette.getByRole('combobox')).toHaveValue('sources');
});

/** At the first sentence of a desk where time stands still. */
async function openWithClock(page: Page) {
  await page.clock.install();
  const desk = await openPlanned(page, PLAN);
  await desk.putCursorOn(0);
  await page.clock.pauseAt(Date.now() + 60 * 60_000);
  return desk;
}

test.describe('where a part does not come', () => {
  test.use({ expectedComplaints: [/Failed to load resource|dynamically imported module/] });

  test('it is said, asked for anew, and the focus is where it was', async ({ page }) => {
    await page.route(/SettingsDialog/, (route) => route.abort());
    await openPlanned(page, PLAN);
    const settings = page.getByRole('button', { name: 'Settings' });
    const said = page.getByRole('alert').filter({
      hasText: 'A part of Linecheck has not come. Your work is kept. Try again, or reload.',
    });
    await settings.click();
    await expect(said).toBeVisible();
    await expect(settings).toBeFocused();
    await expectAccessible(page);
    await said.getByRole('button', { name: 'Try again' }).click();
    await expect(said).toBeVisible();
    await said.getByRole('button', { name: 'Close' }).click();
    await expect(said).toBeHidden();
    await expect(settings).toBeFocused();

    await settings.click();
    await page.unroute(/SettingsDialog/);
    await said.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(settings).toBeFocused();
  });
});

test('the list of keys has those, too, whose part of the desk comes after it was opened', async ({
  page,
}) => {
  const release = await holdBack(page, /SentenceTools/);
  await openPlanned(page, PLAN);
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keys on this screen' });
  await expect(keys.getByText('Next sentence', { exact: true })).toBeVisible();
  await expect(keys.getByText(/Join with/)).toBeHidden();
  await release();
  await expect(keys.getByText(/Join with/).first()).toBeVisible();
});

test('the keys and the commands are there where an article is pasted and looked at', async ({ page }) => {
  await page.goto('./#/new');
  const field = page.getByLabel('Article text');
  await field.fill('The ferry left at noon. It carried 40 people.');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Find a command' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(field).toBeFocused();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('button', { name: 'Check this article' })).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys on this screen' })).toBeVisible();
});

test('a file dropped before anything takes it is not opened by the browser', async ({ page }) => {
  await openPlanned(page, PLAN);
  const release = await holdBack(page, /DeskImport/);
  await page.reload();
  await expect(page.locator('[data-sentence="0"]')).toBeVisible();
  const drop = () =>
    page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['x'], 'x.txt'));
      const event = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
      document.body.dispatchEvent(event);
      return event.defaultPrevented;
    });
  expect(await drop()).toBe(true);
  await release();
});

test('what has been loaded ahead is there in the moment in which it is asked for', async ({ page }) => {
  await openPlanned(page, PLAN);
  await page.waitForLoadState('networkidle');
  /** Whether it is there as soon as the click has been dealt with. */
  const isShownBy = (name: RegExp, shown: string) =>
    page.evaluate(
      ([pattern, selector]) => {
        const buttons = [...document.querySelectorAll('button')];
        buttons.find((one) => new RegExp(pattern).test(one.ariaLabel ?? one.textContent))?.click();
        return new Promise<boolean>((resolve) => {
          setTimeout(() => resolve(document.querySelector(selector) !== null));
        });
      },
      [name.source, shown] as const,
    );
  expect(await isShownBy(/^Sources/, 'section[aria-label="Sources"]')).toBe(true);
  expect(await isShownBy(/^Settings$/, 'dialog[open]')).toBe(true);
});

test('whoever opens what has no place keeps the sentence that was chosen for it', async ({ page }) => {
  const desk = await openPlanned(page, PLAN);
  await desk.putCursorOn(0);
  await page.keyboard.press('1');
  await desk.answerReviewerDialog();
  const drafts = await desk.loadNewDraft({ text: 'Nobody knew why. The ferry left at noon.' });
  await drafts.answer('40 people', 'Decide later');
  await drafts.use();
  await desk.putCursorOn(0);
  const tray = page.getByRole('region', { name: 'Needs a place' });
  await tray
    .getByRole('button', { name: /40 people/ })
    .first()
    .click();
  await expect(desk.editor.pane.getByRole('blockquote')).toHaveText('40 people');
  await expect(page.getByRole('toolbar')).toHaveAccessibleName('Verdict on: Sentence 1');
});
