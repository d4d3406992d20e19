import type { Locator, Page } from '@playwright/test';
import type { DeskPage } from './pages/desk-page.ts';
import { tabTo } from './support/keyboard.ts';
import { openPlanned } from './support/open.ts';
import { expect, test } from './support/test.ts';

const PLAN = {
  paragraphs: [['The ferry left at noon.', 'It carried 40 people.', 'Nobody knew why it turned.']],
  sources: {
    log: { title: 'The log of the ferry', url: 'https://example.org/log' },
    copy: { title: 'Log (copy)', url: 'http://www.example.org/log/' },
    spare: { title: 'A spare source' },
  },
  annotations: [
    { quote: 'noon', rating: 'true', cites: { log: 'supports' } },
    { quote: '40 people', rating: 'false', cites: { log: 'refutes', copy: 'context' } },
  ],
} as const;

function panel(page: Page): Locator {
  return page.getByRole('region', { name: 'Sources' });
}

type Id = keyof typeof PLAN.sources;

function item(page: Page, id: Id): Locator {
  return panel(page).locator(`[data-source="${id}"]`);
}

async function openSources(page: Page): Promise<DeskPage> {
  const desk = await openPlanned(page, PLAN);
  await desk.showPanel('Sources');
  return desk;
}

async function choose(page: Page, id: Id, action: string): Promise<void> {
  await item(page, id).getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: action }).click();
}

test('a fact check without sources says where they come from', async ({ page }) => {
  const desk = await openPlanned(page, { paragraphs: PLAN.paragraphs });
  await desk.showPanel('Sources');
  await expect(panel(page)).toContainText('No sources yet');
});

test('each source is listed once, with every place where it is used and its stance there', async ({
  page,
}) => {
  const desk = await openSources(page);
  await expect(panel(page).getByRole('status')).toHaveText('3 sources');
  const uses = item(page, 'log').getByRole('list', { name: 'Used in' });
  await expect(uses.getByRole('listitem')).toHaveText([/Supports.*noon/, /Refutes.*40 people/]);
  await expect(item(page, 'spare')).toContainText('Not used in any annotation');
  await panel(page).getByLabel('Search sources').fill('spare');
  await expect(panel(page).getByRole('status')).toHaveText('1 of 3');
  await panel(page).getByLabel('Search sources').fill('');

  await uses.getByRole('button', { name: /40 people/ }).click();
  await expect(desk.editor.pane.getByRole('blockquote')).toHaveText('40 people');
});

test('a source is edited once and changed everywhere', async ({ page }) => {
  const desk = await openSources(page);
  const log = item(page, 'log');
  await log.getByRole('button', { name: 'Edit source' }).click();
  await log.getByLabel('Publisher').fill('Harbour office');
  await log.getByLabel('Title').fill('The log of the ferry, page 3');
  await desk.showPanel('Annotations');
  await expect(page.getByRole('dialog', { name: 'Who is checking?' })).toBeVisible();
  await desk.answerReviewerDialog();
  for (const n of [0, 1]) {
    await desk.openAnnotation(n);
    const cited = desk.editor.pane
      .locator('[data-evidence]')
      .filter({ hasText: 'The log of the ferry, page 3' });
    await expect(cited).toContainText('Harbour office');
  }
});

test('two that are the same are pointed out and made one; undo makes them two again', async ({ page }) => {
  const desk = await openSources(page);
  const copy = item(page, 'copy');
  await expect(copy).toContainText('Looks the same as “The log of the ferry”');
  await copy.getByRole('button', { name: 'Merge' }).click();
  await expect(panel(page).getByRole('status')).toHaveText('2 sources');
  const uses = item(page, 'log').getByRole('list', { name: 'Used in' });
  await expect(uses.getByRole('listitem')).toHaveCount(3);
  for (const use of [/Supports *noon/, /Refutes *40 people/, /Context *40 people/])
    await expect(uses).toContainText(use);
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect(panel(page).getByRole('status')).toHaveText('3 sources');
  await expect(copy).toContainText('40 people');
  await expect(desk.page.getByRole('button', { name: /^Redo/ }).first()).toBeEnabled();
});

