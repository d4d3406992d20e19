import { DeskPage } from './pages/desk-page.ts';
import { expectAccessible } from './support/accessibility.ts';
import { holdBack } from './support/hold-back.ts';
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
    // The digests are that of the script which sets the theme before the first paint, and that of the style sheet of a
    // report, whose preview inherits this policy.
    /^default-src 'none'; script-src 'self' 'sha256-[\w+/]+=*'; style-src 'self' 'sha256-[\w+/]+=*'; frame-src blob:; /,
  );
});

test('the name that is asked for before its question has come is not lost when the page is drawn anew', async ({
  page,
}) => {
  const letCome = await holdBack(page, /ReviewerDialog/);
  await page.goto('./#/samples/white-house-briefing');
  const desk = new DeskPage(page);
  await expect(desk.sentence(0)).toBeVisible();
  await page.keyboard.press('5');
  await letCome();
  const name = page.getByRole('dialog', { name: 'Who is checking?' }).getByLabel('Your name');
  await name.fill('Ana');
  await page.setViewportSize({ width: 700, height: 800 });
  await expect(name).toHaveValue('Ana');
  await name.press('Enter');
  await expect.poll(() => desk.coverage()).toMatchObject({ checked: 1 });
});
