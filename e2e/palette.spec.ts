import type { Page } from '@playwright/test';
import { LibraryPage } from './pages/library-page.ts';
import { openPlanned } from './support/open.ts';
import { expect, test } from './support/test.ts';

const PLAN = {
  paragraphs: [['The ferry left at noon.', 'It carried 40 people.', 'Nobody knew why it turned.']],
  reviewers: ['Ana'],
  annotations: [
    { quote: 'The ferry', rating: 'true' },
    { quote: '40 people', rating: 'false', cites: { list: 'refutes' } },
    { quote: 'Nobody knew why' },
  ],
  sources: { list: { title: 'List of passengers', url: 'https://example.org/list' } },
} as const;

/** Words on a button, a link or an item of a menu, and the command that does the same where it has another name. */
const SAME: readonly (readonly [words: RegExp, command: string])[] = [
  [/^Redo: /, 'Redo'],
  [/^Undo: /, 'Undo'],
  [/^Library$|^All fact checks$/, 'To the library'],
  [/^Load a new version$/, 'Load a new version of the article'],
  [/^Annotations$/, 'Show the annotations'],
  [/^Sources$/, 'Show the sources'],
  [/^Overview$/, 'Overview, and what is left to do'],
  [/^Next untouched/, 'Next sentence that nobody has looked at'],
  [/^Not checkable/, 'Holds no claim that can be checked'],
  [/^Annotate/, 'Begin another annotation here'],
  [/^Join with the next sentence/, 'Join with the next sentence'],
  [/^Split this sentence/, 'Split the sentence'],
  [/^Close$/, 'Close, and back to the sentence'],
  [/^Mostly true|^Half true|^Mostly false|^Misleading|^Unproven|^True|^False/, 'Verdict: '],
  [/^To the present version$/, 'Back to the article'],
  [/^Planned$/, 'Back to the article'],
  [/^Paste an article$/, 'Edit the text'],
  [/^Previous\b/, 'Previous question'],
  [/^Next\b/, 'Next question'],
  [/^Still holds|^Re-check|^Detach|^Decide later/, 'Answer: '],
];

/** What stands for one of many things, or is the way through what is open, and is reached there. */
const EXCEPTIONS: readonly (readonly [words: RegExp, reason: string])[] = [
  [
    /^Open |(?:verdict|True|False|Unproven).*, (?:no source|\d+ sources?)/,
    'one of many annotations: next and previous lead there',
  ],
  [/^List of passengers$/, 'an address outside'],
  [/^Refutes |^Merge with…$|^Remove source$/, 'of one of many sources, in its row'],
  [/^(?:Undo|Dismiss)$/, 'of one of many notices: a command leads to the latest'],
  [/^\d+ unchanged/, 'one of many folds'],
];

test('whatever a button, a link or a menu does on a screen, the palette does by name', async ({ page }) => {
  const library = new LibraryPage(page);
  await library.goto();
  await expect(page.getByRole('link', { name: /13 Americans/ })).toBeVisible();
  await expectAllByName(page, 'library');
});

async function expectAllByName(page: Page, screen: string): Promise<void> {
  const offered = await namesOffered(page);
  const commands = await namesOfCommands(page);
  const missing = offered.filter(
    (words) =>
      !EXCEPTIONS.some(([pattern]) => pattern.test(words)) &&
      !commands.some(
        (name) =>
          name === words ||
          name.endsWith(`: ${words}`) ||
          SAME.some(([pattern, same]) => pattern.test(words) && name.startsWith(same)),
      ),
  );
  expect(missing, `${screen}: ${commands.join(' | ')}`).toEqual([]);
}

/** The names of everything that can be pressed, and of what its menus hold. */
async function namesOffered(page: Page): Promise<readonly string[]> {
  await page.waitForLoadState('networkidle');
  const names = await namesIn(page);
  const menus = page.locator('button[aria-haspopup="menu"]:visible');
  for (let i = 0; i < (await menus.count()); i += 1) {
    await menus.nth(i).click();
    const items = page.getByRole('menuitem');
    await expect(items.first()).toBeVisible();
    names.push(...(await items.allInnerTexts()));
    await page.keyboard.press('Escape');
  }
  return [...new Set(names.map((name) => name.trim()))];
}

