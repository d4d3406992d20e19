import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type { DeskPage } from './pages/desk-page.ts';
import { LibraryPage } from './pages/library-page.ts';
import { expectAccessible } from './support/accessibility.ts';
import { planFile } from './support/fact-check-file.ts';
import { openInAnotherTab, openPlanned, payload } from './support/open.ts';
import { expect, test } from './support/test.ts';

function sample(name: string): string {
  return fileURLToPath(new URL(`../src/exchange/testing/samples/${name}`, import.meta.url));
}

const QUOTE = 'They are not our friends.';
const SEARCH = sample('hypothesis-search.json');

async function openSpeech(
  page: Page,
  text = `A speaker stood up. ${QUOTE} Nobody answered.`,
): Promise<DeskPage> {
  const library = new LibraryPage(page);
  await library.goto();
  return library.pasteArticle({ title: 'A speech', text });
}

test('annotations from Hypothesis come in with verdict and author, once, and in one step of undo', async ({
  page,
}) => {
  const desk = await openSpeech(page);
  const report = await desk.importFile(SEARCH);
  expect(report).toContain('1 annotation found by its words');
  expect(report).toContain('1 annotation about the whole text');
  expect(report).toContain('reviewer_one, reviewer_two');
  const imported = await desk.annotations();
  expect(imported).toHaveLength(2);
  expect(imported).toContainEqual({ quote: QUOTE, verdict: 'False', anchor: 'exact', sources: 0 });
  expect(await desk.needsPlace()).toEqual([expect.stringContaining('about the whole text')]);

  expect(await desk.importFile(SEARCH)).toContain('2 annotations here already');
  expect(await desk.annotations()).toEqual(imported);

  await desk.undo();
  expect(await desk.annotations()).toEqual([]);
});

test('a file that is dropped on the desk is looked at first, and is not opened by the browser', async ({
  page,
}) => {
  const desk = await openSpeech(page);
  await desk.dropFile(payload('found.json', readFileSync(SEARCH, 'utf8')));
  const dialog = page.getByRole('dialog', { name: 'Import' });
  await dialog.getByRole('button', { name: 'Import 2 annotations' }).click();
  await expect(dialog).toBeHidden();
  expect(await desk.annotations()).toHaveLength(2);
});

test('a newer file of the same annotations brings what was said since', async ({ page }) => {
  const desk = await openSpeech(page);
  const value = { start: 20, end: 45, text: QUOTE, labels: ['Claim'] };
  const round = (by: string, choice: string): object => ({
    completed_by: { email: by },
    result: [
      { id: 'r', type: 'labels', value },
      { id: 'r', type: 'choices', value: { ...value, choices: [choice] } },
    ],
  });
  const file = (...annotations: readonly object[]): ReturnType<typeof payload> => {
    const text = `A speaker stood up. ${QUOTE} Nobody answered.`;
    return payload('task.json', JSON.stringify([{ data: { text }, annotations }]));
  };
  await desk.importFile(file(round('ann@example.org', 'False')));
  await desk.chooseFileToImport(file(round('ann@example.org', 'False'), round('bo@example.org', 'True')));
  const dialog = page.getByRole('dialog', { name: 'Import' });
  await expect(dialog).toContainText(
    '1 annotation here already, with a verdict, a reply or evidence that is new',
  );
  await dialog.getByRole('button', { name: 'Import what is new of 1 annotation' }).click();
  await desk.openAnnotation(0);
  await expect(desk.editor.pane).toContainText('bo@example.org');
  expect(await desk.annotations()).toHaveLength(1);
});

test('what was removed here stays removed when its file comes again, until somebody wants it back', async ({
  page,
}) => {
  const desk = await openSpeech(page);
  await desk.importFile(SEARCH);
  await desk.remove(1);
  expect(await desk.importFile(SEARCH)).toMatch(
    /1 annotation here already[^]*1 annotation that was removed here/,
  );
  expect(await desk.annotations()).toHaveLength(1);
  await desk.chooseFileToImport(SEARCH);
  const dialog = page.getByRole('dialog', { name: 'Import' });
  await dialog.getByRole('button', { name: 'Import the removed one too' }).click();
  await dialog.getByRole('button', { name: 'Import 1 annotation' }).click();
  await expect(dialog).toBeHidden();
  expect(await desk.annotations()).toHaveLength(2);
});

