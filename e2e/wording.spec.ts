import type { Page } from '@playwright/test';
import { disguise, disguiseGerman } from './support/disguise.ts';
import { planFile } from './support/fact-check-file.ts';
import { payload } from './support/open.ts';
import { lookThrough } from './support/plain-words.ts';
import { expect, test } from './support/test.ts';

test.use({ locale: 'de-DE' });

/** What people write is in Russian, so that every Latin letter is the interface's. */
const RUSSIAN = {
  title: 'Доклад о вывозе',
  language: 'ru',
  paragraphs: [
    ['В августе вывезли сто тысяч человек.', 'Погибли тринадцать солдат.', 'Это правда?'],
    ['Никто ещё не смотрел сюда.'],
  ],
  reviewers: ['Аня'],
  sources: { log: { title: 'Журнал', url: 'https://example.org/' }, act: { title: 'Акт' } },
  annotations: [
    {
      quote: 'сто тысяч человек',
      rating: 'mostly-false',
      conclusion: 'Меньше.',
      tags: ['числа'],
      cites: { log: 'refutes', act: 'context' },
    },
    { quote: 'тринадцать солдат', rating: 'half-true', cites: { log: 'supports' } },
    { quote: 'Это правда?', isNotCheckable: true },
  ],
} as const;

for (const size of ['', ' @phone']) {
  test(`every word of the interface is a message, and none is cut off${size}`, async ({ page, context }) => {
    await disguiseGerman(context);
    const problems: Record<string, Awaited<ReturnType<typeof lookThrough>>> = {};
    const look = async (screen: string): Promise<void> => {
      const seen = await lookThrough(page);
      if (seen.plain.length + seen.cut.length > 0) problems[screen] = seen;
    };
    const press = (name: string) => button(page, name).click();

    await page.goto('./');
    await expect(button(page, 'Artikel einfügen')).toBeVisible();
    await expect(page.getByText(disguise('Noch nichts hier'))).toBeVisible();
    await look('library');
    await press('Einstellungen');
    await expect(page.getByRole('dialog')).toBeVisible();
    await look('settings');
    await page.keyboard.press('Escape');
    await press('Artikel einfügen');
    await press('Weiter');
    await look('paste');
    await page.goBack();

    const chooser = page.waitForEvent('filechooser');
    await press('Datei öffnen');
    await (await chooser).setFiles(payload('planned.linecheck.json', JSON.stringify(planFile(RUSSIAN))));
    await expect(page.getByRole('article')).toBeVisible();
    await expect(button(page, 'Exportieren')).toBeVisible();
    await expect(button(page, 'Übersicht')).toBeVisible();
    await look('desk');

    await press('Übersicht');
    await expect(page.getByRole('dialog')).toBeVisible();
    await look('overview');
    await page.keyboard.press('Escape');
    await press('Exportieren');
    await expect(
      page.getByRole('dialog').getByRole('button', { name: disguise('Herunterladen') }),
    ).toBeVisible();
    await look('export');
    await page.keyboard.press('Escape');
    await press('Fassungen');
    await look('versions');
    await page.getByRole('menuitem', { name: disguise('Neue Fassung laden') }).click();
    await expect(page.getByRole('textbox', { name: disguise('Text der neuen Fassung') })).toBeVisible();
    await look('new version');
    await press('Abbrechen');

    await page.locator('[data-sentence="0"]').click({ position: { x: 4, y: 8 } });
    await page.keyboard.press('Enter');
    await expect(page.getByRole('complementary').getByRole('textbox').first()).toBeVisible();
    await look('editor');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toBeVisible();
    await look('keys');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
    await look('commands');

    expect(problems).toEqual({});
  });
}

function button(page: Page, name: string) {
  return page.getByRole('button', { name: disguise(name), exact: true }).first();
}
