import type { Locator, Page } from '@playwright/test';
import { openPlanned } from './support/open.ts';
import { expectTargets, FINGER } from './support/targets.ts';
import { expect, test } from './support/test.ts';
import { dragFinger, holdWords } from './support/touch.ts';

const WIDTH = 390;

async function expectNothingWider(page: Page): Promise<void> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, `width of ${page.url()}`).toBeLessThanOrEqual(WIDTH);
}

test('two claims on one sentence are told apart by tapping @phone', async ({ page }) => {
  const desk = await openPlanned(page, {
    paragraphs: [['It left 13 dead: 12 Marines and 1 chaplain.']],
    annotations: [
      { quote: '13 dead: 12 Marines', rating: 'false' },
      { quote: '12 Marines and 1 chaplain', rating: 'misleading' },
    ],
  });
  await desk.tapText('12 Marines');
  await page
    .getByRole('dialog', { name: 'Which annotation?' })
    .getByRole('button', { name: /and 1 chaplain/ })
    .tap();
  await expect(desk.editor.pane.getByRole('blockquote')).toHaveText('12 Marines and 1 chaplain');
  await desk.editor.pane.getByRole('button', { name: 'Close' }).tap();
  await desk.article.getByRole('button', { name: 'False, no source' }).tap();
  await expect(desk.editor.pane.getByRole('blockquote')).toHaveText('13 dead: 12 Marines');
});

test('everything that can be tapped is as large as a finger, in the library and at the desk @phone', async ({
  page,
}) => {
  await page.goto('./');
  await expect(page.getByRole('link', { name: /13 Americans die in Kabul/ })).toBeVisible();
  await expectTargets(page.locator('body'));
  await page.getByRole('button', { name: 'Paste an article' }).tap();
  await expectNothingWider(page);
  await expectTargets(page.locator('body'));

  const desk = await openPlanned(page, {
    title: 'A title that is much too long to be shown whole at the top of a small screen',
    paragraphs: [
      [
        'It left 13 dead.',
        'Nobody_ever_wrote_a_word_that_was_as_long_as_this_one_is_and_had_no_space_in_it.',
      ],
    ],
    annotations: [{ quote: '13 dead', rating: 'false', cites: { log: 'supports' }, tags: ['x'] }],
    sources: {
      log: {
        title: 'https://example.org/a-very-long-address-that-has-no-space-in-it-and-goes-on-and-on-and-on',
      },
    },
  });
  await expectNothingWider(page);
  await expectTargets(page.locator('body'));
  await expectTargets(page.getByRole('toolbar'));
  const keys = page.getByRole('toolbar').getByRole('button');
  for (const key of await keys.all()) await expect(key).toBeInViewport({ ratio: 1 });
  await expectTargets(page.getByRole('banner'));
  await desk.openAnnotation(0);
  await expectTargets(desk.editor.pane);
  await desk.editor.pane.getByRole('button', { name: 'Edit source' }).tap();
  await expectNothingWider(page);
  await expectTargets(desk.editor.pane);
  await desk.editor.close();
  const panel = page.getByRole('complementary', { name: 'Overview' });
  await desk.showPanel('Annotations');
  await panel.getByRole('button', { name: 'Filters' }).tap();
  await expectTargets(panel);
  await desk.showPanel('Sources');
  await expectNothingWider(page);
  await expectTargets(panel);
});

const LONG = {
  paragraphs: Array.from({ length: 12 }, (_, i) => [
    `On day ${i + 1} the ferry left.`,
    'It carried 40 people.',
  ]),
  annotations: [
    { quote: 'On day 1 the', rating: 'true' },
    { quote: 'On day 7 the', rating: 'true' },
    { quote: 'On day 12 the', rating: 'false' },
  ],
} as const;

