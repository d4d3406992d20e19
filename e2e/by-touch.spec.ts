import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { DeskPage } from './pages/desk-page.ts';
import { expect, test } from './support/test.ts';
import { dragFinger, holdWords } from './support/touch.ts';

const WIDTH = 390;

const ARTICLE = [
  'A ferry turns back',
  'The ferry left at noon. It carried 40 people.',
  'Nobody knew why it turned. It was sold to a museum in 1998.',
].join('\n\n');

test('the whole job by touch alone on a small screen, with nothing wider than it @phone', async ({
  page,
}, testInfo) => {
  const desk = new DeskPage(page);
  const { pane } = desk.editor;
  const dialog = page.getByRole('dialog');
  const bar = page.getByRole('toolbar');
  const panel = page.getByRole('complementary', { name: 'Overview' });

  const tap = async (target: Locator): Promise<void> => {
    await target.tap();
    await expectNothingWider(page);
  };
  /** What an on-screen keyboard writes. */
  const write = async (field: Locator, words: string): Promise<void> => {
    await tap(field);
    await expect(field).toBeFocused();
    await page.keyboard.insertText(words);
  };

  await test.step('an article is pasted', async () => {
    await page.goto('./');
    await tap(page.getByRole('button', { name: 'Paste an article' }));
    await write(page.getByLabel('Article text'), ARTICLE);
    await tap(page.getByRole('button', { name: 'Continue' }));
    await tap(page.getByRole('button', { name: 'Check this article' }));
    await desk.whenOpen();
    await expectNothingWider(page);
  });

  await test.step('sentences are tapped and judged', async () => {
    await desk.tapText('The ferry left');
    await expect(bar).toHaveAccessibleName('Verdict on: Sentence 2');
    await tap(bar.getByRole('button', { name: 'True', exact: true }));
    await write(dialog.getByLabel('Your name'), 'Ana');
    await tap(dialog.getByRole('button', { name: 'Continue' }));
    await expect(desk.article.getByRole('button', { name: 'True, no source' })).toBeVisible();
    await tap(page.getByRole('button', { name: 'Next untouched' }));
    await expect(bar).toHaveAccessibleName('Verdict on: Sentence 3');
    await desk.tapText('Nobody knew');
    await tap(bar.getByRole('button', { name: 'Not checkable' }));
  });

  await test.step('words are held, given another end by their handle, and judged', async () => {
    await holdWords(desk.sentence(2), 'carried');
    await expect(bar).toHaveAccessibleName('Verdict on: Selected words');
    await holdWords(desk.sentence(2), 'carried 40');
    await tap(bar.getByRole('button', { name: 'Annotate' }));
    await expect(pane.getByRole('blockquote')).toHaveText('carried 40');
    await expect(desk.article.locator('[data-edge="end"]')).toBeAttached();
    await whenStill(desk.article.locator('mark[data-current]'));
    await dragEnd(desk, 'people');
    await expect(pane.getByRole('blockquote')).toHaveText('carried 40 people');
    await tap(pane.getByRole('radio', { name: 'False', exact: true }));
    await tap(pane.getByRole('button', { name: 'Close' }));
    await tap(desk.article.getByRole('button', { name: 'False, no source' }));
    await expect(pane.getByRole('radio', { name: 'False', exact: true })).toBeChecked();
  });

  await test.step('the sheet takes a conclusion, a source and what the source says', async () => {
    await write(desk.editor.field('Conclusion'), 'The log says 38.');
    await write(desk.editor.field('Add source'), 'https://example.org/log');
    await tap(page.getByRole('listbox', { name: 'Sources' }).getByRole('option', { name: /^Add “/ }));
    await tap(pane.getByRole('radio', { name: 'Refutes' }));
    await write(desk.editor.field('Quoted words'), '38 souls');
    await tap(pane.getByRole('button', { name: 'Close' }));
    await expect(pane).toBeHidden();
    await expect(desk.article.getByRole('button', { name: 'False, 1 source' })).toBeVisible();
  });

  await test.step('the list is filtered, and the sources are looked at', async () => {
    await tap(panel.getByRole('button', { name: 'Annotations 3' }));
    await write(desk.list.getByLabel('Search annotations'), 'verdict:fa');
    await tap(page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option').first());
    await expect(desk.list.getByRole('listitem')).toHaveText([/The log says 38/]);
    await tap(desk.list.getByRole('button', { name: 'Clear filters' }));
    await tap(panel.getByRole('button', { name: 'Sources 1' }));
    await expect(page.getByRole('region', { name: 'Sources' })).toContainText('example.org');
    await tap(panel.getByRole('button', { name: 'Back to the article' }));
  });

  await test.step('the overview leads to what is left, and undo takes a mistake back', async () => {
    await tap(page.getByRole('button', { name: 'Overview' }));
    await tap(dialog.locator('summary', { hasText: '2 sentences untouched' }));
    await tap(
      dialog.getByRole('region', { name: 'Left to do' }).getByRole('button', { name: /^It was sold/ }),
    );
    await expect(bar).toHaveAccessibleName('Verdict on: Sentence 5');
    await tap(bar.getByRole('button', { name: 'Unproven' }));
    expect(await desk.coverage()).toMatchObject({ checked: 3, notCheckable: 1, untouched: 1 });
    await tap(page.getByRole('button', { name: /^Undo/ }));
    await expect.poll(() => desk.coverage()).toMatchObject({ checked: 2, untouched: 2 });
  });

  await test.step('the file is taken along, and the work is found again', async () => {
    await desk.whenSaved();
    await tap(page.getByRole('button', { name: 'Export' }));
    const download = page.waitForEvent('download');
    await tap(dialog.getByRole('button', { name: 'Download' }).last());
    const file = testInfo.outputPath('by-touch.linecheck.json');
    await (await download).saveAs(file);
    const written = await readFile(file, 'utf8');
    for (const words of ['carried 40 people', 'The log says 38.', '38 souls', 'https://example.org/log'])
      expect(written).toContain(words);
    if (await dialog.isVisible()) await tap(dialog.getByRole('button', { name: 'Close' }));
    await tap(page.getByRole('link', { name: 'Library' }));
    await expect(page.getByRole('region', { name: 'Your fact checks' })).toContainText('3 annotations');
    await tap(page.getByRole('link', { name: 'A ferry turns back' }));
    await desk.whenOpen();
    await expect(desk.article.getByRole('button', { name: 'False, 1 source' })).toBeVisible();
  });
});

async function expectNothingWider(page: Page): Promise<void> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, `width of ${page.url()}`).toBeLessThanOrEqual(WIDTH);
}

/** Opening the sheet scrolls the words to above it. */
async function whenStill(element: Locator): Promise<void> {
  let before = await element.boundingBox();
  await expect
    .poll(async () => {
      const was = before;
      before = await element.boundingBox();
      return was !== null && was.y === before?.y;
    })
    .toBe(true);
}

/** With a finger on the knob under the line, to the end of a word. */
async function dragEnd({ article, page }: DeskPage, word: string): Promise<void> {
  const handle = await article.locator('[data-edge="end"]').boundingBox();
  const to = await article.evaluate((root, words) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(words) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + words.length);
      const { right, top, height } = range.getBoundingClientRect();
      return { x: right - 8, y: top + height / 2 };
    }
    return null;
  }, word);
  if (!handle || !to) throw new Error('There is no handle, or no such word.');
  await dragFinger(page, { x: handle.x + handle.width / 2, y: handle.y + handle.height + 30 }, to);
}