test('any two can be merged, after a look at what will stay', async ({ page }) => {
  await openSources(page);
  await choose(page, 'spare', 'Merge with…');
  const dialog = page.getByRole('dialog', { name: 'Merge two sources' });
  await expect(dialog.getByRole('button', { name: 'Merge' })).toBeDisabled();
  await dialog.getByLabel('Merge with').selectOption('The log of the ferry');
  await expect(dialog.getByRole('region', { name: 'What will stay' })).toContainText('A spare source');
  await dialog.getByRole('radio', { name: 'The one chosen' }).check();
  await expect(dialog.getByRole('region', { name: 'What will stay' })).toContainText('The log of the ferry');
  await expect(dialog.getByRole('region', { name: 'What will stay' })).toContainText('2 times');
  await dialog.getByRole('button', { name: 'Merge' }).click();
  await expect(panel(page).getByRole('status')).toHaveText('2 sources');
  await expect(item(page, 'spare')).toHaveCount(0);
});

test('of very many sources fifty are drawn at a time, and the search finds all', async ({ page }) => {
  const sources = Object.fromEntries(
    Array.from({ length: 120 }, (_, i) => [`s${i}`, { title: `Report ${String(i).padStart(3, '0')}` }]),
  );
  const desk = await openPlanned(page, { paragraphs: PLAN.paragraphs, sources });
  await desk.showPanel('Sources');
  const items = panel(page).locator('[data-source]');
  await expect(items).toHaveCount(50);
  await panel(page).getByLabel('Search sources').fill('119');
  await expect(items).toHaveText([/Report 119/]);
  await panel(page).getByLabel('Search sources').fill('');

  await panel(page).getByRole('button', { name: '70 more' }).press('Enter');
  await expect(items).toHaveCount(100);
  await expect(items.nth(50).getByRole('button').first()).toBeFocused();
  await panel(page).getByRole('button', { name: '20 more' }).press('Enter');
  await expect(items).toHaveCount(120);
  await expect(items.nth(100).getByRole('button').first()).toBeFocused();
});

test('removing a source that is in use asks first, and undo brings it and its evidence back', async ({
  page,
}) => {
  const desk = await openSources(page);
  await choose(page, 'log', 'Remove source');
  const dialog = page.getByRole('dialog', { name: 'Remove this source?' });
  await expect(dialog).toContainText('Used in 2 annotations');
  await expect(dialog.getByRole('button', { name: 'Keep it' })).toBeFocused();
  await dialog.getByRole('button', { name: 'Keep it' }).click();
  await expect(item(page, 'log')).toBeVisible();

  await choose(page, 'log', 'Remove source');
  await dialog.getByRole('button', { name: 'Remove source' }).click();
  await expect(item(page, 'log')).toHaveCount(0);
  await expect(desk.article.getByRole('button', { name: 'True, no source' })).toBeVisible();
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect(item(page, 'log')).toContainText('Refutes');
  await expect(desk.article.getByRole('button', { name: 'True, 1 source' })).toBeVisible();
});

test('a source that nothing rests on goes without a question, and comes back by undo', async ({ page }) => {
  const desk = await openSources(page);
  await choose(page, 'spare', 'Remove source');
  await expect(item(page, 'spare')).toHaveCount(0);
  await desk.undo();
  await expect(item(page, 'spare')).toBeVisible();
});

test('by keyboard alone: to the sources, edit one, merge two, remove one and take that back', async ({
  page,
}) => {
  const { keyboard } = page;
  await openPlanned(page, PLAN);
  await tabTo(page.getByRole('button', { name: 'Sources 3' }));
  await keyboard.press('Enter');

  const spare = item(page, 'spare');
  await tabTo(spare.getByRole('button', { name: 'Edit source' }));
  await keyboard.press('Enter');
  await tabTo(spare.getByLabel('Publisher'));
  await keyboard.type('North');
  for (let i = 0; i < 4; i += 1) await keyboard.press('Shift+Tab');
  await expect(page.getByRole('dialog', { name: 'Who is checking?' }).getByLabel('Your name')).toBeFocused();
  await keyboard.type('Ana');
  await keyboard.press('Enter');
  await expect(spare.locator(':focus')).toHaveCount(1);
  await expect(spare.getByLabel('Publisher')).toHaveValue('North');

  await tabTo(item(page, 'copy').getByRole('button', { name: 'Merge' }), 'Shift+Tab');
  await keyboard.press('Enter');
  await expect(panel(page).getByRole('status')).toHaveText('2 sources');

  await tabTo(item(page, 'log').getByRole('button', { name: 'More' }), 'Shift+Tab');
  await keyboard.press('Enter');
  await keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'Remove source' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Keep it' })).toBeFocused();
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await expect(panel(page).getByRole('status')).toHaveText('1 source');
  await keyboard.press('Control+z');
  await expect(panel(page).getByRole('status')).toHaveText('2 sources');
});
