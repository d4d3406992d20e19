import { readFile, writeFile } from 'node:fs/promises';
import type { DeskPage } from './pages/desk-page.ts';
import { DraftsPage } from './pages/drafts-page.ts';
import { anchorsOf } from './support/anchors-of.ts';
import { expectAccessible } from './support/accessibility.ts';
import { tabTo } from './support/keyboard.ts';
import { planFile } from './support/fact-check-file.ts';
import { openInAnotherTab, openPlanned, openSample, payload } from './support/open.ts';
import { packDocx } from './support/pack-docx.ts';
import { expect, test } from './support/test.ts';

const MOVED = '“They are not our friends.”';
const DELETED = 'Washington, she insisted, was not without means of pressure.';
const NEW = ['The airport was closed for the night.', 'Two flights were turned back.'];

/** The next version: a number changed, a sentence moved, one negated, one deleted, two new. */
async function nextVersion(): Promise<string> {
  const text = await readFile(new URL('../public/articles/white-house-briefing.md', import.meta.url), 'utf8');
  const changed = text
    .replace('104,000 people', '114,000 people')
    .replace(` ${MOVED}`, '')
    .replace('It left 13', `${MOVED}\n\nIt left 13`)
    .replace('That coordination is necessary', 'That coordination is not necessary')
    .replace(`${DELETED} `, '')
    .replace('## Calls to resign', `${NEW.join(' ')}\n\n## Calls to resign`);
  expect(changed).not.toBe(text);
  return changed;
}

/** Verdicts on what will change, move and vanish, and on what will stay. */
async function checkSample(desk: DeskPage): Promise<void> {
  await desk.annotate({ text: '104,000 people' }, { verdict: 'True' });
  await desk.annotate({ text: 'They are not our friends' }, { verdict: 'Mostly true' });
  await desk.annotate({ text: 'That coordination is necessary' }, { verdict: 'False' });
  await desk.annotate({ text: 'not without means of pressure' }, { verdict: 'Unproven' });
  await desk.annotate({ text: '12 Marines' }, { verdict: 'False' });
  await desk.editor.close();
}

/** Puts the sentence cursor on the sentence with these words and gives it a verdict. */
async function judgeByKeyboard(desk: DeskPage, words: string, key: string): Promise<void> {
  const { keyboard } = desk.page;
  const sentences = await desk.sentences();
  const wanted = sentences.findIndex((sentence) => sentence.includes(words));
  const way = wanted - Number(await desk.cursor.getAttribute('data-sentence'));
  for (let i = 0; i < Math.abs(way); i += 1) await keyboard.press(way > 0 ? 'j' : 'k');
  await expect(desk.sentence(wanted)).toBeFocused();
  await keyboard.press(key);
}

