import type { Locator, Page } from '@playwright/test';
import type { DeskPage } from '../pages/desk-page.ts';
import { LibraryPage } from '../pages/library-page.ts';
import { planFile } from './fact-check-file.ts';
import { editAsNewer } from './newer-value.ts';
import { openPlanned, payload } from './open.ts';
import { PLANTED, plantBroken } from './plant-broken.ts';
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

/** Looks at what is shown now, by its name. */
type Look = (state: string) => Promise<void>;

/** What the walks make the browser complain of: broken parts, and scripts that may not run in the preview of a report. */
export const COMPLAINTS = new RegExp(`${PLANTED.source}|Blocked script execution in '(?:blob:|about:blank)`);

/** What the desk and the library show besides their plain selves, in walks of their own. */
export const WALKS: Readonly<Record<string, (page: Page, look: Look) => Promise<void>>> = {
  'the dialogs of the desk': walkDialogs,
  'what files bring in': walkImports,
  'history and search': walkHistory,
  'another version': walkVersions,
  'the library': walkLibrary,
  'what can only be read': walkReadOnly,
  'what has stopped working': walkBroken,
};

/** Opens the desk of somebody who has given a name. */
async function openNamed(page: Page): Promise<DeskPage> {
  const desk = await openPlanned(page, PLAN);
  await desk.putCursorOn(3);
  await page.keyboard.press('5');
  await desk.answerReviewerDialog();
  return desk;
}

/** Looks at a dialog once it is there, and closes it. */
async function within(page: Page, look: Look, state: string, isReady?: Locator): Promise<void> {
  const dialog = page.getByRole('dialog');
  await expect(isReady ?? dialog.last()).toBeVisible();
  await look(state);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
}

async function walkDialogs(page: Page, look: Look): Promise<void> {
  await openNamed(page);
  const dialog = page.getByRole('dialog');
  await page
    .getByRole('region', { name: 'Coverage' })
    .getByRole('button', { name: /Overview/ })
    .click();
  await within(page, look, 'overview', dialog.getByRole('heading', { name: 'Left to do' }));
  await page.keyboard.press('?');
  await dialog.getByRole('button', { name: 'Change keys' }).click();
  await within(page, look, 'changing keys');
  await page.keyboard.press('Control+k');
  await within(page, look, 'commands');
  for (const key of ['Escape', 'Home', 's']) await page.keyboard.press(key);
  await within(page, look, 'split');

  await page.getByRole('banner').getByRole('button', { name: 'Settings' }).click();
  await dialog.getByRole('button', { name: 'Copy and edit' }).click();
  await dialog.getByLabel('Name of the scale').fill('');
  await dialog.getByRole('button', { name: 'Save the scale' }).click();
  await look('scale editor');
  await page.keyboard.press('Escape');
  await dialog.getByRole('button', { name: 'Discard it' }).click();
  await within(page, look, 'settings');

  await page.getByRole('banner').getByRole('button', { name: 'Export' }).click();
  await dialog.getByRole('radio', { name: /ClaimReview/ }).check();
  await look('export of a report');
  await dialog.getByRole('radio', { name: 'Report', exact: true }).check();
  await dialog.getByRole('button', { name: 'Preview' }).click();
  await expect(dialog.last().locator('iframe')).toBeVisible();
  await look('preview of a report');
}

async function walkImports(page: Page, look: Look): Promise<void> {
  const desk = await openNamed(page);
  const dialog = page.getByRole('dialog');
  await desk.chooseFileToImport(SOURCES);
  await within(page, look, 'import of sources', dialog.getByRole('button', { name: /^Import 1/ }));
  await desk.chooseFileToImport(payload('edited.linecheck.json', edited()));
  await within(page, look, 'merge', dialog.getByRole('button', { name: 'Merge' }));
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
}

async function walkHistory(page: Page, look: Look): Promise<void> {
  const desk = await openNamed(page);
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
  await expect(page.getByRole('listbox')).toBeVisible();
  await look('suggestions');
  await desk.list.getByLabel('Search annotations').fill('verdict:false');
  await page.keyboard.press('Escape');
  await look('found');
  await desk.list.getByRole('button', { name: 'Clear filters' }).click();
}

async function walkVersions(page: Page, look: Look): Promise<void> {
  const desk = await openNamed(page);
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
}

async function walkLibrary(page: Page, look: Look): Promise<void> {
  const desk = await openNamed(page);
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

async function walkReadOnly(page: Page, look: Look): Promise<void> {
  const desk = await openNamed(page);
  await desk.whenSaved();
  await editAsNewer(page, 'linecheck/planned/annotation/a0');
  await page.reload();
  await desk.whenOpen();
  await expect(page.getByRole('region', { name: 'Read-only' })).toBeVisible();
  await look('read-only');
  await desk.openAnnotation(0);
  await look('editor, read-only');
}

async function walkBroken(page: Page, look: Look): Promise<void> {
  const desk = await openNamed(page);
  await desk.whenSaved();
  for (const part of ['AnnotationList', 'AnnotationEditor', 'SettingsDialog', 'FoundMarks'])
    await plantBroken(page, part);
  await page.reload();
  const problem = (words: string): Locator => page.getByRole('alert').filter({ hasText: words });
  await expect(problem('A part of the desk stopped working.')).toBeVisible();
  await look('a broken part');
  await problem('A part of the desk stopped working.').getByRole('button', { name: 'Close' }).click();
  await page.getByRole('complementary', { name: 'Overview' }).getByRole('button').first().click();
  await expect(problem('This panel stopped working.')).toBeVisible();
  await look('a broken panel');
  await desk.closePanel();
  await page.getByRole('banner').getByRole('button', { name: 'Settings' }).click();
  await expect(problem('This dialog stopped working.')).toBeVisible();
  await look('a broken dialog');
  await problem('This dialog stopped working.').getByRole('button', { name: 'Close' }).click();
  await page.evaluate(() => {
    location.hash += '/annotation/a2';
  });
  await expect(problem('The editor stopped working.')).toBeVisible();
  await look('a broken editor');
}
