import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type Locator, type Page } from '@playwright/test';
import { DeskPage } from '../pages/desk-page.ts';
import { planFile, type PlannedFactCheck } from './fact-check-file.ts';
import { editAsNewer } from './newer-value.ts';
import { payload } from './open.ts';
import { PLANTED, plantBroken } from './plant-broken.ts';
import { pressHeldUp } from './press-held-up.ts';
import { refuseDatabase } from './refuse-storage.ts';

/** Somebody who goes through all screens, dialogs and states in a language of the interface, and looks at each. */
export interface Walk {
  readonly page: Page;
  /** What stands on the screen for a message of the code. */
  readonly said: (english: string) => string;
  readonly look: (screen: string) => Promise<void>;
  /** What people have written. */
  readonly story: Story;
}

export interface Story {
  /** Two of its annotations overlap, two sources look the same, and two people have judged. */
  readonly plan: PlannedFactCheck;
  /** A version in which some marked words are others, and some are gone. */
  readonly newer: string;
  readonly name: string;
}

/** The journeys, each from an empty browser. */
export const JOURNEYS: Readonly<Record<string, (walk: Walk) => Promise<void>>> = {
  'the library': seeLibrary,
  'a new article': seeNewArticle,
  settings: seeSettings,
  'the desk': seeDesk,
  'an annotation': seeAnnotation,
  sources: seeSources,
  'files that go out': seeExports,
  'files that come in': seeImports,
  'a new version': seeNewVersion,
  'two versions of a record': seeConflicts,
  'trouble with storage': seeTrouble,
  'what can only be read': seeReadOnly,
  'what has stopped working': seeBroken,
};

/** What they make the browser complain of: broken parts, and scripts that may not run in the preview of a report. */
export const COMPLAINTS = new RegExp(`${PLANTED.source}|Blocked script execution in '(?:blob:|about:blank)`);

/** What people write is in Russian, so that every Latin letter is the interface's. */
export const RUSSIAN: Story = {
  name: 'Аня',
  newer:
    'В августе вывезли двести тысяч человек. Погибли двенадцать солдат. Это правда?\n\nСовсем другой абзац говорит о погоде и ценах на хлеб.',
  plan: {
    title: 'Доклад о вывозе, заголовок которого длиннее, чем есть места наверху маленького экрана',
    language: 'ru',
    paragraphs: [
      ['В августе вывезли сто тысяч человек.', 'Погибли тринадцать солдат.', 'Это правда?'],
      ['Никто ещё не смотрел сюда.', 'Корабль ушёл в полдень.'],
    ],
    reviewers: ['Аня', 'Боря'],
    sources: {
      log: { title: 'Журнал', url: 'https://example.org/' },
      twin: { title: 'Журнал', url: 'https://example.org/?a' },
      act: { title: 'Акт' },
    },
    annotations: [
      {
        quote: 'В августе вывезли сто тысяч человек',
        rating: 'mostly-false',
        conclusion: 'Меньше.',
        tags: ['числа'],
        cites: { log: 'refutes', act: 'context' },
        by: 'Боря',
      },
      { quote: 'сто тысяч', rating: 'half-true', by: 'Аня' },
      { quote: 'тринадцать солдат', rating: 'half-true', cites: { log: 'supports' } },
      { quote: 'Это правда?', isNotCheckable: true },
      { quote: 'Корабль ушёл в полдень.', rating: 'true' },
    ],
  },
};

