import { LibraryPage } from './pages/library-page.ts';
import { expectAccessible } from './support/accessibility.ts';
import { planFile } from './support/fact-check-file.ts';
import { openPlanned, payload } from './support/open.ts';
import { expect, test } from './support/test.ts';

const PLAN = {
  paragraphs: [
    ['The ferry left at noon.', 'It carried 40 people and 3 dogs.'],
    ['The owner says that it never did.', 'A report is due in May.'],
  ],
  reviewers: ['Ana'],
  sources: { log: { title: 'The log of the ferry' }, post: { title: 'A post by a passenger' } },
  annotations: [
    { quote: 'The ferry left at noon.', rating: 'true', cites: { log: 'supports', post: 'supports' } },
    { quote: '40 people', rating: 'false', cites: { log: 'refutes' } },
    { quote: '3 dogs', rating: 'false' },
    { quote: 'A report is due in May.', isNotCheckable: true },
  ],
} as const;

test('the overview shows paragraphs, verdicts and sources in figures, and leads to what they are about', async ({
  page,
}) => {
  const desk = await openPlanned(page, PLAN);
  const button = page.getByRole('button', { name: 'Overview' });
  await button.click();
  const dialog = page.getByRole('dialog', { name: 'Overview' });
  const row = (name: RegExp) => dialog.getByRole('row', { name });
  await expect(row(/True/)).toContainText('1');
  await expect(row(/False/)).toContainText('2');
  await expect(row(/Not checkable/)).toContainText('1');
  await expect(row(/Supports/)).toContainText('2');
  await expect(row(/Mixed/)).toContainText('0');
  await expect(row(/The ferry left/)).toContainText('2 of 2 done');
  await expect(row(/The owner says/)).toContainText('1 of 2 done, 1 untouched');
  await expectAccessible(page);

  await dialog.getByRole('button', { name: /The owner says/ }).click();
  await expect(dialog).toBeHidden();
  await expect(desk.sentence(2)).toBeFocused();

  await button.click();
  await dialog.getByRole('button', { name: 'False' }).click();
  await expect(page.getByLabel('Search annotations')).toHaveValue('verdict:False');
  await expect(desk.list.getByRole('status')).toHaveText('2 of 4');

  await button.click();
  await dialog.getByRole('button', { name: 'Refutes' }).click();
  await expect(page.getByLabel('Search annotations')).toHaveValue('has:refutes');
  await expect(desk.list.getByRole('status')).toHaveText('1 of 4');
});

for (const locale of ['en-GB', 'ar-EG'])
  test.describe(locale, () => {
    test.use({ locale });
    test('a click on the bar of the coverage goes to the sentence that is drawn there', async ({ page }) => {
      await page.goto('./#/samples/white-house-briefing');
      const sentences = page.locator('[data-sentence]');
      await expect(sentences.first()).toBeVisible();
      const all = await sentences.count();
      const bar = page.locator('section:has(> [data-checked]) > [aria-hidden]');
      const box = await bar.boundingBox();
      // What leads from the bar comes after the article.
      await expect(page.locator('section:has(> [data-checked])').getByRole('button')).toHaveCount(2);
      if (!box) throw new Error('The coverage is not in view.');
      const share = (Math.floor(all / 4) + 0.5) / all;
      const x = box.width * (locale === 'ar-EG' ? 1 - share : share);
      await bar.click({ position: { x, y: box.height / 2 } });
      await expect(page.locator(`[data-sentence="${Math.floor(all / 4)}"]`)).toBeFocused();
      await expect(page.locator(':focus')).toBeInViewport();
    });
  });

test('by keyboard: the overview gives the focus back, and a fact check without annotations says so', async ({
  page,
}) => {
  await openPlanned(page, { paragraphs: PLAN.paragraphs });
  const button = page.getByRole('button', { name: 'Overview' });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toContainText('Nothing is annotated yet.');
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
});

