import { expectAccessible } from './support/accessibility.ts';
import { expect, test } from './support/test.ts';

for (const screen of ['', ' @phone']) {
  test(`the library opens without a complaint${screen}`, async ({ page }) => {
    await page.goto('./');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page);
  });

  test(`the address of a sample opens its article${screen}`, async ({ page }) => {
    await page.goto('./#/samples/white-house-briefing');
    await expect(page.getByRole('heading', { level: 1, name: /Psaki defends dealing/ })).toBeVisible();
    await expectAccessible(page);
  });
}

test('the built page carries a strict Content-Security-Policy before anything else', async ({ page }) => {
  await page.goto('./');
  const first = page.locator('head > :first-child');
  await expect(first).toHaveAttribute('http-equiv', 'Content-Security-Policy');
  await expect(first).toHaveAttribute(
    'content',
    // The digest is that of the style sheet of a report, whose preview inherits this policy.
    /^default-src 'none'; script-src 'self'; style-src 'self' 'sha256-[\w+/]+=*'; frame-src blob:; /,
  );
});