async function seeLibrary({ page, said, look, story }: Walk): Promise<void> {
  await page.goto('./');
  await expect(page.getByText(said('Nothing here yet'))).toBeVisible();
  await expect(page.getByRole('link').nth(3)).toBeVisible();
  await look('empty library');
  await chooseFile(page, said('Open a file'), payload('broken.json', '{"format": '));
  await expect(dialog(page)).toBeVisible();
  await expect(dialog(page).getByRole('progressbar')).toHaveCount(0);
  await look('a file that can’t be opened');
  await page.keyboard.press('Escape');
  await open({ page, said, look, story });
  await page.goto('./#/');
  const row = page.getByRole('listitem').filter({ hasText: story.plan.title ?? 'Planned' });
  await expect(row).toBeVisible();
  await look('library with a fact check');
  await chooseFile(page, said('Open a file'), planned({ ...story.plan, title: 'Другое' }));
  await expect(dialog(page).getByRole('button', { name: said('Keep both') })).toBeVisible();
  await look('a fact check that is here already');
  await page.keyboard.press('Escape');
  await row.getByRole('button').last().click();
  await look('menu of a fact check');
  await page.getByRole('menuitem', { name: said('Rename') }).click();
  await dialog(page).getByRole('textbox').fill('');
  await dialog(page).getByRole('textbox').press('Enter');
  await look('rename');
  await page.keyboard.press('Escape');
  await row.getByRole('button').last().click();
  await page.getByRole('menuitem', { name: said('Delete') }).click();
  await expect(page.getByRole('button', { name: said('Undo') })).toBeVisible();
  await look('a deleted fact check');
  await page.goto('./#/check/nowhere');
  await expect(page.getByRole('link').or(page.getByRole('button')).first()).toBeVisible();
  await look('an address of nothing');
  await page.goto('./#/nowhere/at/all');
  await look('an address that nothing has');
}

async function seeNewArticle({ page, said, look, story }: Walk): Promise<void> {
  await page.goto('./#/new');
  const text = page.getByRole('textbox', { name: said('Article text') });
  await button(page, said('Continue')).click();
  await look('nothing pasted');
  await text.fill(story.newer);
  await look('pasted');
  await button(page, said('Continue')).click();
  await expect(page.getByRole('heading', { name: said('What will be kept') })).toBeVisible();
  await expect(
    page
      .getByRole('region', { name: said('Text') })
      .getByRole('paragraph')
      .first(),
  ).toBeVisible();
  await page.getByRole('textbox', { name: said('Address') }).fill('data:text/html,x');
  await button(page, said('Check this article')).click();
  await look('preview of an article, with a problem');
}

async function seeSettings({ page, said, look }: Walk): Promise<void> {
  await page.goto('./#/samples/oasis-date-harvest');
  await expect(page.locator('[data-sentence="0"]')).toBeVisible();
  const tour = page.getByRole('region', { name: said('First steps'), exact: true });
  await showPanel(page, said, 'Annotations');
  const howItWorks = button(page, said('How it works'));
  await expect(howItWorks).toBeVisible();
  if (!(await tour.isVisible())) await howItWorks.click();
  const steps = tour.or(dialog(page));
  for (let step = 1; step <= 4; step += 1) {
    await look(`first steps, ${step}`);
    await steps.getByRole('button', { name: said(step < 4 ? 'Next' : 'Done'), exact: true }).click();
  }
  await expect(steps).toBeHidden();
  await leavePanel(page, said);
  await button(page, said('Settings')).click();
  await expect(dialog(page).getByRole('region', { name: said('Damaged records') })).toContainText(
    said('None: all that is kept can be read.'),
  );
  await look('settings');
  await dialog(page)
    .getByRole('button', { name: said('Copy and edit') })
    .click();
  await dialog(page).getByRole('textbox').first().fill('');
  await dialog(page)
    .getByRole('button', { name: said('Save the scale') })
    .click();
  await look('a scale of one’s own');
  await dialog(page)
    .getByRole('button', { name: said('Cancel') })
    .click();
  await look('a scale that is not saved');
  await dialog(page)
    .getByRole('button', { name: said('Discard it') })
    .click();
  await page.keyboard.press('Escape');
  await page.locator('[data-sentence="0"]').focus();
  await page.keyboard.press('?');
  await expect(dialog(page)).toBeVisible();
  await look('keys');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await expect(dialog(page).getByRole('option').first()).toBeVisible();
  await look('commands');
  await dialog(page).getByRole('combobox').fill(said('Change keys'));
  await dialog(page).getByRole('option').first().click();
  await expect(dialog(page)).toBeVisible();
  await look('changing keys');
}

