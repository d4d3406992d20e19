import { readFile } from 'node:fs/promises';
import { FERRY, NEW, whenCopiesAgree } from './support/kept-copies.ts';
import { DeskPage } from './pages/desk-page.ts';
import { LibraryPage } from './pages/library-page.ts';
import { openPlanned, openSample } from './support/open.ts';
import { blockLocalStorage, refuseDatabase } from './support/refuse-storage.ts';
import { expect, test } from './support/test.ts';

test('when localStorage is blocked, work is kept in the database, and what can’t be promised is said once', async ({
  page,
}, testInfo) => {
  await page.addInitScript(blockLocalStorage);
  const desk = await openPlanned(page, FERRY);
  await desk.annotate({ sentence: 2 }, NEW);
  await desk.whenSaved();
  const notice = page
    .getByRole('status')
    .getByRole('paragraph')
    .filter({ hasText: /blocks part of its storage/ });
  await expect(notice).toHaveCount(1);
  await notice.locator('..').getByRole('button', { name: 'Dismiss' }).click();
  await desk.editor.field('Conclusion').fill('Nobody could.');
  await desk.whenSaved();
  await expect(notice).toHaveCount(0);
  const file = testInfo.outputPath('out.json');
  await desk.exportAs('Linecheck', file);
  expect(await readFile(file, 'utf8')).toContain('Nobody could.');
  await page.reload();
  await expect(desk.editor.field('Conclusion')).toHaveValue('Nobody could.');
  expect(await desk.annotations()).toHaveLength(3);
});

test('saving that fails for a while is said, goes on by itself, and the work can be exported meanwhile', async ({
  page,
}, testInfo) => {
  await page.addInitScript(() => {
    // oxlint-disable-next-line typescript/unbound-method -- the proxy calls it on the database that it was called on
    IDBDatabase.prototype.transaction = new Proxy(IDBDatabase.prototype.transaction, {
      apply: (begin, database, parts: Parameters<IDBDatabase['transaction']>) => {
        if (Reflect.get(globalThis, 'isDiskFull') === true && parts[1] === 'readwrite')
          throw new DOMException('There is no space left.', 'QuotaExceededError');
        return Reflect.apply(begin, database, parts);
      },
    });
  });
  const desk = await openPlanned(page, FERRY);
  await desk.whenSaved();
  await whenCopiesAgree(page);
  await page.evaluate(() => Object.assign(globalThis, { isDiskFull: true }));
  await desk.annotate({ sentence: 2 }, NEW);
  const indicator = page.getByRole('status', { name: 'Saving' });
  await expect(indicator).toContainText('Not saved. The disk or the browser’s share of it is full');
  const file = testInfo.outputPath('out.json');
  await desk.exportAs('Linecheck', file);
  expect(await readFile(file, 'utf8')).toContain(NEW.conclusion);
  await expect(indicator).toContainText('Not saved.');

  await page.evaluate(() => Object.assign(globalThis, { isDiskFull: false }));
  await expect(indicator).toHaveText('Saved', { timeout: 60_000 });
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect(desk.list).toContainText(NEW.conclusion);
});

test.describe('a browser that lets the page keep nothing', () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(blockLocalStorage);
    await page.addInitScript(refuseDatabase);
  });

  test('says so in the library, opens a fact check from a file all the same, and gives the work as a file', async ({
    page,
  }, testInfo) => {
    const library = new LibraryPage(page);
    await library.goto();
    await expect(page.getByText('This browser lets the page keep nothing')).toBeVisible();

    const desk = await openPlanned(page, FERRY);
    await desk.annotate({ sentence: 2 }, NEW);
    await expect(page.getByRole('status', { name: 'Saving' })).toContainText(
      'Not saved. This browser lets the page keep nothing',
    );
    const file = testInfo.outputPath('out.json');
    await desk.exportAs('Linecheck', file);
    expect(await readFile(file, 'utf8')).toContain(NEW.conclusion);

    await desk.leave();
    const again = await library.resume('Planned');
    await expect.poll(() => again.annotations()).toHaveLength(3);
  });

  test('opens a sample, a pasted article and a new version of it', async ({ page }) => {
    await openSample(page);
    const library = new LibraryPage(page);
    await new DeskPage(page).leave();
    const desk = await library.pasteArticle({ text: 'The ferry left at noon. It carried 40 people.' });
    await desk.annotate({ text: '40 people' }, { verdict: 'False' });
    const drafts = await desk.loadNewDraft({ text: 'The ferry left at noon. It carried 50 people.' });
    await drafts.answer('40 people', 'Re-check');
    await drafts.use();
    await expect(desk.article).toContainText('50 people');
    await expect(page.getByRole('status', { name: 'Saving' })).toContainText('Not saved.');
  });
});
