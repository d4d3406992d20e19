import type { Locator, Page } from '@playwright/test';
import { LibraryPage } from './pages/library-page.ts';
import { expectAccessible } from './support/accessibility.ts';
import { tabTo } from './support/keyboard.ts';
import { planFile } from './support/fact-check-file.ts';
import { openPlanned, payload } from './support/open.ts';
import { expect, test } from './support/test.ts';

const PLAN = {
  paragraphs: [
    ['The ferry left at noon.', 'It carried 40 people and 3 dogs.', 'Nobody knew why it turned.'],
    ['The owner says that it never did.', 'A report is due in May.'],
  ],
  reviewers: ['Ana', 'Ben'],
  sources: { log: { title: 'The log of the ferry' }, post: { title: 'A post by a passenger' } },
  // Not in the order of the text.
  annotations: [
    { quote: 'A report is due in May.', isNotCheckable: true },
    {
      quote: '3 dogs',
      rating: 'false',
      by: 'Ben',
      conclusion: 'There were four.',
      cites: { post: 'refutes' },
    },
    { quote: 'The ferry left at noon.', rating: 'true', cites: { log: 'supports' } },
    { quote: '40 people', rating: 'false', status: 'approved', tags: ['Numbers'] },
    { quote: 'never did', status: 'researching', cites: { log: 'context', post: 'context' } },
  ],
} as const;

const IN_ORDER = ['The ferry left at noon.', '40 people', '3 dogs', 'never did', 'A report is due in May.'];

function list(page: Page): Locator {
  return page.getByRole('region', { name: 'Annotations' });
}

/** The words that stand out in the article as found, in its order. */
function foundInArticle(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found = CSS.highlights.get('found');
    return Array.from(found ?? [], ({ startContainer, startOffset, endOffset }) =>
      (startContainer.nodeValue ?? '').slice(startOffset, endOffset),
    );
  });
}

async function expectListed(page: Page, quotes: readonly string[]): Promise<void> {
  await expect(list(page).locator('q')).toHaveText([...quotes]);
  const all = IN_ORDER.length;
  await expect(list(page).getByRole('status')).toHaveText(
    quotes.length === all ? `${all} annotations` : `${quotes.length} of ${all}`,
  );
}

test('an empty list says how to begin', async ({ page }) => {
  await openPlanned(page, { paragraphs: PLAN.paragraphs });
  await expect(list(page)).toContainText('Nothing annotated yet');
  await expect(list(page)).toContainText('press a digit');
});

test('annotations stand in the order of the text, each with its verdict, conclusion and sources', async ({
  page,
}) => {
  const desk = await openPlanned(page, PLAN);
  await expectListed(page, IN_ORDER);
  expect(await desk.annotations()).toEqual([
    { quote: 'The ferry left at noon.', verdict: 'True', anchor: 'exact', sources: 1 },
    { quote: '40 people', verdict: 'False', anchor: 'exact', sources: 0 },
    { quote: '3 dogs', verdict: 'False', anchor: 'exact', sources: 1 },
    { quote: 'never did', verdict: null, anchor: 'exact', sources: 2 },
    { quote: 'A report is due in May.', verdict: null, anchor: 'exact', sources: 0 },
  ]);
  const rows = list(page).getByRole('listitem');
  await expect(rows.nth(2)).toContainText('There were four.');
  await expect(rows.nth(3)).toContainText('Researching');
  await expect(rows.nth(3)).toContainText('2 sources');
  await expect(rows.nth(4)).toContainText('Not checkable');
});

test('the list is filtered by verdict, status, reviewer and missing source, alone and together', async ({
  page,
}) => {
  await openPlanned(page, PLAN);
  const filters = list(page);
  await filters.getByRole('button', { name: 'Filters' }).click();
  const [verdict, status, reviewer] = ['Verdict', 'Status', 'Reviewer'].map((label) =>
    filters.getByLabel(label),
  );

  await verdict?.selectOption('False');
  await expectListed(page, ['40 people', '3 dogs']);
  await reviewer?.selectOption('Ben');
  await expectListed(page, ['3 dogs']);
  await filters.getByRole('button', { name: 'Clear filters' }).click();
  await expectListed(page, IN_ORDER);

  await status?.selectOption('Approved');
  await expectListed(page, ['40 people']);
  await status?.selectOption('Any status');
  await filters.getByLabel('With', { exact: true }).selectOption('No source');
  await expectListed(page, ['40 people']);
  await filters.getByLabel('With', { exact: true }).selectOption('Anything');
  await verdict?.selectOption('No verdict');
  await expectListed(page, ['never did']);
  await verdict?.selectOption('Not checkable');
  await expectListed(page, ['A report is due in May.']);
  await reviewer?.selectOption('Ben');
  await expect(filters).toContainText('No annotation fits these filters');
  await filters.getByRole('button', { name: 'Clear filters' }).last().click();
  await expectListed(page, IN_ORDER);
});

