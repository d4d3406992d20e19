import type { Locator, Page } from '@playwright/test';
import { DeskPage } from './pages/desk-page.ts';
import { openPlanned } from './support/open.ts';
import { expect, test } from './support/test.ts';

const WIDTH = 390;
/** CSS pixels: WCAG 2.2 asks for 24, and 44 is what a finger hits. */
const LEAST_TARGET = 24;
const FINGER = 44;

async function expectNothingWider(page: Page): Promise<void> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, `width of ${page.url()}`).toBeLessThanOrEqual(WIDTH);
}

/** What can be tapped, but for words in running text, takes a tap within so many pixels around its middle. */
async function expectTargets(within: Locator, least = LEAST_TARGET): Promise<void> {
  const small = await within.evaluate((root, size) => {
    const isHit = (control: Element, x: number, y: number): boolean => {
      const hit = document.elementFromPoint(x, y);
      return hit !== null && (control.contains(hit) || hit.closest('label')?.control === control);
    };
    const controls = root.querySelectorAll('button, a[href], input, select, textarea, summary');
    return [...controls].flatMap((control) => {
      if (!control.checkVisibility() || control.closest('article, p')) return [];
      const { width, height } = control.getBoundingClientRect();
      if (width === 0 || (width >= size && height >= size)) return [];
      control.scrollIntoView({ block: 'center', inline: 'center' });
      const { left, top } = control.getBoundingClientRect();
      const [x, y, away] = [left + width / 2, top + height / 2, size / 2 - 1];
      const isLargeEnough =
        (width >= size || (isHit(control, x - away, y) && isHit(control, x + away, y))) &&
        (height >= size || (isHit(control, x, y - away) && isHit(control, x, y + away)));
      return isLargeEnough
        ? []
        : [`${control.outerHTML.slice(0, 120)}: ${Math.round(width)} × ${Math.round(height)}`];
    });
  }, least);
  expect(small).toEqual([]);
}

test('the whole short job by tapping @phone', async ({ page }, testInfo) => {
  await page.goto('./');
  const sample = page.getByRole('link', { name: /13 Americans die in Kabul/ });
  await expect(sample).toBeVisible();
  await expectNothingWider(page);
  await sample.tap();

  const desk = new DeskPage(page);
  await desk.whenOpen();
  await expectNothingWider(page);
  await desk.tapText('It left 13 American soldiers dead');
  const bar = page.getByRole('toolbar');
  await expect(bar).toHaveAccessibleName(/^Verdict on: Sentence \d+$/);
  await bar.getByRole('button', { name: 'Mostly false' }).tap();
  const dialog = page.getByRole('dialog', { name: 'Who is checking?' });
  await expectNothingWider(page);
  await dialog.getByLabel('Your name').tap();
  await page.keyboard.type('Ana');
  await dialog.getByRole('button', { name: 'Continue' }).tap();
  await expect(desk.article.getByRole('button', { name: 'Mostly false, no source' })).toBeVisible();

  await desk.tapText('It left 13 American soldiers dead');
  const { editor } = desk;
  await expect(editor.pane).toBeVisible();
  await expectNothingWider(page);
  await editor.field('Conclusion').tap();
  await page.keyboard.type('11 Marines, a sailor and a soldier.');
  await editor.field('Add source').tap();
  await page.keyboard.type('DoD release');
  await page
    .getByRole('listbox', { name: 'Sources' })
    .getByRole('option', { name: 'Add “DoD release”' })
    .tap();
  await editor.pane.getByRole('radio', { name: 'Refutes' }).tap();
  await expect(editor.pane.getByRole('radio', { name: 'Refutes' })).toBeChecked();
  await editor.pane.getByRole('button', { name: 'Close' }).tap();
  await expect(editor.pane).toBeHidden();

  const panel = page.getByRole('complementary', { name: 'Overview' });
  await panel.getByRole('button', { name: 'Annotations 1' }).tap();
  await expect(desk.list.getByRole('listitem')).toContainText('11 Marines');
  await expectNothingWider(page);
  await panel.getByRole('button', { name: 'Sources 1' }).tap();
  await expect(page.getByRole('region', { name: 'Sources' })).toContainText('DoD release');
  await expectNothingWider(page);
  await panel.getByRole('button', { name: 'Back to the article' }).tap();
  await expect(desk.sentence(0)).toBeVisible();

  await page.getByRole('button', { name: 'Export' }).tap();
  await expectNothingWider(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download' }).tap();
  const file = testInfo.outputPath('phone.json');
  await (await download).saveAs(file);
  await page.getByRole('link', { name: 'Library' }).tap();
  await expect(page.getByRole('region', { name: 'Your fact checks' })).toContainText('1 annotation');
  await expectNothingWider(page);
});

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

test('everything that can be tapped is large enough, what is tapped most as large as a finger @phone', async ({
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
  await expectTargets(page.getByRole('toolbar'), FINGER);
  const keys = page.getByRole('toolbar').getByRole('button');
  for (const key of await keys.all()) await expect(key).toBeInViewport({ ratio: 1 });
  await expectTargets(page.getByRole('banner'), FINGER);
  await desk.openAnnotation(0);
  await expectTargets(desk.editor.pane, FINGER);
  await desk.editor.pane.getByRole('button', { name: 'Edit source' }).tap();
  await expectNothingWider(page);
  await expectTargets(desk.editor.pane, FINGER);
  await desk.editor.close();
  const panel = page.getByRole('complementary', { name: 'Overview' });
  await desk.showPanel('Annotations');
  await panel.getByRole('button', { name: 'Filters' }).tap();
  await expectTargets(panel, FINGER);
  await desk.showPanel('Sources');
  await expectNothingWider(page);
  await expectTargets(panel, FINGER);
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
  const session = await page.context().newCDPSession(page);
  const touch = (
    type: 'touchStart' | 'touchMove' | 'touchEnd',
    points: readonly { x: number; y: number }[],
  ) => session.send('Input.dispatchTouchEvent', { type, touchPoints: [...points] });
  await touch('touchStart', [from]);
  await touch('touchMove', [{ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }]);
  await touch('touchMove', [to]);
  await touch('touchEnd', []);
  await desk.answerReviewerDialog();
  await expect(desk.editor.pane.getByRole('blockquote')).toHaveText(/^On day 7 the ferry/);
});

test('words that a finger has held and the browser has selected are judged below, with room to change them @phone', async ({
  page,
}) => {
  const desk = await openPlanned(page, LONG);
  // What a long press does in the browsers of phones; its handles move the ends in the same way.
  const holdTo = (end: number) =>
    desk.sentence(1).evaluate((sentence, to) => {
      const words = sentence.firstChild;
      if (words) getSelection()?.setBaseAndExtent(words, 'It '.length, words, to);
    }, end);
  await holdTo('It carried'.length);
  const bar = page.getByRole('toolbar', { name: 'Verdict on: Selected words' });
  await expect(bar).toBeVisible();
  await holdTo('It carried 40'.length);
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
  await page.evaluate((height) => {
    if (!visualViewport) throw new Error('This browser has no visual viewport.');
    Object.defineProperty(visualViewport, 'height', { configurable: true, value: height });
    visualViewport.dispatchEvent(new Event('resize'));
  }, whole.height - 340);
  await expect
    .poll(async () => {
      const box = await field.boundingBox();
      return box ? box.y + box.height : Number.NaN;
    })
    .toBeLessThanOrEqual(whole.height - 340);
  await expect(field).toBeInViewport();
});
