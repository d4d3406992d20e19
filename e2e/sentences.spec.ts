import { LibraryPage } from './pages/library-page.ts';
import { expectAccessible } from './support/accessibility.ts';
import { payload } from './support/open.ts';
import { expect, test } from './support/test.ts';

const TEXT = 'It rained for a week. It cost 4 million. Nobody was hurt.\n\nThe bridge stood.';
const WEEK = 'It rained for a week.';
const COST = 'It cost 4 million.';
const HURT = 'Nobody was hurt.';
const BRIDGE = 'The bridge stood.';

test('by keyboard: two sentences are joined, one is split, and each is undone', async ({ page }) => {
  const library = new LibraryPage(page);
  await library.goto();
  const desk = await library.pasteArticle({ text: TEXT });
  await desk.annotate({ sentence: 1 }, { verdict: 'False' });
  await desk.editor.close();
  expect(await desk.coverage()).toMatchObject({ checked: 1, untouched: 3 });

  await desk.putCursorOn(0);
  await page.keyboard.press('m');
  await expect.poll(() => desk.sentences()).toEqual([`${WEEK} ${COST}`, HURT, BRIDGE]);
  expect(await desk.coverage()).toMatchObject({ checked: 1, untouched: 2 });
  await expect(desk.cursor).toHaveText(/^It rained/);
  await expect(desk.cursor).toBeFocused();
  expect((await desk.annotations()).map(({ quote }) => quote)).toEqual([COST]);

  await page.keyboard.press('s');
  const dialog = page.getByRole('dialog', { name: 'Split this sentence' });
  const place = dialog.getByRole('slider');
  await expect(place).toBeFocused();
  await expect(place).toHaveAttribute('aria-valuetext', `${WEEK} | ${COST}`);
  await expectAccessible(page);
  await page.keyboard.press('ArrowRight');
  await expect(place).toHaveAttribute('aria-valuetext', `${WEEK} It | cost 4 million.`);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect.poll(() => desk.sentences()).toEqual([WEEK, COST, HURT, BRIDGE]);
  await expect(desk.cursor).toBeFocused();

  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => desk.sentences()).toEqual([WEEK, COST, HURT, BRIDGE]);
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect.poll(() => desk.sentences()).toEqual([`${WEEK} ${COST}`, HURT, BRIDGE]);

  // Sentences of two paragraphs stay two, and that is said.
  await desk.putCursorOn(1);
  await page.keyboard.press('m');
  await expect(page.getByText('Sentences of two paragraphs can’t be joined.')).toBeVisible();
  await desk.putCursorOn(2);
  await page.keyboard.press('m');
  await expect(page.getByText('There is no next sentence')).toBeVisible();
});

test('by mouse: a corrected sentence is kept, reaches other tabs and the file', async ({
  page,
  context,
}, info) => {
  const library = new LibraryPage(page);
  await library.goto();
  const desk = await library.pasteArticle({ text: TEXT });
  await desk.putCursorOn(0);
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.locator('[data-sentence]')).toHaveCount(4);

  await page.getByRole('button', { name: 'Correct the sentence' }).click();
  await page.getByRole('menuitem', { name: 'Split this sentence' }).click();
  const dialog = page.getByRole('dialog', { name: 'Split this sentence' });
  await dialog.getByText('for').click();
  await dialog.getByRole('button', { name: 'Split' }).click();
  await expect.poll(() => desk.sentences()).toEqual(['It rained', 'for a week.', COST, HURT, BRIDGE]);
  await expect(other.locator('[data-sentence]')).toHaveCount(5);

  await desk.putCursorOn(2);
  await page.getByRole('button', { name: 'Correct the sentence' }).click();
  await page.getByRole('menuitem', { name: 'Join with the next sentence' }).click();
  const corrected = ['It rained', 'for a week.', `${COST} ${HURT}`, BRIDGE];
  await expect.poll(() => desk.sentences()).toEqual(corrected);
  await desk.whenSaved();
  await page.reload();
  await desk.whenOpen();
  expect(await desk.sentences()).toEqual(corrected);

  const file = info.outputPath('corrected.linecheck.json');
  await desk.exportAs('Linecheck', file);
  await other.close();
  await desk.leave();
  await library.delete('It rained for a week.');
  const again = await library.openFile(file);
  expect(await again.sentences()).toEqual(corrected);
});

test('a new version keeps what was corrected where its words are the same', async ({ page }) => {
  const library = new LibraryPage(page);
  await library.goto();
  const desk = await library.openFile(payload('flood.txt', TEXT));
  await expect(page.getByRole('button', { name: 'Correct the sentence' })).toBeVisible();
  await desk.putCursorOn(1);
  await page.keyboard.press('m');
  await expect.poll(() => desk.sentences()).toEqual([WEEK, `${COST} ${HURT}`, BRIDGE]);
  const drafts = await desk.loadNewDraft({ text: TEXT.replace('a week', 'two weeks') });
  await drafts.whenCompared();
  await page.getByRole('button', { name: 'Use this version' }).click();
  await expect(page.getByRole('dialog', { name: 'Who is checking?' })).toBeVisible();
  await desk.answerReviewerDialog();
  await desk.whenOpen();
  await expect.poll(() => desk.sentences()).toEqual(['It rained for two weeks.', `${COST} ${HURT}`, BRIDGE]);
});