const SAMPLES: readonly (readonly [file: string, report: RegExp, verdict: string | null])[] = [
  ['hypothesis-search.json', /1 annotation found[^]*1 annotation about the whole text/, 'False'],
  ['hypothesis-client-export.json', /1 annotation of which/, null],
  ['web-annotation.jsonld', /1 annotation found by its words[^]*1 source cited/, 'False'],
  ['w3c-annotation.jsonld', /1 annotation found/, 'False'],
  ['w3c-annotation-page.jsonld', /2 annotations with positions only/, 'False'],
  ['recogito-v3.json', /1 annotation found exactly[^]*1 annotation of which|2 annotations found/, 'False'],
  ['recogito-v4.json', /“misleading” means/, 'Misleading'],
  ['recogito-w3c.json', /1 annotation found/, 'False'],
  ['label-studio-choices.json', /Annotator 7/, 'False'],
  ['label-studio-ner.json', /1 annotation made by a machine/, 'False'],
  ['label-studio-ner-min.json', /1 annotation found/, 'False'],
  ['doccano-spans.jsonl', /2 annotations found/, null],
  ['doccano-relations.jsonl', /2 annotations found/, null],
  ['doccano-classification.jsonl', /1 annotation found/, 'False'],
];

const KILLED =
  'He said the attack killed 13 American soldiers, 12 Marines and one Navy chaplain, officials said.';

test('every kind of file comes in, and one undo takes it back', async ({ page }) => {
  const files = readdirSync(fileURLToPath(new URL('../src/exchange/testing/samples/', import.meta.url)));
  const listed = SAMPLES.map(([file]) => file);
  expect(listed.toSorted()).toEqual(files.filter((file) => !file.startsWith('edge-')).toSorted());
  const desk = await openSpeech(page, `${QUOTE}\n\n${KILLED}`);
  for (const [file, report, verdict] of SAMPLES) {
    await test.step(file, async () => {
      expect(await desk.importFile(sample(file))).toMatch(report);
      expect((await desk.annotations()).map((one) => one.verdict)).toContain(verdict);
      await desk.undo();
      expect(await desk.annotations()).toEqual([]);
    });
  }
});

test('other words in its place grey the verdict; without a place an annotation waits in the tray, and stays', async ({
  page,
}) => {
  const desk = await openSpeech(page, 'A speaker stood up. They are our friends. Nobody answered.');
  expect(await desk.importFile(sample('w3c-annotation-page.jsonld'))).toContain('in doubt');
  const placed = (await desk.annotations()).find(({ quote }) => quote === 'They are our friends.');
  expect(placed?.anchor).toBe('changed');
  expect(await desk.needsPlace()).toHaveLength(2);
  await desk.openAnnotation(2);
  await expect(desk.editor.pane).toContainText('Its words have changed');
  await desk.editor.close();
  await desk.whenSaved();
  await page.reload();
  await expect.poll(() => desk.needsPlace()).toHaveLength(2);
  await desk.reattach('XPath', { sentence: 0 });
  expect(await desk.needsPlace()).toHaveLength(1);
});

