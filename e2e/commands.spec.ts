import type { Page } from '@playwright/test';
import { LibraryPage } from './pages/library-page.ts';
import { expectAccessible } from './support/accessibility.ts';
import { openPlanned } from './support/open.ts';
import { expect, test } from './support/test.ts';

const PLAN = {
  paragraphs: [['The ferry left at noon.', 'It carried 40 people.', 'Nobody knew why it turned.']],
  reviewers: ['Ana'],
  annotations: [{ quote: '40 people', rating: 'false' }],
} as const;

/** Opens a fact check and waits for what comes after the article, the commands without a key among it. */
async function openWhole(page: Page) {
  const desk = await openPlanned(page, PLAN);
  await page.waitForLoadState('networkidle');
  return desk;
}

/** The keys that the page says do something. */
function keysOf(page: Page, name: string) {
  const dialog = page.getByRole('dialog', { name: 'Keys on this screen' });
  return dialog.getByRole('definition').filter({ hasText: name }).locator('xpath=preceding-sibling::dt[1]');
}

async function find(page: Page, words: string) {
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Find a command' });
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type(words);
  return palette.getByRole('option');
}

test('? shows the keys of the present screen, and they are the ones that work', async ({ page }) => {
  const desk = await openWhole(page);
  await desk.putCursorOn(0);
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keys on this screen' });
  await expect(keysOf(page, 'Next sentence that nobody')).toHaveText('n');
  await expect(keysOf(page, 'Mostly true')).toHaveText('2');
  await expect(keysOf(page, 'Join with the next sentence')).toHaveText('m');
  await expect(keysOf(page, 'Redo')).toHaveText('Ctrl+Shift+Z Ctrl+Y');
  await expect(dialog.getByRole('definition').filter({ hasText: /^$/ })).toHaveCount(0);
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(desk.sentence(0)).toBeFocused();

  // A letter that is typed is a letter.
  await desk.list.getByRole('searchbox').or(desk.list.getByRole('combobox')).first().fill('?');
  await expect(dialog).toBeHidden();
  await desk.leave();
  await expect(page.getByRole('heading', { name: 'Start with an article' })).toBeVisible();
  await page.keyboard.press('?');
  await expect(keysOf(page, 'Find a command')).toHaveText('Ctrl+K');
  await expect(dialog.getByText('Next sentence')).toBeHidden();
});

test('every command is found by some of its letters and done by Enter, and the focus is where it was', async ({
  page,
}) => {
  const desk = await openWhole(page);
  await desk.putCursorOn(0);
  await expect((await find(page, 'nobody')).first()).toHaveText(/^Next sentence that nobody.*n$/);
  await page.keyboard.press('Enter');
  await expect(desk.sentence(2)).toBeFocused();

  await expect((await find(page, 'vrdct unpr')).first()).toContainText('Unproven');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await desk.answerReviewerDialog();
  await expect(desk.sentence(2).getByRole('button', { name: 'Unproven, ' })).toBeVisible();
  await find(page, 'undo');
  await page.keyboard.press('Enter');
  await expect(desk.sentence(2).getByRole('button')).toHaveCount(0);

  for (const [words, name] of [
    ['export', 'Export'],
    ['setti', 'Settings'],
  ] as const) {
    await find(page, words);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name })).toBeVisible();
    await page.keyboard.press('Escape');
  }
  await expect(desk.sentence(2)).toBeFocused();

  expect(await (await find(page, 'xyzzy')).count()).toBe(0);
  await expect(page.getByText('There is no such command on this screen.')).toBeVisible();
  await page.keyboard.press('Escape');
  await find(page, 'sources');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Sources' })).toBeVisible();
  await find(page, 'library');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Your fact checks' })).toBeVisible();
  await (await find(page, 'paste')).first().click();
  await expect(page.getByRole('heading', { name: 'Paste an article' })).toBeVisible();
});

