import type { Page } from '@playwright/test';
import type { DeskPage } from './pages/desk-page.ts';
import { FERRY } from './support/kept-copies.ts';
import { openInAnotherTab, openPlanned } from './support/open.ts';
import { pressHeldUp } from './support/press-held-up.ts';
import { expect, test } from './support/test.ts';

/** What one tab does is to be seen in another within so many milliseconds. */
const SOON = 1000;

/** Two tabs on one fact check, by somebody who has given a name. */
async function openTwoTabs(page: Page): Promise<{ readonly desk: DeskPage; readonly other: DeskPage }> {
  const desk = await openPlanned(page, FERRY);
  await desk.putCursorOn(0);
  await page.keyboard.press('2');
  await desk.answerReviewerDialog();
  await desk.whenSaved();
  return { desk, other: await openInAnotherTab(page) };
}

test('two tabs that edit the same record at one instant keep both versions, and a person decides', async ({
  page,
}) => {
  const { desk, other } = await openTwoTabs(page);
  await other.putCursorOn(0);
  await desk.putCursorOn(0);

  const goOn = await pressHeldUp(other.page, '7');
  await page.keyboard.press('6');
  await desk.whenSaved();
  await goOn();

  for (const tab of [desk, other]) {
    await expect(tab.page.getByRole('button', { name: '1 conflict: compare the versions' })).toBeVisible();
  }
  await desk.whenSaved();
  await other.whenSaved();
  await page.reload();
  await desk.whenOpen();
  await page.getByRole('button', { name: '1 conflict: compare the versions' }).click();
  const dialog = page.getByRole('dialog', { name: 'Two versions' });
  const both = dialog.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Verdict' }) });
  await expect(both.getByRole('cell')).toHaveText(['Unproven', 'Misleading']);
  // Either answer is taken back where it is said, and then asked for again.
  for (const [answer, said] of [
    ['Keep this version', 'The version that stands is kept.'],
    ['Use this version', 'The other version stands now.'],
  ] as const) {
    await dialog.getByRole('button', { name: answer }).click();
    await expect(dialog).toContainText('There is nothing left to decide.');
    const notice = dialog.getByRole('status').locator('div').filter({ hasText: said });
    await notice.getByRole('button', { name: 'Undo' }).press('Enter');
    await expect(both.getByRole('cell')).toHaveText(['Unproven', 'Misleading']);
    await expect(dialog.locator(':focus')).toHaveCount(1);
  }
  await dialog.getByRole('button', { name: 'Use this version' }).click();
  await expect(dialog).toContainText('There is nothing left to decide.');
  await desk.whenSaved();
  await expect(other.sentence(0).getByRole('button', { name: 'Misleading, ' })).toBeVisible();
  await expect(other.page.getByRole('button', { name: /conflict/ })).toHaveCount(0);
});

test('what two tabs do at one instant to different records is in both within a second', async ({ page }) => {
  const { desk, other } = await openTwoTabs(page);
  await desk.putCursorOn(2);
  await other.putCursorOn(1);
  await Promise.all([page.keyboard.press('6'), other.page.keyboard.press('7')]);
  for (const tab of [desk, other]) {
    await expect(tab.sentence(2).getByRole('button', { name: 'Misleading, ' })).toBeVisible({
      timeout: SOON,
    });
    await expect(tab.sentence(1).getByRole('button', { name: 'Unproven, ' })).toBeVisible({ timeout: SOON });
  }
  await desk.whenSaved();
  await other.whenSaved();
  await expect(page.getByRole('button', { name: /conflict/ })).toHaveCount(0);
  await page.reload();
  await expect(desk.sentence(2).getByRole('button', { name: 'Misleading, ' })).toBeVisible();
  await expect(desk.sentence(1).getByRole('button', { name: 'Unproven, ' })).toBeVisible();
});

test('two first verdicts of one person on one annotation, given in two tabs at one instant, become one with a history', async ({
  page,
}) => {
  const desk = await openPlanned(page, {
    ...FERRY,
    annotations: [...FERRY.annotations, { quote: 'Nobody knew why it turned.' }],
  });
  await desk.putCursorOn(0);
  await page.keyboard.press('2');
  await desk.answerReviewerDialog();
  await desk.whenSaved();
  const other = await openInAnotherTab(page);
  await desk.putCursorOn(2);
  await other.putCursorOn(2);
  const goOn = await pressHeldUp(other.page, '7');
  await page.keyboard.press('6');
  await desk.whenSaved();
  await goOn();

  const verdicts = async (tab: DeskPage): Promise<string> =>
    (await tab.annotations()).map(({ verdict }) => verdict).join();
  await desk.whenSaved();
  await other.whenSaved();
  await expect.poll(async () => (await verdicts(desk)) === (await verdicts(other))).toBe(true);
  await page.reload();
  await desk.whenOpen();
  await desk.openAnnotation(2);
  const { editor } = desk;
  const stands = (await editor.pane.getByRole('radio', { name: 'Misleading', exact: true }).isChecked())
    ? ['Misleading', 'Unproven']
    : ['Unproven', 'Misleading'];
  await expect(editor.pane.getByRole('radio', { name: stands[0] ?? '', exact: true })).toBeChecked();
  await editor.openHistory();
  await expect(editor.history()).toContainText([stands[1] ?? '']);
});

test('two tabs with the caret in the same field agree on what was typed last, and what was there before is in the history', async ({
  page,
}) => {
  const { desk, other } = await openTwoTabs(page);
  for (const tab of [desk, other]) await tab.openAnnotation(0);
  const [here, there] = [desk, other].map(({ editor }) => editor.field('Conclusion'));
  if (!here || !there) throw new Error('There are two tabs.');
  await here.fill('The log says so.');
  await expect(there).toHaveValue('The log says so.');
  await there.fill('The harbour master says so.');
  for (const field of [here, there]) await expect(field).toHaveValue('The harbour master says so.');
  for (const tab of [desk, other]) await tab.whenSaved();

  // Both at once: one text stands in both, the other is not lost.
  await Promise.all([here.fill('At noon sharp.'), there.fill('A little after noon.')]);
  for (const tab of [desk, other]) await tab.whenSaved();
  const stands = await here.inputValue();
  await expect(there).toHaveValue(stands);
  const lost = ['At noon sharp.', 'A little after noon.'].find((words) => words !== stands) ?? '';
  await desk.editor.openHistory();
  const inHistory = desk.editor.history().filter({ hasText: lost });
  const conflict = page.getByRole('button', { name: /conflict/ });
  await expect(inHistory.or(conflict).first()).toBeVisible();
  if ((await inHistory.count()) > 0) return;
  await conflict.click();
  await expect(page.getByRole('dialog')).toContainText(lost);
});