test('a person says what the words of the other tool mean', async ({ page }) => {
  const desk = await openSpeech(page, QUOTE);
  await desk.chooseFileToImport(sample('doccano-spans.jsonl'));
  const dialog = page.getByRole('dialog', { name: 'Import' });
  await expect(dialog.getByRole('button', { name: 'Import 2 annotations' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Import a file' })).toBeFocused();
  await desk.chooseFileToImport(sample('doccano-spans.jsonl'));
  await dialog.getByLabel('“Loaded word” means').selectOption('Misleading');
  await dialog.getByLabel('“Claim” means').selectOption('Not checkable');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Import 2 annotations' }).click();
  expect((await desk.annotations()).map(({ verdict }) => verdict)).toEqual([null, 'Misleading']);
  expect((await desk.coverage()).open + (await desk.coverage()).checked).toBe(1);
});

test('sources come in from BibTeX and CSL-JSON, and a source that is here is not doubled', async ({
  page,
}) => {
  const desk = await openSpeech(page);
  const bib = payload(
    'zotero.bib',
    '@online{a, title = {The {DNA}}, url = {https://example.org/a}}\n@book{b,',
  );
  await desk.importFile(bib);
  const items = [{ id: 1, type: 'webpage', title: 'The DNA', URL: 'https://www.example.org/a/' }];
  const csl = payload('x.json', JSON.stringify([...items, { id: 2, type: 'book', title: 'Another' }]));
  expect(await desk.importFile(csl)).toContain('1 source here already');
  await desk.showPanel('Sources');
  await expect(page.getByRole('region', { name: 'Sources' })).toContainText('Another');
  await expect(page.getByRole('region', { name: 'Sources' }).getByText('The DNA')).toHaveCount(1);
});

test('a source that was removed stays so when its list comes again, until somebody wants it back; one that an undo took away comes', async ({
  page,
}) => {
  const desk = await openSpeech(page);
  const list = payload('x.json', JSON.stringify([{ id: 2, type: 'book', title: 'Another' }]));
  await desk.importFile(list);
  await desk.undo();
  expect(await desk.importFile(list)).toContain('1 source new');
  await desk.showPanel('Sources');
  const sources = page.getByRole('region', { name: 'Sources' });
  await sources.getByRole('listitem').getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Remove source' }).click();
  await expect(sources).not.toContainText('Another');
  expect(await desk.importFile(list)).toContain('1 source that was removed here: it stays removed');
  await expect(sources).not.toContainText('Another');
  await desk.importFile(list, { bringsBack: true });
  await expect(sources.getByText('Another')).toHaveCount(1);
});

const PLAN = {
  paragraphs: [['The ferry left at noon.', 'It carried 40 people.'], ['Nobody knew why it turned.']],
  annotations: [
    { quote: 'noon', rating: 'true', conclusion: 'The log says so.' },
    { quote: '40 people', rating: 'false' },
  ],
} as const;

test('a file of our own is merged: what is new comes, and what both sides edited is never overwritten unasked', async ({
  page,
}) => {
  const desk = await openPlanned(page, PLAN);
  const file = planFile({
    ...PLAN,
    annotations: [
      { quote: 'noon', rating: 'misleading', conclusion: 'It was one.' },
      PLAN.annotations[1],
      { quote: 'Nobody knew why it turned.', isNotCheckable: true },
    ],
  });
  // Somebody else has gone on from another version than the one here.
  for (const verdict of file.factCheck.verdicts) Object.assign(verdict, { rev: [7, 'other'] });
  const brought = payload('colleague.json', JSON.stringify(file));
  const report = await desk.importFile(brought);
  expect(report).toContain('New: 1 annotation');
  expect(report).toContain('Edited here and in the file');
  expect((await desk.annotations()).map(({ verdict }) => verdict)).toEqual(['True', 'False', null]);
  // What the file said is in the history of the claim.
  await desk.openAnnotation(0);
  await desk.editor.openHistory();
  await expect(desk.editor.history()).toContainText(['It was one.']);
});

test('what was removed here stays removed when a file of our own is merged, and comes back with what was said of it since', async ({
  page,
}) => {
  const desk = await openPlanned(page, PLAN);
  const file = payload('own.json', JSON.stringify(planFile(PLAN)));
  await desk.putCursorOn(0);
  await page.keyboard.press('6');
  await desk.answerReviewerDialog();
  await expect.poll(async () => (await desk.annotations())[0]?.verdict).not.toBe('True');
  const shown = await desk.annotations();
  await desk.remove(0);
  await desk.whenSaved();
  await page.reload();

  await desk.chooseFileToImport(file);
  const dialog = page.getByRole('dialog', { name: 'Import' });
  await expect(dialog).toContainText('1 annotation that was removed here: it stays removed');
  await expect(dialog).not.toContainText('here already');
  await expect(dialog.getByRole('button', { name: 'Merge' })).toBeHidden();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Import the removed one too' }).click();
  await expect(dialog).toContainText('New: 1 annotation');
  await dialog.getByRole('button', { name: 'Merge' }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(() => desk.annotations()).toEqual(shown);
  await desk.undo();
  expect(await desk.annotations()).toHaveLength(1);
});

test('an edit in another tab while the merge is looked at makes its plan anew, and is not overwritten', async ({
  page,
}) => {
  const desk = await openPlanned(page, PLAN);
  await desk.putCursorOn(2);
  await page.keyboard.press('0');
  await desk.answerReviewerDialog();
  await desk.whenSaved();
  const other = await openInAnotherTab(page);
  const file = planFile(PLAN);
  const [annotation = {}] = file.factCheck.annotations;
  // Somebody has gone on from the version here.
  Object.assign(annotation, {
    claim: { statement: 'The ferry left at 12:00.', kind: 'substance' },
    base: annotation['rev'],
    rev: [Date.UTC(2026, 5), 'file'],
    updatedAt: '2026-06-01T00:00:00Z',
  });
  await page.bringToFront();
  await desk.chooseFileToImport(payload('colleague.json', JSON.stringify(file)));
  const dialog = page.getByRole('dialog', { name: 'Import' });
  await expect(dialog).toContainText('Newer in the file: 1 annotation');

  await other.openAnnotation(0);
  await other.editor.unfold('Claim');
  await other.editor.pane.getByLabel('Claim', { exact: true }).fill('The ferry left at one.');
  await other.whenSaved();
  await expect(dialog.getByRole('status').filter({ hasText: 'was changed meanwhile' })).toBeVisible();
  await expect(dialog).toContainText('Edited here and in the file');
  await dialog.getByRole('button', { name: 'Merge' }).click();
  await desk.openAnnotation(0);
  await expect(desk.editor.pane.getByLabel('Claim', { exact: true })).toHaveValue('The ferry left at one.');
});

test('what is no such file is said, and nothing changes', async ({ page }) => {
  const desk = await openSpeech(page);
  for (const [content, sentence] of [
    ['{"a": 1}', /none of the kinds/],
    ['Dear editor', /none of the kinds/],
    ['', /empty/],
  ] as const) {
    expect(await desk.importFile(payload('x.json', content))).toMatch(sentence);
  }
  expect(await desk.annotations()).toEqual([]);
});

test('a file of 3,000 annotations is read beside the page, taken in one step, and saved', async ({
  page,
}) => {
  const desk = await openSpeech(page);
  const rows = Array.from({ length: 3000 }, (_, i) => ({
    id: `row-${i}`,
    user: `acct:reader_${i % 7}@example.org`,
    created: '2026-01-01T00:00:00Z',
    updated: '2026-01-01T00:00:00Z',
    uri: 'https://example.org/speech',
    text: `Remark ${i}`,
    tags: [],
    target: [
      { selector: [{ type: 'TextQuoteSelector', exact: QUOTE, prefix: 'stood up. ', suffix: ' Nobody' }] },
    ],
  }));
  await desk.chooseFileToImport(payload('many.json', JSON.stringify({ total: rows.length, rows })));
  await page.getByRole('button', { name: 'Import 3,000 annotations' }).click();
  await expect(page.getByRole('dialog', { name: 'Import' })).toBeHidden();
  await desk.whenSaved();
  await page.reload();
  await desk.whenSaved();
  await expect(page.getByRole('complementary', { name: 'Overview' })).toContainText('3000');
});

test('a large import that is undone and redone at once is kept whole', async ({ page }) => {
  const sentences = Array.from({ length: 700 }, (_, i) => `Number ${i + 1000} was drawn.`);
  const plan = { paragraphs: [sentences] };
  const whole = planFile({
    ...plan,
    annotations: sentences.map((quote, sentence) => ({ quote, sentence, rating: 'false' as const })),
  });
  const desk = await openPlanned(page, plan);
  await desk.importFile(payload('whole.json', JSON.stringify(whole)));
  await desk.whenSaved();
  const marks = desk.article.locator('mark');
  await expect(marks).toHaveCount(700);

  await desk.sentence(0).focus();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+Shift+z');
  await expect(marks).toHaveCount(700);
  await desk.whenSaved();
  await page.reload();
  await desk.whenOpen();
  await expect(marks).toHaveCount(700);
});
