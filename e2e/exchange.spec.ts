import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { DeskPage } from './pages/desk-page.ts';
import { LibraryPage } from './pages/library-page.ts';
import { planFile, type FactCheckFile } from './support/fact-check-file.ts';
import { tabTo } from './support/keyboard.ts';
import { openPlanned, payload } from './support/open.ts';
import { expect, test } from './support/test.ts';

const PLAN = {
  paragraphs: [['The ferry left at noon.', 'It carried 40 people.'], ['Nobody knew why it turned.']],
  annotations: [
    { quote: 'noon', rating: 'true', conclusion: 'The log says so.', cites: { log: 'supports' } },
    { quote: '40 people', rating: 'false', tags: ['numbers'] },
    { quote: 'Nobody knew why it turned.', isNotCheckable: true },
  ],
  sources: { log: { title: 'The log', url: 'doi:10.1000/182' } },
} as const;

const SCHEMA = path.resolve(import.meta.dirname, '../public/schema/fact-check-1.json');

test('an export is a file that the published JSON Schema accepts, with nothing lost', async ({
  page,
}, testInfo) => {
  const desk = await openPlanned(page, PLAN);
  await desk.annotate({ text: 'The ferry' }, { verdict: 'Misleading', claimant: 'The owner' });
  const file = testInfo.outputPath('out.json');
  expect(await desk.exportAs('Linecheck', file)).toContain('Nothing is lost');
  await expect(page.getByRole('status')).toContainText([/Exported to “Planned.*\.linecheck\.json”/]);
  const written = JSON.parse(await readFile(file, 'utf8')) as FactCheckFile;

  const ajv = new Ajv2020({ strict: true, strictTypes: false });
  addFormats(ajv);
  const validate = ajv.compile(JSON.parse(await readFile(SCHEMA, 'utf8')) as object);
  validate(written);
  expect(validate.errors ?? []).toEqual([]);
  expect(written.factCheck.annotations.map(({ id }) => id)).toEqual([expect.any(String), 'a0', 'a1', 'a2']);
  expect(written.factCheck.articles).toEqual(planFile(PLAN).factCheck.articles);
});

test('what the format does not know comes back out of it unharmed', async ({ page }, testInfo) => {
  const file = planFile(PLAN);
  file.factCheck.annotations.forEach((annotation) =>
    Object.assign(annotation, { mood: { of: ['the', 'day'] } }),
  );
  const library = new LibraryPage(page);
  await library.goto();
  const desk = await library.openFile(payload('odd.json', JSON.stringify(file)));
  const out = testInfo.outputPath('out.json');
  await desk.exportAs('Linecheck', out);
  const written = JSON.parse(await readFile(out, 'utf8')) as FactCheckFile;
  expect(written.factCheck.annotations).toEqual(file.factCheck.annotations);
});

test('the same file opened again is recognised, and nothing is doubled', async ({ page }) => {
  const library = new LibraryPage(page);
  await (await openPlanned(page, PLAN)).leave();
  const desk = await library.openFile(payload('again.json', JSON.stringify(planFile(PLAN))));
  await expect(page.getByRole('status')).toContainText([/is here already, just as it is in the file/]);
  await desk.leave();
  expect(await library.factChecks()).toEqual(['Planned']);
});

test.describe('a file with another version of what is here', () => {
  const CHANGED = { ...PLAN, annotations: [{ quote: 'noon', rating: 'misleading' }] } as const;
  const HERE = [{ verdict: 'True' }, { verdict: 'False' }, { verdict: null }];

  async function openChanged(page: Page): Promise<Locator> {
    const library = new LibraryPage(page);
    await (await openPlanned(page, PLAN)).leave();
    await library.chooseFile(payload('changed.json', JSON.stringify(planFile(CHANGED))));
    const dialog = page.getByRole('dialog', { name: 'This fact check is here already' });
    await expect(dialog).toContainText('3 annotations');
    await expect(dialog).toContainText('1 annotation,');
    return dialog;
  }

  test('changes nothing when the person cancels', async ({ page }) => {
    const dialog = await openChanged(page);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(dialog).toBeHidden();
    const library = new LibraryPage(page);
    expect(await library.factChecks()).toEqual(['Planned']);
    const desk = await library.resume('Planned');
    expect(await desk.annotations()).toMatchObject(HERE);
  });

  test('is kept beside it', async ({ page }) => {
    const dialog = await openChanged(page);
    await dialog.getByRole('button', { name: 'Keep both' }).click();
    const desk = new DeskPage(page);
    await desk.whenOpen();
    expect(await desk.annotations()).toMatchObject([{ verdict: 'Misleading' }]);
    await desk.leave();
    const library = new LibraryPage(page);
    expect((await library.factChecks()).toSorted()).toEqual(['Planned', 'Planned (copy)']);
    await library.resume('Planned');
    await expect.poll(() => desk.annotations()).toMatchObject(HERE);
  });

  test('takes its place when asked to, and goes again by the notice', async ({ page }) => {
    const dialog = await openChanged(page);
    await dialog.getByRole('button', { name: 'Replace the one here' }).click();
    const desk = new DeskPage(page);
    await desk.whenOpen();
    await expect.poll(() => desk.annotations()).toMatchObject([{ verdict: 'Misleading' }]);
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByRole('status')).toContainText(['The fact check is as it was before.']);
    await expect.poll(() => desk.annotations()).toMatchObject(HERE);
    await desk.whenSaved();
    await page.reload();
    await expect.poll(() => desk.annotations()).toMatchObject(HERE);
  });
});

