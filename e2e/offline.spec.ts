import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { LibraryPage } from './pages/library-page.ts';
import { expectAccessible } from './support/accessibility.ts';
import { saidIn } from './support/said-in.ts';
import { startServer, type StandingServer } from './support/standing-server.ts';
import { expect, test as base } from './support/test.ts';

/** The app at an address of its own, where its service worker may run. */
const test = base.extend<{ server: StandingServer }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern which fixtures are wanted
  server: async ({}, use, { project }) => {
    const server = await startServer(project.use.baseURL ?? '');
    await use(server);
    await server.stop();
  },
  baseURL: async ({ server }, use) => {
    await use(server.address);
  },
});

test.use({ serviceWorkers: 'allow' });

test('after the first visit everything works without a network: samples, own articles, saving, other formats', async ({
  page,
  server,
}, testInfo) => {
  const library = new LibraryPage(page);
  await library.goto();
  await whenKept(page);
  await server.stop();

  await page.reload();
  const desk = await library.openSample();
  await desk.annotate(
    { text: '12 Marines' },
    { verdict: 'False', sources: [{ title: 'Names of the fallen', stance: 'refutes' }] },
  );
  await desk.whenSaved();
  // The processor of citations and its styles come when a report is written.
  const report = testInfo.outputPath('report.html');
  await desk.exportAs('Report', report);
  expect(await readFile(report, 'utf8')).toContain('Names of the fallen');
  await page.reload();
  await expect(page.getByRole('button', { name: /False/ }).first()).toBeVisible();

  await page.goto('./');
  await library.pasteArticle({ html: '<h1>Ferries</h1><p>The <b>ferry</b> sank in 1912.</p>' });
  await expect(page.getByRole('article')).toContainText('The ferry sank in 1912.');
});

test.describe('in a browser that asks for Japanese', () => {
  test.use({ locale: 'ja' });

  test('a start without a network is in Japanese, and another language is there at once', async ({
    page,
    server,
  }) => {
    const said = saidIn('ja');
    await page.goto('./');
    await page.getByRole('button', { name: said('Settings') }).click();
    await expect(
      page.getByText(said('Linecheck is kept in this browser and opens without a network.')),
    ).toBeVisible({ timeout: 60_000 });
    await server.stop();

    await page.reload();
    await expect(page.getByRole('button', { name: said('Paste an article') })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
    await page.getByRole('button', { name: said('Settings') }).click();
    await page.getByRole('combobox', { name: said('Language of Linecheck') }).selectOption('العربية');
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(page.getByRole('heading', { name: saidIn('ar')('Settings') })).toBeVisible();
  });
});

test('a new version is told of and waits until it is asked for; other tabs go on and are told', async ({
  page,
  context,
  server,
}) => {
  const library = new LibraryPage(page);
  await library.goto();
  await whenKept(page);
  server.release('second');
  // The browser looks for a new version when a page is opened.
  await page.reload();
  const other = await context.newPage();
  await other.goto('./#/new');
  await other.getByLabel('Article text').fill('The ferry sank in 1912.');

  await whenTold(page);
  await expect(page.locator('html')).not.toHaveAttribute('data-build');
  await expectAccessible(page);
  await notice(page, 'A new version of Linecheck is ready.').getByRole('button', { name: 'Reload' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-build', 'second');

  await expect(notice(other, 'Another tab went over to a new version')).toBeVisible();
  await expect(other.getByLabel('Article text')).toHaveValue('The ferry sank in 1912.');
  await expect(other.locator('html')).not.toHaveAttribute('data-build');
});

test('a tab from before an update has the parts that it began with, and is told of it once', async ({
  page,
  context,
  server,
}, testInfo) => {
  const library = new LibraryPage(page);
  await library.goto();
  await whenKept(page);
  const other = await context.newPage();
  const otherLibrary = new LibraryPage(other);
  await otherLibrary.goto();
  const desk = await otherLibrary.openSample();
  server.release('second');
  await page.reload();
  await whenTold(other);
  await notice(page, 'A new version of Linecheck is ready.').getByRole('button', { name: 'Reload' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-build', 'second');

  await expect(notice(other, 'Another tab went over to a new version')).toBeVisible();
  const reload = other.getByRole('button', { name: 'Reload' });
  await expect(reload).toHaveCount(1);
  // Nothing has asked for this part before, and the server has it no more.
  const report = testInfo.outputPath('report.html');
  await desk.exportAs('Report', report);
  expect(await readFile(report, 'utf8')).toContain('Psaki');
  await reload.click();
  await expect(other.locator('html')).toHaveAttribute('data-build', 'second');
});

test('a new version whose notice was dismissed is still to be had in Settings', async ({ page, server }) => {
  const library = new LibraryPage(page);
  await library.goto();
  await whenKept(page);
  server.release('second');
  await page.reload();
  const told = notice(page, 'A new version of Linecheck is ready.');
  await told.getByRole('button', { name: 'Dismiss' }).click();
  await expect(told).toBeHidden();
  await openSettings(page);
  await page.getByRole('button', { name: 'Reload with the new version' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-build', 'second');
});

test('it can be installed: a manifest with icons of the sizes that systems ask for', async ({
  page,
  request,
}) => {
  await page.goto('./');
  const address = await page.locator('link[rel=manifest]').getAttribute('href');
  const manifest = (await (await request.get(address ?? '')).json()) as {
    readonly icons: readonly { readonly src: string; readonly sizes: string }[];
  };
  expect(manifest).toMatchObject({
    name: 'Linecheck',
    display: 'standalone',
    // Where the system asks apps, a file of ours opens in this one.
    file_handlers: [{ accept: { 'application/json': ['.linecheck.json', '.json'] } }],
  });
  expect(manifest.icons.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']));
  for (const { src } of manifest.icons) expect((await request.get(src)).ok()).toBe(true);
});

test('a file by which the system starts the installed app is opened', async ({ page }) => {
  // Only an installed app has the real queue.
  await page.addInitScript(() => {
    const file = new File(['The ferry sank in 1912.'], 'ferry.txt', { type: 'text/plain' });
    Object.defineProperty(window, 'launchQueue', {
      value: {
        setConsumer: (take: (launch: { files: { getFile: () => Promise<File> }[] }) => void) =>
          take({ files: [{ getFile: () => Promise.resolve(file) }] }),
      },
    });
  });
  await page.goto('./');
  await expect(page.getByRole('heading', { name: 'What will be kept' })).toBeVisible();
  await expect(page.getByText('The ferry sank in 1912.')).toBeVisible();
});

/** Waits until the whole app is kept in this browser, which Settings tells. */
async function whenKept(page: Page): Promise<void> {
  await openSettings(page);
  await expect(page.getByText('Linecheck is kept in this browser and opens without a network.')).toBeVisible({
    timeout: 60_000,
  });
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
}

/** All of the new version has to come first, and all its parts have other names. */
async function whenTold(page: Page): Promise<void> {
  await expect(notice(page, 'A new version of Linecheck is ready.')).toBeVisible({ timeout: 60_000 });
}

async function openSettings(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Settings' }).click();
}

function notice(page: Page, text: string) {
  return page.getByRole('status').locator('div').filter({ hasText: text });
}
