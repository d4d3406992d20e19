import type { Page } from '@playwright/test';
import { LibraryPage } from './pages/library-page.ts';
import type { DeskPage } from './pages/desk-page.ts';
import { findCutWords } from './support/cut-words.ts';
import { planFile } from './support/fact-check-file.ts';
import { openPlanned, payload } from './support/open.ts';
import { expect, test } from './support/test.ts';

const PLAN = {
  paragraphs: [['The ferry left at noon.', 'It carried 40 people.']],
  annotations: [{ quote: '40 people', rating: 'false' }],
} as const;

/** A wide window, the width at which the editor lies over the list, and a phone. */
const WIDTHS = [1280, 1024, 390, 320] as const;

test('every word of every built-in scale fits its button', async ({ page }) => {
  const desk = await openPlanned(page, PLAN);
  await page.getByRole('button', { name: 'Settings' }).click();
  const scale = page.getByLabel('Rating scale of this fact check');
  const builtIn = await scale.locator('option').allTextContents();
  expect(builtIn.length).toBeGreaterThanOrEqual(4);
  await page.keyboard.press('Escape');
  for (const label of builtIn) {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByRole('button', { name: 'Settings' }).click();
    await scale.selectOption({ label });
    await page.keyboard.press('Escape');
    await expectAllFits(page, desk, label);
  }
});

test('the long words of a scale of one’s own fit their buttons', async ({ page }) => {
  const file = planFile(PLAN);
  const [scale] = file.factCheck.ratingScales;
  const ratings = scale?.['ratings'] as { label: string }[];
  for (const [i, rating] of ratings.entries())
    if (i < 2) rating.label = 'Verkehrsinfrastrukturfinanzierungsbericht'.slice(i);
  const library = new LibraryPage(page);
  await library.goto();
  const desk = await library.openFile(payload('long.linecheck.json', JSON.stringify(file)));
  await expectAllFits(page, desk, 'long words');
});

for (const locale of ['en-GB', 'de-DE', 'fr-FR'])
  test.describe(locale, () => {
    test.use({ locale });
    test('at 400 % the verdicts are marks, and no word of them is cut or broken', async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 256 });
      await page.goto('./#/samples/white-house-briefing');
      const bar = page.getByRole('toolbar');
      await expect(bar.getByRole('button')).toHaveCount(10);
      expect(await findCutWords(bar)).toEqual({ cut: [], broken: [] });
      for (const button of await bar.getByRole('button').all())
        await expect(button).toHaveAccessibleName(/\p{L}{3}/u);
    });
  });

for (const locale of ['en-GB', 'de-DE', 'ja-JP'])
  test.describe(locale, () => {
    test.use({ locale });
    test('what stands in an empty field of a source is read whole', async ({ page }) => {
      await page.goto('./');
      const file = planFile({
        ...PLAN,
        sources: { log: { title: 'The log' } },
        annotations: [{ ...PLAN.annotations[0], cites: { log: 'refutes' } }],
      });
      await page
        .locator('input[type=file]')
        .first()
        .setInputFiles(payload('planned.linecheck.json', JSON.stringify(file)));
      await page.locator('[data-sentence]').first().waitFor();
      await page.goto('./#/check/planned/annotation/a0');
      const fields = page.locator('[data-evidence] input[placeholder]');
      await expect(fields).toHaveCount(1);
      const placeholder = (await fields.getAttribute('placeholder')) ?? '';
      await fields.fill(placeholder);
      const [shown, whole] = await fields.evaluate((field) => [field.clientWidth, field.scrollWidth]);
      expect(whole).toBeLessThanOrEqual(shown ?? 0);
    });
  });

/** In the bar at the foot of the article, and in the editor. */
async function expectAllFits(page: Page, desk: DeskPage, state: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    const bar = page.getByRole('toolbar');
    await expect(bar.getByRole('button', { name: 'Annotate' })).toBeVisible();
    expect.soft((await findCutWords(bar)).cut, `${state}, bar, ${width}`).toEqual([]);
  }
  await desk.openAnnotation(0);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    const choices = desk.editor.pane.getByRole('group', { name: 'Verdict' });
    await expect(choices).toBeVisible();
    expect.soft((await findCutWords(choices)).cut, `${state}, editor, ${width}`).toEqual([]);
  }
  await desk.editor.close();
}