function spoilt(spoil: (file: FactCheckFile) => void): string {
  const file = planFile({ ...PLAN, id: 'spoilt', title: 'Spoilt' });
  spoil(file);
  return JSON.stringify(file);
}

const WHOLE = spoilt(() => undefined);

const UNREADABLE: readonly (readonly [what: string, content: string | Buffer, sentence: RegExp])[] = [
  ['truncated', WHOLE.slice(0, 900), /breaks off in line 1: it was cut short/],
  ['of a newer version', spoilt((file) => (file.version = '2.0')), /made by a newer Linecheck \(version 2/],
  ['not JSON', 'Dear editor, here it is.', /This is not a JSON file/],
  ['other JSON', '{"a": [1, 2]}', /not a fact check from Linecheck/],
  ['empty', '', /It is empty/],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /not text in UTF-8|not a JSON file/],
  ['a PDF', '%PDF-1.7\n%âãÏÓ', /This PDF is damaged/],
  [
    'with a __proto__',
    WHOLE.replace('"title":', '"__proto__":{"isAdmin":true},"title":'),
    /“__proto__” .* not allowed/,
  ],
  [
    'without an article',
    spoilt(({ factCheck }) => factCheck.articles.splice(0)),
    /damaged or was changed by hand/,
  ],
];

test('a file that can’t be opened gets a sentence of its own, and nothing that is kept changes', async ({
  page,
}) => {
  const library = new LibraryPage(page);
  const desk = await openPlanned(page, PLAN);
  await desk.whenSaved();
  await desk.leave();
  await library.factChecks();
  const kept = (): Promise<string> => page.evaluate(() => JSON.stringify(Object.entries(localStorage)));
  const before = await kept();
  const dialog = page.getByRole('dialog', { name: 'This file can’t be opened' });
  for (const [what, content, sentence] of UNREADABLE) {
    await test.step(what, async () => {
      await library.chooseFile(payload('bad.json', content));
      await expect(dialog).toContainText(sentence);
      await expect(dialog).toContainText('Nothing that is kept in this browser was changed.');
      await dialog.getByRole('button', { name: 'Close' }).last().click();
      await expect(dialog).toBeHidden();
    });
  }
  expect(await library.factChecks()).toEqual(['Planned']);
  expect(await kept()).toBe(before);
  expect(await page.evaluate(() => 'isAdmin' in {})).toBe(false);
});

test('a file with one bad record is opened without it, and says which', async ({ page }) => {
  const library = new LibraryPage(page);
  await library.goto();
  const content = spoilt(({ factCheck }) =>
    // oxlint-disable-next-line no-script-url -- such addresses are what is tested
    Object.assign(factCheck.sources[0] ?? {}, { url: 'javascript:alert(1)' }),
  );
  await library.chooseFile(payload('spoilt.json', content));
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('factCheck.sources[0] cannot be read');
  await expect(dialog).toContainText('names a source that is not here. It is left out.');
  await dialog.getByRole('button', { name: 'Continue' }).click();
  const desk = new DeskPage(page);
  await desk.whenOpen();
  expect(await desk.annotations()).not.toEqual([]);
});

test('after a file that can’t be opened another one is chosen at once', async ({ page }) => {
  const library = new LibraryPage(page);
  await library.goto();
  await library.chooseFile(payload('bad.json', 'no'));
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose another file' }).click();
  await (await chooser).setFiles(payload('good.json', WHOLE));
  await new DeskPage(page).whenOpen();
  await expect(page).toHaveTitle('Spoilt – Linecheck');
});

