import type { Locator } from '@playwright/test';
import { DeskPage } from './pages/desk-page.ts';
import { LibraryPage } from './pages/library-page.ts';
import { tabTo } from './support/keyboard.ts';
import { openPlanned, openSample, payload } from './support/open.ts';
import { expect, test } from './support/test.ts';

const SENTENCES = [
  'The ferry left at noon.',
  'It carried 40 people and 3 dogs.',
  'Nobody knew why it turned.',
  'The owner says that it never did.',
  'A report is due in May.',
];
const [FERRY = '', PEOPLE = '', WHY = '', OWNER = '', REPORT = ''] = SENTENCES;
const PLAN = {
  paragraphs: [
    [FERRY, PEOPLE, WHY],
    [OWNER, REPORT],
  ],
};

async function expectCursor(desk: DeskPage, sentence: number): Promise<void> {
  await expect(desk.sentence(sentence)).toBeFocused();
  await expect(desk.cursor).toHaveText(SENTENCES[sentence] ?? '');
  await expect(desk.page.locator('[data-selected]')).toHaveCount(1);
  await expect(toolbar(desk)).toHaveAccessibleName(`Verdict on: Sentence ${sentence + 1}`);
}

function toolbar({ page }: DeskPage) {
  return page.getByRole('toolbar');
}

test('by keyboard alone: the cursor goes through the sentences and stops at the ends', async ({ page }) => {
  const desk = await openPlanned(page, PLAN);
  for (const [key, sentence] of [
    ['j', 1],
    ['ArrowDown', 2],
    ['ArrowRight', 3],
    ['k', 2],
    ['ArrowUp', 1],
    ['ArrowLeft', 0],
    ['k', 0],
    ['End', 4],
    ['j', 4],
    ['Home', 0],
  ] as const) {
    await page.keyboard.press(key);
    await expectCursor(desk, sentence);
  }
});

test('Tab stops at one sentence only, the one under the cursor', async ({ page }) => {
  const desk = await openPlanned(page, PLAN);
  await page.keyboard.press('j');
  await tabTo(toolbar(desk).getByRole('button', { name: 'True', exact: true }));
  await page.keyboard.press('Shift+Tab');
  await expectCursor(desk, 1);
});

test('a click puts the cursor on a sentence, and the keys go on from there', async ({ page }) => {
  const desk = await openPlanned(page, PLAN);
  await desk.putCursorOn(3);
  await expectCursor(desk, 3);
  await page.keyboard.press('j');
  await expectCursor(desk, 4);
});

test('Shift extends over several sentences by keys and by click; one verdict covers them', async ({
  page,
}) => {
  const desk = await openPlanned(page, PLAN);
  await page.keyboard.press('j');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('J');
  await expect(toolbar(desk)).toHaveAccessibleName('Verdict on: Sentences 2–4');
  await expect(page.locator('[data-selected]')).toHaveText([PEOPLE, WHY, OWNER]);
  await page.keyboard.press('K');
  await expect(page.locator('[data-selected]')).toHaveText([PEOPLE, WHY]);

  await desk.putCursorOn(4);
  await page.keyboard.down('Shift');
  await desk.putCursorOn(2);
  await page.keyboard.up('Shift');
  await expect(page.locator('[data-selected]')).toHaveText([WHY, OWNER, REPORT]);
  await page.keyboard.press('5');
  await desk.answerReviewerDialog();
  await expect
    .poll(() => desk.annotations())
    .toMatchObject([{ quote: [WHY, OWNER, REPORT].join(' '), verdict: 'False' }]);
  expect(await desk.coverage()).toMatchObject({ checked: 3, untouched: 2 });
});

