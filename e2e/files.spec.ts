import { readFileSync, readdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { DeskPage } from './pages/desk-page.ts';
import { LibraryPage, type FilePayload } from './pages/library-page.ts';
import { expectAccessible } from './support/accessibility.ts';
import { holdBack } from './support/hold-back.ts';
import { payload } from './support/open.ts';
import { expect, test } from './support/test.ts';
import { foreignFont, pagesOf, writePdf } from './support/write-pdf.ts';

const PAGES = path.resolve(import.meta.dirname, '../src/ingest/file/testing/pages');

async function preview(page: Page, file: FilePayload): Promise<LibraryPage> {
  const library = new LibraryPage(page);
  await library.goto();
  await library.chooseFile(file);
  await expect(page.getByRole('heading', { name: /What will be kept|This can’t be checked/ })).toBeVisible();
  return library;
}

const MAYOR = 'Мэр города заявил, что мост был открыт в 1998 году. Никто не пострадал.';

/** Windows-1251 has the Russian letters in the order of Unicode. */
function inWindows1251(text: string): Buffer {
  return Buffer.from(
    Array.from(text, (letter) => {
      const code = letter.codePointAt(0) ?? 0;
      return code < 0x80 ? code : code - 0x410 + 0xc0;
    }),
  );
}

test('a text in windows-1251 is read, what was guessed is said, and nothing is kept before', async ({
  page,
}) => {
  const library = await preview(page, payload('мост.txt', inWindows1251(MAYOR)));
  await expect(page.getByText('They were read as windows-1251')).toBeVisible();
  await expect(page.getByLabel('Language')).toContainText('Russian, detected');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Cancel' }).click();
  expect(await library.factChecks()).toEqual([]);

  const desk = await library.openFile(payload('мост.txt', inWindows1251(MAYOR)));
  expect(await desk.sentences()).toEqual([
    'Мэр города заявил, что мост был открыт в 1998 году.',
    'Никто не пострадал.',
  ]);
  await expect(desk.article).toHaveAttribute('lang', 'ru');
});

test('Markdown is laid out, and what is known of it can be mended first', async ({ page }) => {
  await preview(
    page,
    payload(
      'bridge.md',
      '# The bridge\n\nIt cost **4** million.\n\n- Nobody was [hurt](https://post.example/hurt).\n',
    ),
  );
  const text = page.getByRole('region', { name: 'Text' });
  await expect(text.getByRole('heading', { name: 'The bridge' })).toBeVisible();
  await expect(text.getByTitle('https://post.example/hurt')).toHaveText('hurt');
  await page.getByLabel('Title').fill('Bridge');
  await page.getByLabel('Author').fill('Ada Moss');
  await page.getByLabel('Address').fill('data:text/html,x');
  await page.getByRole('button', { name: 'Check this article' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'not a web address' })).toBeVisible();
  await page.getByLabel('Address').fill('https://post.example/bridge');
  await page.getByLabel('Direction of the text').selectOption('Right to left');
  await page.getByRole('button', { name: 'Check this article' }).click();
  const desk = new DeskPage(page);
  await desk.whenOpen();
  expect(await desk.sentences()).toEqual(['The bridge', 'It cost 4 million.', 'Nobody was hurt.']);
  await expect(desk.article).toHaveAttribute('dir', 'rtl');
  await expect(desk.article).toContainText('Ada Moss');
  await expect(page).toHaveTitle('Bridge – Linecheck');
});

test('a numbered list shows its numbers before it is kept, wherever it begins', async ({ page }) => {
  await preview(page, payload('steps.md', 'Steps:\n\n3. Turn left.\n4. Turn back.\n\nThen:\n\n- Wait.\n'));
  const lists = page.getByRole('region', { name: 'Text' }).getByRole('list');
  await expect(lists.first().getByRole('listitem')).toHaveText(['Turn left.', 'Turn back.']);
  const numbers = await lists
    .first()
    .getByRole('listitem')
    .evaluateAll((items) => items.map((item) => (item instanceof HTMLLIElement ? item.value : null)));
  expect(numbers).toEqual([3, 4]);
  await expect(lists.first()).toHaveCSS('list-style-type', 'decimal');
  await expect(lists.last()).toHaveCSS('list-style-type', 'disc');
});

