import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { DeskPage } from './pages/desk-page.ts';
import { LibraryPage } from './pages/library-page.ts';
import { pasteHtml } from './pages/paste-html.ts';
import { expectAccessible } from './support/accessibility.ts';
import { holdBack } from './support/hold-back.ts';
import { tabTo } from './support/keyboard.ts';
import { expect, test } from './support/test.ts';

const NOTE = 'The bridge opened in 1998. It cost 4 million euros, said Sen. Lang.\n\nNobody was hurt.';
const NOTE_SENTENCES = [
  'The bridge opened in 1998.',
  'It cost 4 million euros, said Sen. Lang.',
  'Nobody was hurt.',
];

const DETAILS = [
  ['Title', 'Brücke'],
  ['Author', 'Ada Moss'],
  ['Publisher', 'The Post'],
  ['Published', '1998-01-31'],
  ['Address', 'https://post.example/bridge'],
] as const;

test('a pasted text becomes an article with a title of its own and its language found', async ({ page }) => {
  const library = new LibraryPage(page);
  await library.goto();
  const desk = await library.pasteArticle({ text: NOTE });
  expect(await desk.sentences()).toEqual(NOTE_SENTENCES);
  await expect(desk.article).toHaveAttribute('lang', 'en');
  await desk.leave();
  expect(await library.factChecks()).toEqual(['The bridge opened in 1998.']);
});

test('all that is known of a text can be mended before it is kept; what is found is shown', async ({
  page,
  context,
}) => {
  const library = new LibraryPage(page);
  await library.goto();
  await page.getByRole('button', { name: 'Paste an article' }).click();
  await page.getByLabel('Article text').fill('Die Brücke wurde 1998 eröffnet. Sie hat 4 Mio. Euro gekostet.');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByLabel('Language')).toContainText('German, detected');
  await expect(page.getByRole('region', { name: 'Text' })).toContainText('Die Brücke wurde 1998 eröffnet.');
  await expectAccessible(page);
  for (const [label, value] of DETAILS) await page.getByLabel(label).fill(value);

  // Going back to mend the text takes back nothing that was said of it.
  await page.getByRole('link', { name: 'Edit the text' }).click();
  await page.getByLabel('Article text').fill('Die Brücke wurde 1999 eröffnet. Sie hat 4 Mio. Euro gekostet.');
  await page.getByRole('button', { name: 'Continue' }).click();
  for (const [label, value] of DETAILS) await expect(page.getByLabel(label)).toHaveValue(value);
  const elsewhere = new LibraryPage(await context.newPage());
  await elsewhere.goto();
  expect(await elsewhere.factChecks()).toEqual([]);
  await page.getByRole('button', { name: 'Check this article' }).click();
  const bridge = new DeskPage(page);
  await bridge.whenOpen();
  expect(await bridge.sentences()).toContain('Die Brücke wurde 1999 eröffnet.');
  await expect(page).toHaveTitle('Brücke – Linecheck');
  for (const words of ['Ada Moss', 'The Post', '1998-01-31', 'https://post.example/bridge'])
    await expect(bridge.article).toContainText(words);
  await bridge.leave();

  const desk = await library.pasteArticle({ text: 'שלום לכם.', title: 'Peace', language: 'Hebrew' });
  await expect(desk.article).toHaveAttribute('lang', 'he');
  await expect(desk.article).toHaveAttribute('dir', 'rtl');
  await desk.leave();
  expect(await library.factChecks()).toEqual(['Peace', 'Brücke']);
});

test('nothing but white space is answered with a sentence, and nothing is kept', async ({ page }) => {
  await page.goto('./#/new');
  const field = page.getByLabel('Article text');
  for (const text of ['', ' \n\u00a0\t\u200b\n ']) {
    await field.fill(text);
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(field).toHaveAccessibleDescription(/There is no text here to check/);
    await expect(field).toBeFocused();
  }
  await page.goto('./');
  await expect(page.getByText('Nothing here yet')).toBeVisible();
});

