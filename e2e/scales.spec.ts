import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { LibraryPage } from './pages/library-page.ts';
import { expectAccessible } from './support/accessibility.ts';
import { openPlanned } from './support/open.ts';
import { expect, test } from './support/test.ts';

const PLAN = {
  paragraphs: [['The ferry left at noon.', 'It carried 40 people.']],
  reviewers: ['Ana'],
  annotations: [{ quote: '40 people', rating: 'false' }],
} as const;

async function openSettings(page: Page) {
  await page.getByRole('button', { name: 'Settings' }).click();
  return page.getByRole('dialog', { name: 'Settings' });
}

test('a scale of one’s own is copied, edited as a new version under which old verdicts stay, exported, and offered elsewhere', async ({
  page,
  openFreshProfile,
}) => {
  const desk = await openPlanned(page, PLAN);
  const settings = await openSettings(page);
  await settings.getByRole('button', { name: 'Copy and edit' }).click();
  const editor = page.getByRole('dialog', { name: 'A copy of “Linecheck”' });
  // What nobody has changed is left without a question.
  await expect(editor).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(editor).toBeHidden();
  await settings.getByRole('button', { name: 'Copy and edit' }).click();
  await editor.getByLabel('Name of the scale').fill('');
  const fifth = editor.getByRole('group', { name: 'Rating 5' });
  await fifth.getByLabel('Word').fill('Wrong');
  await fifth.getByLabel('Key').fill('j');
  await fifth.getByLabel('Mark').fill('T');
  for (const gone of ['Unproven', 'Misleading', 'Mostly false'])
    await editor.getByRole('button', { name: `Remove ${gone}` }).click();
  await editor.getByRole('button', { name: 'Save the scale' }).click();
  await expect(editor.getByText('A scale needs a name.')).toBeVisible();
  await expect(editor.getByText('Rating 1 has this mark already.')).toBeVisible();
  await expect(editor.getByText('This key is taken: “Next sentence”.')).toBeVisible();
  await expectAccessible(page);
  await editor.getByLabel('Name of the scale').fill('House scale');
  const fourth = editor.getByRole('group', { name: 'Rating 4' });
  await fourth.getByLabel('Key').fill('w');
  await fourth.getByLabel('Mark').fill('W');
  await editor.getByRole('button', { name: 'Save the scale' }).click();
  await expect(editor).toBeHidden();
  await expect(settings.getByLabel('Rating scale of this fact check')).toHaveValue(/./);
  await page.keyboard.press('Escape');

  // The key gives the new rating; the verdict that was there keeps its own.
  await desk.putCursorOn(0);
  await page.keyboard.press('w');
  await desk.answerReviewerDialog();
  expect((await desk.annotations()).map(({ verdict }) => verdict)).toEqual(['Wrong', 'False']);

  await openSettings(page);
  await expect(settings.getByText('It can’t be deleted: 1 verdict was given on it.')).toBeVisible();
  await settings.getByRole('button', { name: 'Edit', exact: true }).click();
  const edited = page.getByRole('dialog', { name: 'Edit “House scale”' });
  await expect(
    edited.getByText('1 verdict keeps version 1 as it is; new verdicts use version 2.'),
  ).toBeVisible();
  await edited.getByRole('group', { name: 'Rating 4' }).getByLabel('Word').fill('Not so');
  await page.keyboard.press('Escape');
  await expect(edited.getByText('What you have written here is not saved.')).toBeVisible();
  await edited.getByRole('button', { name: 'Save the scale' }).click();
  await page.keyboard.press('Escape');
  expect((await desk.annotations()).map(({ verdict }) => verdict)).toEqual(['Wrong', 'False']);
  await desk.putCursorOn(1);
  await page.keyboard.press('w');
  expect((await desk.annotations()).map(({ verdict }) => verdict)).toEqual(['Wrong', 'Not so']);
  await desk.whenSaved();

  const path = test.info().outputPath('house.linecheck.json');
  await desk.exportAs('Linecheck', path);
  const file = JSON.parse(await readFile(path, 'utf8')) as {
    readonly factCheck: {
      readonly ratingScales: readonly { readonly name: string; readonly version: number }[];
    };
  };
  expect(file.factCheck.ratingScales.map(({ name, version }) => `${name} ${version}`).toSorted()).toEqual([
    'House scale 1',
    'House scale 2',
    'Linecheck 1',
  ]);

  // Somebody else opens the file and goes on with its scale.
  const elsewhere = await openFreshProfile();
  const library = new LibraryPage(elsewhere);
  await library.goto();
  const theirs = await library.openFile(path);
  expect((await theirs.annotations()).map(({ verdict }) => verdict)).toEqual(['Wrong', 'Not so']);
  await expect(elsewhere.getByRole('toolbar').getByRole('button', { name: 'Not so' })).toBeVisible();

  // Another fact check of this browser is offered the newest version.
  await desk.leave();
  await new LibraryPage(page).openSample();
  const other = await openSettings(page);
  await other
    .getByLabel('Rating scale of this fact check')
    .selectOption({ label: 'House scale, from “Planned”' });
  await page.keyboard.press('Escape');
  await expect(page.getByRole('toolbar').getByRole('button', { name: 'Not so' })).toBeVisible();
});

test('a scale that nothing was given on is deleted, and the deletion undone where it is said', async ({
  page,
}) => {
  await openPlanned(page, PLAN);
  const settings = await openSettings(page);
  await settings.getByRole('button', { name: 'Copy and edit' }).click();
  await page.getByLabel('Name of the scale').fill('Short-lived');
  await page.getByRole('button', { name: 'Save the scale' }).click();
  const field = settings.getByLabel('Rating scale of this fact check');
  await expect(field.locator('option:checked')).toHaveText('Short-lived');
  await settings.getByRole('button', { name: 'Delete' }).click();
  await expect(field.locator('option:checked')).toHaveText('Linecheck');
  await settings.getByText('“Short-lived” was deleted.').getByRole('button', { name: 'Undo' }).click();
  await expect(field.locator('option:checked')).toHaveText('Short-lived');
  await expectAccessible(page);
});
