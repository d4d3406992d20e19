import { readFile } from 'node:fs/promises';
import { FERRY, NEW, whenCopiesAgree } from './support/kept-copies.ts';
import { openPlanned } from './support/open.ts';
import { expect, test } from './support/test.ts';

function blockLocalStorage(): void {
  Object.defineProperty(globalThis, 'localStorage', {
    get: () => {
      throw new DOMException('Access is denied for this document.', 'SecurityError');
    },
  });
}

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
  // Who is checking is forgotten with localStorage, and a stranger's editor is empty: the list shows everybody's.
  await expect(desk.list).toContainText('Nobody could.');
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
  await expect(indicator).toContainText('Not saved. The disk or the browser’s share of it is full.');
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
