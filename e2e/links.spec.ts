import { tabTo } from './support/keyboard.ts';
import { openPlanned } from './support/open.ts';
import { DeskPage } from './pages/desk-page.ts';
import { LibraryPage } from './pages/library-page.ts';
import { expect, test } from './support/test.ts';

const PLAN = {
  paragraphs: [['The ferry left at noon.', 'It carried 40 people.', 'Nobody knew why it turned.']],
  annotations: [{ quote: 'noon', rating: 'true' }, { quote: '40 people' }],
} as const;

test('the address names the fact check and the open annotation, and opens both in another tab', async ({
  page,
  context,
}) => {
  const desk = await openPlanned(page, PLAN);
  await expect(page).toHaveURL(/#\/check\/planned$/);
  await desk.clickText('40 people');
  await expect(page).toHaveURL(/#\/check\/planned\/annotation\/a1$/);

  const other = await context.newPage();
  await other.goto(page.url());
  const otherDesk = new DeskPage(other);
  await expect(otherDesk.editor.pane.getByRole('blockquote')).toHaveText('40 people');
  await expect(otherDesk.article.locator('mark[data-current]')).toHaveText('40 people');
  await expect(otherDesk.cursor).toHaveText('It carried 40 people.');
  await other.reload();
  await expect(otherDesk.editor.pane.getByRole('blockquote')).toHaveText('40 people');
});

test('Back closes the editor, then leaves for the library; Forward brings both back', async ({ page }) => {
  const desk = await openPlanned(page, PLAN);
  await desk.clickText('40 people');
  await desk.editor.pane.getByRole('button', { name: 'Previous annotation' }).click();
  await expect(desk.editor.pane.getByRole('blockquote')).toHaveText('noon');
  await page.goBack();
  await expect(desk.editor.pane).toBeHidden();
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Your fact checks' })).toBeVisible();
  await page.goForward();
  await desk.whenOpen();
  await page.goForward();
  await expect(desk.editor.pane.getByRole('blockquote')).toHaveText('noon');
});

test('who goes to another address right after a click stays there', async ({ page }) => {
  const desk = await openPlanned(page, PLAN);
  await desk.clickText('noon');
  await expect(desk.editor.pane.getByRole('blockquote')).toHaveText('noon');
  await page.evaluate(async () => {
    // Both before the page has its turn: by hand nobody is so fast, but a busy page comes as late.
    document.querySelector<HTMLElement>('mark[data-annotations="a1"]')?.click();
    location.hash = '#/check/planned';
    for (let frame = 0; frame < 10; frame += 1)
      await new Promise((resolve) => {
        requestAnimationFrame(resolve);
      });
  });
  await expect(page).toHaveURL(/#\/check\/planned$/);
  await expect(desk.editor.pane).toBeHidden();
});

test('a click opens its annotation though what was searched for comes into the address in the same moment', async ({
  page,
}) => {
  const desk = await openPlanned(page, PLAN);
  await page.evaluate(() => {
    document.querySelector<HTMLElement>('mark[data-annotations="a1"]')?.click();
    location.hash = '#/check/planned?q=noon';
  });
  await expect(desk.editor.pane.getByRole('blockquote')).toHaveText('40 people');
});

test('by keyboard alone: from a link to an annotation on to its sentence, its neighbour and the library', async ({
  page,
}) => {
  const { keyboard } = page;
  const desk = await openPlanned(page, PLAN);
  await desk.whenSaved();
  await page.goto('./#/check/planned/annotation/a1');
  await page.reload();
  await expect(desk.editor.pane).toBeFocused();
  await keyboard.press('Escape');
  await expect(desk.sentence(1)).toBeFocused();
  await expect(page).toHaveURL(/#\/check\/planned$/);
  for (const key of ['k', 'Enter']) await keyboard.press(key);
  await expect(page).toHaveURL(/#\/check\/planned\/annotation\/a0$/);
  await tabTo(page.getByRole('link', { name: 'Library' }), 'Shift+Tab');
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Your fact checks' })).toBeVisible();
});

test('an annotation that is not there any more gets a sentence, and the article opens all the same', async ({
  page,
}) => {
  const desk = await openPlanned(page, PLAN);
  await page.goto('./#/check/planned/annotation/gone');
  await expect(page.getByText('The annotation at this address is not here.')).toBeVisible();
  await desk.whenOpen();
  await expect(desk.editor.pane).toBeHidden();
});

test('what is not kept here, was removed or names nothing gets a sentence and the way to the library', async ({
  page,
}) => {
  const library = new LibraryPage(page);
  const desk = await openPlanned(page, PLAN);
  await desk.leave();
  await library.delete('Planned');
  for (const [address, sentence] of [
    ['./#/check/unknown', 'There is no such fact check in this browser.'],
    ['./#/check/unknown/annotation/a1', 'There is no such fact check in this browser.'],
    ['./#/check/planned', 'This fact check was removed.'],
    ['./#/check/%00%22%3E', 'There is no such fact check in this browser.'],
    ['./#/nowhere/at/all', 'There is nothing at this address.'],
  ] as const) {
    await page.goto(address);
    await expect(page.getByRole('alert')).toContainText(sentence);
    await page.getByRole('link', { name: 'To the library' }).click();
    await expect(page.getByRole('heading', { name: 'Your fact checks' })).toBeVisible();
  }
});

test('what was closed is not opened again by Back, which leads to what was there before it', async ({
  page,
}) => {
  const desk = await openPlanned(page, PLAN);
  for (const words of ['40 people', 'noon']) {
    await desk.clickText(words);
    await expect(desk.editor.pane.getByRole('blockquote')).toHaveText(words);
    await desk.editor.close();
  }
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Your fact checks' })).toBeVisible();
  await page.goForward();
  await desk.whenOpen();
  await expect(desk.editor.pane).toBeHidden();
});

test('when an undo takes the open annotation away, its address and the focus go back to the article', async ({
  page,
}) => {
  const desk = await openPlanned(page, PLAN);
  await desk.select({ sentence: 0 });
  await desk.pressInVerdictBar('Annotate');
  await desk.answerReviewerDialog();
  await expect(desk.editor.pane).toBeVisible();
  await desk.undo();
  await expect(desk.editor.pane).toBeHidden();
  await expect(page).toHaveURL(/#\/check\/planned$/);
  await expect(page.getByText('The annotation at this address is not here')).toBeHidden();
});