test('n goes to the next sentence that nobody has looked at, N to the one before, round the ends', async ({
  page,
}) => {
  const desk = await openPlanned(page, {
    ...PLAN,
    annotations: [
      { quote: PEOPLE, rating: 'true' },
      { quote: OWNER, isNotCheckable: true },
      { quote: 'noon' },
    ],
  });
  for (const [key, sentence] of [
    ['n', 2],
    ['n', 4],
    ['n', 2],
    ['N', 4],
    ['N', 2],
  ] as const) {
    await page.keyboard.press(key);
    await expect(desk.sentence(sentence)).toBeFocused();
  }
  await page.getByRole('button', { name: 'Next untouched' }).click();
  await expect(desk.sentence(4)).toBeFocused();
});

test('digits give verdicts, 0 says not checkable, and the numbers follow until nothing is untouched', async ({
  page,
}) => {
  const desk = await openPlanned(page, PLAN);
  for (const key of ['j', '4']) await page.keyboard.press(key);
  await expect(page.getByRole('dialog', { name: 'Who is checking?' }).getByLabel('Your name')).toBeFocused();
  await page.keyboard.type('Ana');
  await page.keyboard.press('Enter');
  await expectCursor(desk, 1);
  for (const key of ['k', '1', 'n', '0', 'n', '7', 'n', 'a']) await page.keyboard.press(key);
  await expect
    .poll(() => desk.annotations())
    .toMatchObject([
      { quote: FERRY, verdict: 'True' },
      { quote: PEOPLE, verdict: 'Mostly false' },
      { quote: WHY, verdict: null },
      { quote: OWNER, verdict: 'Unproven' },
      { quote: REPORT, verdict: null },
    ]);
  expect(await desk.coverage()).toEqual({ checked: 3, open: 1, notCheckable: 1, untouched: 0 });
  await expect(page.getByRole('button', { name: 'Next untouched' })).toBeDisabled();
  await expect(desk.article.getByRole('button', { name: /^Not checkable/ })).toBeVisible();
});

test('a verdict key changes the verdict that is there, and undo takes the steps back', async ({ page }) => {
  const desk = await openPlanned(page, PLAN);
  await page.keyboard.press('1');
  await desk.answerReviewerDialog();
  await page.keyboard.press('5');
  const verdicts = async (): Promise<readonly (string | null)[]> =>
    (await desk.annotations()).map(({ verdict }) => verdict);
  await expect.poll(verdicts).toEqual(['False']);
  await page.keyboard.press('Control+z');
  await expect.poll(verdicts).toEqual(['True']);
  await page.keyboard.press('Control+z');
  await expect.poll(verdicts).toEqual([]);
  expect(await desk.coverage()).toMatchObject({ checked: 0, untouched: 5 });
  await page.keyboard.press('Control+Shift+z');
  await page.keyboard.press('Control+y');
  await expect.poll(verdicts).toEqual(['False']);
  await desk.undo();
  await expect.poll(verdicts).toEqual(['True']);
  await desk.redo();
  await expect.poll(verdicts).toEqual(['False']);
});

test('a person who gives no name has annotated nothing', async ({ page }) => {
  const desk = await openPlanned(page, PLAN);
  await page.keyboard.press('1');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Who is checking?' });
  await expect(dialog.getByLabel('Your name')).toHaveAccessibleDescription(/Write a name/);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  expect(await desk.annotations()).toEqual([]);
});

test('what is copied is the article and nothing else, however it is marked', async ({ page }) => {
  const desk = await openSample(page);
  const sentences = await desk.sentences();
  await desk.annotate({ sentence: 1 }, { verdict: 'True' });
  await desk.annotate({ text: 'Jen Psaki, the press secretary' }, { verdict: 'False' });
  await desk.annotate({ text: 'the press secretary, told reporters' }, { verdict: 'Misleading' });
  await desk.annotate({ sentence: 0 }, { notCheckable: true });
  await expect(desk.article.getByRole('button')).toHaveCount(4);
  const origin = 'Nora Ellingham · The Practice Courier · 2021-08-26';
  const whole = [origin, ...sentences].join(' ');
  const copied = await desk.article.evaluate((article) => {
    getSelection()?.selectAllChildren(article);
    return getSelection()?.toString() ?? '';
  });
  expect(copied.replaceAll(/\s+/g, ' ').trim()).toBe(whole);
  expect((await desk.article.innerText()).replaceAll(/\s+/g, ' ').trim()).toBe(whole);
});