/** But for what can't be pressed now, what unfolds something beside it, and menus, which are looked into. */
async function namesIn(page: Page): Promise<string[]> {
  const snapshot = await page.locator('body').ariaSnapshot();
  const unfolding = await page
    .locator('button[aria-expanded]')
    .evaluateAll((buttons) => buttons.map((button) => button.ariaLabel ?? button.textContent));
  return [...snapshot.matchAll(/^\s*- (?:button|link) "((?:[^"\\]|\\.)*)"(.*)$/gm)]
    .filter(([, , state]) => !/\[(?:disabled|pressed)/.test(state ?? ''))
    .map(([, name]) => (name ?? '').replace(/ \d+$/, ''))
    .filter((name) => !unfolding.includes(name));
}

async function namesOfCommands(page: Page): Promise<readonly string[]> {
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Find a command' });
  await expect(palette.getByRole('combobox')).toBeFocused();
  const names = await palette.getByRole('option').locator('span:first-child').allInnerTexts();
  await page.keyboard.press('Escape');
  await expect(palette).toBeHidden();
  return names.map(withoutIsolates);
}

/** A name of another direction is held apart from the words around it (FSI, PDI). */
function withoutIsolates(name: string): string {
  return name.replaceAll(/[\u2068\u2069]/g, '');
}

test('so it is where an article is pasted and looked at', async ({ page }) => {
  await page.goto('./#/new');
  await page.getByLabel('Article text').fill('The ferry left at noon. It carried 40 people.');
  await expectAllByName(page, 'paste');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('button', { name: 'Check this article' })).toBeVisible();
  await expectAllByName(page, 'preview');
});

test('so it is at the desk', async ({ page }) => {
  const desk = await openPlanned(page, PLAN);
  await desk.putCursorOn(0);
  await page.keyboard.press('0');
  await desk.answerReviewerDialog();
  await desk.openAnnotation(1);
  await expectAllByName(page, 'desk');
  await desk.showPanel('Sources');
  await expectAllByName(page, 'sources');
});

test('so it is where versions are compared and older ones read', async ({ page }) => {
  const desk = await openPlanned(page, PLAN);
  await page.getByRole('button', { name: 'Skip' }).click();
  await page.getByRole('button', { name: 'Versions' }).click();
  await page.getByRole('menuitem', { name: 'Load a new version' }).click();
  await expect(page.getByRole('heading', { name: 'Load a new version' })).toBeVisible();
  await expectAllByName(page, 'load');
  await page.getByRole('button', { name: 'Cancel' }).click();
  const drafts = await desk.loadNewDraft({ text: 'The ferry left at noon. It carried 41 people.' });
  await expectAllByName(page, 'comparison');
  await drafts.answer('40 people', 'Decide later');
  await drafts.answer('Nobody knew why', 'Decide later');
  await page.keyboard.press('Control+k');
  await page.getByRole('option', { name: 'Use this version' }).click();
  await desk.answerReviewerDialog();
  await desk.whenOpen();
  await expectAllByName(page, 'desk with an older version');
  await page.keyboard.press('Control+k');
  await page.getByRole('option', { name: /^Version 1, / }).click();
  await expect(page.getByRole('link', { name: 'To the present version' })).toBeVisible();
  await expectAllByName(page, 'older version');
});

test('what the palette does is what the buttons do, and the focus is where one goes on', async ({ page }) => {
  const desk = await openPlanned(page, PLAN);
  await desk.putCursorOn(0);
  await page.keyboard.press('0');
  await desk.answerReviewerDialog();
  await desk.showPanel('Sources');
  await doByName(page, 'Search annotations');
  await expect(desk.list.getByLabel('Search annotations')).toBeFocused();
  await page.keyboard.type('40');
  await doByName(page, 'Clear filters');
  await expect(desk.list.getByLabel('Search annotations')).toHaveValue('');

  await desk.openAnnotation(0);
  await doByName(page, 'Next annotation');
  await expect(desk.editor.pane.getByRole('blockquote')).toHaveText('40 people');
  await doByName(page, 'Status: Approved');
  await expect(desk.editor.pane.getByLabel('Status').locator('option:checked')).toHaveText('Approved');
  await doByName(page, 'Add source');
  await expect(desk.editor.pane.getByLabel('Add source')).toBeFocused();
  await doByName(page, 'Remove annotation');
  await expect(page.getByText('Annotation removed')).toBeVisible();
  await doByName(page, 'Undo');
  await expect(page.locator('mark').filter({ hasText: '40 people' })).toBeVisible();

  const chooser = page.waitForEvent('filechooser');
  await doByName(page, 'Import a file');
  await chooser;
});

async function doByName(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Find a command' });
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type(name);
  await expect(palette.getByRole('option').first()).toContainText(name);
  await page.keyboard.press('Enter');
}
