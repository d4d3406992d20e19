import type { Page } from '@playwright/test';
import { FERRY, NEW, whenCopiesAgree } from './support/kept-copies.ts';
import { openPlanned } from './support/open.ts';
import { expect, test } from './support/test.ts';

/** Deletes every database of the site: those in storage buckets, and the one outside of them. */
function deleteDatabases(page: Page): Promise<void> {
  return page.evaluate(async () => {
    interface Buckets {
      readonly keys: () => Promise<string[]>;
      readonly delete: (name: string) => Promise<void>;
    }
    const buckets = Reflect.get(navigator, 'storageBuckets') as Buckets;
    for (const name of await buckets.keys()) await buckets.delete(name);
    for (const { name = '' } of await indexedDB.databases()) indexedDB.deleteDatabase(name);
  });
}

// A browser asks for the icon of a page that is a file.
test.use({ expectedComplaints: [/favicon\.ico/] });

test('when the databases were deleted all is there from localStorage, and the databases hold all of it again', async ({
  page,
}) => {
  const desk = await openPlanned(page, FERRY);
  await desk.annotate({ sentence: 2 }, NEW);
  await desk.whenSaved();
  await whenCopiesAgree(page);
  const [before, address] = [await desk.annotations(), page.url()];
  await page.goto('./schema/fact-check-1.json');
  await deleteDatabases(page);

  await page.goto(address);
  await expect.poll(() => desk.annotations()).toEqual(before);
  expect(await whenCopiesAgree(page)).toContain('None');
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect.poll(() => desk.annotations()).toEqual(before);
  await expect(desk.list).toContainText(NEW.conclusion);
});

test('when the databases are deleted while the desk is open, what is saved then and before is there later', async ({
  page,
}) => {
  const desk = await openPlanned(page, FERRY);
  await desk.whenSaved();
  await whenCopiesAgree(page);
  await deleteDatabases(page);
  await desk.annotate({ sentence: 2 }, NEW);
  await desk.whenSaved();
  const before = await desk.annotations();
  await page.reload();
  await expect.poll(() => desk.annotations()).toEqual(before);
  await whenCopiesAgree(page);

  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect.poll(() => desk.annotations()).toEqual(before);
  await expect(desk.list).toContainText(NEW.conclusion);
});

test('when the databases are deleted under an open desk, that is told at once, and all of it is saved again without an edit', async ({
  page,
}) => {
  const desk = await openPlanned(page, FERRY);
  await desk.annotate({ sentence: 2 }, NEW);
  await desk.whenSaved();
  await whenCopiesAgree(page);
  const before = await desk.annotations();
  await deleteDatabases(page);
  await expect(page.getByText('database was deleted while this page was open')).toBeVisible();
  await desk.whenSaved();
  await whenCopiesAgree(page);

  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect.poll(() => desk.annotations()).toEqual(before);
  await expect(desk.list).toContainText(NEW.conclusion);
});