test('searching looks into quotes, conclusions, tags and titles of sources', async ({ page }) => {
  await openPlanned(page, PLAN);
  for (const [words, quotes] of [
    ['ferry', ['The ferry left at noon.', 'never did']],
    ['FOUR', ['3 dogs']],
    ['numbers', ['40 people']],
    ['log noon', ['The ferry left at noon.']],
  ] as const) {
    await list(page).getByLabel('Search annotations').fill(words);
    await expectListed(page, quotes);
  }
  await list(page).getByLabel('Search annotations').fill('nothing of it');
  await expect(list(page)).toContainText('No annotation fits these filters');
  await list(page).getByRole('button', { name: 'Clear filters' }).first().click();
  await expectListed(page, IN_ORDER);
});

test('a query in the field says the same as the menus, stands in the address and comes back with it', async ({
  page,
}) => {
  const desk = await openPlanned(page, PLAN);
  const search = list(page).getByLabel('Search annotations');
  await search.fill('verdict:false by:ben');
  await expectListed(page, ['3 dogs']);
  await list(page).getByRole('button', { name: 'Filters', exact: true }).click();
  await expect(list(page).getByLabel('Verdict')).toHaveValue('False');
  await expect(list(page).getByLabel('Reviewer')).toHaveValue('Ben');
  await list(page).getByLabel('Reviewer').selectOption('Anybody');
  await expect(search).toHaveValue('verdict:false');
  await expectListed(page, ['40 people', '3 dogs']);
  await list(page).getByLabel('Tag').selectOption('Numbers');
  await expectListed(page, ['40 people']);
  await expect.poll(() => foundInArticle(page)).toEqual(['40 people']);

  // The open annotation has an address of its own; the query stays in it.
  await list(page)
    .getByRole('button', { name: /40 people/ })
    .click();
  await expect(page).toHaveURL(/annotation\/a3\?q=verdict%3Afalse%20tag%3ANumbers$/);
  await page.reload();
  await expectListed(page, ['40 people']);
  await expect(desk.editor.pane.getByRole('blockquote')).toHaveText('40 people');
  await list(page).getByRole('button', { name: 'Clear filters' }).click();
  await expect(page).toHaveURL(/annotation\/a3$/);
  await expectListed(page, IN_ORDER);
  await expect.poll(() => foundInArticle(page)).toEqual([]);

  await page.goto('./#/check/planned?q=has%3Anosource');
  await expectListed(page, ['40 people']);
});