test('by keyboard alone: check the sample, load a new version, compare, decide, finish, export', async ({
  page,
}, testInfo) => {
  const { keyboard } = page;
  const desk = await openSample(page);
  await desk.sentence(0).focus();
  await judgeByKeyboard(desk, '12 Marines', '5');
  await expect(page.getByRole('dialog').getByLabel('Your name')).toBeFocused();
  await keyboard.type('Ana Checker');
  await keyboard.press('Enter');
  for (const [words, key] of [
    ['104,000 people', '1'],
    ['They are not our friends', '2'],
    [DELETED, '7'],
    ['That coordination is necessary', '5'],
  ] as const)
    await judgeByKeyboard(desk, words, key);
  const quotes = (await desk.annotations()).map(({ quote }) => quote);
  const quoteWith = (words: string): string => quotes.find((quote) => quote.includes(words)) ?? '';

  await tabTo(page.getByRole('button', { name: 'Versions' }));
  await keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Load a new version' })).toBeFocused();
  await keyboard.press('Enter');
  await tabTo(page.getByLabel('Text of the new version'));
  await keyboard.insertText((await nextVersion()).replaceAll(/^#+ /gm, ''));
  await tabTo(page.getByRole('button', { name: 'Compare' }));
  await keyboard.press('Enter');
  const drafts = new DraftsPage(page);
  await drafts.whenCompared();

  await expect(drafts.progress).toHaveText('0 of 3 decided');
  await expect(drafts.rows('new')).toContainText(NEW);
  await expect(drafts.rows('removed')).toContainText([DELETED]);
  await expect(drafts.rows('moved')).toContainText(['They are not our friends']);
  await expect(drafts.rows('changed').first().locator('del').first()).toContainText('104,000');
  await expect(drafts.rows('changed').first().locator('ins').first()).toContainText('114,000');
  await expectAccessible(page);

  for (const [words, key] of [
    ['104,000 people', 'h'],
    ['That coordination is necessary', 'r'],
    [DELETED, 'd'],
  ] as const) {
    await keyboard.press('n');
    await expect(drafts.question(words)).toBeFocused();
    await keyboard.press(key);
  }
  await expect(drafts.progress).toHaveText('3 of 3 decided');
  await tabTo(page.getByRole('button', { name: 'Use this version' }));
  await keyboard.press('Enter');

  await desk.whenOpen();
  const negated = quoteWith('That coordination is necessary').replace('is necessary', 'is not necessary');
  await expect
    .poll(() => anchorsOf(desk))
    .toEqual({
      [DELETED]: 'orphaned',
      [quoteWith('12 Marines')]: 'exact',
      [quoteWith('104,000').replace('104,000', '114,000')]: 'exact',
      [quoteWith('They are not our friends')]: 'exact',
      [negated]: 'changed',
    });
  expect(await desk.needsPlace()).toEqual([DELETED]);
  const untouched = (await desk.sentences()).length - 4;
  expect(await desk.coverage()).toEqual({ checked: 3, open: 1, notCheckable: 0, untouched });
  await expectAccessible(page);

  await desk.whenSaved();
  await tabTo(page.getByRole('button', { name: 'Export' }));
  await keyboard.press('Enter');
  const download = page.waitForEvent('download');
  await tabTo(page.getByRole('dialog').getByRole('button', { name: 'Download' }));
  await keyboard.press('Enter');
  const exported = testInfo.outputPath('checked.linecheck.json');
  await (await download).saveAs(exported);
  const { factCheck } = JSON.parse(await readFile(exported, 'utf8')) as ExportedFactCheck;
  const newer = factCheck.articles.find(({ replaces }) => replaces !== undefined);
  const older = factCheck.articles.find(({ id }) => id === newer?.replaces);
  expect(factCheck.head.articleId).toBe(newer?.id);
  const judged = factCheck.annotations.map(({ articleId, targets, carried }) => ({
    words: targets[0]?.quote.exact,
    standsIn: articleId,
    judgedIn: targets[0]?.judgedIn ?? articleId,
    decision: carried?.decision,
  }));
  const says = (words: string) => judged.find((one) => one.words?.includes(words));
  const [was, now] = [older?.id, newer?.id];
  expect(says('114,000 people')).toMatchObject({ standsIn: now, judgedIn: now, decision: 'still-holds' });
  expect(says('12 Marines')).toMatchObject({ standsIn: now, judgedIn: was, decision: undefined });
  expect(says('not our friends')).toMatchObject({ standsIn: now, judgedIn: was, decision: undefined });
  expect(says('is not necessary')).toMatchObject({ standsIn: now, judgedIn: was, decision: 're-check' });
  expect(says(DELETED)).toMatchObject({ standsIn: was, judgedIn: was, decision: 'detached' });
});

interface ExportedFactCheck {
  readonly factCheck: {
    readonly head: { readonly articleId: string };
    readonly articles: readonly { readonly id: string; readonly replaces?: string }[];
    readonly annotations: readonly {
      readonly articleId: string;
      readonly targets: readonly { readonly quote: { readonly exact: string }; readonly judgedIn?: string }[];
      readonly carried?: { readonly decision: string };
    }[];
  };
}

test('a new version, by mouse: lost words get a place, one undo takes all of it back', async ({ page }) => {
  const desk = await openSample(page);
  await checkSample(desk);
  const before = await desk.annotations();
  const sentences = await desk.sentences();
  const text = (await nextVersion()).replaceAll(/^#+ /gm, '');

  const drafts = await desk.loadNewDraft({ text });
  await drafts.answer('104,000 people', 'Decide later');
  await drafts.answer('That coordination is necessary', 'Detach');
  await drafts.findPlace('not without means of pressure', 'enormous amount of leverage');
  await drafts.answer('not without means of pressure', 'Re-check');
  await expect(drafts.progress).toHaveText('3 of 3 decided');
  await drafts.use();

  await expect.poll(() => desk.needsPlace()).toEqual(['That coordination is necessary']);
  await expect(desk.article.getByRole('button', { name: 'True, on other words' })).toBeVisible();

  await desk.reattach('That coordination is necessary', { text: 'That coordination is not necessary' });
  await expect(desk.article.getByRole('button', { name: 'False, on other words' })).toBeVisible();
  await desk.undo();

  await desk.undo();
  await expect.poll(() => desk.annotations()).toEqual(before);
  expect(await desk.sentences()).toEqual(sentences);
});

test('a greyed verdict is settled at the desk, and the older version stays readable', async ({
  page,
}, testInfo) => {
  const desk = await openSample(page);
  await checkSample(desk);
  const file = testInfo.outputPath('next.md');
  await writeFile(file, await nextVersion());
  const drafts = await desk.loadNewDraft({ path: file });
  await drafts.answer('104,000 people', 'Decide later');
  await drafts.answer('That coordination is necessary', 'Decide later');
  await drafts.answer('not without means of pressure', 'Decide later');
  await drafts.use();

  await desk.clickText('114,000 people');
  await expect(desk.editor.pane.locator('del')).toContainText('104,000');
  // Nothing is chosen before somebody has decided.
  const former = desk.editor.pane.getByRole('radio', { name: 'True (given on other words)' });
  await expect(former).not.toBeChecked();
  await desk.editor.pane.getByRole('button', { name: 'Still holds' }).click();
  await expect(desk.article.getByRole('button', { name: 'True, no source', exact: true })).toBeVisible();
  await expect(desk.editor.pane.getByRole('radio', { name: 'True', exact: true })).toBeChecked();
  await desk.editor.pane.getByRole('radio', { name: 'False', exact: true }).check();
  await expect(desk.article.getByRole('button', { name: 'True, no source', exact: true })).toBeHidden();
  await desk.whenSaved();
  await page.reload();
  await desk.whenOpen();

  await desk.showVersion(1);
  await expect(desk.article).toContainText('104,000 people');
  await expect(desk.article.locator('mark')).toHaveCount(5);
  // The verdict that was given on these words, not the one on the words of the next version.
  await expect(desk.article.getByRole('button', { name: 'True, no source', exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'To the present version' }).click();
  await expect(desk.article).toContainText('114,000 people');
});

test('the new version outlives a step back, and is only discarded when asked', async ({ page }) => {
  const desk = await openSample(page);
  await checkSample(desk);
  const drafts = await desk.loadNewDraft({ text: await nextVersion() });
  await drafts.answer('104,000 people', 'Still holds');
  await page.goBack();
  await desk.whenOpen();
  await page.goForward();
  await expect(drafts.progress).toHaveText('1 of 3 decided');

  await page.getByRole('button', { name: 'Use this version' }).press('Enter');
  await expect(drafts.progress).toHaveText('2 annotations need a decision first.');

  await page.getByRole('button', { name: 'Cancel' }).click();
  const dialog = page.getByRole('dialog', { name: 'Discard the new version?' });
  await dialog.getByRole('button', { name: 'Discard' }).click();
  await desk.whenOpen();
  await expect(desk.article).toContainText('104,000 people');
});

test('“Still holds” is asked anew when the words or the verdict have become others meanwhile', async ({
  page,
}) => {
  const sentences = ['It cost 4 million euros.', 'It left at noon.', 'Nobody was hurt.'];
  const desk = await openPlanned(page, {
    paragraphs: [sentences],
    annotations: sentences.map((quote) => ({ quote, rating: 'true' })),
  });
  const drafts = await desk.loadNewDraft({
    text: 'It cost 5 million euros. It left at nine. Nobody was ever hurt.',
  });
  for (const quote of sentences) await drafts.answer(quote, 'Still holds');
  await expect(drafts.progress).toHaveText('3 of 3 decided');

  await drafts.backToDesk();
  await desk.whenOpen();
  await desk.openAnnotation(0);
  await desk.dragBoundary('end', ' euros');
  await desk.answerReviewerDialog();
  await desk.openAnnotation(1);
  await desk.editor.giveVerdict('False');
  await desk.editor.close();

  await page.getByRole('button', { name: 'Versions' }).click();
  await page.getByRole('menuitem', { name: 'Load a new version' }).click();
  await drafts.whenCompared();
  await expect(drafts.progress).toHaveText('1 of 3 decided');
  await page.getByRole('button', { name: 'Use this version' }).press('Enter');
  await expect(drafts.progress).toHaveText('2 annotations need a decision first.');
});

test('words that stand beside other ones are asked about, and the editor shows what came beside them', async ({
  page,
}) => {
  const desk = await openPlanned(page, {
    paragraphs: [['The ministry counted 13 ships on Monday.', 'It will pay the crews at once.']],
    annotations: [
      { quote: '13 ships', rating: 'true' },
      { quote: 'pay the crews', rating: 'false' },
    ],
  });
  const drafts = await desk.loadNewDraft({
    text: 'The ministry counted nearly 13 ships on Monday. It will not pay the crews at once.',
  });
  await expect(drafts.question('13 ships')).toContainText('What stands beside its words has changed.');
  await drafts.answer('13 ships', 'Still holds');
  await drafts.answer('pay the crews', 'Decide later');
  await page.getByRole('button', { name: 'Use this version' }).click();
  await desk.answerReviewerDialog();

  await desk.openAnnotation(1);
  const { pane } = desk.editor;
  await expect(pane.getByRole('note')).toContainText('What stands beside its words has changed');
  await expect(pane.locator('ins')).toContainText('not');
  await expect(desk.article.locator('mark')).toContainText(['13 ships', 'pay the crews']);
  await expectAccessible(page);
});

test('a verdict whose words came into another sentence is shown, by a filter and by key, and can be re-checked', async ({
  page,
}) => {
  const quiet = Array.from({ length: 6 }, (_, at) => `Paragraph ${at} stays as it was.`);
  const desk = await openPlanned(page, {
    paragraphs: [
      [
        'All the hospitals of the eastern region closed their wards.',
        'It was reported that the bridge fell.',
      ],
      ...quiet.map((sentence) => [sentence]),
    ],
    annotations: [
      { quote: 'closed their wards', rating: 'true' },
      { quote: 'the bridge fell', rating: 'false' },
      { quote: 'Paragraph 2 stays', rating: 'true' },
    ],
  });
  const drafts = await desk.loadNewDraft({
    text: [
      'Some of the hospitals of the eastern region closed their wards. It is not true what was reported then, that the bridge fell.',
      ...quiet,
    ].join('\n\n'),
  });
  await expect(drafts.progress).toHaveText('Nothing needs a decision.');
  await page.getByRole('button', { name: /^Sentence changed around it/ }).click();
  await expect(page.locator('li[data-kind]')).toHaveCount(2);
  await expect(drafts.question('closed their wards')).toContainText('the sentence around them has changed');
  await expectAccessible(page);

  await page.getByRole('heading', { name: 'Compare versions' }).click();
  await page.keyboard.press('n');
  await expect(drafts.question('closed their wards')).toBeFocused();
  await page.keyboard.press('n');
  await expect(drafts.question('the bridge fell')).toBeFocused();
  await page.keyboard.press('r');
  await expect(drafts.question('the bridge fell')).toContainText('The verdict is greyed');
  await page.getByRole('button', { name: 'Use this version' }).click();
  await desk.answerReviewerDialog();
  await expect
    .poll(() => anchorsOf(desk))
    .toEqual({ 'closed their wards': 'exact', 'the bridge fell': 'changed', 'Paragraph 2 stays': 'exact' });
  // Its words are the ones that were judged.
  await expect(
    page.getByRole('listitem').filter({ hasText: 'the bridge fell' }).filter({ hasText: 'Researching' }),
  ).toContainText('Words around it changed');
});

test('a new version that is pasted as rich text keeps its headings and lists', async ({ page }) => {
  const desk = await openSample(page);
  await desk.loadNewDraft({
    html: '<h2>Late news</h2><p>The airport was closed.</p><ul><li>Two flights were turned back.</li></ul>',
    text: 'Late news The airport was closed. Two flights were turned back.',
  });
  await page.getByRole('button', { name: 'Use this version' }).click();
  await desk.answerReviewerDialog();
  await expect(desk.article.getByRole('heading', { name: 'Late news' })).toBeVisible();
  await expect(desk.article.getByRole('listitem')).toHaveText(['Two flights were turned back.']);
});

const TOWNS = Array.from({ length: 260 }, (_, at) => `Town ${at} counted ${at + 1000} cases.`);

test('a comparison of hundreds of changes is drawn part by part, and n goes through all of it', async ({
  page,
}) => {
  const desk = await openPlanned(page, {
    paragraphs: TOWNS.map((sentence) => [sentence]),
    annotations: TOWNS.map((quote) => ({ quote, rating: 'true' })),
  });
  const drafts = await desk.loadNewDraft({
    text: TOWNS.map((sentence, at) => (at % 2 === 0 ? sentence.replace(' cases', '5 cases') : sentence)).join(
      '\n\n',
    ),
  });
  await expect(drafts.progress).toHaveText('0 of 130 decided');
  await expect(drafts.rows('changed')).toHaveCount(50);
  await expectAccessible(page);

  // From the first question back is the last one, at the other end of the comparison.
  await page.keyboard.press('n');
  await expect(drafts.question('Town 0 counted')).toBeFocused();
  await page.keyboard.press('Shift+N');
  await expect(drafts.question('Town 258 counted')).toBeFocused();
  await expect(page.getByText('Part 3 of 3')).toBeVisible();
  await page.keyboard.press('h');
  await page.keyboard.press('n');
  await expect(drafts.question('Town 0 counted')).toBeFocused();
  await expect(drafts.progress).toHaveText('1 of 130 decided');
  await page.getByRole('button', { name: 'Next part' }).click();
  await expect(drafts.question('Town 100 counted')).toBeVisible();
});

test('sentences that are joined in another tab meanwhile are joined in the comparison, too', async ({
  page,
}) => {
  const desk = await openPlanned(page, {
    paragraphs: [['It rained for a week.', 'It cost 4 million.'], ['Nobody was hurt.']],
  });
  const other = await openInAnotherTab(page);
  await desk.loadNewDraft({
    text: 'It rained for a week. It cost 4 million.\n\nThree were hurt.',
  });
  await expect(page.getByRole('button', { name: '2 unchanged sentences' })).toBeVisible();

  await other.putCursorOn(0);
  await other.page.keyboard.press('m');
  await expect(page.getByRole('button', { name: '1 unchanged sentence' })).toBeVisible();
  await page.getByRole('button', { name: 'Use this version' }).click();
  await desk.answerReviewerDialog();
  await expect
    .poll(() => desk.sentences())
    .toEqual(['It rained for a week. It cost 4 million.', 'Three were hurt.']);
});

test('a Linecheck file is no new version, and a long reading of one can be stopped', async ({
  page,
}, testInfo) => {
  const desk = await openSample(page);
  await page.getByRole('button', { name: 'Versions' }).click();
  await page.getByRole('menuitem', { name: 'Load a new version' }).click();
  const file = page.getByLabel('File with the new version');
  const field = page.getByLabel('Text of the new version');
  await file.setInputFiles(
    payload('checked.linecheck.json', JSON.stringify(planFile({ paragraphs: [['It rained.']] }))),
  );
  await expect(field).toHaveAccessibleDescription(
    /can’t be used\. It is data \(JSON\), not the text of an article/,
  );

  const long = testInfo.outputPath('long.docx');
  await writeFile(long, packDocx({ body: '<w:p></w:p>'.repeat(4_000_000) }));
  await file.setInputFiles(long);
  await expect(page.getByRole('progressbar', { name: 'Reading long.docx…' })).toHaveAttribute(
    'value',
    /^0\.\d+$/,
  );
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('progressbar')).toBeHidden();
  await expect.poll(() => page.workers().length).toBe(0);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await desk.whenOpen();
});

test('one reviewer decides about new words, and the verdict of the other stays in doubt everywhere', async ({
  page,
}, testInfo) => {
  const desk = await openPlanned(page, {
    paragraphs: [['The ferry was safe.', 'It left at noon.']],
    reviewers: ['Ana', 'Ben'],
    annotations: [
      { quote: 'The ferry was safe.', rating: 'true', by: 'Ben', conclusion: 'The log says so.' },
    ],
  });
  const { editor } = desk;
  await desk.openAnnotation(0);
  await editor.pane.getByRole('radio', { name: 'Mostly true', exact: true }).click();
  await page.getByRole('dialog', { name: 'Who is checking?' }).getByRole('button', { name: 'Ana' }).click();
  await expect(editor.pane.getByRole('radio', { name: 'Mostly true', exact: true })).toBeChecked();
  await editor.close();

  const drafts = await desk.loadNewDraft({ text: 'The ferry was not safe. It left at noon.' });
  await drafts.answer('The ferry was safe.', 'Decide later');
  await drafts.use();
  await desk.openAnnotation(0);
  await editor.giveVerdict('False');

  await expect(editor.pane.getByRole('radio', { name: 'False', exact: true })).toBeChecked();
  await expect(editor.pane.getByRole('note')).toContainText(
    'The verdict of Ben was given on the earlier words',
  );
  await expect(editor.pane.getByRole('button', { name: 'Still holds' })).toBeHidden();
  const others = editor.pane.getByRole('region', { name: 'Other reviewers' });
  await expect(others).toContainText('Given on other words than those that stand here now.');
  await expectAccessible(page);
  const row = page.getByRole('region', { name: 'Annotations' }).locator('[data-annotation]');
  await expect(row).toContainText(['FalseAnother verdict is on other words']);
  await expect(
    desk.article.getByRole('button', { name: /^False, beside a verdict on other words/ }),
  ).toBeVisible();
  expect(await desk.coverage()).toMatchObject({ checked: 1, open: 0 });

  const report = testInfo.outputPath('report.md');
  await desk.exportAs('Report in Markdown', report);
  const [before = '', after = ''] = (await readFile(report, 'utf8')).split(
    'In doubt: the words have changed',
  );
  expect(before).toContain('**False** (Ana');
  expect(before).not.toContain('(Ben');
  expect(after).toContain('**True** (Ben');

  // Ben does not come back to it.
  await others.getByRole('button', { name: 'Set aside: Ben' }).click();
  await expect(others).toBeHidden();
  await expect(editor.pane.getByRole('note')).toBeHidden();
  await expect(desk.article.getByRole('button', { name: /^False, (?!beside)/ })).toBeVisible();
  await desk.undo();
  await expect(others).toContainText('Given on other words than those that stand here now.');

  await desk.undo();
  await expect(desk.article.getByRole('button', { name: /^Mostly true, on other words/ })).toBeVisible();
});

test('a new version is compared, and lost words get their place again, by tapping @phone', async ({
  page,
}) => {
  const desk = await openPlanned(page, {
    paragraphs: [['The ferry carried 40 people.', 'Nobody knew why it turned.'], ['The owner said nothing.']],
    annotations: [
      { quote: '40 people', rating: 'true' },
      { quote: 'knew why it turned', rating: 'false' },
    ],
  });
  await page.getByRole('button', { name: 'Versions' }).tap();
  await page.getByRole('menuitem', { name: 'Load a new version' }).tap();
  await page
    .getByLabel('Text of the new version')
    .fill('The ferry carried 14 people.\n\nThe owner of the ferry said nothing at all on Friday.');
  await page.getByRole('button', { name: 'Compare' }).tap();
  const drafts = new DraftsPage(page);
  await drafts.whenCompared();
  await expect(page.locator('body')).toHaveJSProperty('scrollWidth', 390);
  for (const quote of ['40 people', 'knew why it turned'])
    await drafts.question(quote).getByRole('button', { name: 'Decide later' }).tap();
  await page.getByRole('button', { name: 'Use this version' }).tap();
  await desk.answerReviewerDialog();

  await desk.tapText('The owner of the ferry');
  await page.getByRole('button', { name: 'Annotations 2' }).tap();
  const tray = page.getByRole('region', { name: 'Needs a place' });
  await expect(tray).toContainText('knew why it turned');
  await tray.getByRole('button', { name: /^Attach to sentence 2/ }).tap();
  await expect(tray).toBeHidden();
  await expect(desk.list.getByRole('listitem').filter({ hasText: 'The owner of the ferry' })).toContainText(
    'Words changed',
  );
  await expect(page.locator('body')).toHaveJSProperty('scrollWidth', 390);
});
