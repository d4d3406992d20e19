import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessibility.ts';
import { holdBack } from './support/hold-back.ts';
import { openSample } from './support/open.ts';
import { expect, test } from './support/test.ts';

async function choose(page: Page, group: string, choice: string) {
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings
    .getByRole('group', { name: group })
    .getByRole('radio', { name: choice, exact: true })
    .check();
}

function backgroundOf(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
}

test('theme, size and typeface of the article hold at once and after a reload, and nothing flashes before the app has come', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await openSample(page);
  const article = page.getByRole('article');
  const read = () =>
    article.evaluate((element) => {
      const { fontSize, fontFamily, wordSpacing } = getComputedStyle(element);
      return { size: Number.parseFloat(fontSize), family: fontFamily, spacing: wordSpacing };
    });
  const usual = await read();
  const light = await backgroundOf(page);
  await page.getByRole('button', { name: 'Settings' }).click();
  await choose(page, 'Appearance', 'Dark');
  await choose(page, 'Text size of the article', 'Largest');
  await choose(page, 'Typeface of the article', 'Sans, spaced out');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  const set = await read();
  expect(set.size).toBeGreaterThan(usual.size * 1.3);
  expect(set.family).not.toBe(usual.family);
  expect(set.spacing).not.toBe(usual.spacing);
  const dark = await backgroundOf(page);
  expect(dark).not.toBe(light);

  // The app itself is held back: what is painted until then is dark already.
  const release = await holdBack(page, /\/assets\/.*\.js/);
  await page.reload({ waitUntil: 'commit' });
  await expect(page.locator('#root')).toBeAttached();
  await expect.poll(() => backgroundOf(page)).toBe(dark);
  await expect(page.locator('#root')).toBeEmpty();
  await release();
  await expect(article).toBeVisible();
  expect(await read()).toEqual(set);
});