test('what is typed is suggested to go on, and an empty list says which value nothing here has', async ({
  page,
}) => {
  await openPlanned(page, PLAN);
  const search = list(page).getByLabel('Search annotations');
  const suggested = list(page).getByRole('listbox', { name: 'Suggestions' }).getByRole('option');
  await search.fill('ferry ver');
  await expect(suggested).toHaveText([/^verdict:/]);
  await expectAccessible(page);

  // By keyboard: the key, then one of its values; the text that stands before stays.
  await page.keyboard.press('ArrowDown');
  await expect(suggested.and(page.locator('[aria-selected="true"]'))).toHaveText(/^verdict:/);
  await page.keyboard.press('Enter');
  await expect(search).toHaveValue('ferry verdict:');
  await page.keyboard.type('fal');
  await expect(suggested.first()).toHaveText(/^verdict:False/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(search).toHaveValue('ferry verdict:False');
  await expect(suggested).toHaveCount(0);

  // By mouse, and put away by Escape, which leaves the text alone.
  await search.fill('');
  await search.click();
  await expect(suggested).toHaveCount(6);
  await page.keyboard.press('Escape');
  await expect(suggested).toHaveCount(0);
  await search.click();
  await suggested.filter({ hasText: 'has:' }).click();
  await expect(search).toHaveValue('has:');
  await expect(search).toBeFocused();
  await search.fill('verdict:mostly');
  await expect(suggested).toHaveCount(2);
  await search.fill('by:cy');
  await expect(list(page)).toContainText('Nobody here is called “cy”.');
  await expectAccessible(page);
});

test('by mouse: an annotation opens from the list, and its words are marked as the open ones', async ({
  page,
}) => {
  const desk = await openPlanned(page, PLAN);
  await list(page)
    .getByRole('button', { name: /never did/ })
    .click();
  await expect(desk.editor.pane.getByRole('blockquote')).toHaveText('never did');
  await expect(desk.article.locator('mark[data-current]')).toHaveText('never did');
  await expect(desk.cursor).toHaveText('The owner says that it never did.');
});

test('by keyboard alone: search, go through the rows, open one and come back to its sentence', async ({
  page,
}) => {
  const { keyboard } = page;
  const desk = await openPlanned(page, PLAN);
  await tabTo(list(page).getByLabel('Search annotations'));
  await keyboard.type('e');
  const rows = list(page).getByRole('listitem').getByRole('button');
  await tabTo(rows.first());
  await keyboard.press('End');
  await expect(rows.last()).toBeFocused();
  await keyboard.press('ArrowUp');
  await keyboard.press('ArrowUp');
  await keyboard.press('Enter');
  await expect(desk.editor.pane).toBeFocused();
  await expect(desk.editor.pane.getByRole('blockquote')).toHaveText('3 dogs');
  await keyboard.press('Escape');
  await expect(desk.sentence(1)).toBeFocused();
});

test('of three hundred annotations those in view are drawn, and keys, filters and links reach all', async ({
  page,
}) => {
  const sentences = Array.from({ length: 300 }, (_, i) => `On day ${i + 1} the ferry carried nobody.`);
  await openPlanned(page, {
    paragraphs: sentences.map((sentence) => [sentence]),
    annotations: sentences.map((quote) => ({ quote, rating: 'true' })),
  });
  const rows = list(page).getByRole('listitem');
  await expect(list(page).getByRole('status')).toHaveText('300 annotations');
  await expect(rows.first()).toContainText('On day 1 the');
  expect(await rows.count()).toBeLessThan(60);

  await rows.first().getByRole('button').focus();
  await page.keyboard.press('End');
  const last = rows.filter({ hasText: 'On day 300 the' });
  await expect(last.getByRole('button')).toBeFocused();
  await expect(last).toBeInViewport();
  await expect(last).toHaveAttribute('aria-posinset', '300');
  await page.keyboard.press('ArrowUp');
  await expect(rows.filter({ hasText: 'On day 299 the' }).getByRole('button')).toBeFocused();
  await page.keyboard.press('Home');
  await expect(rows.filter({ hasText: 'On day 1 the' }).getByRole('button')).toBeFocused();
  expect(await rows.count()).toBeLessThan(60);

  // What is opened elsewhere comes into view in the list.
  await page.goto('./#/check/planned/annotation/a200');
  const opened = list(page).locator('[aria-current="true"]');
  await expect(opened).toBeInViewport();
  await expect(page.locator('mark[data-current]')).toBeInViewport();
  await list(page).getByLabel('Search annotations').fill('day 250');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('On day 250 the');
});

test('when a list gets so long that only a part is drawn, and short again, the row keeps the focus', async ({
  page,
}) => {
  const sentences = Array.from({ length: 201 }, (_, i) => `On day ${i + 1} the ferry carried nobody.`);
  const desk = await openPlanned(page, {
    paragraphs: sentences.map((sentence) => [sentence]),
    annotations: sentences.slice(2).map((quote) => ({ quote, rating: 'true' })),
  });
  const row = list(page).getByRole('listitem').filter({ hasText: 'On day 150 the' }).getByRole('button');
  await page.keyboard.press('1');
  await desk.answerReviewerDialog();
  await expect(list(page).getByRole('status')).toHaveText('200 annotations');
  await page.keyboard.press('j');
  await row.focus();
  await page.keyboard.press('1');
  await expect(list(page).getByRole('status')).toHaveText('201 annotations');
  await expect(list(page).getByRole('listitem').first()).toHaveAttribute('aria-setsize', '201');
  await expect(row).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(list(page).getByRole('status')).toHaveText('200 annotations');
  await expect(row).toBeFocused();
});

test('below a long tray of annotations without a place the list shows the right rows', async ({ page }) => {
  const library = new LibraryPage(page);
  const sentences = Array.from({ length: 250 }, (_, i) => `On day ${i + 1} the ferry carried nobody.`);
  const file = planFile({
    paragraphs: sentences.map((sentence) => [sentence]),
    annotations: [...sentences, ...sentences.slice(0, 30)].map((quote) => ({ quote, rating: 'true' })),
  });
  for (const annotation of file.factCheck.annotations.slice(250))
    annotation['targets'] = [
      {
        quote: { exact: 'Snow fell in the hills', prefix: '', suffix: ' all night' },
        position: { start: 0, end: 22 },
      },
    ];
  await library.goto();
  await library.chooseFile(payload('planned.linecheck.json', JSON.stringify(file)));
  await page.getByRole('dialog').getByRole('button', { name: 'Continue' }).click();
  const placed = list(page).getByRole('list', { name: 'In text order' }).getByRole('listitem');
  const tray = list(page).getByRole('region', { name: 'Needs a place' });
  await expect(tray.getByRole('listitem')).toHaveCount(30);
  await placed.first().getByRole('button').first().focus();
  for (const [key, day] of [
    ['End', 250],
    ['Home', 1],
  ] as const) {
    await page.keyboard.press(key);
    const row = placed.filter({ hasText: `On day ${day} the` });
    await expect(row.getByRole('button')).toBeFocused();
    await expect(row).toBeInViewport({ ratio: 0.95 });
  }
});
