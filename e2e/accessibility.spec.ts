import type { Page } from '@playwright/test';
import { LibraryPage } from './pages/library-page.ts';
import { expectAccessibleInEach } from './support/accessibility.ts';
import { openPlanned, openSample } from './support/open.ts';
import { expect, test } from './support/test.ts';

const WORDS = [
  'One is.',
  'Two is.',
  'Three is.',
  'Four is.',
  'Five is.',
  'Six is.',
  'Seven is.',
  'Eight is.',
  'Nine is.',
];

/** A mark of every rating, an open one, one that is not checkable, and some over one another. */
const EVERY_MARK = {
  paragraphs: [WORDS, ['It left 13 dead: 12 Marines and 1 chaplain.', 'Nobody has looked at this.']],
  reviewers: ['Ana', 'Ben'],
  sources: {
    log: { title: 'The log', url: 'https://example.org/log' },
    copy: { title: 'The log (copy)', url: 'https://example.org/log/' },
  },
  annotations: [
    ...(['true', 'mostly-true', 'half-true', 'mostly-false', 'false', 'misleading', 'unproven'] as const).map(
      (rating, i) =>
        ({ quote: WORDS[i] ?? '', rating, cites: { log: 'supports' }, conclusion: 'It says so.' }) as const,
    ),
    { quote: 'Eight is.', tags: ['numbers'], status: 'researching', cites: { copy: 'refutes' } },
    { quote: 'Nine is.', isNotCheckable: true },
    { quote: '13 dead: 12 Marines', rating: 'false', by: 'Ben', conclusion: 'Eleven.' },
    { quote: '12 Marines and 1 chaplain', rating: 'misleading' },
    { quote: '1 chaplain' },
  ],
} as const;

for (const size of ['', ' @phone']) {
  test(`the desk has no violation: empty, marked, with everything unfolded${size}`, async ({ page }) => {
    const empty = await openSample(page);
    await expect(empty.article).toBeVisible();
    await expectAccessibleInEach(page);
    await empty.leave();

    const desk = await openPlanned(page, EVERY_MARK);
    await expect(desk.article.locator('mark').first()).toBeVisible();
    await page.keyboard.press('j');
    await expectAccessibleInEach(page);

    await desk.openAnnotation(0);
    const { pane } = desk.editor;
    await pane.getByRole('button', { name: 'Edit source' }).click();
    await desk.editor.field('Add source').fill('log');
    await expect(pane.getByRole('listbox')).toBeVisible();
    await expectAccessibleInEach(page);
    await desk.editor.field('Add source').press('Escape');
    await desk.editor.close();

    await desk.openAnnotation(8);
    await expectAccessibleInEach(page);
    await desk.editor.close();
    await desk.openAnnotation(9);
    await expect(pane.getByRole('heading', { name: 'Annotation 10 of 12' })).toBeVisible();
    await expectAccessibleInEach(page);
    await desk.editor.close();
  });

  test(`what says that something is not there has no violation${size}`, async ({ page }) => {
    for (const address of ['./#/check/unknown', './#/samples/unknown', './#/nowhere']) {
      await page.goto(address);
      await expect(page.getByRole('alert')).toBeVisible();
      await expectAccessibleInEach(page);
    }
  });
}

test('the samples in other scripts have no violation', async ({ page }) => {
  for (const sample of ['oasis-date-harvest', 'station-restoration', 'broad-street-pump']) {
    await openSample(page, sample);
    await page.keyboard.press('j');
    await expectAccessibleInEach(page);
  }
});

test('a screen reader is told the landmarks, the article’s headings, and what each mark says', async ({
  page,
}) => {
  const library = new LibraryPage(page);
  await library.goto();
  const desk = await library.pasteArticle({ html: '<h1>Water</h1><p>It is wet. It flows.</p>' });
  await desk.annotate({ text: 'wet' }, { verdict: 'True', sources: [{ title: 'A book' }] });
  await desk.annotate({ sentence: 2 }, { notCheckable: true });
  await expect(desk.article).toHaveAccessibleName('Water');
  await expect(desk.article.getByRole('heading', { level: 1, name: 'Water' })).toBeVisible();
  await expect(desk.article.getByRole('button', { name: 'True, 1 source' })).toBeVisible();
  await expect(desk.article.getByRole('button', { name: 'Not checkable, no source' })).toBeVisible();
  const toolbar = page.getByRole('toolbar', { name: 'Verdict on: Sentence 3' });
  await expect(toolbar.getByRole('button').last()).toHaveAccessibleName('Correct the sentence');
  await expect(toolbar.getByRole('button')).toHaveText([
    /True/,
    /Mostly true/,
    /Half true/,
    /Mostly false/,
    /False/,
    /Misleading/,
    /Unproven/,
    /Not checkable/,
    /Annotate/,
    '',
  ]);
  await expect(page.getByRole('banner')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Coverage' })).toContainText(
    '1 checked · 0 open · 1 not checkable',
  );
  await expect(page.getByRole('complementary', { name: 'Editor' })).toBeVisible();
  await desk.editor.close();
  await expect(page.getByRole('complementary', { name: 'Overview' })).toBeVisible();
  await expect(page.getByRole('status', { name: 'Saving' })).toHaveText('Saved');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('status').filter({ hasText: 'Undone: Mark as not checkable' })).toBeAttached();
  await expect(desk.article.getByRole('button')).toHaveCount(1);
});

test('a list of all buttons tells them apart: each says which source, annotation or version it is for', async ({
  page,
}) => {
  const desk = await openPlanned(page, {
    ...EVERY_MARK,
    annotations: [{ quote: 'One is.', rating: 'true', cites: { log: 'supports', copy: 'refutes' } }],
  });
  await desk.openAnnotation(0);
  expect(await repeatedButtons(page)).toEqual([]);
  await desk.editor.close();
  await desk.showPanel('Sources');
  expect(await repeatedButtons(page)).toEqual([]);

  await desk.showPanel('Annotations');
  await desk.annotate({ text: 'Two is.' }, { verdict: 'False' });
  const drafts = await desk.loadNewDraft({ text: 'One was. Two was. Three is.' });
  await expect(drafts.page.getByRole('button', { name: 'Detach' })).toHaveCount(2);
  expect(await repeatedButtons(page)).toEqual([]);
});

/** The names that more than one button on the page has, but for the marks in the article, which stand in their sentences. */
async function repeatedButtons(page: Page): Promise<readonly string[]> {
  const tree = await page.locator('body').ariaSnapshot();
  const names = [...tree.matchAll(/^ *- '?button "(.+?)"/gm)].map(([, name = '']) => name);
  expect(names.length).toBeGreaterThan(5);
  return names.filter((name, i) => names.indexOf(name) !== i && !/no source$|\d sources?$/.test(name));
}
