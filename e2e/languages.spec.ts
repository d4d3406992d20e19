import type { Page } from '@playwright/test';
import { openSample } from './support/open.ts';
import { saidIn } from './support/said-in.ts';
import { expect, test } from './support/test.ts';

test.describe('in a browser that asks for German', () => {
  test.use({ locale: 'de-CH' });

  test('an article is checked in German from the first paint on', async ({ page }) => {
    await page.addInitScript(() => {
      new MutationObserver(() => {
        const said = document.querySelector('#root')?.textContent ?? '';
        if (said.includes('Annotations')) document.documentElement.dataset['flash'] = 'English';
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto('./#/samples/white-house-briefing');
    await expect(page.getByRole('region', { name: 'Anmerkungen' })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
    await expect(page.locator('html')).not.toHaveAttribute('data-flash', /./);

    await page.locator('[data-sentence="2"]').click();
    await page.keyboard.press('5');
    await page.getByRole('textbox', { name: 'Ihr Name' }).fill('Ana');
    await page.getByRole('dialog', { name: 'Wer prüft?' }).getByRole('button', { name: 'Weiter' }).click();
    await expect(page.getByText('Gespeichert', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Rückgängig: Urteil abgeben' }).click();
    await expect(page.getByText('Noch nichts angemerkt')).toBeVisible();
  });
});

test.describe('where the words of a language do not come', () => {
  test.use({ expectedComplaints: [/Failed to load resource/] });
  const lost = 'The words of your language could not be loaded.';

  test.describe('in a browser that asks for French', () => {
    test.use({ locale: 'fr' });

    test('it starts in English, says so, and is in French once they come', async ({ page }) => {
      let isGone = true;
      await page.route(/\/fr-[^/]*\.js$/, (route) => (isGone ? route.abort() : route.continue()));
      await page.goto('./');
      const notice = page.getByRole('status').filter({ hasText: lost });
      await expect(notice).toBeVisible();
      await expect(page.getByRole('button', { name: 'Paste an article' })).toBeVisible();
      isGone = false;
      await notice.getByRole('button', { name: 'Try again' }).click();
      await expect(page.getByRole('button', { name: saidIn('fr')('Paste an article') })).toBeVisible();
      await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
    });
  });

  test('the language that is spoken goes on', async ({ page }) => {
    await page.route(/\/ja-[^/]*\.js$/, (route) => route.abort());
    await page.goto('./');
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('combobox', { name: 'Language of Linecheck' }).selectOption('日本語');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('status').filter({ hasText: lost })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  });
});

test.describe('in a browser that asks for Arabic', () => {
  test.use({ locale: 'ar' });

  test('what is not Arabic keeps its own order in an interface from right to left', async ({ page }) => {
    await page.goto('./');
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(page.getByText('A short news report of the White House')).toHaveCSS('direction', 'ltr');

    await page.goto('./#/samples/white-house-briefing');
    await expect(page.locator('header').getByText('Psaki defends')).toHaveCSS('direction', 'ltr');
    await expect(page.getByText('T−', { exact: true }).first()).toHaveCSS('direction', 'ltr');
    await expect(page.getByRole('button', { name: 'تالية لم تُمس' }).locator('kbd')).toHaveCSS(
      'direction',
      'ltr',
    );
  });

  test('an empty field is of the interface, and what is typed goes its own way', async ({ page }) => {
    await page.goto('./#/new');
    const text = page.getByRole('textbox', { name: 'نص المقال' });
    await expect(text).toHaveCSS('direction', 'rtl');
    await text.fill('The mayor said so.');
    await expect(text).toHaveCSS('direction', 'ltr');
  });
});

test('another language holds at once, keeps what is typed, and is still spoken after a reload', async ({
  page,
}) => {
  await openSample(page);
  await page.locator('[data-sentence="2"]').click();
  await page.keyboard.press('5');
  await page.getByRole('textbox', { name: 'Your name' }).fill('Ana');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.keyboard.press('Enter');
  const source = page.getByRole('combobox', { name: 'Add source' });
  await source.fill('Names of the');

  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('combobox', { name: 'Language of Linecheck' }).selectOption('Deutsch');
  await expect(page.getByRole('heading', { name: 'Einstellungen' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('combobox', { name: 'Quelle hinzufügen' })).toHaveValue('Names of the');
  await expect(page.getByRole('button', { name: 'Rückgängig', exact: false }).first()).toBeVisible();

  await page.reload();
  await expect(page.getByRole('button', { name: 'Einstellungen' })).toBeVisible();
  await page.getByRole('button', { name: 'Einstellungen' }).click();
  await page.getByRole('combobox', { name: 'Sprache von Linecheck' }).selectOption('English');
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

/** The list and the article, by their left edges. */
async function orderOf(
  page: Page,
  names: readonly [list: string, article: string],
): Promise<readonly string[]> {
  const [list, article] = names;
  const edges = await Promise.all([
    page.getByRole('region', { name: list }).boundingBox(),
    page.getByRole('article').boundingBox(),
  ]);
  return [list, article].toSorted(
    (a, b) => (edges[names.indexOf(a)]?.x ?? 0) - (edges[names.indexOf(b)]?.x ?? 0),
  );
}

test.describe('in a browser that asks for Arabic', () => {
  test.use({ locale: 'ar' });

  test('the desk is mirrored, and an English article in it runs from left to right', async ({ page }) => {
    await page.goto('./#/samples/white-house-briefing');
    await expect(page.getByRole('region', { name: 'التعليقات' })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(page.getByRole('article')).toHaveCSS('direction', 'ltr');
    expect(await orderOf(page, ['التعليقات', 'article'])).toEqual(['article', 'التعليقات']);

    await page.locator('[data-sentence="0"]').click();
    await page.keyboard.press('j');
    await page.keyboard.press('2');
    await page.getByRole('dialog').getByRole('textbox').fill('Ana');
    await page.keyboard.press('Enter');
    const row = page.locator('[data-annotation][data-verdict]');
    await expect(row).toContainText('صحيح غالبًا');
    await expect(row.getByText('T−')).toHaveCSS('direction', 'ltr');
    await expect(page.getByText('محفوظ', { exact: true })).toBeVisible();
  });
});

test('an Arabic article in an English interface runs from right to left, and the desk does not', async ({
  page,
}) => {
  await openSample(page, 'oasis-date-harvest');
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
  await expect(page.getByRole('article')).toHaveCSS('direction', 'rtl');
  await expect(page.getByRole('region', { name: 'Annotations' })).toBeVisible();
  expect(await orderOf(page, ['Annotations', 'article'])).toEqual(['Annotations', 'article']);
});