test('what was pasted is still there for a person who went back to look at something', async ({ page }) => {
  await page.goto('./#/new');
  await page.getByLabel('Article text').fill(NOTE);
  await page.getByRole('link', { name: 'All fact checks' }).click();
  await page.getByRole('button', { name: 'Paste an article' }).click();
  await expect(page.getByLabel('Article text')).toHaveValue(NOTE);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Check this article' }).click();
  await new DeskPage(page).whenOpen();

  await page.goto('./#/new');
  await expect(page.getByLabel('Article text')).toHaveValue('');
});

test('Back from the desk leads to the library, not to an empty form', async ({ page }) => {
  const library = new LibraryPage(page);
  await library.goto();
  await library.pasteArticle({ text: NOTE });
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Start with an article' })).toBeVisible();
});

test('rich text keeps headings, lists, quotations and links', async ({ page }) => {
  const library = new LibraryPage(page);
  await library.goto();
  const desk = await library.pasteArticle({
    html: `<h1>Water</h1><p>It is <a href="https://example.org/wet">wet</a>. It <b>flows</b>.</p>
      <h2>Numbers</h2><ol><li>One litre.</li><li>Two litres.</li></ol><ul><li>Cold.</li></ul>
      <blockquote>I drank it.</blockquote>`,
    text: 'Water',
  });
  const { article } = desk;
  await expect(article.getByRole('heading', { level: 1 })).toHaveText('Water');
  await expect(article.getByRole('heading', { level: 2 })).toHaveText('Numbers');
  await expect(article.getByRole('listitem')).toHaveText(['One litre.', 'Two litres.', 'Cold.']);
  await expect(article.getByRole('blockquote')).toHaveText('I drank it.');
  await expect(article.getByRole('link', { name: 'wet' })).toHaveAttribute('href', 'https://example.org/wet');
  expect(await desk.sentences()).toEqual([
    'Water',
    'It is wet.',
    'It flows.',
    'Numbers',
    'One litre.',
    'Two litres.',
    'Cold.',
    'I drank it.',
  ]);
});

test.describe('hostile rich text', () => {
  test('nothing in it runs, is asked for or becomes a dangerous link', async ({ page, context }) => {
    const asked: string[] = [];
    context.on('request', (request) => asked.push(request.url()));
    const library = new LibraryPage(page);
    await library.goto();
    const desk = await library.pasteArticle({
      html: `<meta http-equiv="refresh" content="0;url=https://evil.example/"><base href="https://evil.example/">
        <link rel="stylesheet" href="https://evil.example/a.css"><style>body { display: none }</style>
        <script>document.title = 'owned'; globalThis.owned = true</script>
        <p onclick="globalThis.owned = true" style="position: fixed; background: url(https://evil.example/b.png)">
        It <a href="javascript:globalThis.owned=true">rains</a> and <a href=" java&#10;script:alert(1)">pours</a>
        and <a href="data:text/html,x">snows</a>.</p>
        <img src="https://evil.example/c.png" onerror="globalThis.owned = true"><img src=x onerror="globalThis.owned = true">
        <svg onload="globalThis.owned = true"><script>globalThis.owned = true</script></svg>
        <iframe src="https://evil.example/"></iframe><object data="https://evil.example/d"></object>
        <form action="https://evil.example/"><input name="q" value="secret"><button>Send</button></form>
        <video src="https://evil.example/e.mp4" autoplay></video><math><mtext><img src=y onerror="globalThis.owned = true">`,
      text: 'It rains',
    });
    await expect(desk.article).toContainText('It rains and pours and snows.');
    await expect(desk.article.getByRole('link')).toHaveCount(0);
    await expect(
      desk.article.locator('script, style, img, svg, iframe, form, input, video, object'),
    ).toHaveCount(0);
    await expect(desk.article).not.toContainText('owned');
    await expect(page).toHaveTitle(/It rains and pours and snows/);
    expect(await page.evaluate(() => 'owned' in globalThis)).toBe(false);
    expect(asked.filter((address) => address.includes('evil'))).toEqual([]);
  });
});

