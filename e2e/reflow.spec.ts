import type { Page } from '@playwright/test';
import { LibraryPage } from './pages/library-page.ts';
import { openPlanned } from './support/open.ts';
import { COMPLAINTS, JOURNEYS, RUSSIAN } from './support/every-screen.ts';
import { expect, test } from './support/test.ts';

test.use({ expectedComplaints: [COMPLAINTS] });

/** 1280 × 1024 at 400 % and at 200 %, and a narrow window of usual height with letters set wide (WCAG 1.4.10, 1.4.12). */
const VIEWS = [
  { name: 'at 400 %', width: 320, height: 256, isSpaced: false },
  { name: 'at 200 %', width: 640, height: 512, isSpaced: false },
  { name: 'with wide text spacing', width: 320, height: 640, isSpaced: true },
] as const;

const PLAN = {
  title: 'A title that is much too long to be shown whole at the top of a small screen',
  paragraphs: [
    ['The ferry left at noon.', 'It carried 40 people across the lake.'],
    ...Array.from({ length: 8 }, (_, i) => [`On day ${i + 1} nobody knew why it had turned.`]),
  ],
  sources: { log: { title: 'The log', url: 'https://example.org/log' } },
  annotations: [
    { quote: 'noon', rating: 'mostly-true', cites: { log: 'supports' }, tags: ['times'] },
    { quote: '40 people', rating: 'false', conclusion: 'It was 38.' },
    { quote: 'On day 8 nobody', rating: 'unproven' },
  ],
} as const;

for (const { name, width, height, isSpaced } of VIEWS) {
  test(`${name} nothing has to be scrolled in two directions, and the article is in view`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    if (isSpaced) await page.addInitScript(spaceText);
    const library = new LibraryPage(page);
    await library.goto();
    await expectOneDirection(page, 'library');
    await page.getByRole('button', { name: 'Paste an article' }).click();
    await page.getByLabel('Article text').fill('Water is wet.');
    await expectOneDirection(page, 'paste');

    const desk = await openPlanned(page, PLAN);
    await expectOneDirection(page, 'desk');
    await desk.openAnnotation(2);
    await expectOneDirection(page, 'editor');
    await expect(desk.article.locator('mark[data-current]')).toBeInViewport();
    await desk.editor.close();
    await desk.showPanel('Annotations');
    await expectOneDirection(page, 'list');
    await desk.showPanel('Sources');
    await expectOneDirection(page, 'sources');
    await desk.closePanel();
    for (const dialog of ['Settings', 'Export']) {
      await page.getByRole('banner').getByRole('button', { name: dialog }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectOneDirection(page, dialog);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
    }
    await desk.loadNewDraft({ text: 'The ferry left at one. It carried 38 people.' });
    await expectOneDirection(page, 'comparison');
  });
}

for (const { name, width, height, isSpaced } of VIEWS)
  for (const [journey, walk] of Object.entries(JOURNEYS))
    test(`${name} nothing on the screens of ${journey} has to be scrolled in two directions`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height });
      if (isSpaced) await page.addInitScript(spaceText);
      const problems: Record<string, readonly string[]> = {};
      await walk({
        page,
        story: RUSSIAN,
        said: (english) => english,
        look: async (screen) => {
          const wide = await findWide(page);
          if (wide.length > 0) problems[screen] = wide;
        },
      });
      expect(problems).toEqual({});
    });

/** Nothing is wider than the window, neither the page nor what scrolls in it, and no label is cut off. */
async function expectOneDirection(page: Page, state: string): Promise<void> {
  expect(await findWide(page), state).toEqual([]);
}

/** What is wider than its place. */
function findWide(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const found = scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide`] : [];
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      if (!element.checkVisibility() || element.closest('.visually-hidden, [data-badge]')) continue;
      const { overflowX, textOverflow } = getComputedStyle(element);
      const isControl = element.matches('button, label') && textOverflow !== 'ellipsis';
      const isScrolled = /auto|scroll/.test(overflowX) && !element.matches('input, textarea');
      if (
        (isControl || isScrolled) &&
        element.clientWidth > 0 &&
        element.scrollWidth > element.clientWidth + 1
      )
        found.push(`${element.outerHTML.slice(0, 100)} ${element.scrollWidth} > ${element.clientWidth}`);
    }
    return found;
  });
}

/** What a person may ask of every page: WCAG 1.4.12. */
function spaceText(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }' +
      'p { margin-block-end: 2em !important }',
  );
  addEventListener('DOMContentLoaded', () => document.adoptedStyleSheets.push(sheet));
}