/** Chooses a long text and cancels while it is read; then nothing is left of that. */
async function cancelReading(library: LibraryPage, file: FilePayload): Promise<void> {
  const { page } = library;
  // Nothing is read beside the page as long as the reader does not come, and a fast machine can't be done before Cancel.
  const letGo = await holdBack(page, /text-worker/);
  await library.chooseFile(file);
  await expect(page.getByRole('status').filter({ hasText: 'Reading the text…' })).toBeVisible();
  await page.getByRole('link', { name: 'Cancel' }).click();
  await expect(page.getByRole('heading', { name: 'Start with an article' })).toBeVisible();
  await letGo();
  await expect.poll(() => page.workers().length).toBe(0);
}

test('Markdown of 5 MB leaves the page free, says that it is read, and Cancel stops it', async ({ page }) => {
  const part = `## The river\n\nIt **rose** by [4 m](https://post.example/river). ${'Nobody saw it, as far as is known. '.repeat(9)}\n\n- One.\n\n`;
  const file = payload('river.md', part.repeat(Math.floor(4_900_000 / part.length)));
  const library = new LibraryPage(page);
  await library.goto();
  await cancelReading(library, file);
  await library.chooseFile(file);
  await expect(page.getByRole('region', { name: 'Text' })).toContainText('It rose by 4 m.', {
    timeout: 120_000,
  });
});