test('a Japanese title is broken between its phrases, never within one', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const library = new LibraryPage(page);
  await library.goto();
  const title = '首相は今年の予算案について国会で説明すると述べた';
  const desk = await library.openFile(payload('title.md', `# ${title}\n\n川の水位が四メートル上がった。`));
  const heading = desk.article.getByRole('heading', { name: title });
  await expect(heading).toHaveCSS('word-break', 'auto-phrase');
  // No particle stands at the start of a line.
  const starts = (await linesOf(heading)).map((line) => line[0] ?? '');
  expect(starts.length).toBeGreaterThan(1);
  for (const letter of starts) expect('はのにでと').not.toContain(letter);
});

test('a Korean title is broken between its words, on the desk and in the preview', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const library = new LibraryPage(page);
  await library.goto();
  const title = '강물이 사십 년 만에 가장 높은 수위까지 올라간 것으로 나타났다';
  await library.chooseFile(payload('title.md', `# ${title}\n\n다리는 아직 닫혀 있다.`));
  const preview = page.getByRole('region', { name: 'Text' }).getByRole('heading', { name: title });
  await expect(preview).toHaveCSS('word-break', 'keep-all');
  await page.getByRole('button', { name: 'Check this article' }).click();
  const heading = new DeskPage(page).article.getByRole('heading', { name: title });
  const lines = await linesOf(heading);
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.map((line) => line.trim()).join(' ')).toBe(title);
});

/** The words of an element, line by line as it is drawn. */
function linesOf(element: Locator): Promise<readonly string[]> {
  return element.evaluate((root) => {
    const node = document.createTreeWalker(root, NodeFilter.SHOW_TEXT).nextNode();
    const range = document.createRange();
    const lines: string[] = [];
    let last = -1;
    if (!node) return lines;
    for (const [at, letter] of Array.from(node.nodeValue ?? '').entries()) {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const { top, width } = range.getBoundingClientRect();
      // A space at the end of a line has no width of its own.
      if (width > 0 && top > last + 2) lines.push('');
      if (width > 0) last = Math.max(last, top);
      lines[lines.length - 1] += letter;
    }
    return lines;
  });
}

test('a mark’s badge stands on the line of its last word, however wide the window is', async ({ page }) => {
  const words = 'The ferry left the harbour at noon with 40 people on board, and nobody knew why it turned.';
  const desk = await openPlanned(page, {
    paragraphs: Array.from({ length: 6 }, (_, i) => [`Day ${i}: ${words}`]),
    annotations: Array.from({ length: 6 }, (_, i) => [
      { quote: 'left the harbour', sentence: i, rating: 'mostly-true' as const },
      { quote: '40 people', sentence: i, rating: 'false' as const },
      { quote: 'nobody knew', sentence: i, isNotCheckable: true },
    ]).flat(),
  });
  await expect(desk.article.locator('[data-badge]')).toHaveCount(18);
  for (let width = 1280; width >= 360; width -= 23) {
    await page.setViewportSize({ width, height: 800 });
    const alone = await desk.article.locator('[data-badge]').evaluateAll((badges) =>
      badges.flatMap((badge) => {
        const range = document.createRange();
        range.selectNodeContents(badge.closest('[data-sentence]') ?? badge);
        range.setEndBefore(badge);
        const last = [...range.getClientRects()].findLast(({ width: wide }) => wide > 0);
        const { top, bottom } = badge.getBoundingClientRect();
        const isBeside = last !== undefined && last.top < bottom && top < last.bottom;
        return isBeside ? [] : [badge.parentElement?.textContent];
      }),
    );
    expect(alone, `${width} px`).toEqual([]);
  }
});