test('the sheet lies over no word that it is about, and Back takes it and the panel away @phone', async ({
  page,
}) => {
  const desk = await openPlanned(page, LONG);
  const sheet = page.getByRole('complementary', { name: 'Editor' });
  for (const words of ['On day 12 the', 'On day 1 the', 'On day 7 the']) {
    await desk.tapText(words);
    await expect(desk.editor.pane.getByRole('blockquote')).toHaveText(words);
    await expect.poll(() => isAbove(desk.article.locator('mark[data-current]'), sheet)).toBe(true);
    await page.goBack();
    await expect(desk.editor.pane).toBeHidden();
  }
  await desk.showPanel('Annotations');
  await desk.list.getByRole('button', { name: /On day 12 the/ }).tap();
  await expect(sheet).toBeVisible();
  await expect.poll(() => isAbove(desk.article.locator('mark[data-current]'), sheet)).toBe(true);
  await desk.editor.pane.getByRole('button', { name: 'Previous annotation' }).tap();
  await expect.poll(() => isAbove(desk.article.locator('mark[data-current]'), sheet)).toBe(true);
  await page.goBack();
  await expect(sheet).toBeHidden();
  await expect(desk.article).toBeVisible();
  // What was closed by its own button is not gone back to.
  await desk.tapText('On day 7 the');
  await desk.editor.pane.getByRole('button', { name: 'Close' }).tap();
  await expect(sheet).toBeHidden();
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Your fact checks' })).toBeVisible();
});

test('a finger is told of no key that it lacks, and keys can be looked at and changed all the same @phone', async ({
  page,
}) => {
  const desk = await openPlanned(page, { ...LONG, annotations: [{ quote: 'On day 1 the' }] });
  await desk.tapText('On day 1 the');
  await expect(desk.editor.pane.getByRole('group', { name: 'Verdict' })).toBeVisible();
  await expect(desk.editor.pane.getByText('Press 1–7 or choose.')).toBeHidden();
  await desk.editor.close();
  await page.getByRole('button', { name: 'Settings' }).tap();
  await page.getByRole('button', { name: 'Change keys' }).tap();
  const keys = page.getByRole('dialog', { name: 'Keys on this screen' });
  await expect(keys.getByRole('button', { name: /^Change the key of “Join/ }).getByText('m')).toBeVisible();
});

test('a notice leaves the verdict bar and what it is about in view @phone', async ({ page }) => {
  const desk = await openPlanned(page, LONG);
  await desk.tapText('It carried 40', 1);
  const bar = page.getByRole('toolbar');
  await bar.getByRole('button', { name: 'Correct the sentence' }).tap();
  await page.getByRole('menuitem', { name: /^Join/ }).tap();
  const notice = page.getByRole('status').filter({ hasText: 'can’t be joined' }).last();
  await expect(notice).toBeVisible();
  expect(await isAbove(notice, bar)).toBe(true);
  const title = await page.getByRole('banner').getByText('Planned').boundingBox();
  expect(title?.width).toBeGreaterThan(60);
});

/** Whether one thing ends on the screen before the other begins. */
async function isAbove(one: Locator, other: Locator): Promise<boolean> {
  const [above, below] = [await one.boundingBox(), await other.boundingBox()];
  if (!above || !below) return false;
  return above.y >= 0 && above.y + above.height <= below.y;
}

test('a finger drags the handles of the open annotation, whose knobs are large enough for it @phone', async ({
  page,
}) => {
  const desk = await openPlanned(page, LONG);
  await desk.tapText('On day 7 the');
  const handle = desk.article.locator('[data-edge="end"]');
  await expect(handle).toBeAttached();
  await expect.poll(() => isAbove(desk.article.locator('mark[data-current]'), desk.editor.pane)).toBe(true);
  const line = await handle.boundingBox();
  if (!line) throw new Error('There is no handle.');
  const from = { x: line.x + line.width / 2, y: line.y + line.height + FINGER - 8 };
  const to = { x: from.x + 60, y: line.y + line.height / 2 };
  await dragFinger(page, from, to);
  await desk.answerReviewerDialog();
  await expect(desk.editor.pane.getByRole('blockquote')).toHaveText(/^On day 7 the ferry/);
});

