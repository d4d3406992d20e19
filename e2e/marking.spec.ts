import type { DeskPage } from './pages/desk-page.ts';
import { tabTo } from './support/keyboard.ts';
import { openPlanned } from './support/open.ts';
import { expect, test } from './support/test.ts';

const DEAD = 'It left 13 soldiers dead: 12 Marines and 1 Navy chaplain.';
const PLAN = { paragraphs: [['A bomb went off.', DEAD, 'Nobody said more.']] };

/** Two that overlap at “12 Marines”, and one that lies in the second of them. */
const TANGLE = {
  ...PLAN,
  annotations: [
    { quote: '13 soldiers dead: 12 Marines', rating: 'false' },
    { quote: '12 Marines and 1 Navy chaplain', rating: 'misleading' },
    { quote: '1 Navy chaplain', rating: 'mostly-false', cites: { list: 'refutes' } },
  ],
  sources: { list: { title: 'The list of names' } },
} as const;
const [FIRST, SECOND, NESTED] = TANGLE.annotations.map(({ quote }) => quote) as [string, string, string];

async function quotes(desk: DeskPage): Promise<readonly string[]> {
  return (await desk.annotations()).map(({ quote }) => quote);
}

function openQuote({ editor }: DeskPage) {
  return editor.pane.getByRole('blockquote');
}

/** In pixels from the left. */
async function middleOfHandle({ article }: DeskPage, edge: 'start' | 'end'): Promise<number> {
  const box = await article.locator(`[data-edge="${edge}"]`).boundingBox();
  return box ? box.x + box.width / 2 : Number.NaN;
}

test('dragging takes whole words, however few letters of them were dragged over', async ({ page }) => {
  const desk = await openPlanned(page, PLAN);
  await desk.select({ text: 'oldiers dead: 12 Mar' });
  await expect(page.getByRole('toolbar')).toHaveAccessibleName('Verdict on: Selected words');
  await desk.pressInVerdictBar('False');
  await desk.answerReviewerDialog();
  await expect.poll(() => quotes(desk)).toEqual(['soldiers dead: 12 Marines']);
  await expect(page.getByRole('toolbar')).toHaveAccessibleName('Verdict on: Sentence 2');
});

test('dragging from the first letter of the sentence under the cursor takes the words, and Escape lets them go', async ({
  page,
}) => {
  const desk = await openPlanned(page, PLAN);
  await desk.putCursorOn(1);
  await desk.select({ text: 'It left 13 soldiers' });
  const verdicts = page.getByRole('toolbar');
  await expect(verdicts).toHaveAccessibleName('Verdict on: Selected words');
  await page.keyboard.press('Escape');
  await expect(verdicts).toHaveAccessibleName('Verdict on: Sentence 2');
  await desk.putCursorOn(1);
  await expect(desk.cursor).toBeFocused();
});

test('with the switch on, dragging takes whole sentences', async ({ page }) => {
  const desk = await openPlanned(page, PLAN);
  await page.getByRole('button', { name: 'Settings' }).click();
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.getByRole('radio', { name: 'Whole sentences' }).check();
  await settings.getByRole('button', { name: 'Close' }).click();
  await desk.select({ text: 'dead: 12' });
  await desk.pressInVerdictBar('True');
  await desk.answerReviewerDialog();
  await expect.poll(() => quotes(desk)).toEqual([DEAD]);
  await desk.select({ text: 'off. It left' });
  await page.keyboard.press('2');
  await expect.poll(() => quotes(desk)).toEqual([`A bomb went off. ${DEAD}`, DEAD]);
});

test('by mouse: overlapping and nested annotations are each reached, by their words and by their badge', async ({
  page,
}) => {
  const desk = await openPlanned(page, TANGLE);
  const chooser = page.getByRole('dialog', { name: 'Which annotation?' });
  await desk.clickText('12 Marines');
  await expect(chooser.getByRole('listitem').getByRole('button')).toHaveText([
    /13 soldiers dead/,
    /12 Marines and/,
  ]);
  await chooser.getByRole('button', { name: '12 Marines and' }).click();
  await expect(openQuote(desk)).toHaveText(SECOND);

  await desk.clickText('1 Navy chaplain');
  await chooser.getByRole('button', { name: /1 Navy chaplain *Mostly false/ }).click();
  await expect(openQuote(desk)).toHaveText(NESTED);

  await desk.clickText('13 soldiers dead');
  await expect(openQuote(desk)).toHaveText(FIRST);
  await desk.article.getByRole('button', { name: 'Misleading, no source' }).click();
  await expect(openQuote(desk)).toHaveText(SECOND);
  await desk.article.getByRole('button', { name: 'Mostly false, 1 source' }).click();
  await expect(openQuote(desk)).toHaveText(NESTED);
});