async function seeDesk(walk: Walk): Promise<void> {
  const { page, said, look } = walk;
  const desk = await open(walk);
  await look('desk');
  await button(page, said('Overview')).click();
  await expect(dialog(page)).toBeVisible();
  for (const fold of await dialog(page).locator('summary').all()) await fold.click();
  await look('overview');
  await page.keyboard.press('Escape');
  await desk.sentence(0).click({ position: { x: 4, y: 8 } });
  const editor = page.getByRole('region', { name: said('Annotation'), exact: true });
  await expect(dialog(page).or(editor)).toBeVisible();
  await look('which annotation is meant');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await desk.sentence(3).click({ position: { x: 4, y: 8 } });
  await look('cursor on a sentence');
  await button(page, said('Correct the sentence')).click();
  await look('menu of a sentence');
  await page.getByRole('menuitem').last().click();
  await expect(dialog(page)).toBeVisible();
  await look('a sentence is split');
  await page.keyboard.press('Escape');
  await desk.sentence(3).focus();
  await page.keyboard.press('2');
  await expect(dialog(page)).toBeVisible();
  await dialog(page).getByRole('textbox').press('Enter');
  await look('who is checking');
  await dialog(page).getByRole('textbox').fill(walk.story.name);
  await dialog(page).getByRole('textbox').press('Enter');
  await whenSaved(walk);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await look('undone');
  await showPanel(page, said, 'Annotations');
  const filter = page.getByRole('search').getByRole('combobox').first();
  await filter.fill('verdict:');
  await look('suggestions of the filter');
  await filter.fill('has:source');
  await filter.press('Escape');
  await look('some are found');
  await filter.fill('tag:нет');
  await filter.press('Enter');
  await look('nothing is found');
}

async function seeAnnotation(walk: Walk): Promise<void> {
  const { page, said, look } = walk;
  await open(walk);
  await openAnnotation(walk, 0);
  const editor = page.getByRole('region', { name: said('Annotation'), exact: true });
  const radios = editor.getByRole('radio');
  await radios.nth(1).click();
  await answerName(walk);
  await radios.nth(2).check();
  for (const fold of await editor.locator('summary').all()) await fold.click();
  await editor.getByRole('combobox', { name: said('Add source') }).fill('a');
  await look('editor, unfolded');
  await editor.getByRole('combobox', { name: said('Add source') }).press('Escape');
  for (const edit of await editor.getByRole('button', { name: said('Edit source') }).all())
    await edit.click();
  await look('editor with the fields of its sources');
  await editor.getByRole('button', { name: said('More for this annotation') }).click();
  await look('menu of the editor');
  await page.getByRole('menuitem', { name: said('Mark as not checkable') }).click();
  await look('not checkable');
  await editor.getByRole('button', { name: said('More for this annotation') }).click();
  await page.getByRole('menuitem', { name: said('Remove annotation') }).click();
  await expect(page.getByRole('button', { name: said('Undo'), exact: true })).toBeVisible();
  await showPanel(page, said, 'Annotations');
  await page.getByText(said('Removed annotations')).first().click();
  await look('a removed annotation');
}

async function seeSources(walk: Walk): Promise<void> {
  const { page, said, look } = walk;
  await open(walk);
  await showPanel(page, said, 'Sources');
  const sources = page.getByRole('region', { name: said('Sources'), exact: true });
  await expect(sources.getByRole('listitem').first()).toBeVisible();
  await look('sources');
  const more = sources.getByRole('button', { name: said('More for: {name}').split('{')[0] ?? '' });
  await more.first().click();
  await look('menu of a source');
  await page.getByRole('menuitem', { name: said('Merge with…') }).click();
  await dialog(page).getByRole('combobox').first().selectOption({ index: 1 });
  await look('two sources are merged');
  await page.keyboard.press('Escape');
  await more.first().click();
  await page.getByRole('menuitem', { name: said('Remove source') }).click();
  await expect(dialog(page)).toBeVisible();
  await look('a source is removed');
}

