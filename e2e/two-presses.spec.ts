import type { Page } from '@playwright/test';
import { openPlanned } from './support/open.ts';
import { expect, test } from './support/test.ts';

const PLAN = {
  paragraphs: [['The ferry left at noon.', 'It carried 40 people.', 'Nobody knew why it turned.']],
  reviewers: ['Ana'],
  annotations: [{ quote: '40 people', rating: 'false' }],
} as const;

/** A keyboard that counts what is pressed on it; keys that are held down together are one press. */
function createCountingKeyboard(page: Page) {
  let presses = 0;
  return {
    press: async (key: string) => {
      presses += 1;
      await page.keyboard.press(key);
    },
    presses: () => presses,
  };
}

/** Opens the desk, says who is there and waits for what comes after the article. */
async function openNamed(page: Page) {
  const desk = await openPlanned(page, PLAN);
  await desk.putCursorOn(0);
  await page.keyboard.press('1');
  await desk.answerReviewerDialog();
  await page.waitForLoadState('networkidle');
  return desk;
}

async function copy(page: Page, text: string) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
}

test('a sentence that needs only a verdict takes two presses, moving on included', async ({ page }) => {
  const desk = await openNamed(page);
  await desk.undo();
  await desk.putCursorOn(0);
  const keyboard = createCountingKeyboard(page);
  await keyboard.press('2');
  await keyboard.press('n');
  await expect(desk.sentence(2)).toBeFocused();
  await keyboard.press('5');
  await keyboard.press('j');
  expect(keyboard.presses()).toBe(4);
  expect((await desk.annotations()).map(({ verdict }) => verdict)).toEqual(['Mostly true', 'False', 'False']);
  expect(await desk.coverage()).toMatchObject({ checked: 3, untouched: 0 });
});

test('a source from the clipboard takes at most two presses, is said, and is undone where it is said', async ({
  page,
}) => {
  const desk = await openNamed(page);
  await copy(page, 'https://example.org/2024/05/06/log-of-the-old-harbour');
  const keyboard = createCountingKeyboard(page);
  await keyboard.press('j');
  await keyboard.press('Control+v');
  expect(keyboard.presses()).toBe(2);
  const said = page.getByText('Source added for “40 people”: Log of the old harbour');
  await expect(said).toBeVisible();
  expect((await desk.annotations())[1]).toMatchObject({ quote: '40 people', sources: 1 });
  await expect(desk.sentence(1)).toBeFocused();
  await page.getByRole('status').filter({ has: said }).getByRole('button', { name: 'Undo' }).click();
  expect((await desk.annotations())[1]).toMatchObject({ sources: 0 });

  // With the annotation open: a citation in words.
  await copy(page, 'Lovelace, A. (1843). Notes on the engine. Scientific Memoirs, 3, 666–731.');
  await desk.openAnnotation(1);
  await page.keyboard.press('Control+v');
  const item = desk.editor.pane.getByRole('region', { name: 'Evidence' }).locator('[data-evidence]');
  await expect(item).toContainText('Notes on the engine');
  await page.keyboard.press('Control+v');
  await expect(page.getByText('It is cited for “40 people” already: Notes on the engine')).toBeVisible();
  await expect(item).toHaveCount(1);

  // What goes into a field is the field's.
  await desk.editor.field('Conclusion').focus();
  await page.keyboard.press('Control+v');
  await expect(desk.editor.field('Conclusion')).toHaveValue(/^Lovelace/);
  await expect(item).toHaveCount(1);
});

test('a paste that is no source, or has no claim to go to, says so and changes nothing', async ({ page }) => {
  const desk = await openNamed(page);
  await page.keyboard.press('End');
  await copy(page, 'https://example.org/log');
  await page.keyboard.press('Control+v');
  await expect(page.getByText(/^Nothing is annotated here\./)).toBeVisible();
  await desk.putCursorOn(0);
  await page.keyboard.press('Escape');
  await copy(page, 'vbscript:msgbox(1)');
  await page.keyboard.press('Control+v');
  await expect(page.getByText(/could run code/)).toBeVisible();
  await copy(page, 'word '.repeat(1000));
  await page.keyboard.press('Control+v');
  await expect(page.getByText(/too long for a source/)).toBeVisible();
  expect((await desk.annotations()).map(({ sources }) => sources)).toEqual([0, 0]);
});