test('by keyboard alone: overlapping and nested annotations are each reached and judged', async ({
  page,
}) => {
  const { keyboard } = page;
  const desk = await openPlanned(page, TANGLE);
  const chooser = page.getByRole('dialog', { name: 'Which annotation?' });
  await keyboard.press('j');
  for (const [name, quote] of [
    [/^\S* *13 soldiers dead/, FIRST],
    [/^\S* *12 Marines and/, SECOND],
    [/^\S* *1 Navy chaplain/, NESTED],
  ] as const) {
    await keyboard.press('Enter');
    await expect(chooser.getByRole('button', { name: /13 soldiers dead/ })).toBeFocused();
    await tabTo(chooser.getByRole('button', { name }));
    await keyboard.press('Enter');
    await expect(chooser).toBeHidden();
    await expect(desk.editor.pane).toBeFocused();
    await expect(openQuote(desk)).toHaveText(quote);
    await keyboard.press('Escape');
    await expect(desk.sentence(1)).toBeFocused();
  }

  await keyboard.press('1');
  await keyboard.type('Ana');
  await keyboard.press('Enter');
  const asked = page.getByRole('dialog', { name: 'Which annotation is “True”?' });
  await tabTo(asked.getByRole('button', { name: /12 Marines and/ }));
  await keyboard.press('Enter');
  await expect(desk.sentence(1)).toBeFocused();
  await expect
    .poll(() => desk.annotations())
    .toMatchObject([{ verdict: 'False' }, { verdict: 'True' }, { verdict: 'Mostly false' }]);
});

test('Escape leaves the question which annotation is meant, and nothing has happened', async ({ page }) => {
  const desk = await openPlanned(page, TANGLE);
  const before = await desk.annotations();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Which annotation?' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(desk.sentence(1)).toBeFocused();
  expect(await desk.annotations()).toEqual(before);
});

test('by keyboard alone: two claims are cut out of one sentence by moving their boundaries', async ({
  page,
}) => {
  const { keyboard } = page;
  const desk = await openPlanned(page, PLAN);
  for (const key of ['j', 'a']) await keyboard.press(key);
  await keyboard.type('Ana');
  await keyboard.press('Enter');
  await expect(desk.editor.pane).toBeFocused();
  for (const key of ['}', '}', '}', '{']) await keyboard.press(key);
  await expect(openQuote(desk)).toHaveText('13 soldiers dead: 12 Marines and 1 Navy chaplain.');
  for (const key of ['[', '[', '[', '[', '[', ']']) await keyboard.press(key);
  await expect(openQuote(desk)).toHaveText('13 soldiers dead: 12 Marines and');
  await keyboard.press('Control+z');
  await expect(openQuote(desk)).toHaveText('13 soldiers dead: 12 Marines');
  await keyboard.press('Escape');
  await expect(desk.sentence(1)).toBeFocused();

  await keyboard.press('a');
  await expect(openQuote(desk)).toHaveText(DEAD);
  for (let i = 0; i < 8; i += 1) await keyboard.press('}');
  await expect(openQuote(desk)).toHaveText('1 Navy chaplain.');
  expect(await quotes(desk)).toEqual(['13 soldiers dead: 12 Marines', '1 Navy chaplain.']);
});

test('the editor’s buttons move boundaries, in one step of undo, and no neighbour', async ({ page }) => {
  const desk = await openPlanned(page, TANGLE);
  await desk.openAnnotation(1);
  const boundaries = desk.editor.pane.getByRole('group', { name: 'Boundaries' });
  await boundaries.getByRole('button', { name: 'End: one word back' }).click();
  await desk.answerReviewerDialog();
  await expect(openQuote(desk)).toHaveText('12 Marines and 1 Navy');
  await boundaries.getByRole('button', { name: 'Start: one word forward' }).click();
  await expect(openQuote(desk)).toHaveText('Marines and 1 Navy');
  await boundaries.getByRole('button', { name: 'Start: one word back' }).click();
  await boundaries.getByRole('button', { name: 'Start: one word back' }).click();
  await boundaries.getByRole('button', { name: 'End: one word forward' }).click();
  await expect(openQuote(desk)).toHaveText('dead: 12 Marines and 1 Navy chaplain');
  expect((await quotes(desk)).toSorted()).toEqual(
    [FIRST, NESTED, 'dead: 12 Marines and 1 Navy chaplain'].toSorted(),
  );
  await desk.undo();
  await expect(openQuote(desk)).toHaveText(SECOND);
});