test('keys that write a character can be switched off; the others and the commands go on working', async ({
  page,
}) => {
  const desk = await openWhole(page);
  await desk.putCursorOn(0);
  await page.getByRole('button', { name: 'Settings' }).click();
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings
    .getByRole('group', { name: 'Keys that write a character' })
    .getByRole('radio', { name: 'Off' })
    .check();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await desk.putCursorOn(0);
  for (const key of ['j', 'n', '1', '0', 'a', 'm', '?']) await page.keyboard.press(key);
  await expect(desk.sentence(0)).toBeFocused();
  expect(await desk.coverage()).toMatchObject({ untouched: 2, checked: 1 });
  await page.keyboard.press('ArrowDown');
  await expect(desk.sentence(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(desk.editor.pane).toBeFocused();
  await page.keyboard.press('1');
  await expect(desk.editor.pane.getByRole('radio', { name: 'False', exact: true })).not.toBeChecked();
  await page.keyboard.press('Escape');
  await expect(desk.sentence(1)).toBeFocused();

  await page.reload();
  await desk.whenOpen();
  await page.waitForLoadState('networkidle');
  await find(page, 'keys of this');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Switch them on' }).click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await expect(desk.sentence(1)).toBeFocused();
});

test('a key that is pressed in a dialog where nothing has the focus is for the dialog', async ({ page }) => {
  const desk = await openWhole(page);
  await desk.putCursorOn(0);
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keys on this screen' });
  await expect(dialog).toBeVisible();
  // As when what had it goes away.
  await dialog.locator(':focus').evaluate((element: HTMLElement) => element.blur());
  for (const key of ['1', 'j', 'Escape']) await page.keyboard.press(key);
  await expect(dialog).toBeHidden();
  await expect(desk.sentence(0)).toBeFocused();
  expect(await desk.coverage()).toMatchObject({ untouched: 2, checked: 1 });
});

test('undo and redo name their keys where a mouse rests on them', async ({ page }) => {
  const desk = await openWhole(page);
  await desk.putCursorOn(0);
  await page.keyboard.press('1');
  await desk.answerReviewerDialog();
  const undo = page.getByRole('button', { name: /^Undo/ });
  await expect(undo).toHaveAttribute('title', /^Undo: .+ \(Ctrl\+Z\)$/);
  await undo.click();
  await expect(page.getByRole('button', { name: /^Redo/ })).toHaveAttribute(
    'title',
    /^Redo: .+ \(Ctrl\+Shift\+Z\)$/,
  );
});

test('in the library nothing of the desk can be done by key', async ({ page }) => {
  const library = new LibraryPage(page);
  await library.goto();
  for (const key of ['j', '1', 'a', 'n']) await page.keyboard.press(key);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('option', { name: 'Paste an article' })).toBeVisible();
});

test('the key of a command can be changed, a conflict is said, and all that shows keys shows the new one', async ({
  page,
}) => {
  const desk = await openWhole(page);
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Change keys' }).click();
  const dialog = page.getByRole('dialog', { name: 'Keys on this screen' });
  const key = (name: string) =>
    dialog.getByRole('button', { name: new RegExp(`^Change the key of “${name}”`) });
  const untouched = key('Next sentence that nobody has looked at');

  await untouched.click();
  await page.keyboard.press('m');
  await expect(dialog.getByText('m is the key of “Join with the next sentence”.')).toBeVisible();
  await expectAccessible(page);
  await untouched.click();
  await page.keyboard.press('1');
  await expect(
    dialog.getByText('1 is the key of “Verdict: True”. Change it in the rating scale'),
  ).toBeVisible();
  await untouched.click();
  await page.keyboard.press('ArrowDown');
  await expect(dialog.getByText('↓ can’t be given to something else.')).toBeVisible();
  await untouched.click();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeVisible();
  await untouched.click();
  await page.keyboard.press('m');
  await dialog.getByRole('button', { name: 'Take it from there' }).click();
  await expect(untouched).toHaveAccessibleName(/: m$/);
  await expect(key('Join with the next sentence')).toHaveAccessibleName(/: none$/);
  await key('Export').click();
  await page.keyboard.press('Control+e');
  await page.keyboard.press('Escape');

  await expect(page.getByRole('button', { name: 'Next untouched' })).toHaveText(/m$/);
  await desk.putCursorOn(0);
  await page.keyboard.press('m');
  await expect(desk.sentence(2)).toBeFocused();
  await page.keyboard.press('n');
  await expect(desk.sentence(2)).toBeFocused();
  await expect((await find(page, 'nobody')).first()).toHaveText(/m$/);
  await page.keyboard.press('Escape');

  await page.reload();
  await desk.whenOpen();
  await page.waitForLoadState('networkidle');
  await page.keyboard.press('Control+e');
  await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(keysOf(page, 'Next sentence that nobody')).toHaveText('m');
  await dialog.getByRole('button', { name: 'Change keys' }).click();
  await dialog.getByRole('button', { name: 'Give “Export” its own key back' }).click();
  await expect(key('Export')).toHaveAccessibleName(/: none$/);
  await dialog.getByRole('button', { name: 'Give all commands their own keys back' }).click();
  await expect(untouched).toHaveAccessibleName(/: n$/);
  await expect(key('Join with the next sentence')).toHaveAccessibleName(/: m$/);
});