async function seeExports(walk: Walk): Promise<void> {
  const { page, said, look } = walk;
  await open(walk);
  await button(page, said('Export')).click();
  const formats = dialog(page)
    .getByRole('group', { name: said('Format') })
    .getByRole('radio');
  await expect(formats.first()).toBeVisible();
  for (const [i, format] of (await formats.all()).entries()) {
    await format.check();
    await expect(dialog(page).getByRole('progressbar')).toHaveCount(0);
    await look(`export, format ${i + 1}`);
  }
  await formats.nth(1).check();
  await button(page, said('Preview')).click();
  await expect(dialog(page).locator('iframe')).toBeVisible();
  await look('preview of a report');
}

async function seeImports(walk: Walk): Promise<void> {
  const { page, said, look, story } = walk;
  await open(walk);
  for (const [file, kind] of FILES) {
    await chooseFile(page, said('Import a file'), typeof file === 'string' ? sample(file) : file);
    // While it is read there is neither.
    const answer = dialog(page).locator(`button[class*="primary"], button:text-is("${said('Close')}")`);
    await expect(answer.first()).toBeVisible();
    await look(`import of ${kind}`);
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toBeHidden();
  }
  await chooseFile(page, said('Import a file'), editedElsewhere(story));
  await expect(dialog(page).getByRole('button', { name: said('Merge') })).toBeVisible();
  await look('merge');
  await page.keyboard.press('Escape');
  await chooseFile(page, said('Import a file'), WITHOUT_PLACE);
  await dialog(page).locator('button[class*="primary"]').click();
  await expect(page.getByRole('button', { name: said('Undo'), exact: true }).last()).toBeVisible();
  await showPanel(page, said, 'Annotations');
  await expect(page.getByRole('region', { name: said('Needs a place') })).toBeVisible();
  await look('what needs a place, and a notice');
  await page.goto('./#/');
  await button(page, said('Settings')).click();
  const downloads = page.waitForEvent('download');
  await dialog(page)
    .getByRole('button', { name: said('Download everything') })
    .click();
  const backup = await (await downloads).path();
  await expect(dialog(page).getByRole('status').last()).not.toBeEmpty();
  await look('settings of the library, and a notice');
  const chooser = page.waitForEvent('filechooser');
  await dialog(page)
    .getByRole('button', { name: said('Restore from a backup') })
    .click();
  await (await chooser).setFiles(payload('backup.json', readFileSync(backup)));
  await expect(page.getByRole('list', { name: said('What is restored') })).toBeVisible();
  await look('a backup is restored');
}

async function seeNewVersion(walk: Walk): Promise<void> {
  const { page, said, look, story } = walk;
  await open(walk);
  await button(page, said('Versions')).click();
  await look('versions');
  await page.getByRole('menuitem', { name: said('Load a new version') }).click();
  const text = page.getByRole('textbox', { name: said('Text of the new version') });
  await expect(text).toBeVisible();
  await look('a new version is loaded');
  await text.fill(story.newer);
  await button(page, said('Compare')).click();
  await expect(page.getByRole('heading', { name: said('Compare versions') })).toBeVisible();
  await expect(page.locator('[data-question]').first()).toBeVisible();
  await look('comparison side by side');
  await button(page, said('Inline')).click();
  await look('comparison in line');
  await page
    .getByRole('button', { name: said('Find its place') })
    .first()
    .click();
  await expect(dialog(page)).toBeVisible();
  await look('lost words get a place');
  await page.keyboard.press('Escape');
  await button(page, said('Cancel')).click();
  await look('a comparison is left');
  await page.keyboard.press('Escape');
  await page
    .getByRole('button', { name: said('Re-check') })
    .first()
    .click();
  for (const later of await page.getByRole('button', { name: said('Decide later') }).all())
    await later.click();
  await look('comparison with answers');
  await button(page, said('Use this version')).click();
  const sentence = page.locator('[data-sentence="0"]');
  await expect(sentence.or(dialog(page)).first()).toBeVisible();
  if (!(await sentence.isVisible())) await answerName(walk);
  await expect(sentence).toBeVisible();
  await look('desk with verdicts in doubt');
  await openAnnotation(walk, 0);
  await look('a verdict in doubt');
  await page.keyboard.press('Escape');
  await button(page, said('Versions')).click();
  await page.getByRole('menuitem').last().click();
  await look('an older version');
}