test('what is left to do is counted, and each item leads to its place', async ({ page }) => {
  const desk = await openPlanned(page, PLAN);
  const button = page.getByRole('button', { name: 'Overview' });
  const left = page.getByRole('dialog').getByRole('region', { name: 'Left to do' });
  await button.click();
  await expect(left.locator('summary')).toHaveText([
    '1 verdict without a source',
    '3 quoted passages missing',
    '1 sentence untouched',
  ]);
  await left.getByText('1 verdict without a source').click();
  await expectAccessible(page);
  await left.getByRole('button', { name: '3 dogs' }).click();
  await expect(desk.editor.pane.getByRole('blockquote')).toHaveText('3 dogs');
  await expect(desk.editor.pane).toBeFocused();
  await page.keyboard.press('5');
  await desk.answerReviewerDialog();
  await desk.editor.cite({ title: 'The log of the ferry', stance: 'refutes' });
  await desk.editor.close();

  await button.focus();
  await page.keyboard.press('Enter');
  await expect(left.locator('summary').first()).toHaveText('4 quoted passages missing');
  await left.getByText('1 sentence untouched').press('Enter');
  await left.getByRole('button', { name: 'The owner says that it never did.' }).press('Enter');
  await expect(desk.sentence(2)).toBeFocused();
});

test('each quoted passage and each accessed date that is missing leads to its very field', async ({
  page,
}) => {
  const file = planFile({
    ...PLAN,
    annotations: [{ ...PLAN.annotations[0], cites: { log: 'supports', post: 'supports', map: 'refutes' } }],
    sources: { ...PLAN.sources, map: { title: 'A map of the lake' } },
  });
  for (const source of file.factCheck.sources) source['accessedAt'] = null;
  const library = new LibraryPage(page);
  await library.goto();
  const desk = await library.openFile(payload('left.linecheck.json', JSON.stringify(file)));
  const button = page.getByRole('button', { name: 'Overview' });
  const left = page.getByRole('dialog').getByRole('region', { name: 'Left to do' });
  const cited = (name: string) => desk.editor.pane.getByRole('group', { name, exact: true });
  async function follow(kind: string, name: RegExp): Promise<void> {
    await button.click();
    await left.getByText(kind).click();
    await left.getByRole('button', { name }).click();
  }
  await follow('3 quoted passages missing', /noon.*A map of the lake/);
  const quote = cited('A map of the lake').getByLabel('Quoted words');
  await expect(quote).toBeFocused();
  await expect(quote).toBeInViewport({ ratio: 1 });

  // The annotation is open by now, and the fields of the source are folded.
  await follow('3 sources without an accessed date', /A post by a passenger/);
  const accessed = cited('A post by a passenger').getByLabel('Accessed');
  await expect(accessed).toBeFocused();
  await expect(accessed).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Escape');
  await expect(desk.editor.pane).toBeHidden();
  await follow('3 sources without an accessed date', /The log of the ferry/);
  await expect(cited('The log of the ferry').getByLabel('Accessed')).toBeFocused();
  // Whoever opens it in another way is led to no field.
  await desk.editor.close();
  await desk.openAnnotation(0);
  await expect(desk.editor.pane).toBeFocused();
});

test('the paragraphs of a book are shown so many at a time, and each can be gone to', async ({ page }) => {
  const paragraphs = Array.from({ length: 130 }, (_, i) => [`Paragraph ${i} says so.`]);
  const desk = await openPlanned(page, { paragraphs });
  await page.getByRole('button', { name: 'Overview' }).click();
  const rows = page.getByRole('dialog').getByRole('button', { name: /^Paragraph/ });
  await expect(rows).toHaveCount(100);
  await page.getByRole('button', { name: '30 more' }).press('Enter');
  await expect(rows).toHaveCount(130);
  await expect(rows.nth(100)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(desk.sentence(100)).toBeFocused();
});
