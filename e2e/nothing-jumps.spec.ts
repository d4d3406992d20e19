import type { Page } from '@playwright/test';
import { holdBack } from './support/hold-back.ts';
import { openPlanned } from './support/open.ts';
import { expect, test } from './support/test.ts';
import { shiftsOf, watchShifts } from './support/watch-shifts.ts';

const PLAN = {
  title: 'The ferry',
  paragraphs: Array.from({ length: 14 }, (_, i) => [
    `On day ${i + 1} the ferry left.`,
    'It carried 40 people, and nobody knew why it had turned before the light was gone.',
  ]),
  reviewers: ['Ana'],
  sources: { log: { title: 'The log' } },
  annotations: [
    { quote: 'On day 1 the', rating: 'true', cites: { log: 'supports' }, conclusion: 'So says the log.' },
    { quote: 'On day 2 the', rating: 'false' },
    { quote: 'On day 3 the' },
  ],
} as const;

/** Nothing has moved but in these parts, whose own content the person has changed. */
async function expectStill(page: Page, when: string, but: readonly string[] = []): Promise<void> {
  const shifts = await shiftsOf(page);
  expect(
    shifts.filter(({ within }) => !but.includes(within)),
    when,
  ).toEqual([]);
}

/** Parts that come after the article, each in a file of its own. */
const LATER_PARTS =
  /(?:AnnotationList|AnnotationEditor|Unopened|OverviewButton|SentenceTools|DeskImport|DeskCommands|VersionScreen|Reminders|BoundaryHandles|ConflictsButton)-/;

for (const size of ['', ' @phone']) {
  test(`what comes after the article moves nothing that is there${size}`, async ({ page }) => {
    await watchShifts(page);
    const desk = await openPlanned(page, PLAN);
    await desk.whenSaved();
    for (const path of ['', '/annotation/a1']) {
      await page.goto(`./#/check/planned${path}`);
      const release = await holdBack(page, LATER_PARTS);
      await page.reload();
      await expect(desk.sentence(0)).toBeVisible();
      await release();
      await desk.whenOpen();
      await desk.whenSaved();
      await page.waitForLoadState('networkidle');
      await expectStill(page, `opened at “${path}”`);
    }
  });
}

test('nothing jumps while the work goes on', async ({ page }) => {
  await watchShifts(page);
  const desk = await openPlanned(page, PLAN);
  await desk.putCursorOn(20);
  await page.keyboard.press('1');
  await desk.answerReviewerDialog();
  await desk.whenSaved();
  await page.waitForLoadState('networkidle');
  await shiftsOf(page);

  for (const key of ['j', 'k', 'N', 'n', 'Shift+ArrowDown', 'Home']) {
    await page.keyboard.press(key);
    await expectStill(page, `after ${key}`);
  }
  await desk.select({ text: 'nobody knew' });
  await expect(page.getByRole('toolbar')).toHaveAccessibleName('Verdict on: Selected words');
  await expectStill(page, 'with words selected');
  await page.keyboard.press('2');
  await desk.whenSaved();
  await expectStill(page, 'with a new mark', ['block', 'Annotations']);

  await desk.openAnnotation(0);
  await expectStill(page, 'with the editor');
  await desk.editor.pane.getByRole('button', { name: 'Next annotation' }).click();
  await expect(desk.editor.pane).toContainText('Annotation 2');
  await expectStill(page, 'with the next annotation', ['Annotation', 'handles']);
  const conclusion = desk.editor.field('Conclusion');
  const before = await conclusion.boundingBox();
  for (const verdict of ['Mostly false', 'Mostly true', 'Unproven']) {
    await desk.editor.giveVerdict(verdict);
    await desk.whenSaved();
    // What the verdict means is said under it, in as many words as it takes.
    expect(await conclusion.boundingBox(), verdict).toEqual(before);
    await expectStill(page, `with the verdict “${verdict}”`, ['block', 'handles', 'Annotation']);
  }
  await desk.editor.close();
  await expectStill(page, 'without the editor');

  for (const panel of ['Sources', 'Annotations'] as const) {
    await desk.showPanel(panel);
    await expectStill(page, `with the panel ${panel}`);
  }
  await page.getByRole('button', { name: 'Settings' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectStill(page, 'with a dialog');
  await page.keyboard.press('Escape');
  await expectStill(page, 'without it');
  await desk.remove(1);
  await expect(page.getByText('Annotation removed')).toBeVisible();
  await expectStill(page, 'with a notice', ['block', 'Annotations']);
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expectStill(page, 'without it');
});

test('in a small window nothing jumps under the finger @phone', async ({ page }) => {
  await watchShifts(page);
  const desk = await openPlanned(page, PLAN);
  const bar = page.getByRole('toolbar');
  await desk.tapText('It carried', 2);
  await bar.getByRole('button', { name: 'True', exact: true }).tap();
  await desk.answerReviewerDialog();
  await page.waitForLoadState('networkidle');
  await desk.whenSaved();
  await shiftsOf(page);
  // The tenth takes one more figure, in the corner of the export button too, which is pinned there.
  for (let n = 3; n < 13; n += 1) {
    await desk.tapText('It carried', n);
    await bar.getByRole('button', { name: 'Mostly false' }).tap();
    await expect(desk.article.getByRole('button', { name: /^Mostly false/ })).toHaveCount(n - 2);
  }
  await desk.whenSaved();
  await expectStill(page, 'while verdicts are given', ['block', 'header']);
  await desk.tapText('On day 2 the');
  await expect(desk.editor.pane).toBeVisible();
  await expectStill(page, 'with the sheet');
  await desk.editor.giveVerdict('Mostly true');
  await desk.whenSaved();
  await expectStill(page, 'with a verdict in the sheet', ['block', 'handles']);
  await desk.editor.close();
  await desk.showPanel('Sources');
  await desk.closePanel();
  // It lay over everything else.
  await expectStill(page, 'after a panel', ['Overview']);
});

test('what is chosen in a dialog stays under the pointer, however much the dialog grows', async ({
  page,
}) => {
  await openPlanned(page, PLAN);
  await page.getByRole('button', { name: 'Export' }).click();
  const formats = page.getByRole('dialog').getByRole('group', { name: 'Format' });
  const first = formats.getByRole('radio').first();
  await expect(first).toBeVisible();
  const before = await first.boundingBox();
  for (const format of ['ClaimReview', 'CSV', 'Label Studio', 'Linecheck file']) {
    await formats.getByRole('radio', { name: format, exact: true }).check();
    await expect(page.getByRole('dialog').getByRole('progressbar')).toHaveCount(0);
    expect(await first.boundingBox(), format).toEqual(before);
  }
});

test('the watch sees what jumps, and says where', async ({ page }) => {
  await watchShifts(page);
  const desk = await openPlanned(page, PLAN);
  await page.waitForLoadState('networkidle');
  await shiftsOf(page);
  await desk.article.evaluate((article) => {
    article.prepend(Object.assign(document.createElement('p'), { textContent: 'Before it all.' }));
  });
  expect((await shiftsOf(page)).map(({ within }) => within)).toContain('block');
});