async function seeConflicts(walk: Walk): Promise<void> {
  const { page, said, look } = walk;
  const desk = await open(walk);
  await desk.sentence(3).click({ position: { x: 4, y: 8 } });
  await page.keyboard.press('2');
  await answerName(walk);
  await page.keyboard.press('Escape');
  await whenSaved(walk);
  const tab = await page.context().newPage();
  await tab.goto('./#/check/planned');
  const other = new DeskPage(tab);
  await expect(other.sentence(0)).toBeVisible();
  for (const one of [desk, other]) {
    await one.sentence(3).click({ position: { x: 4, y: 8 } });
    await one.page.keyboard.press('Escape');
    await one.sentence(3).focus();
  }
  const goOn = await pressHeldUp(tab, '7');
  await page.keyboard.press('6');
  await whenSaved(walk);
  await goOn();
  const notice = page.getByRole('status').getByRole('button', { name: said('Look') });
  await expect(notice).toBeVisible();
  await look('a conflict is told');
  await notice.click();
  await expect(dialog(page).getByRole('table')).toBeVisible();
  await look('two versions');
  await page.keyboard.press('Escape');
  await tab.goto('./#/');
  const row = tab.getByRole('listitem').filter({ hasText: walk.story.plan.title ?? 'Planned' });
  await row.getByRole('button').last().click();
  await tab.getByRole('menuitem', { name: said('Delete') }).click();
  await expect(button(page, said('Bring it back'))).toBeVisible();
  await look('deleted in another tab');
}

async function seeTrouble(walk: Walk): Promise<void> {
  const { page, look } = walk;
  await page.addInitScript(refuseDatabase);
  const desk = await open(walk);
  // By key: greatly enlarged, a notice lies over much of the article.
  for (const key of ['Home', 'j', 'j', 'j', '2']) await page.keyboard.press(key);
  await answerName(walk);
  await expect(page.getByRole('status').getByRole('paragraph').first()).toBeVisible();
  await look('only one copy');
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    };
  });
  await page.keyboard.press('Escape');
  await desk.sentence(3).focus();
  await page.keyboard.press('3');
  await expect(page.getByRole('status').getByRole('button').first()).toBeVisible();
  await look('not saved');
}

async function seeReadOnly(walk: Walk): Promise<void> {
  const { page, said, look } = walk;
  await open(walk);
  await whenSaved(walk);
  await editAsNewer(page, 'linecheck/planned/annotation/a0');
  await page.reload();
  await expect(page.getByRole('region', { name: said('Read-only') })).toBeVisible();
  await look('read-only');
  await openAnnotation(walk, 0);
  await expect(page.getByRole('region', { name: said('Annotation'), exact: true })).toBeVisible();
  await look('editor, read-only');
}

async function seeBroken(walk: Walk): Promise<void> {
  const { page, said, look } = walk;
  await open(walk);
  await whenSaved(walk);
  for (const part of ['AnnotationList', 'AnnotationEditor', 'SettingsDialog', 'FoundMarks'])
    await plantBroken(page, part);
  await page.reload();
  const problem = (words: string): Locator => page.getByRole('alert').filter({ hasText: said(words) });
  const partOfDesk = problem('A part of the desk stopped working.');
  await expect(partOfDesk).toBeVisible();
  await look('a broken part');
  await partOfDesk.getByRole('button', { name: said('Close') }).click();
  const panel = page.getByRole('complementary', { name: said('Overview') });
  await panel.getByRole('button').first().click();
  await expect(problem('This panel stopped working.')).toBeVisible();
  await look('a broken panel');
  await leavePanel(page, said);
  await button(page, said('Settings')).click();
  const brokenDialog = problem('This dialog stopped working.');
  await expect(brokenDialog).toBeVisible();
  await look('a broken dialog');
  await brokenDialog.getByRole('button', { name: said('Close') }).click();
  await page.evaluate(() => {
    location.hash += '/annotation/a2';
  });
  await expect(problem('The editor stopped working.')).toBeVisible();
  await look('a broken editor');
}