test('words that a finger has held and the browser has selected are judged below, with room to change them @phone', async ({
  page,
}) => {
  const desk = await openPlanned(page, LONG);
  await holdWords(desk.sentence(1), 'carried');
  const bar = page.getByRole('toolbar', { name: 'Verdict on: Selected words' });
  await expect(bar).toBeVisible();
  await holdWords(desk.sentence(1), 'carried 40');
  expect(await isAbove(desk.sentence(1), bar)).toBe(true);
  await bar.getByRole('button', { name: 'False', exact: true }).tap();
  await desk.answerReviewerDialog();
  await desk.whenSaved();
  expect(await desk.annotations()).toContainEqual(
    expect.objectContaining({ quote: 'carried 40', verdict: 'False' }),
  );
});

test('the field that is typed in stays above the on-screen keyboard @phone', async ({ page }) => {
  const desk = await openPlanned(page, LONG);
  await desk.tapText('On day 7 the');
  const field = desk.editor.field('Conclusion');
  const whole = page.viewportSize() ?? { width: WIDTH, height: 844 };
  // The keyboard makes the page shorter…
  await field.tap();
  await desk.answerReviewerDialog();
  await field.tap();
  await page.setViewportSize({ width: WIDTH, height: whole.height - 340 });
  await expect(field).toBeFocused();
  await expect(field).toBeInViewport({ ratio: 0.9 });
  await page.setViewportSize(whole);
  // … or lies over it, as in Safari.
  await layKeyboardOver(page, 340);
  await expect
    .poll(async () => {
      const box = await field.boundingBox();
      return box ? box.y + box.height : Number.NaN;
    })
    .toBeLessThanOrEqual(whole.height - 340);
  await expect(field).toBeInViewport();
});

/** As Safari does: the page stays as high as it was. */
async function layKeyboardOver(page: Page, keyboard: number): Promise<void> {
  await page.evaluate((height) => {
    if (!visualViewport) throw new Error('This browser has no visual viewport.');
    Object.defineProperty(visualViewport, 'height', { configurable: true, value: innerHeight - height });
    visualViewport.dispatchEvent(new Event('resize'));
  }, keyboard);
}

test('a panel, a dialog and a wide dialog end above the on-screen keyboard, with the field that is typed in @phone', async ({
  page,
}) => {
  const desk = await openPlanned(page, LONG);
  const { height } = page.viewportSize() ?? { height: 844 };
  const expectAbove = async (element: Locator): Promise<void> => {
    await expect
      .poll(async () => {
        const box = await element.boundingBox();
        return box ? box.y + box.height : Number.NaN;
      })
      .toBeLessThanOrEqual(height - 340);
    await expect(element).toBeInViewport();
  };
  await desk.showPanel('Annotations');
  const search = desk.list.getByLabel('Search annotations');
  await search.tap();
  await layKeyboardOver(page, 340);
  await expectAbove(search);
  await expectAbove(page.getByRole('complementary', { name: 'Overview' }));
  await search.fill('verdict:');
  await expectAbove(page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option').first());
  await layKeyboardOver(page, 0);
  await desk.closePanel();

  const dialog = page.getByRole('dialog').last();
  await page.getByRole('button', { name: 'Settings' }).tap();
  await dialog.getByLabel('Your name').tap();
  await layKeyboardOver(page, 340);
  await expectAbove(dialog.getByLabel('Your name'));
  await expectAbove(dialog);
  await layKeyboardOver(page, 0);
  await dialog.getByRole('button', { name: 'Copy and edit' }).tap();
  const last = dialog.getByLabel('What it means').last();
  await last.tap();
  await layKeyboardOver(page, 340);
  await expectAbove(last);
  await expectAbove(dialog);
});
