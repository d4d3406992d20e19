import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { DeskPage } from './pages/desk-page.ts';
import { tabTo } from './support/keyboard.ts';
import { expect, test } from './support/test.ts';
import { expectVisibleFocus } from './support/visible-focus.ts';

const ARTICLE = [
  'A ferry turns back',
  'The ferry left at noon. It carried 40 people.',
  'Nobody knew why it turned. It was sold to a museum in 1998.',
].join('\n\n');

test('the whole job by keyboard alone, with the focus in view at every step', async ({ page }, testInfo) => {
  const desk = new DeskPage(page);
  const { pane } = desk.editor;
  const dialog = page.getByRole('dialog');
  const said = page.getByRole('status');

  /** Presses keys one after the other; wherever they lead, the focus is seen. */
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) {
      await page.keyboard.press(key);
      await expectVisibleFocus(page, `after ${key}`);
    }
  };
  /** The same at what is reached by Tab. */
  const pressAt = async (target: Locator, ...keys: readonly string[]): Promise<void> => {
    await tabTo(target);
    await expectVisibleFocus(page, `at ${target.toString()}`);
    await press(...keys);
  };
  const type = async (words: string): Promise<void> => {
    await page.keyboard.type(words);
    await expectVisibleFocus(page, `after “${words}”`);
  };
  const command = async (words: string): Promise<void> => {
    await press('Control+k');
    await expect(dialog.getByRole('combobox')).toBeFocused();
    await type(words);
    await press('Enter');
  };

  await test.step('an article comes from the clipboard', async () => {
    await page.goto('./');
    await pressAt(page.getByRole('button', { name: 'Paste an article' }), 'Enter');
    await copy(page, ARTICLE);
    await expect(page.getByLabel('Article text')).toBeFocused();
    await press('Control+v');
    await pressAt(page.getByRole('button', { name: 'Continue' }), 'Enter');
    await pressAt(page.getByRole('button', { name: 'Check this article' }), 'Enter');
    await desk.whenOpen();
    await page.waitForLoadState('networkidle');
  });

  await test.step('sentences get verdicts', async () => {
    await press('j');
    await expect(desk.sentence(1)).toBeFocused();
    await page.keyboard.press('1');
    await expect(dialog.getByLabel('Your name')).toBeFocused();
    await type('Ana');
    await press('Enter');
    await expect(desk.sentence(1)).toBeFocused();
    await expect(said.filter({ hasText: /^True: The ferry left at noon/ })).toBeAttached();
    await press('n');
    await expect(desk.sentence(2)).toBeFocused();
    await press('5', 'n', '0');
    expect(await desk.coverage()).toMatchObject({ checked: 2, notCheckable: 1, untouched: 2 });
  });

  await test.step('a claim is put in words of its own, with a source from the clipboard and a conclusion', async () => {
    await press('k');
    await expect(desk.sentence(2)).toBeFocused();
    await copy(page, 'https://example.org/2024/05/06/log-of-the-old-harbour');
    await press('Control+v');
    await expect(said.filter({ hasText: 'Source added' })).toBeVisible();
    await press('Enter');
    await expect(pane).toBeFocused();
    await pressAt(desk.editor.field('Conclusion'));
    await type('The log says 38.');
    await pressAt(pane.getByRole('radio', { name: 'Context' }), 'ArrowLeft', 'ArrowLeft');
    await expect(pane.getByRole('radio', { name: 'Refutes' })).toBeChecked();
    await pressAt(desk.editor.field('Quoted words'));
    await type('38 souls');
    await pressAt(desk.editor.field('Claim'), 'Control+a');
    await type('The ferry carried 40 people.');
    await press('Escape');
    await expect(desk.sentence(2)).toBeFocused();
  });

  await test.step('words of a sentence are judged alone, and their boundary is moved', async () => {
    await press('End');
    await expect(desk.sentence(4)).toBeFocused();
    await press('a');
    await expect(pane).toBeFocused();
    await press('}', '}', '[', '[');
    await expect(pane.getByRole('blockquote')).toHaveText('sold to a museum in');
    await expect(said.filter({ hasText: 'Boundaries: sold to a museum in' })).toBeAttached();
    await press('3', 'Escape');
    await expect(desk.sentence(4)).toBeFocused();
  });

  await test.step('the list is gone through, filtered and searched', async () => {
    const search = desk.list.getByLabel('Search annotations');
    await tabTo(search, 'Shift+Tab');
    await type('verdict:f');
    await press('ArrowDown', 'Enter');
    await expect(search).toHaveValue('verdict:False');
    await expect(desk.list.getByRole('listitem')).toHaveCount(1);
    await expect(desk.list.getByRole('status')).toHaveText('1 of 4');
    await pressAt(desk.list.getByRole('button', { name: 'Clear filters' }), 'Enter');
    await expect(desk.list.getByRole('listitem')).toHaveCount(4);
    await tabTo(desk.list.getByRole('button', { name: 'Filters' }), 'Shift+Tab');
    await press('Enter');
    await pressAt(desk.list.getByLabel('Verdict', { exact: true }));
    await type('Half');
    await expect(desk.list.getByRole('listitem')).toHaveCount(1);
    await pressAt(desk.list.getByRole('listitem').getByRole('button'), 'Enter');
    await expect(pane.getByRole('blockquote')).toHaveText('sold to a museum in');
    await press('Escape');
    await expect(desk.sentence(4)).toBeFocused();
    await command('show the annot');
    await tabTo(desk.list.getByRole('button', { name: 'Clear filters' }), 'Shift+Tab');
    await press('Enter');
  });

  await test.step('the overview tells what is left, and leads there', async () => {
    await command('overview');
    const left = dialog.getByRole('region', { name: 'Left to do' });
    await pressAt(left.locator('summary', { hasText: '1 sentence untouched' }), 'Enter');
    await pressAt(left.getByRole('button', { name: 'A ferry turns back' }), 'Enter');
    await expect(dialog).toBeHidden();
    await expect(desk.sentence(0)).toBeFocused();
    await press('0');
    expect(await desk.coverage()).toMatchObject({ untouched: 0 });
  });

  await test.step('the file is taken along', async () => {
    await command('export');
    await expect(dialog.getByRole('radio', { name: 'Linecheck file' })).toBeChecked();
    await tabTo(dialog.getByRole('button', { name: 'Download' }).last());
    await expectVisibleFocus(page, 'at the download');
    const download = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    const file = testInfo.outputPath('by-keyboard.linecheck.json');
    await (await download).saveAs(file);
    const written = await readFile(file, 'utf8');
    for (const words of ['The log says 38.', '38 souls', 'The ferry carried 40 people.'])
      expect(written).toContain(words);
    if (await dialog.isVisible()) await press('Escape');
    await expect(desk.sentence(0)).toBeFocused();
  });

  await test.step('a key is changed, and keys that write a character are switched off and on', async () => {
    await command('change keys');
    await pressAt(
      dialog.getByRole('button', { name: /^Change the key of “Next sentence that nobody/ }),
      'Enter',
      'q',
    );
    await press('Escape');
    await expect(desk.sentence(0)).toBeFocused();
    await press('Control+z');
    await expect(said.filter({ hasText: /^Undone: / })).toBeAttached();
    await press('j', 'q');
    await expect(desk.sentence(0)).toBeFocused();
    await command('settings');
    const characters = dialog.getByRole('group', { name: 'Keys that write a character' });
    await pressAt(characters.getByRole('radio', { name: 'On' }), 'ArrowRight');
    await expect(characters.getByRole('radio', { name: 'Off' })).toBeChecked();
    await press('Escape', 'j', '0', 'q');
    await expect(desk.sentence(0)).toBeFocused();
    await press('ArrowDown');
    await expect(desk.sentence(1)).toBeFocused();
    await command('settings');
    await pressAt(characters.getByRole('radio', { name: 'Off' }), 'ArrowLeft', 'Escape');
  });

  await test.step('all of it is undone and redone, and kept', async () => {
    const before = await desk.annotations();
    await press('7');
    await expect.poll(() => desk.annotations()).not.toEqual(before);
    await press('Control+z');
    await expect.poll(() => desk.annotations()).toEqual(before);
    await press('Control+Shift+z', 'Control+z');
    await desk.whenSaved();
    await command('library');
    const kept = page.getByRole('link', { name: 'A ferry turns back' });
    await pressAt(kept, 'Enter');
    await desk.whenOpen();
    expect(await desk.annotations()).toEqual(before);
  });
});

async function copy(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
}
