import { DeskPage } from './pages/desk-page.ts';
import { LibraryPage } from './pages/library-page.ts';
import { anchorsOf } from './support/anchors-of.ts';
import { expectAccessible } from './support/accessibility.ts';
import { planFile, type FactCheckFile } from './support/fact-check-file.ts';
import { payload } from './support/open.ts';
import { expect, test } from './support/test.ts';

const PLAN = {
  title: 'Ferry',
  paragraphs: [
    ['The ferry left at noon on Friday.', 'It carried 40 people to the island.'],
    ['Nobody knew why it turned.', 'The owner said nothing at all.'],
  ],
  annotations: [
    { quote: 'left at noon', rating: 'true' },
    { quote: '40 people', rating: 'false' },
    { quote: 'Nobody knew why it turned.', rating: 'unproven' },
  ],
} as const;

const FOUND = [
  '1 annotation was found again by its words.',
  '1 annotation stands on words that have changed: its verdict is greyed until somebody decides.',
  '1 annotation has no place in this text: it waits under “Needs a place”.',
];

/** Somebody opened the file in a text editor and worked on the article. */
function changeText(file: FactCheckFile): FactCheckFile {
  const [article] = file.factCheck.articles;
  if (!article) throw new Error('The plan has no article.');
  article['text'] = String(article['text'])
    .replace('The ferry', 'The old ferry')
    .replace('40 people', '14 people')
    .replace('Nobody knew why it turned. ', '');
  return file;
}

/** Another program wrote the offsets and the words of a target. */
function changeTargets(file: FactCheckFile): FactCheckFile {
  const [noon, people, nobody] = file.factCheck.annotations as { targets: Target[] }[];
  Object.assign(noon?.targets[0]?.position ?? {}, { start: 3, end: 15 });
  Object.assign(people?.targets[0]?.quote ?? {}, { exact: '41 people' });
  Object.assign(nobody?.targets[0]?.quote ?? {}, { exact: 'Snow fell in the hills', prefix: '', suffix: '' });
  return file;
}

interface Target {
  readonly quote: object;
  readonly position: object;
}

test('a fact check whose article was changed on disk opens: no verdict stands on words that nobody has judged', async ({
  page,
}) => {
  const library = new LibraryPage(page);
  await library.goto();
  await library.chooseFile(payload('ferry.json', JSON.stringify(changeText(planFile(PLAN)))));
  const dialog = page.getByRole('dialog', { name: 'Opened, with a remark' });
  await expect(dialog.getByRole('listitem')).toHaveText([
    'The text of the article “Ferry” is not the one that was checked: its SHA-256 digest differs.',
    ...FOUND,
    // “The ferry left at noon” is “The old ferry left at noon” now.
    '1 annotation stands in a sentence that has changed around the same words. The verdict stays; look whether it still holds: “left at noon”',
  ]);
  await dialog.getByRole('button', { name: 'Continue' }).press('Enter');

  const desk = new DeskPage(page);
  await desk.whenOpen();
  await expect.poll(() => desk.needsPlace()).toEqual(['Nobody knew why it turned.']);
  expect(await anchorsOf(desk)).toEqual({
    'Nobody knew why it turned.': 'orphaned',
    'left at noon': 'exact',
    '14 people': 'changed',
  });
  expect(await desk.coverage()).toEqual({ checked: 1, open: 1, notCheckable: 0, untouched: 1 });
  await expectAccessible(page);
  await desk.clickText('14 people');
  await expect(desk.editor.pane.locator('del')).toContainText('40');
  await desk.editor.pane.getByRole('button', { name: 'Detach' }).click();
  await desk.answerReviewerDialog();
  await desk.editor.close();
  await expect.poll(() => desk.needsPlace()).toContain('40 people');
  await desk.whenSaved();
  await page.reload();
  await desk.whenOpen();
  await expect.poll(() => desk.needsPlace()).toHaveLength(2);
});

test('targets that do not fit their article are looked for when the fact check is opened', async ({
  page,
}) => {
  const library = new LibraryPage(page);
  await library.goto();
  const backup = {
    format: 'linecheck-backup',
    version: '1.0',
    exportedAt: '2026-01-01T00:00:00Z',
    factChecks: [changeTargets(planFile(PLAN))],
    conflicts: [],
    damaged: [],
  };
  await library.chooseFile(payload('backup.json', JSON.stringify(backup)));
  await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click();
  const desk = await library.resume('Ferry');
  await expect(page.getByRole('status').filter({ hasText: FOUND.join(' ') })).toBeVisible();
  expect(await anchorsOf(desk)).toEqual({
    'Snow fell in the hills': 'orphaned',
    'left at noon': 'exact',
    '40 people': 'changed',
  });
  await desk.clickText('40 people');
  await expect(desk.editor.pane.locator('del')).toContainText('41');
});