test('text with HTML in it stays text', async ({ page }) => {
  const library = new LibraryPage(page);
  await library.goto();
  const text = 'She wrote <b onclick="alert(1)">no</b> & <script>alert(1)</script> twice.';
  const desk = await library.pasteArticle({ text });
  await expect(desk.article).toContainText(text);
  await expect(desk.article.locator('b, script')).toHaveCount(0);
});

test('by keyboard alone: paste, refuse, go on, choose a language, start', async ({ page }) => {
  const { keyboard } = page;
  await page.goto('./');
  await tabTo(page.getByRole('button', { name: 'Paste an article' }));
  await keyboard.press('Enter');
  const field = page.getByLabel('Article text');
  await expect(field).toBeFocused();

  await tabTo(page.getByRole('button', { name: 'Continue' }));
  await keyboard.press('Enter');
  await expect(field).toBeFocused();
  await expect(field).toHaveAccessibleDescription(/There is no text here to check/);

  await keyboard.insertText(NOTE);
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'What will be kept' })).toBeFocused();
  await keyboard.press('Tab');
  await expect(page.getByLabel('Title')).toBeFocused();
  await keyboard.type('Bridge');
  await tabTo(page.getByLabel('Language'));
  await keyboard.press('End');
  await tabTo(page.getByRole('button', { name: 'Check this article' }));
  await keyboard.press('Enter');
  const desk = new DeskPage(page);
  await desk.whenOpen();
  await expect(page).toHaveTitle('Bridge – Linecheck');
  await expect(desk.article).toHaveAttribute('lang', 'vi');
});

test('Return agrees to the preview as it is, at once', async ({ page }) => {
  await page.goto('./#/new');
  await page.getByLabel('Article text').fill(NOTE);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'What will be kept' })).toBeFocused();
  await page.keyboard.press('Enter');
  const desk = new DeskPage(page);
  await desk.whenOpen();
  expect(await desk.sentences()).toEqual(NOTE_SENTENCES);
});

test('rich text of 20 MB leaves the page free, says that it is read, and can be stopped', async ({
  page,
}) => {
  await page.goto('./#/new');
  const field = page.getByLabel('Article text');
  const paragraph = `<p style="color: red" onclick="x()">The river <b>rose</b>.</p><img src="data:image/png;base64,${'A'.repeat(1900)}">`;
  await pasteHtml(field, paragraph.repeat(10_000), 'The river rose.');
  await expect(page.getByText('Headings, lists and links are kept.')).toBeVisible();
  // Nothing is read beside the page as long as the reader does not come, and a fast machine can't be done before Cancel.
  const letGo = await holdBack(page, /html-worker/);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Reading the text…' })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await letGo();
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Continue' })).toBeFocused();
  await expect.poll(() => page.workers().length).toBe(0);
  await expect(field).toHaveValue('The river rose.');

  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('region', { name: 'Text' })).toContainText('The river rose.', {
    timeout: 120_000,
  });
  await expect(page.getByText('And 8,500 more paragraphs.')).toBeVisible();
});

const REAL = path.resolve(import.meta.dirname, '../../shared/articles/kabul-briefing.txt');

test('the real article has 17 sentences, and every visible character of it is there', async ({ page }) => {
  const text = readOrNull(REAL);
  test.skip(text === null, 'the real article is not beside this checkout (../shared/articles)');
  const library = new LibraryPage(page);
  await library.goto();
  const desk = await library.pasteArticle({ text: text ?? '', title: 'Briefing' });
  const sentences = await desk.sentences();
  expect(sentences).toHaveLength(17);
  expect(squeeze(sentences.join(' '))).toBe(squeeze(text ?? ''));
  expect(squeeze(await textOfBlocks(page))).toBe(squeeze(text ?? ''));
});

/** What a person would copy of the article, but for its head, which is not of the text. */
function textOfBlocks(page: Page): Promise<string> {
  return page.getByRole('article').evaluate((article) => {
    article.querySelector('header')?.remove();
    return article instanceof HTMLElement ? article.innerText : '';
  });
}

function squeeze(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function readOrNull(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
