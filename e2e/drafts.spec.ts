import { readFile, writeFile } from 'node:fs/promises';
import type { DeskPage } from './pages/desk-page.ts';
import { expectAccessible } from './support/accessibility.ts';
import { tabTo } from './support/keyboard.ts';
import { openSample } from './support/open.ts';
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

async function anchorsOf(desk: DeskPage): Promise<Record<string, string>> {
  return Object.fromEntries((await desk.annotations()).map(({ quote, anchor }) => [quote, anchor]));
}

test('a new version, by keyboard: compared, decided, used, exported', async ({ page }, testInfo) => {
  const desk = await openSample(page);
  await checkSample(desk);
  const file = testInfo.outputPath('next.md');
  await writeFile(file, await nextVersion());
  const drafts = await desk.loadNewDraft({ path: file });

  await expect(drafts.progress).toHaveText('0 of 3 decided');
  await expect(drafts.rows('new')).toHaveCount(2);
  await expect(drafts.rows('removed')).toContainText([DELETED]);
  await expect(drafts.rows('moved')).toContainText(['They are not our friends']);
  await expect(drafts.rows('changed').first().locator('del').first()).toContainText('104,000');
  await expect(drafts.rows('changed').first().locator('ins').first()).toContainText('114,000');
  await expectAccessible(page);

  await page.keyboard.press('n');
  await expect(drafts.question('104,000 people')).toBeFocused();
  await page.keyboard.press('h');
  await page.keyboard.press('n');
  await expect(drafts.question('That coordination is necessary')).toBeFocused();
  await page.keyboard.press('r');
  await page.keyboard.press('n');
  await expect(drafts.question('not without means of pressure')).toBeFocused();
  await page.keyboard.press('d');
  await expect(drafts.progress).toHaveText('3 of 3 decided');
  const use = page.getByRole('button', { name: 'Use this version' });
  await tabTo(use);
  await page.keyboard.press('Enter');

  await desk.whenOpen();
  await expect
    .poll(() => anchorsOf(desk))
    .toEqual({
      'not without means of pressure': 'orphaned',
      '114,000 people': 'exact',
      'That coordination is not necessary': 'changed',
      'They are not our friends': 'exact',
      '12 Marines': 'exact',
    });
  expect(await desk.needsPlace()).toEqual(['not without means of pressure']);
  const sentences = await desk.sentences();
  expect(await desk.coverage()).toEqual({
    checked: 3,
    open: 1,
    notCheckable: 0,
    untouched: sentences.length - 4,
  });
  await expectAccessible(page);

  await desk.whenSaved();
  const exported = testInfo.outputPath('checked.linecheck.json');
  await desk.exportAs('Linecheck', exported);
  const { factCheck } = JSON.parse(await readFile(exported, 'utf8')) as ExportedFactCheck;
  const [older, newer] = factCheck.articles.toSorted(
    (a, b) => Number(a.replaces !== undefined) - Number(b.replaces !== undefined),
  );
  expect(newer?.replaces).toBe(older?.id);
  const judgedIn = (words: string): string | undefined => {
    const annotation = factCheck.annotations.find(({ targets }) => targets[0]?.quote.exact === words);
    return annotation?.targets[0]?.judgedIn ?? annotation?.articleId;
  };
  expect(judgedIn('114,000 people')).toBe(newer?.id);
  expect(judgedIn('12 Marines')).toBe(older?.id);
  expect(judgedIn('That coordination is not necessary')).toBe(older?.id);
});

interface ExportedFactCheck {
  readonly factCheck: {
    readonly articles: readonly { readonly id: string; readonly replaces?: string }[];
    readonly annotations: readonly {
      readonly articleId: string;
      readonly targets: readonly { readonly quote: { readonly exact: string }; readonly judgedIn?: string }[];
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

test('a greyed verdict is settled at the desk, and the older version stays readable', async ({ page }) => {
  const desk = await openSample(page);
  await checkSample(desk);
  const drafts = await desk.loadNewDraft({ text: await nextVersion() });
  await drafts.answer('104,000 people', 'Decide later');
  await drafts.answer('That coordination is necessary', 'Decide later');
  await drafts.answer('not without means of pressure', 'Decide later');
  await drafts.use();

  await desk.clickText('114,000 people');
  await expect(desk.editor.pane.locator('del')).toContainText('104,000');
  await desk.editor.pane.getByRole('button', { name: 'Still holds' }).click();
  await expect(desk.article.getByRole('button', { name: 'True, no source', exact: true })).toBeVisible();
  await desk.whenSaved();
  await page.reload();
  await desk.whenOpen();

  await desk.showVersion(1);
  await expect(desk.article).toContainText('104,000 people');
  await expect(desk.article.locator('mark')).toHaveCount(5);
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
