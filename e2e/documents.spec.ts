import { DeskPage } from './pages/desk-page.ts';
import { LibraryPage } from './pages/library-page.ts';
import { expectAccessible } from './support/accessibility.ts';
import { payload } from './support/open.ts';
import { packDocx } from './support/pack-docx.ts';
import { expect, test } from './support/test.ts';

const paragraph = (words: string, style = ''): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`;

const FLOOD = {
  core: '<dc:title>Four metres</dc:title><dc:creator>Ada Moss</dc:creator><dcterms:created>2026-01-31T10:00:00Z</dcterms:created>',
  styles:
    '<w:style w:styleId="H"><w:name w:val="heading 1"/></w:style><w:style w:styleId="Q"><w:name w:val="Quote"/></w:style>',
  footnotes: `<w:footnote w:id="2">${paragraph('Gauge at the old bridge.')}</w:footnote>`,
  body: [
    paragraph('Four metres', 'H'),
    '<w:p><w:r><w:t>The river rose by four metres.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>',
    paragraph('It came at night.', 'Q'),
    '<w:p><w:r><w:drawing/></w:r></w:p>',
  ].join(''),
};

/** Takes a while to read, on any machine, and has few words. */
const packLong = (): Buffer => packDocx({ body: paragraph('It rained.') + '<w:p></w:p>'.repeat(4_000_000) });

test.describe('Word documents', () => {
  test('headings, quotations and footnotes are kept, and what the document says of itself', async ({
    page,
  }) => {
    const library = new LibraryPage(page);
    await library.goto();
    await library.chooseFile(payload('flood.docx', packDocx(FLOOD)));
    await expect(page.getByLabel('Title')).toHaveValue('Four metres');
    await expect(page.getByLabel('Author')).toHaveValue('Ada Moss');
    await expect(page.getByLabel('Published')).toHaveValue('2026-01-31');
    await expect(page.getByText('Left out: 1 picture.')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Check this article' }).click();
    const desk = new DeskPage(page);
    await desk.whenOpen();
    expect(await desk.sentences()).toEqual([
      'Four metres',
      'The river rose by four metres.¹',
      'It came at night.',
      'Gauge at the old bridge.',
    ]);
    await expect(desk.article.getByRole('heading', { level: 1 })).toHaveText('Four metres');
    await expect(desk.article.getByRole('blockquote')).toHaveText('It came at night.');
    await expect(desk.article.getByRole('listitem')).toHaveText('Gauge at the old bridge.');
  });

  test('progress is shown, and Cancel stops the reading', async ({ page }) => {
    const library = new LibraryPage(page);
    await library.goto();
    await library.chooseFile(payload('long.docx', packLong()));
    const dialog = page.getByRole('dialog', { name: 'Reading the file' });
    await expect(dialog.getByRole('progressbar')).toHaveAttribute('value', /^0\.\d+$/);
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(dialog).toBeHidden();
    await expect.poll(() => page.workers().length).toBe(0);
    // What was stopped comes back to nobody.
    await library.chooseFile(payload('flood.docx', packDocx(FLOOD)));
    await expect(page.getByLabel('Title')).toHaveValue('Four metres');
  });

  for (const [name, pack, reason] of [
    ['damaged.docx', () => packDocx(FLOOD).subarray(0, 500), 'This document is damaged'],
    [
      'locked.docx',
      () =>
        Buffer.concat([
          Buffer.from('d0cf11e0a1b11ae1', 'hex'),
          Buffer.alloc(1016),
          Buffer.from('EncryptedPackage', 'utf16le'),
        ]),
      'protected by a password',
    ],
    [
      'old.doc',
      () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1016)]),
      'old Office document',
    ],
    ['bomb.docx', () => packDocx({ body: ' '.repeat(110_000_000) }), 'unpacks to far more'],
  ] as const) {
    test(`${name} gets its sentence`, async ({ page }) => {
      const library = new LibraryPage(page);
      await library.goto();
      await library.chooseFile(payload(name, pack()));
      await expect(page.getByText(reason)).toBeVisible();
    });
  }
});
