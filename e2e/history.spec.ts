import { LibraryPage } from './pages/library-page.ts';
import { planFile } from './support/fact-check-file.ts';
import { openPlanned, payload } from './support/open.ts';
import { expectAccessible } from './support/accessibility.ts';
import { expect, test } from './support/test.ts';

const PLAN = { paragraphs: [['The ferry left at noon.', 'It carried 40 people.']] };

test('a verdict that was changed twice is in the history after a reload, and can be restored and undone', async ({
  page,
}) => {
  const desk = await openPlanned(page, PLAN);
  const { editor } = desk;
  await desk.annotate({ sentence: 1 }, { verdict: 'True', conclusion: 'It did.' });
  await editor.giveVerdict('False');
  await editor.giveVerdict('Misleading');
  await desk.whenSaved();
  await page.reload();
  await desk.whenOpen();

  await editor.openHistory();
  await expect(editor.history()).toContainText(['False', 'True', 'True']);
  for (const entry of await editor.history().all()) {
    await expect(entry).toContainText(/^Verdict by Ana Checker, (just now|\d+ minutes? ago)/);
    await expect(entry.locator('time')).toHaveAttribute('datetime', /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  }
  await expectAccessible(page);
  await editor.restore('True');
  await expect(editor.pane.getByRole('radio', { name: 'True', exact: true })).toBeChecked();
  await expect(editor.field('Conclusion')).toHaveValue('It did.');

  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect(editor.pane.getByRole('radio', { name: 'Misleading', exact: true })).toBeChecked();
});

test('history goes along in the export, and a version of it is restored where the file is opened', async ({
  page,
  openFreshProfile,
}, testInfo) => {
  const desk = await openPlanned(page, PLAN);
  await desk.annotate({ sentence: 1 }, { verdict: 'True', conclusion: 'So it was.' });
  await desk.editor.giveVerdict('False');
  await desk.editor.field('Conclusion').fill('It carried 30.');
  await desk.whenSaved();
  await page.reload();
  await desk.whenOpen();
  const file = testInfo.outputPath('with-history.json');
  await desk.exportAs('Linecheck', file);

  const other = await openFreshProfile();
  const library = new LibraryPage(other);
  await library.goto();
  const otherDesk = await library.openFile(file);
  const { editor } = otherDesk;
  await otherDesk.openAnnotation(0);
  await editor.openHistory();
  await expect(editor.history()).toContainText(['False', /True.*So it was\./, 'True']);
  await editor.restore('True');
  await other.getByRole('dialog').getByRole('button', { name: 'Ana Checker' }).click();
  await expect(editor.field('Conclusion')).toHaveValue('So it was.');
  await otherDesk.whenSaved();
  expect(await otherDesk.annotations()).toMatchObject([{ verdict: 'True' }]);
});

test('of a very long history fifty entries are drawn at a time', async ({ page }) => {
  const file = planFile({ ...PLAN, annotations: [{ quote: '40 people', rating: 'true' }] });
  const [before] = file.factCheck.verdicts;
  const history = Array.from({ length: 70 }, (_, i) => ({
    ...before,
    type: 'history',
    id: `h${String(i).padStart(2, '0')}`,
    replacedAt: `2026-02-01T00:00:${String(i % 60).padStart(2, '0')}Z`,
    replacedBy: null,
    before: { ...before, conclusion: `Version ${i}` },
  }));
  const factCheck = { ...file.factCheck, history };
  const library = new LibraryPage(page);
  await library.goto();
  const desk = await library.openFile(payload('long.json', JSON.stringify({ ...file, factCheck })));
  await desk.openAnnotation(0);
  const { editor } = desk;
  await editor.openHistory();
  await expect(editor.history()).toHaveCount(50);
  await editor.pane.getByRole('button', { name: '20 more' }).press('Enter');
  await expect(editor.history()).toHaveCount(70);
  await expect(editor.history().nth(50).getByRole('button', { name: 'Restore' })).toBeFocused();
});

test('evidence that was removed from an annotation comes back from the history', async ({ page }) => {
  const desk = await openPlanned(page, PLAN);
  const { editor } = desk;
  await desk.annotate({ sentence: 1 }, { sources: [{ title: 'Log book', quote: 'forty on board' }] });
  await editor.openHistory();
  await editor.pane.getByRole('button', { name: 'Remove from annotation' }).click();
  await expect(editor.pane.locator('[data-evidence]')).toHaveCount(0);
  await editor.restore('forty on board');
  await expect(editor.pane.locator('[data-evidence]').getByLabel('Quoted words')).toHaveValue(
    'forty on board',
  );
});

test('an annotation that was removed is found after a reload, with who and when, and comes back whole', async ({
  page,
}) => {
  const desk = await openPlanned(page, PLAN);
  const { editor } = desk;
  await desk.annotate(
    { sentence: 1 },
    { verdict: 'False', conclusion: 'It carried 30.', sources: [{ title: 'Log book' }] },
  );
  await desk.remove(0);
  await desk.whenSaved();
  await page.reload();
  await desk.whenOpen();

  await desk.list.getByText('Removed annotations').click();
  const removed = desk.list.getByRole('list', { name: 'Removed annotations' }).getByRole('listitem');
  await expect(removed).toContainText(/It carried 40 people\..*False.*Removed by /);
  await expectAccessible(page);
  await removed.getByRole('button', { name: 'Restore' }).click();
  await expect(editor.field('Conclusion')).toHaveValue('It carried 30.');
  await expect(editor.pane.locator('[data-evidence]')).toHaveCount(1);
  await expect(desk.list.getByText('Removed annotations')).toHaveCount(0);
  await desk.whenSaved();

  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect(desk.list.getByText('Removed annotations')).toBeVisible();
  await expect.poll(() => desk.annotations()).toHaveLength(0);
});

const CITED = {
  ...PLAN,
  sources: { log: { title: 'Log book' }, copy: { title: 'Log book, copy' } },
  annotations: [{ quote: '40 people', rating: 'true', cites: { log: 'supports' } }],
} as const;

test('evidence whose source was removed comes back from the history with it, here and where the file is opened', async ({
  page,
  openFreshProfile,
}, testInfo) => {
  const desk = await openPlanned(page, CITED);
  const { editor } = desk;
  await desk.openAnnotation(0);
  const cited = editor.pane.locator('[data-evidence]');
  await cited.getByLabel('Quoted words').fill('forty on board');
  await desk.showPanel('Sources');
  await desk.answerReviewerDialog();
  const source = page.getByRole('region', { name: 'Sources' }).locator('[data-source="log"]');
  await source.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Remove source' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove source' }).click();
  await desk.whenSaved();
  await page.reload();
  await desk.whenOpen();
  const file = testInfo.outputPath('source-removed.json');
  await desk.exportAs('Linecheck', file);

  await desk.showPanel('Annotations');
  await desk.openAnnotation(0);
  await editor.openHistory();
  await expect(editor.history().first()).toContainText(/Supports: Log book.*forty on board/);
  await editor.restore('forty on board');
  await expect(cited).toContainText('Log book');
  await expect(cited.getByLabel('Quoted words')).toHaveValue('forty on board');
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect(cited).toHaveCount(0);
  await desk.showPanel('Sources');
  await expect(source).toHaveCount(0);

  const other = await openFreshProfile();
  const library = new LibraryPage(other);
  await library.goto();
  const otherDesk = await library.openFile(file);
  await otherDesk.openAnnotation(0);
  await otherDesk.editor.openHistory();
  await otherDesk.editor.restore('forty on board');
  await other.getByRole('dialog').getByRole('button', { name: 'Ana Checker' }).click();
  await expect(otherDesk.editor.pane.locator('[data-evidence]')).toContainText('Log book');
});