async function whenSaved({ page, said }: Walk): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: said('Saved') })).toBeVisible();
}

/** Opens the story by its file. */
async function open({ page, said, story }: Walk): Promise<DeskPage> {
  await page.goto('./');
  await chooseFile(page, said('Open a file'), planned(story.plan));
  await expect(page.locator('[data-sentence="0"]')).toBeVisible();
  await expect(button(page, said('Overview'))).toBeVisible();
  return new DeskPage(page);
}

async function openAnnotation({ page, said }: Walk, n: number): Promise<void> {
  const rows = page.locator('li[data-annotation]');
  await showPanel(page, said, 'Annotations');
  await rows.nth(n).getByRole('button').first().click();
}

async function showPanel(page: Page, said: Walk['said'], name: 'Annotations' | 'Sources'): Promise<void> {
  const panel = page.getByRole('complementary', { name: said('Overview') });
  await panel
    .getByRole('button', { name: said(name) })
    .first()
    .click();
}

/** On a small screen the panel lies over the article. */
async function leavePanel(page: Page, said: Walk['said']): Promise<void> {
  const back = page.getByRole('button', { name: said('Back to the article') });
  if (await back.isVisible()) await back.click();
}

async function answerName({ page, story }: Walk): Promise<void> {
  const name = dialog(page).getByRole('textbox');
  await expect(name).toBeVisible();
  await name.fill(story.name);
  await name.press('Enter');
  await expect(dialog(page)).toBeHidden();
}

async function chooseFile(
  page: Page,
  name: string,
  file: ReturnType<typeof payload> | string,
): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await button(page, name).click();
  await (await chooser).setFiles(file);
}

function button(page: Page, name: string): Locator {
  return page.getByRole('button', { name, exact: true }).first();
}

function dialog(page: Page): Locator {
  return page.getByRole('dialog').last();
}

/** The same fact check as somebody else has gone on with it. */
function editedElsewhere({ plan, name }: Story): ReturnType<typeof payload> {
  const file = planFile(plan);
  const [verdict] = file.factCheck.verdicts;
  Object.assign(verdict ?? {}, { conclusion: name });
  return payload('edited.linecheck.json', JSON.stringify(file));
}

function planned(plan: PlannedFactCheck): ReturnType<typeof payload> {
  return payload('planned.linecheck.json', JSON.stringify(planFile(plan)));
}

function sample(name: string): string {
  return fileURLToPath(new URL(`../../src/exchange/testing/samples/${name}`, import.meta.url));
}

/** An annotation of words that no article of ours has. */
const WITHOUT_PLACE = payload(
  'found.json',
  JSON.stringify({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: 'urn:test:1',
    type: 'Annotation',
    motivation: 'assessing',
    body: [{ type: 'TextualBody', value: 'Сомнительно', purpose: 'tagging' }],
    target: { source: 'x', selector: [{ type: 'TextQuoteSelector', exact: 'Этих слов здесь нет' }] },
  }),
);

const BIBTEX = payload('sources.bib', '@misc{a, title = {Журнал}, year = {2021}}\n@broken{');

const FILES: readonly (readonly [file: string | ReturnType<typeof payload>, kind: string])[] = [
  ['hypothesis-search.json', 'annotations'],
  ['label-studio-choices.json', 'labels'],
  ['recogito-w3c.json', 'web annotations'],
  ['doccano-spans.jsonl', 'spans'],
  [BIBTEX, 'sources'],
  [payload('broken.json', '{"format":'), 'what can’t be read'],
];
