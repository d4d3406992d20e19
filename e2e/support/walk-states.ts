import type { Locator, Page } from '@playwright/test';
import type { DeskPage } from '../pages/desk-page.ts';
import { LibraryPage } from '../pages/library-page.ts';
import { planFile } from './fact-check-file.ts';
import { openPlanned, payload } from './open.ts';
import { expect } from './test.ts';

const SENTENCES = [
  'The ferry left at noon.',
  'It carried 40 people across the lake, where 40 people waited.',
  'Nobody knew why it had turned.',
];

const PLAN = {
  title: 'A title that is much too long to be shown whole at the top of a small screen',
  paragraphs: [SENTENCES, ['It was sold to a museum.']],
  reviewers: ['Ana'],
  sources: { log: { title: 'The log', url: 'https://example.org/log' } },
  annotations: [
    { quote: 'noon', rating: 'mostly-true', cites: { log: 'supports' }, tags: ['times'] },
    { quote: '40 people', rating: 'false', conclusion: 'It was 38.' },
    { quote: 'why it had turned', rating: 'unproven' },
  ],
} as const;

const annotationOn = (id: string, exact: string): object => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: `urn:test:${id}`,
  type: 'Annotation',
  motivation: 'assessing',
  body: [{ type: 'TextualBody', value: 'Dubious', purpose: 'tagging' }],
  target: { source: 'x', selector: [{ type: 'TextQuoteSelector', exact }] },
});

const ANNOTATIONS = payload(
  'found.json',
  JSON.stringify([
    annotationOn('1', 'sold to a museum'),
    annotationOn('2', 'It was given to a museum'),
    annotationOn('3', 'In another article'),
  ]),
);

const SOURCES = payload('sources.bib', '@book{a, title={A book}, author={Eve Ferryman}, year={1912}}');

/** The same fact check as somebody else has edited it. */
function edited(): string {
  const file = planFile(PLAN);
  const [verdict] = file.factCheck.verdicts;
  Object.assign(verdict ?? {}, { conclusion: 'It left at one.' });
  return JSON.stringify(file);
}

/** Goes through what the desk and the library show besides their plain selves, and has each looked at, by its name. */
export async function walkStates(page: Page, look: (state: string) => Promise<void>): Promise<void> {
  const desk = await openPlanned(page, PLAN);
  await desk.putCursorOn(3);
  await page.keyboard.press('5');
  await desk.answerReviewerDialog();
  const dialog = page.getByRole('dialog');

  /** Looks at a dialog once it is there, and closes it. */
  const within = async (state: string, isReady: Locator = dialog.last()): Promise<void> => {
    await expect(isReady).toBeVisible();
    await look(state);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  };

  await page
    .getByRole('region', { name: 'Coverage' })
    .getByRole('button', { name: /Overview/ })
    .click();
  await within('overview', dialog.getByRole('heading', { name: 'Left to do' }));
  await page.keyboard.press('?');
  await dialog.getByRole('button', { name: 'Change keys' }).click();
  await within('changing keys');
  await page.keyboard.press('Control+k');
  await within('commands');
  for (const key of ['Escape', 'Home', 's']) await page.keyboard.press(key);
  await within('split');

  await page.getByRole('banner').getByRole('button', { name: 'Settings' }).click();
  await dialog.getByRole('button', { name: 'Copy and edit' }).click();
  await dialog.getByLabel('Name of the scale').fill('');
  await dialog.getByRole('button', { name: 'Save the scale' }).click();
  await look('scale editor');
  await page.keyboard.press('Escape');
  await dialog.getByRole('button', { name: 'Discard it' }).click();
  await within('settings');

  await page.getByRole('banner').getByRole('button', { name: 'Export' }).click();
  await dialog.getByRole('radio', { name: /ClaimReview/ }).check();
  await within('export of a report');

  await desk.chooseFileToImport(SOURCES);
  await within('import of sources', dialog.getByRole('button', { name: /^Import 1/ }));
  await desk.chooseFileToImport(payload('edited.linecheck.json', edited()));
  await within('merge', dialog.getByRole('button', { name: 'Merge' }));
  await desk.chooseFileToImport(ANNOTATIONS);
  const take = dialog.getByRole('button', { name: /^Import 3/ });
  await expect(take).toBeVisible();
  await dialog.locator('summary').first().click();
  await look('import of annotations');
  await take.click();
  await desk.showPanel('Annotations');
  await expect(page.getByRole('region', { name: 'Needs a place' })).toBeVisible();
  await look('tray and notice');
  await desk.list.getByRole('button', { name: /Words changed/ }).click();
  await expect(desk.editor.pane.getByRole('note').first()).toBeVisible();
  await look('doubt');
  await desk.editor.close();

  await walkHistory(desk, look);
  await walkVersions(desk, look);
  await walkLibrary(desk, look);
}

