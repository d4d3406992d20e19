import type { Locator } from '@playwright/test';
import { LibraryPage } from './pages/library-page.ts';
import { tabTo } from './support/keyboard.ts';
import { openPlanned } from './support/open.ts';
import { expect, test } from './support/test.ts';

const SENTENCES = ['The ferry left at noon.', 'It carried 40 people.', 'Nobody knew why it turned.'];
const PLAN = {
  paragraphs: [SENTENCES],
  reviewers: ['Ana'],
  sources: { log: { title: 'The log' }, post: { title: 'A post' } },
  annotations: [
    { quote: '40 people', rating: 'false', cites: { log: 'supports', post: 'refutes' } },
    { quote: 'noon', rating: 'true', cites: { log: 'supports' } },
  ],
} as const;

/** Presses a key at an element that is reached by Tab. */
async function press(target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(target);
  await target.page().keyboard.press(key);
}

test('undo and redo keep the focus when there is nothing left to undo or redo', async ({ page }) => {
  const desk = await openPlanned(page, { paragraphs: [SENTENCES] });
  await page.keyboard.press('1');
  await desk.answerReviewerDialog();
  const [undo, redo] = ['Undo', 'Redo'].map((name) =>
    page.getByRole('banner').getByRole('button', { name: new RegExp(`^${name}`) }),
  );
  if (!undo || !redo) throw new Error('Two buttons were looked for.');
  await tabTo(undo, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(undo).toBeDisabled();
  await expect(undo).toBeFocused();
  expect(await desk.coverage()).toMatchObject({ untouched: 3 });
  await press(redo);
  await expect(redo).toBeDisabled();
  await expect(redo).toBeFocused();
  expect(await desk.coverage()).toMatchObject({ checked: 1 });
});

test('what is removed leaves the focus with what stands in its place, and undoing by the notice brings it back', async ({
  page,
}) => {
  const desk = await openPlanned(page, PLAN);
  const { pane } = desk.editor;
  await desk.openAnnotation(1);
  const remove = (title: string) =>
    pane.getByRole('button', { name: `Remove from annotation: ${title}`, exact: true });
  await press(remove('The log'));
  await expect(remove('The log')).toBeHidden();
  await expect(
    pane
      .getByRole('link', { name: 'A post' })
      .or(remove('A post'))
      .or(pane.getByRole('button', { name: 'Edit source: A post' }))
      .and(page.locator(':focus')),
  ).toHaveCount(1);
  await press(remove('A post'));
  await expect(desk.editor.field('Add source')).toBeFocused();

  const undo = page.getByRole('status').getByRole('button', { name: 'Undo' }).last();
  await undo.focus();
  await page.keyboard.press('Enter');
  await expect(remove('A post')).toBeVisible();
  await expect(desk.editor.field('Add source')).toBeFocused();
});

test('every dialog gives the focus back to the button that opened it', async ({ page }) => {
  await openPlanned(page, PLAN);
  const bar = page.getByRole('banner');
  for (const button of [
    bar.getByRole('button', { name: 'Settings' }),
    bar.getByRole('button', { name: 'Export' }),
    page.getByRole('toolbar').getByRole('button', { name: 'Correct the sentence' }),
  ]) {
    await button.focus();
    await page.keyboard.press('Enter');
    if ((await button.getAttribute('aria-haspopup')) === 'menu') {
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
    }
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(button).toBeFocused();
  }
});

test('a fact check that is deleted in the library leaves the focus in the list, and the notice brings it back', async ({
  page,
}) => {
  const desk = await openPlanned(page, PLAN);
  await desk.whenSaved();
  await desk.leave();
  const library = new LibraryPage(page);
  await page.getByRole('button', { name: 'Actions for Planned' }).focus();
  for (const key of ['Enter', 'ArrowUp', 'Enter']) await page.keyboard.press(key);
  await expect.poll(() => library.factChecks()).toEqual([]);
  await expect(page.locator('main :focus')).toHaveCount(1);
  const undo = page.getByRole('status').getByRole('button', { name: 'Undo' });
  await press(undo);
  await expect.poll(() => library.factChecks()).toEqual(['Planned']);
  await expect(page.locator('main :focus')).toHaveCount(1);
});