test('plain text of 5 MB is laid out and cut into sentences beside the page, and Cancel stops both', async ({
  page,
}) => {
  const part = `The river\n\nIt rose by 4 m. ${'Nobody saw it, as far as is known by the people of the town. '.repeat(4)}\n\n`;
  const file = payload('river.txt', part.repeat(Math.floor(4_900_000 / part.length)));
  const library = new LibraryPage(page);
  await library.goto();
  await cancelReading(library, file);
  await library.chooseFile(file);
  await expect(page.getByRole('region', { name: 'Text' })).toContainText('It rose by 4 m.', {
    timeout: 120_000,
  });
  const letGo = await holdBack(page, /text-worker/);
  await page.getByRole('button', { name: 'Check this article' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Finding the sentences…' })).toBeVisible();
  await expect(page.getByRole('progressbar', { name: 'Finding the sentences…' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Cancel' }).click();
  await expect(page.getByRole('heading', { name: 'Start with an article' })).toBeVisible();
  await letGo();
  await expect.poll(() => page.workers().length).toBe(0);
  expect(await library.factChecks()).toEqual([]);
});

test('a list of more lines than a page can show says so, in place of a preview', async ({ page }) => {
  await preview(page, payload('log.txt', 'It rose by 4 m.\n\n'.repeat(60_001)));
  await expect(page.getByRole('status')).toContainText([
    'This text has too many paragraphs: 60,001, and Linecheck takes up to 60,000. Check it in parts.',
  ]);
  await expect(page.getByRole('heading', { name: 'This can’t be checked' })).toBeVisible();
  await expect(page.getByLabel('Title')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Check this article' })).toBeHidden();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Cancel' }).click();
  expect(await new LibraryPage(page).factChecks()).toEqual([]);
});

test('a text whose sentences are found beside the page becomes an article with all of them', async ({
  page,
}) => {
  const paragraphs = Array.from(
    { length: 60 },
    (_, at) => `Part ${at} begins. ${'It rained again. '.repeat(120)}`,
  );
  const library = new LibraryPage(page);
  await library.goto();
  const worker = page.waitForEvent('worker', (started) => started.url().includes('text-worker'));
  const desk = await library.openFile(payload('long.txt', paragraphs.join('\n\n')));
  await worker;
  expect((await desk.sentences()).length).toBe(60 * 121);
});

test('the title that a text is going to get is seen before it is kept', async ({ page }) => {
  await preview(page, payload('bridge.txt', 'The bridge\n\nIt cost 4 million.'));
  await expect(page.getByLabel('Title')).toHaveAttribute('placeholder', 'The bridge');
});

test('a preview is not reloaded away without a question', async ({ page }) => {
  await preview(page, payload('bridge.txt', 'It cost 4 million.'));
  await page.getByLabel('Author').fill('Ada Moss');
  const asked = page.waitForEvent('dialog');
  const leaving = page.evaluate(() => location.reload());
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await leaving;
  await expect(page.getByLabel('Author')).toHaveValue('Ada Moss');
});

test('an address of a preview that is gone leads to the library', async ({ page }) => {
  await page.goto('./#/new/preview');
  await expect(page.getByRole('heading', { name: 'Start with an article' })).toBeVisible();
});

test.describe('saved pages', () => {
  for (const name of readdirSync(PAGES).filter((file) => file.endsWith('.html'))) {
    test(`of ${name} the article is kept and nothing else`, async ({ page }) => {
      await preview(page, {
        name,
        mimeType: 'text/html',
        buffer: readFileSync(path.join(PAGES, name)),
      });
      const shown = page.getByRole('region', { name: 'Text' }).locator('[lang] > *');
      const [details = '', ...blocks] = readFileSync(path.join(PAGES, name.replace('.html', '.txt')), 'utf8')
        .trim()
        .split('\n');
      await expect(shown).toHaveText(blocks);
      const [title = '', byline = '', publisher = '', published = '', address = '', language = ''] =
        details.split(' | ');
      await expect(page.getByLabel('Title')).toHaveValue(title);
      await expect(page.getByLabel('Author')).toHaveValue(byline);
      await expect(page.getByLabel('Publisher')).toHaveValue(publisher);
      await expect(page.getByLabel('Published')).toHaveValue(published);
      await expect(page.getByLabel('Address')).toHaveValue(address);
      await expect(page.getByLabel('Language')).toHaveValue(language);
    });
  }

  test('a hostile page runs nothing and asks for nothing', async ({ page, context }) => {
    const asked: string[] = [];
    context.on('request', (request) => asked.push(request.url()));
    const words =
      'The river rose by four metres in one night, and nobody in the town was warned of it in time. ';
    const html = `<!doctype html><html lang="en"><base href="https://evil.example/"><title>Flood</title>
      <link rel="canonical" href="javascript:alert(1)"><link rel="stylesheet" href="https://evil.example/a.css">
      <meta http-equiv="refresh" content="0;url=https://evil.example/"><script>globalThis.owned = true</script>
      <noscript><img src="https://evil.example/n.png"></noscript>
      <article>${`<p onclick="globalThis.owned = true" style="background:url(https://evil.example/b.png)">${words.repeat(3)}
      <a href="javascript:globalThis.owned=true">More</a></p><img src="https://evil.example/c.png" onerror="globalThis.owned = true">`.repeat(
        3,
      )}
      <form action="https://evil.example/"><input name="q"><button>Send</button></form>
      <iframe src="https://evil.example/"></iframe></article></html>`;
    await preview(page, payload('flood.html', html));
    await expect(page.getByRole('region', { name: 'Text' })).toContainText('rose by four metres');
    await expect(page.getByLabel('Address')).toHaveValue('');
    // An inert document runs no script, so the picture of a noscript in its head is one of its body, by the HTML standard.
    await expect(page.getByText('Left out: 4 pictures, 1 embedded player, 1 form, 1 script.')).toBeVisible();
    await page.getByRole('button', { name: 'Check this article' }).click();
    const desk = new DeskPage(page);
    await desk.whenOpen();
    await expect(desk.article.getByRole('link')).toHaveCount(0);
    expect(await page.evaluate(() => 'owned' in globalThis)).toBe(false);
    expect(asked.filter((address) => address.includes('evil'))).toEqual([]);
  });

  test('a page nested a hundred thousand deep is read without its layout', async ({ page }) => {
    await preview(
      page,
      payload('deep.html', `<!doctype html>${'<div><b>'.repeat(100_000)}It rained for a week.`),
    );
    await expect(page.getByText('The page is built in an unusual way')).toBeVisible();
    await expect(page.getByRole('region', { name: 'Text' })).toContainText('It rained for a week.');
  });
});

for (const [name, content, reason] of [
  ['empty.txt', '', 'It is empty.'],
  ['blank.html', '<!doctype html><p> </p>', 'There is no text here to check.'],
  ['picture.txt', '\u0089PNG\u0000\u0000\u0001\u0002', 'This is not text'],
] as const) {
  test(`${name} gets its sentence`, async ({ page }) => {
    const library = new LibraryPage(page);
    await library.goto();
    await library.chooseFile(payload(name, content));
    await expect(page.getByText(reason).first()).toBeVisible();
  });
}

/** The paragraphs of an article in Markdown, as words. */
function readProse(file: string): readonly string[] {
  return readFileSync(file, 'utf8')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/[*_`]/g, '')
    .split(/\n\s*\n/)
    .map((text) => text.trim().replaceAll(/\s+/g, ' '))
    .filter((text) => /^\p{Lu}.{80,}\p{P}$/u.test(text));
}

test.describe('PDF', () => {
  const WORDS =
    'The river rose by four metres in a single night in January, and by the morning the lower town stood under water.';

  /** The page as it is printed, in a tab of its own. */
  async function print(context: BrowserContext, html: string): Promise<Buffer> {
    const page = await context.newPage();
    await page.setContent(html);
    const buffer = await page.pdf({ format: 'A4' });
    await page.close();
    return buffer;
  }

  for (const gap of ['normal', '5px'])
    test(`a text layer is read in columns, with its title as a heading, at a gap of ${gap}`, async ({
      page,
      context,
    }) => {
      const buffer = await print(
        context,
        `<title>Four metres</title><h1 style="font-size: 32px">Four metres</h1><div style="columns: 2; column-gap: ${gap}; text-align: justify; font: 14px serif">
        ${`<p>${WORDS.repeat(3)}</p><p>Nobody was killed.</p>`.repeat(4)}</div>`,
      );
      const desk = await new LibraryPage(page)
        .goto()
        .then(() => new LibraryPage(page).openFile(payload('flood.pdf', buffer)));
      const sentences = await desk.sentences();
      expect(sentences[0]).toBe('Four metres');
      expect(sentences.filter((sentence) => sentence === WORDS)).toHaveLength(12);
      expect(sentences.filter((sentence) => sentence === 'Nobody was killed.')).toHaveLength(4);
      await expect(desk.article.getByRole('heading', { level: 1 })).toHaveText('Four metres');
    });

  for (const [columns, css] of [
    ['one column', ''],
    ['two columns', 'columns: 2; column-gap: 8mm'],
    ['three columns', 'columns: 3; column-gap: 6mm; font: 9pt/1.3 sans-serif'],
  ] as const)
    test(`text that is stretched to the edges of ${columns} is read as it was printed`, async ({
      page,
      context,
    }) => {
      const paragraphs = ['white-house-briefing', 'station-restoration', 'broad-street-pump'].flatMap(
        (name) => readProse(path.resolve(import.meta.dirname, `../public/articles/${name}.md`)),
      );
      const buffer = await print(
        context,
        `<style>p { margin: 0; text-indent: 1em }</style>
        <div style="text-align: justify; font: 10pt/1.25 serif; ${css}">${paragraphs.map((text) => `<p>${text}</p>`).join('')}</div>`,
      );
      const library = new LibraryPage(page);
      await library.goto();
      const plain = await (
        await library.openFile(payload('bridge.txt', paragraphs.join('\n\n')))
      ).sentences();
      await library.goto();
      const printed = await (await library.openFile(payload('bridge.pdf', buffer))).sentences();
      expect(plain.length).toBeGreaterThan(80);
      // Whether a hyphen where a line breaks is of the word cannot be seen in print.
      const withoutHyphens = (texts: readonly string[]): readonly string[] =>
        texts.map((text) => text.replaceAll('-', ''));
      expect(withoutHyphens(printed)).toEqual(withoutHyphens(plain));
    });

  test('raised and lowered numbers are read where they stand, and make no other number', async ({
    page,
    context,
  }) => {
    const buffer = await print(
      context,
      `<p>About 10<sup>6</sup> people live there, and 13<sup>2</sup> others came. There was H<sub>2</sub>O in the street.</p>
      <p>It was the 5<sup>th</sup> time.<sup>3</sup> Nobody was killed.</p>`,
    );
    const library = new LibraryPage(page);
    await library.goto();
    const desk = await library.openFile(payload('numbers.pdf', buffer));
    expect(await desk.sentences()).toEqual([
      'About 10⁶ people live there, and 13² others came.',
      'There was H2O in the street.',
      'It was the 5th time.³',
      'Nobody was killed.',
    ]);
  });

  test('a scan, and what is damaged, get their sentence', async ({ page, context }) => {
    const scan = await print(context, '<svg width="300" height="300"><rect width="300" height="300"/></svg>');
    const library = new LibraryPage(page);
    await library.goto();
    await library.chooseFile(payload('scan.pdf', scan));
    await expect(page.getByText('This PDF is made of pictures of pages')).toBeVisible();
    await page.getByRole('button', { name: 'Close' }).last().click();
    await library.chooseFile(payload('damaged.pdf', '%PDF-1.7 and no more'));
    await expect(page.getByText('This PDF is damaged')).toBeVisible();
  });

  for (const [language, encoding, ordering, bytes, words] of [
    [
      'Japanese',
      '90ms-RKSJ-H',
      'Japan1',
      '88ea8c8e82cc88ea94d382c590ec82cc908588ca82aa8e6c8381815b8367838b8fe382aa82c182bd8142',
      '一月の一晩で川の水位が四メートル上がった。',
    ],
    [
      'Chinese',
      'GBK-EUC-H',
      'GB1',
      'd2bbd4c2b5c4d2bbb8f6d2b9cdeda3acbad3cbaec9cfd5c7c1cbcbc4c3d7a1a3',
      '一月的一个夜晚，河水上涨了四米。',
    ],
  ] as const) {
    test(`${language} letters that only the name of their encoding tells are read`, async ({ page }) => {
      const shown = `BT /F 12 Tf 72 700 Td <${bytes}> Tj ET`;
      const pdf = writePdf(pagesOf(1, shown, ...foreignFont(encoding, ordering)));
      await preview(page, payload('river.pdf', pdf));
      await expect(page.getByRole('region', { name: 'Text' })).toContainText(words);
      await expect(page.getByLabel('Language')).toContainText(`${language}, detected`);
    });
  }

  test('one with a password gets its sentence', async ({ page }) => {
    const bodies = pagesOf(1, '', '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>');
    const secret = `<${'5a'.repeat(32)}>`;
    const encrypt = `/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O ${secret} /U ${secret} >>`;
    const library = new LibraryPage(page);
    await library.goto();
    await library.chooseFile(payload('locked.pdf', writePdf(bodies, encrypt)));
    await expect(page.getByText('This PDF is protected by a password.')).toBeVisible();
  });

  test('progress is shown, and Cancel stops the reading', async ({ page }) => {
    const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
    const long = writePdf(
      pagesOf(2000, `BT /F 1 Tf 72 700 Td ${'(It rained.) Tj 0 -1 Td '.repeat(2000)} ET`, font),
    );
    const library = new LibraryPage(page);
    await library.goto();
    await library.chooseFile(payload('long.pdf', long));
    const dialog = page.getByRole('dialog', { name: 'Reading the file' });
    await expect(dialog.getByRole('progressbar')).toHaveAttribute('value', /^0\.\d+$/);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(dialog).toBeHidden();
    await expect.poll(() => page.workers().length).toBe(0);
    // What was stopped comes back to nobody.
    await library.chooseFile(payload('bridge.txt', 'It cost 4 million.'));
    await expect(page.getByRole('region', { name: 'Text' })).toContainText('It cost 4 million.');
  });
});

test('an article file that is dropped on the library is shown before it is kept', async ({ page }) => {
  const library = new LibraryPage(page);
  await library.goto();
  await library.dropFile(payload('bridge.md', '# The bridge\n\nIt cost **4** million.'));
  const text = page.getByRole('region', { name: 'Text' });
  await expect(text.getByRole('heading', { name: 'The bridge' })).toBeVisible();
  await page.getByRole('link', { name: 'Cancel' }).click();
  await library.dropFile(payload('scan.docx', 'PK\u0003\u0004 and no more'));
  await expect(page.getByText('This document is damaged')).toBeVisible();
});

test('of files that are dropped together one is taken, and a folder says that it is one', async ({
  page,
}, testInfo) => {
  const folder = testInfo.outputPath('drafts');
  await mkdir(folder);
  const files = ['one.txt', 'two.txt'].map((name) => testInfo.outputPath(name));
  for (const file of files) await writeFile(file, 'The bridge is long.');
  await new LibraryPage(page).goto();
  // As the system hands them over: a page itself can't make a folder.
  const browser = await page.context().newCDPSession(page);
  const drop = async (paths: readonly string[]): Promise<void> => {
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await browser.send('Input.dispatchDragEvent', {
        type,
        x: 400,
        y: 300,
        data: { items: [], files: [...paths], dragOperationsMask: 1 },
      });
  };

  await drop([folder]);
  await expect(page.getByRole('status')).toContainText([
    '“drafts” is a folder. Drop one of the files in it.',
  ]);
  await expect(page.getByRole('dialog')).toBeHidden();
  await drop(files);
  await expect(page.getByRole('heading', { name: 'What will be kept' })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'One file at a time' })).toContainText(
    '“one.txt” is taken',
  );
});