async function walkHistory(desk: DeskPage, look: (state: string) => Promise<void>): Promise<void> {
  await desk.showPanel('Annotations');
  await desk.list.getByRole('button', { name: /noon/ }).click();
  await desk.editor.giveVerdict('True');
  await desk.editor.giveVerdict('Half true');
  await desk.editor.openHistory();
  await expect(desk.editor.history().first()).toBeVisible();
  await look('history');
  await desk.editor.choose('Remove annotation');
  await expect(desk.editor.pane).toBeHidden();
  await desk.showPanel('Annotations');
  await desk.list.locator('summary', { hasText: 'Removed annotations' }).click();
  await expect(desk.list.getByRole('button', { name: 'Restore' })).toBeVisible();
  await look('removed annotations');
  await desk.list.getByLabel('Search annotations').fill('verdict:');
  await expect(desk.page.getByRole('listbox')).toBeVisible();
  await look('suggestions');
  await desk.list.getByLabel('Search annotations').fill('verdict:false');
  await desk.page.keyboard.press('Escape');
  await look('found');
  await desk.list.getByRole('button', { name: 'Clear filters' }).click();
  await desk.closePanel();
}

async function walkVersions(desk: DeskPage, look: (state: string) => Promise<void>): Promise<void> {
  const { page } = desk;
  const dialog = page.getByRole('dialog');
  const drafts = await desk.loadNewDraft({
    text: [SENTENCES.join(' ').replaceAll('40', '38').replace('why it had turned', ''), 'It sank.'].join(
      '\n\n',
    ),
  });
  await look('comparison');
  await drafts.page
    .getByRole('button', { name: /^Find its place/ })
    .first()
    .click();
  await expect(dialog).toBeVisible();
  await look('place picker');
  await page.keyboard.press('Escape');
  await drafts.page.getByRole('button', { name: 'Cancel' }).click();
  await look('discard');
  await page.keyboard.press('Escape');
  const open = page.locator('[data-question="open"]');
  for (let left = await open.count(); left > 0; left -= 1) {
    await open.first().focus();
    await page.keyboard.press('l');
    await expect(open).toHaveCount(left - 1);
  }
  await drafts.use();
  await desk.showVersion(1);
  await look('older version');
  await page.goBack();
  await desk.whenOpen();
}

async function walkLibrary(desk: DeskPage, look: (state: string) => Promise<void>): Promise<void> {
  const { page } = desk;
  const dialog = page.getByRole('dialog');
  await desk.whenSaved();
  await desk.leave();
  const library = new LibraryPage(page);
  await expect.poll(() => library.factChecks()).toHaveLength(1);
  await page.getByRole('button', { name: 'Settings' }).click();
  const backup = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Download everything' }).click();
  const path = await (await backup).path();
  await expect(dialog.getByRole('status').last()).not.toBeEmpty();
  await look('settings of the library, with a notice');
  await page.keyboard.press('Escape');
  await library.chooseFile(path);
  await expect(dialog.getByRole('button', { name: 'Restore' })).toBeVisible();
  await look('restore');
  await page.keyboard.press('Escape');
}