test('HTML in every field of a file is shown as the text that it is, and nothing of it runs', async ({
  page,
}) => {
  const hostile = (name: string): string => `${name} <img src=x onerror="globalThis.owned=1"><b>&amp;</b>`;
  const file = planFile({
    title: hostile('Title'),
    paragraphs: [[hostile('One'), hostile('Two')]],
    reviewers: [hostile('Ana'), hostile('Ben')],
    sources: { log: { title: hostile('Log'), url: hostile('https://example.org/') } },
    annotations: [
      {
        quote: hostile('One'),
        rating: 'false',
        by: hostile('Ben'),
        conclusion: hostile('Done'),
        tags: [hostile('tag')],
        cites: { log: 'refutes' },
      },
    ],
  });
  const [scale] = file.factCheck.ratingScales;
  for (const rating of (scale?.['ratings'] ?? []) as object[]) {
    Object.assign(rating, { label: hostile('Wrong'), mark: hostile('W') });
  }
  Object.assign(file.factCheck.articles[0] ?? {}, { byline: hostile('By'), publisher: hostile('In') });
  Object.assign(file.factCheck.evidence[0] ?? {}, { quote: hostile('Quoted'), note: hostile('Note') });

  const library = new LibraryPage(page);
  await library.goto();
  const desk = await library.openFile(payload('hostile.json', JSON.stringify(file)));
  await expect(desk.article).toContainText(hostile('By'));
  expect(await desk.sentences()).toEqual([hostile('One'), hostile('Two')]);
  expect(await desk.annotations()).toMatchObject([{ quote: hostile('One'), verdict: hostile('Wrong') }]);
  await desk.showPanel('Sources');
  await expect(page.getByRole('region', { name: 'Sources' })).toContainText(hostile('Log'));
  await desk.openAnnotation(0);
  await expect(desk.editor.pane).toContainText(hostile('Done'));
  await expect(desk.editor.pane.locator('[data-evidence]').getByLabel('Note')).toHaveValue(hostile('Note'));
  await expect(page.locator('img, article b, aside b, [data-evidence] b')).toHaveCount(0);
  await desk.leave();
  expect(await library.factChecks()).toEqual([hostile('Title')]);
  expect(await page.evaluate(() => 'owned' in globalThis)).toBe(false);
});

test('a text file becomes an article, Markdown with its headings', async ({ page }) => {
  const library = new LibraryPage(page);
  await library.goto();
  const desk = await library.openFile(payload('note.txt', 'One is # here. Two is there.'));
  expect(await desk.sentences()).toEqual(['One is # here.', 'Two is there.']);
  await desk.leave();
  await library.openFile(payload('note.md', '# Head\n\nOne is *here*.'));
  await expect(desk.article.getByRole('heading', { name: 'Head' })).toBeVisible();
  expect(await desk.sentences()).toEqual(['Head', 'One is here.']);
});

test('a file dropped anywhere on the library is opened', async ({ page }) => {
  const library = new LibraryPage(page);
  await library.goto();
  await library.dropFile(payload('dropped.json', WHOLE));
  await new DeskPage(page).whenOpen();
  await expect(page).toHaveTitle('Spoilt – Linecheck');
});

test('by keyboard alone: export from the desk and from the library, then open the file', async ({
  page,
  openFreshProfile,
}, testInfo) => {
  const { keyboard } = page;
  await openPlanned(page, PLAN);
  await tabTo(page.getByRole('button', { name: 'Export' }));
  await keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Download' })).toBeFocused();
  const download = page.waitForEvent('download');
  await keyboard.press('Enter');
  const file = testInfo.outputPath('out.json');
  await (await download).saveAs(file);
  await expect(page.getByRole('dialog')).toBeHidden();

  await tabTo(page.getByRole('link', { name: 'Library' }), 'Shift+Tab');
  await keyboard.press('Enter');
  await tabTo(page.getByRole('button', { name: 'Actions for Planned' }));
  for (const key of ['Enter', 'ArrowDown']) await keyboard.press(key);
  await expect(page.getByRole('menuitem', { name: 'Export JSON' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Download' })).toBeFocused();
  const again = page.waitForEvent('download');
  await keyboard.press('Enter');
  expect((await again).suggestedFilename()).toMatch(/^Planned.*\.linecheck\.json$/);

  const other = await openFreshProfile();
  await other.goto('./');
  await tabTo(other.getByRole('button', { name: 'Open a file' }));
  const chooser = other.waitForEvent('filechooser');
  await other.keyboard.press('Enter');
  await (await chooser).setFiles(file);
  await new DeskPage(other).whenOpen();
  await expect(other).toHaveTitle('Planned – Linecheck');
});

test('a large fact check is read beside the page, and Cancel stops it', async ({ page }) => {
  const file = planFile(PLAN);
  const [first] = file.factCheck.annotations;
  const many = Array.from({ length: 2000 }, (_, i) => ({ ...first, id: `many-${i}` }));
  Object.assign(file.factCheck, { annotations: [...file.factCheck.annotations, ...many] });
  const large = payload('large.json', JSON.stringify(file));
  const library = new LibraryPage(page);
  await library.goto();
  // The worker is never done before somebody cancels.
  await page.route(/parse-worker/, () => undefined);
  const asked = page.waitForRequest(/parse-worker/);
  await library.chooseFile(large);
  await asked;
  const dialog = page.getByRole('dialog', { name: 'Reading the file' });
  await expect(dialog.getByRole('progressbar')).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  // Nothing of it is kept, and nothing is said of a file that nobody waits for.
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await library.factChecks()).toEqual([]);
  await page.unroute(/parse-worker/);
  await library.openFile(large);
  await expect(page.getByRole('complementary', { name: 'Overview' })).toContainText('2003');
});
