import type { DeskPage } from './pages/desk-page.ts';
import { LibraryPage } from './pages/library-page.ts';
import { expectAccessible } from './support/accessibility.ts';
import { openPlanned } from './support/open.ts';
import { PLANTED, plantBroken } from './support/plant-broken.ts';
import { expect, test } from './support/test.ts';

const PLAN = {
  paragraphs: [['The ferry left at noon.', 'It carried 40 people.'], ['Nobody knew why.']],
  reviewers: ['Ana'],
  annotations: [
    { quote: '40 people', rating: 'false' },
    { quote: 'carried 40', rating: 'true' },
    { quote: 'Nobody knew', rating: 'unproven' },
  ],
} as const;

test.use({ expectedComplaints: [PLANTED] });

const press = (key: string) => (desk: DeskPage) => desk.page.keyboard.press(key);
const open = (name: string) => (desk: DeskPage) =>
  desk.page.getByRole('banner').getByRole('button', { name }).click();
/** An address leads to it: the list is not needed. */
const edit = ({ page }: DeskPage) =>
  page.evaluate(() => {
    location.hash += '/annotation/a2';
  });

interface BrokenPart {
  readonly part: string;
  readonly components?: readonly string[];
  /** How it is shown; absent for what is there by itself. */
  readonly show?: (desk: DeskPage) => Promise<unknown>;
  readonly said: string;
}

const DESK_PART = 'A part of the desk stopped working.';

const PARTS: readonly BrokenPart[] = [
  { part: 'AnnotationList', said: 'This panel stopped working.' },
  {
    part: 'SourcesPanel',
    show: ({ page }) =>
      page
        .getByRole('complementary', { name: 'Overview' })
        .getByRole('button', { name: /^Sources/ })
        .click(),
    said: 'This panel stopped working.',
  },
  { part: 'AnnotationEditor', show: edit, said: 'The editor stopped working.' },
  {
    part: 'HistoryList',
    show: async (desk) => {
      await edit(desk);
      await desk.editor.pane.getByText('History').click();
    },
    said: 'The history stopped working.',
  },
  { part: 'BoundaryHandles', show: edit, said: DESK_PART },
  { part: 'Unopened', said: 'The editor stopped working.' },
  { part: 'OverviewButton', said: DESK_PART },
  { part: 'SentenceTools', said: DESK_PART },
  { part: 'PlaceChooser', show: (desk) => desk.clickText('40'), said: DESK_PART },
  { part: 'DeskCommands', said: DESK_PART },
  { part: 'ConflictsButton', said: DESK_PART },
  { part: 'Reminders', said: DESK_PART },
  { part: 'DeskImport', said: DESK_PART },
  { part: 'VersionScreen', components: ['VersionsButton', 'VersionScreen'], said: DESK_PART },
  { part: 'FoundMarks', said: DESK_PART },
  { part: 'PrintedAnnotations', said: DESK_PART },
  { part: 'SettingsDialog', show: open('Settings'), said: 'This dialog stopped working.' },
  { part: 'DeskExport', show: open('Export'), said: 'This dialog stopped working.' },
  { part: 'KeysDialog', show: press('?'), said: 'This list of commands stopped working.' },
  {
    part: 'TourDialog',
    show: async ({ page }) => {
      const palette = page.getByRole('dialog', { name: 'Find a command' });
      const command = palette.getByRole('option', { name: /^How it works/ });
      // It is one of the commands that come after the article.
      await expect(async () => {
        await page.keyboard.press('Escape');
        await page.keyboard.press('Control+k');
        await expect(command).toBeVisible({ timeout: 1000 });
      }).toPass();
      await command.click();
    },
    said: 'This dialog stopped working.',
  },
  { part: 'CommandPalette', show: press('Control+k'), said: 'This list of commands stopped working.' },
];

for (const { part, components = [part], show, said } of PARTS)
  test(`when ${part} breaks, the article and the work go on`, async ({ page }) => {
    const desk = await openPlanned(page, PLAN);
    await desk.whenSaved();
    await plantBroken(page, part, components);
    await page.reload();
    await expect(desk.sentence(0)).toBeVisible();
    await show?.(desk);
    const alert = page.getByRole('alert').filter({ hasText: said });
    await expect(alert.getByRole('button', { name: 'Load the page again' })).toBeVisible();
    await expectAccessible(page);

    // The article is read and judged as before.
    for (const key of ['Escape', 'Home', '1']) await page.keyboard.press(key);
    await desk.answerReviewerDialog();
    await expect(desk.sentence(0).getByRole('button', { name: /^True/ })).toBeVisible();
    await desk.whenSaved();

    await page.unrouteAll();
    await page.reload();
    await desk.whenOpen();
    await expect(desk.sentence(0).getByRole('button', { name: /^True/ })).toBeVisible();
    await expect(alert).toBeHidden();
  });

test('beside what broke the work is taken along, and what lies over the article goes away', async ({
  page,
}) => {
  await plantBroken(page, 'SourcesPanel');
  await plantBroken(page, 'SentenceTools');
  const desk = await openPlanned(page, PLAN);
  const floating = page.getByRole('alert').filter({ hasText: DESK_PART });
  await floating.getByRole('button', { name: 'Close' }).click();
  await expect(floating).toBeHidden();
  await expect(page.getByRole('toolbar').getByRole('button', { name: 'Misleading' })).toBeVisible();

  await desk.showPanel('Sources');
  await page.getByRole('alert').getByRole('button', { name: 'Export the fact check' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Download' }).last().click();
  expect((await download).suggestedFilename()).toMatch(/linecheck\.json$/);
  await page.keyboard.press('Escape');
  await page.unrouteAll();
  await page.getByRole('alert').getByRole('button', { name: 'Load the page again' }).click();
  await desk.whenOpen();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('beside a dialog that broke the work is taken along; when the export breaks as well, nothing else does', async ({
  page,
}) => {
  await plantBroken(page, 'SettingsDialog');
  const desk = await openPlanned(page, PLAN);
  await open('Settings')(desk);
  const broken = page.getByRole('alert').filter({ hasText: 'This dialog stopped working.' });
  const takeAlong = broken.getByRole('button', { name: 'Export the fact check' });
  await takeAlong.click();
  const download = page.waitForEvent('download');
  await page.getByRole('dialog', { name: 'Export' }).getByRole('button', { name: 'Download' }).last().click();
  expect((await download).suggestedFilename()).toMatch(/linecheck\.json$/);

  await plantBroken(page, 'DeskExport');
  await page.reload();
  await desk.whenOpen();
  await open('Settings')(desk);
  await takeAlong.click();
  await expect(broken).toHaveCount(2);
  await broken.last().getByRole('button', { name: 'Close' }).click();
  await expect(broken).toHaveCount(1);
  await broken.getByRole('button', { name: 'Close' }).click();
  await expect(broken).toHaveCount(0);
  for (const key of ['Home', '1']) await page.keyboard.press(key);
  await desk.answerReviewerDialog();
  await desk.whenSaved();
});

test('when a dialog of the library breaks, the library goes on', async ({ page }) => {
  await plantBroken(page, 'SettingsDialog');
  const library = new LibraryPage(page);
  await library.goto();
  await page.getByRole('button', { name: 'Settings' }).click();
  const alert = page.getByRole('alert').filter({ hasText: 'This dialog stopped working.' });
  await alert.getByRole('button', { name: 'Close' }).click();
  await expect(alert).toBeHidden();
  await (await library.pasteArticle({ text: 'It rained.' })).whenSaved();
});
