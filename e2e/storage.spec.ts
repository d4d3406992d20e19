import type { Page } from '@playwright/test';
import { DeskPage } from './pages/desk-page.ts';
import { LibraryPage } from './pages/library-page.ts';
import { openInAnotherTab, openPlanned } from './support/open.ts';
import { expect, test } from './support/test.ts';

const PLAN = {
  paragraphs: [['The ferry left at noon.', 'It carried 40 people.', 'Nobody knew why it turned.']],
  annotations: [
    { quote: 'noon', rating: 'true', conclusion: 'The log says so.', cites: { log: 'supports' } },
    { quote: '40 people', rating: 'false' },
  ],
  sources: { log: { title: 'The log' } },
} as const;

function keysOf(page: Page, id: string): Promise<string[]> {
  return page.evaluate(
    (prefix) => Object.keys(localStorage).filter((key) => key.startsWith(prefix)),
    `linecheck/${id}/`,
  );
}

test('what was done is there after a reload, and in a page that is opened after all were closed', async ({
  page,
  context,
}) => {
  const desk = await openPlanned(page, PLAN);
  await desk.annotate({ sentence: 2 }, { verdict: 'Unproven', conclusion: 'Nobody wrote it down.' });
  await desk.whenSaved();
  const before = await desk.annotations();
  const address = page.url();
  await page.reload();
  await expect(desk.editor.field('Conclusion')).toHaveValue('Nobody wrote it down.');
  await page.close();

  const later = await context.newPage();
  await later.goto(address);
  const laterDesk = new DeskPage(later);
  await expect(laterDesk.editor.field('Conclusion')).toHaveValue('Nobody wrote it down.');
  expect(await laterDesk.annotations()).toEqual(before);
});

test('what was undone stays undone after a reload', async ({ page }) => {
  const desk = await openPlanned(page, PLAN);
  await desk.openAnnotation(1);
  await page.keyboard.press('1');
  await desk.answerReviewerDialog();
  await desk.undo();
  await desk.whenSaved();
  await page.reload();
  await expect.poll(() => desk.annotations()).toMatchObject([{ verdict: 'True' }, { verdict: 'False' }]);
});

test('each record is kept under a key of its own, and an edit writes only the records it touches', async ({
  page,
}) => {
  const desk = await openPlanned(page, PLAN);
  await desk.whenSaved();
  const keys = await keysOf(page, 'planned');
  expect(keys.map((key) => key.split('/').slice(2).join('/')).toSorted()).toEqual(
    [
      'annotation/a0',
      'annotation/a1',
      'article/draft',
      'evidence/e0-log',
      'fact-check/planned',
      'rating-scale/linecheck',
      'reviewer/ana',
      'source/log',
      'verdict/v0',
      'verdict/v1',
      // No record: up to which time all of it is in a file.
      '~filed',
    ].toSorted(),
  );
  const valueOf = (key: string): Promise<string | null> =>
    page.evaluate((name) => localStorage.getItem(name), `linecheck/planned/${key}`);
  const [article, other] = [await valueOf('article/draft'), await valueOf('annotation/a0')];
  const edited = await valueOf('annotation/a1');
  await desk.openAnnotation(1);
  await desk.editor.field('Status').selectOption('Approved');
  await desk.answerReviewerDialog();
  await expect(desk.editor.field('Status').locator(':checked')).toHaveText('Approved');
  await desk.whenSaved();
  expect(await valueOf('annotation/a1')).not.toBe(edited);
  expect(await valueOf('annotation/a0')).toBe(other);
  expect(await valueOf('article/draft')).toBe(article);
});

test('two tabs show each other’s edits without a reload, and neither loses its own', async ({ page }) => {
  const desk = await openPlanned(page, PLAN);
  const otherDesk = await openInAnotherTab(page);

  await desk.annotate({ sentence: 2 }, { verdict: 'Misleading' });
  await expect.poll(() => otherDesk.annotations()).toHaveLength(3);
  await otherDesk.openAnnotation(0);
  await otherDesk.editor.field('Conclusion').fill('Two logs say so.');
  await otherDesk.answerReviewerDialog();
  await desk.openAnnotation(1);
  await desk.editor.field('Claim').fill('It carried forty.');

  await otherDesk.openAnnotation(1);
  await expect(otherDesk.editor.field('Claim')).toHaveValue('It carried forty.');
  await desk.whenSaved();
  await otherDesk.whenSaved();
  await page.reload();
  await expect.poll(() => desk.annotations()).toMatchObject(await otherDesk.annotations());
});

test('the library of one tab follows what is done in another', async ({ page, context }) => {
  await page.goto('./');
  await expect(page.getByText('Nothing here yet')).toBeVisible();
  const other = await context.newPage();
  const otherDesk = await openPlanned(other, PLAN);
  const entry = page.getByRole('region', { name: 'Your fact checks' }).getByRole('listitem');
  await expect(entry).toContainText('2 of 3 sentences looked at');
  await otherDesk.putCursorOn(2);
  await otherDesk.pressInVerdictBar('Not checkable');
  await otherDesk.answerReviewerDialog();
  await expect(entry).toContainText('All 3 sentences looked at');
});

test('a record that was damaged is told of and costs nothing, since there is a second copy', async ({
  page,
}) => {
  const desk = await openPlanned(page, PLAN);
  await desk.whenSaved();
  const before = await desk.annotations();
  await page.evaluate(() => {
    const key = 'linecheck/planned/verdict/v1';
    localStorage.setItem(key, (localStorage.getItem(key) ?? '').replace('false', 'true'));
  });
  await page.reload();
  await expect(page.getByRole('status')).toContainText([/One record/]);
  await expect.poll(() => desk.annotations()).toEqual(before);
});

test('a fact check that another tab deletes says so where it is open, and can be brought back there', async ({
  page,
  context,
}) => {
  const desk = await openPlanned(page, PLAN);
  await desk.whenSaved();
  const library = new LibraryPage(await context.newPage());
  await library.goto();
  const [title = ''] = await library.factChecks();
  await library.delete(title);
  await expect(page.getByRole('alert')).toContainText('This fact check was deleted in another tab.');

  await library.undoFromNotice();
  await expect.poll(() => desk.annotations()).toHaveLength(2);
  await library.delete(title);
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect.poll(() => desk.annotations()).toHaveLength(2);
  await expect.poll(() => library.factChecks()).toEqual([title]);
});