test('a handle is dragged to other words, and no neighbour goes with it', async ({ page }) => {
  const desk = await openPlanned(page, TANGLE);
  await desk.openAnnotation(0);
  await desk.dragBoundary('end', 'soldiers');
  await desk.answerReviewerDialog();
  await expect(openQuote(desk)).toHaveText('13 soldiers');
  await desk.dragBoundary('start', 'left');
  await expect(openQuote(desk)).toHaveText('left 13 soldiers');
  expect((await quotes(desk)).toSorted()).toEqual(['left 13 soldiers', SECOND, NESTED].toSorted());
  await desk.undo();
  await expect(openQuote(desk)).toHaveText('13 soldiers');
  await desk.undo();
  await expect(openQuote(desk)).toHaveText(FIRST);
});

test('an annotation never becomes empty, and never leaves the article', async ({ page }) => {
  const desk = await openPlanned(page, { ...PLAN, annotations: [{ quote: 'A bomb' }] });
  await desk.openAnnotation(0);
  await page.keyboard.press('[');
  await desk.answerReviewerDialog();
  for (const key of ['[', '[', '}', '}', '{', '{']) await page.keyboard.press(key);
  await expect(openQuote(desk)).toHaveText('A');
});

test('in Arabic the arrows are mirrored, dragging works, and handles stand at the ends of the words', async ({
  page,
}) => {
  const words = ['هل يكفي الماء اليوم؟', 'نعم، يكفي الماء عامين.', 'هذا كل شيء.'];
  const desk = await openPlanned(page, { paragraphs: [words], language: 'ar', direction: 'rtl' });
  for (const [key, sentence] of [
    ['ArrowLeft', 1],
    ['ArrowLeft', 2],
    ['ArrowRight', 1],
    ['ArrowDown', 2],
    ['ArrowUp', 1],
  ] as const) {
    await page.keyboard.press(key);
    await expect(desk.sentence(sentence)).toBeFocused();
  }
  await desk.annotate({ text: 'كفي الماء عا' });
  await expect(openQuote(desk)).toHaveText('يكفي الماء عامين');
  const drawn = await desk.article.locator('mark').boundingBox();
  expect(await middleOfHandle(desk, 'start')).toBeCloseTo((drawn?.x ?? 0) + (drawn?.width ?? 0), 0);
  expect(await middleOfHandle(desk, 'end')).toBeCloseTo(drawn?.x ?? 0, 0);
  await desk.dragBoundary('start', 'الماء', 1);
  await expect(openQuote(desk)).toHaveText('الماء عامين');
  await desk.editor.pane.getByRole('button', { name: 'End: one word back' }).click();
  await expect(openQuote(desk)).toHaveText('الماء');
});

test('in Japanese, words are taken without spaces between them', async ({ page }) => {
  const words = ['駅舎は大正十四年の完成で、今年で百年になる。', '式典には約四百人が集まった。'];
  const desk = await openPlanned(page, { paragraphs: [words], language: 'ja' });
  await desk.annotate({ text: '四百人' }, { verdict: 'True' });
  await expect(openQuote(desk)).toHaveText('四百人');
  await desk.editor.close();
  await page.keyboard.press('k');
  await page.keyboard.press('1');
  await expect.poll(() => quotes(desk)).toEqual([words[0], '四百人']);
});

test('a drag that begins at the first letter of the open annotation selects words and moves no boundary', async ({
  page,
}) => {
  const desk = await openPlanned(page, {
    ...PLAN,
    annotations: [{ quote: 'A bomb' }],
  });
  await desk.openAnnotation(0);
  await expect(desk.article.locator('[data-edge="start"]')).toBeAttached();
  await desk.select({ text: 'A bomb went' });
  await expect(page.getByRole('toolbar')).toHaveAccessibleName('Verdict on: Selected words');
  await expect(openQuote(desk)).toHaveText('A bomb');
});
