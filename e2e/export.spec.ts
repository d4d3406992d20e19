import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { DeskPage } from './pages/desk-page.ts';
import { LibraryPage } from './pages/library-page.ts';
import { expectAccessible } from './support/accessibility.ts';
import { planFile } from './support/fact-check-file.ts';
import { openPlanned } from './support/open.ts';
import { expect, test } from './support/test.ts';

const PLAN = {
  title: 'Ferry',
  paragraphs: [['The ferry left at noon.', 'It carried 40 people.'], ['Nobody knew why it turned.']],
  annotations: [
    { quote: 'noon', rating: 'true', conclusion: 'The log says so.', cites: { log: 'supports' } },
    { quote: '40 people', rating: 'false', conclusion: 'It was =38, "all told".', tags: ['numbers'] },
    { quote: 'Nobody knew why it turned.', isNotCheckable: true },
  ],
  sources: { log: { title: 'The log', url: 'doi:10.1000/182' } },
} as const;

async function open(page: Parameters<typeof openPlanned>[0]): Promise<DeskPage> {
  return openPlanned(page, PLAN);
}

test('a report opens from disk without a network, prints, and can be read by everybody', async ({
  page,
  browser,
}, testInfo) => {
  const desk = await open(page);
  const file = testInfo.outputPath('report.html');
  expect(await desk.exportAs('Report', file)).toMatch(
    /Claims: 1 tag, 3 work statuses, 3 times at which something was marked/,
  );

  const reader = await (await browser.newContext({ offline: true })).newPage();
  const requests: string[] = [];
  reader.on('request', (request) => requests.push(request.url()));
  await reader.goto(pathToFileURL(file).href);
  await expect(reader.getByRole('heading', { level: 3, name: '2. 40 people' })).toBeVisible();
  await expect(reader.getByRole('listitem').filter({ hasText: 'https://doi.org/10.1000/182' })).toBeVisible();
  await expectAccessible(reader);
  expect(requests).toEqual([pathToFileURL(file).href]);
  for (const format of ['A4', 'Letter'])
    expect((await reader.pdf({ format })).subarray(0, 5).toString()).toBe('%PDF-');
  await reader.context().close();
});

test.describe('the preview', () => {
  // The watch over pages is a script, and nothing may run in the frame of a report.
  test.use({ expectedComplaints: [/Blocked script execution in '(?:blob:|about:blank)/] });

  test('shows the report as it will be, and Escape leads back to the export', async ({ page }) => {
    await open(page);
    await page.getByRole('button', { name: 'Export' }).click();
    const dialog = page.getByRole('dialog', { name: 'Export' });
    await dialog.getByRole('radio', { name: 'Report', exact: true }).check();
    // What the licence of the processor of citations asks for.
    await expect(dialog.getByRole('link', { name: 'Citations by CSL (citeproc-js)' })).toBeVisible();
    await dialog.getByRole('combobox', { name: 'Written for' }).selectOption('editors');
    await dialog.getByRole('button', { name: 'Preview' }).click();
    const report = page.frameLocator('iframe[title="Report"]');
    await expect(report.getByRole('heading', { name: 'Suggested wordings' })).toBeVisible();
    await expect(report.getByRole('article')).toHaveCount(2);
    // The style of the file is allowed in the frame.
    await expect(report.locator('.kicker')).toHaveCSS('text-transform', 'uppercase');
    await page.getByRole('dialog', { name: 'Preview' }).getByRole('button', { name: 'Close' }).focus();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog', { name: 'Preview' })).toBeHidden();
    await expect(dialog).toBeVisible();
  });
});

test('what the list shows, or the one that is open, is exported alone', async ({ page }, testInfo) => {
  const desk = await open(page);
  await desk.openAnnotation(1);
  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('radio', { name: 'The one that is open' }).check();
  await expect(dialog).toContainText(
    '2 annotations of the whole fact check are not in the file: it holds a selection.',
  );
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Download' }).click();
  const file = testInfo.outputPath('one.json');
  await (await download).saveAs(file);
  const { factCheck } = JSON.parse(await readFile(file, 'utf8')) as {
    factCheck: { annotations: unknown[]; sources: unknown[] };
  };
  expect([factCheck.annotations.length, factCheck.sources.length]).toEqual([1, 0]);
});

test('a selection that is opened elsewhere stays one, also in what is exported of it, until the rest is merged', async ({
  page,
  browser,
  baseURL,
}, testInfo) => {
  const desk = await open(page);
  await desk.openAnnotation(1);
  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('radio', { name: 'The one that is open' }).check();
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Download' }).click();
  const [part, again, whole] = ['part', 'again', 'whole'].map((name) => testInfo.outputPath(`${name}.json`));
  await (await download).saveAs(part ?? '');
  await desk.exportAs('Linecheck', whole ?? '');

  const elsewhere = await browser.newPage(baseURL === undefined ? {} : { baseURL });
  const library = new LibraryPage(elsewhere);
  await library.goto();
  await library.chooseFile(part ?? '');
  const remark = elsewhere.getByRole('dialog', { name: 'Opened, with a remark' });
  await expect(remark).toContainText('2 annotations of the fact check were left out.');
  await remark.getByRole('button', { name: 'Continue' }).click();
  const theirs = new DeskPage(elsewhere);
  const loss = '2 annotations of the whole fact check are not in the file: it holds a selection.';
  expect(await theirs.exportAs('Linecheck', again ?? '')).toContain(loss);
  expect(await theirs.exportAs('CSV', testInfo.outputPath('part.csv'))).toContain(loss);
  // What came from there still says so where the whole is.
  await desk.chooseFileToImport(again ?? '');
  const merging = page.getByRole('dialog', { name: 'Import' });
  await expect(merging).toContainText('2 annotations of the fact check were left out.');
  await expect(merging).toContainText('All of it is here already, as it is or newer.');

  expect(await theirs.importFile(whole ?? '')).toContain('With the file it will be whole.');
  expect(await theirs.exportAs('Linecheck', again ?? '')).toContain('Nothing is lost');
  await theirs.undo();
  expect(await theirs.exportAs('Linecheck', again ?? '')).toContain(loss);
  await theirs.leave();
  await expect(elsewhere.getByRole('main')).toContainText('a selection: 2 annotations of the whole not here');
  await elsewhere.close();
});

const DATA: readonly (readonly [format: string, inside: RegExp, loss: RegExp])[] = [
  [
    'Report in Markdown',
    /^# Fact check: Ferry/,
    /Claims: 1 tag, 3 work statuses, 3 times at which something was marked/,
  ],
  ['W3C annotations', /"type": "AnnotationPage"/, /Evidence: 1 stance/],
  ['CSV', /"It was =38, ""all told""\."/, /text of the article is not/],
  ['CSL-JSON', /"DOI": "10\.1000\/182"/, /Only the sources/],
  ['BibTeX', /@misc\{log,/, /Only the sources/],
  ['AVeriTeC', /"label": "Refuted"/, /1 tag/],
  ['FEVER', /"label":"SUPPORTS"/, /without a line/],
  ['Label Studio', /"choices": \[/, /1 stance/],
  ['doccano', /\[18,22,"True"\]/, /1 stance/],
];

test('every other format gives its file, and says what is lost', async ({ page }, testInfo) => {
  const desk = await open(page);
  for (const [format, inside, loss] of DATA) {
    await test.step(format, async () => {
      const file = testInfo.outputPath(`${format}.out`);
      expect(await desk.exportAs(format, file)).toMatch(loss);
      expect(await readFile(file, 'utf8')).toMatch(inside);
    });
  }
});

/** The sample fact check with everything that a format may meet, and what of it each format has to hold. */
const SAMPLE = fileURLToPath(
  new URL('../src/exchange/testing/golden/linecheck-json/Ferry-figures.linecheck.json', import.meta.url),
);
const OF_THE_SAMPLE: readonly (readonly [format: string, check: (text: string) => unknown, held: unknown])[] =
  [
    [
      'Linecheck',
      (text) => sizesOf(fieldsIn(text)['factCheck']),
      { annotations: 5, sources: 4, evidence: 4 },
    ],
    ['Report', (text) => text.match(/<article /g)?.length, 4],
    ['Report in Markdown', (text) => text.match(/^### \d+\. /gm)?.length, 4],
    ['W3C annotations', (text) => sizesOf(fieldsIn(text)), { items: 5 }],
    ['CSV', (text) => text.match(/^"a\d",/gm)?.length, 5],
    ['CSL-JSON', (text) => (JSON.parse(text) as unknown[]).length, 4],
    ['BibTeX', (text) => text.match(/^@/gm)?.length, 4],
    ['AVeriTeC', (text) => (JSON.parse(text) as unknown[]).length, 2],
    ['FEVER', (text) => text.trim().split('\n').map(fieldsIn).length, 2],
    ['Label Studio', (text) => (JSON.parse(text) as unknown[]).length, 1],
    ['doccano', (text) => sizesOf(fieldsIn(text)), { label: 6, Comments: 3 }],
  ];

test('each format is written of the full sample fact check', async ({ page }, testInfo) => {
  const library = new LibraryPage(page);
  await library.goto();
  const desk = await library.openFile(SAMPLE);
  for (const [format, check, held] of OF_THE_SAMPLE) {
    await test.step(format, async () => {
      const file = testInfo.outputPath(`${format}.out`);
      await desk.exportAs(format, file);
      expect(check(await readFile(file, 'utf8'))).toEqual(held);
    });
  }
});

function fieldsIn(json: string): Readonly<Record<string, unknown>> {
  return JSON.parse(json) as Readonly<Record<string, unknown>>;
}

/** How long the lists of annotations, sources and the like are. */
function sizesOf(fields: unknown): Readonly<Record<string, number>> {
  const lists = new Set(['annotations', 'sources', 'evidence', 'items', 'label', 'Comments']);
  return Object.fromEntries(
    Object.entries(fields as Readonly<Record<string, unknown>>).flatMap(([name, list]) =>
      lists.has(name) && Array.isArray(list) ? [[name, list.length]] : [],
    ),
  );
}

test('our own tables come back: a claim that was removed, then its evidence', async ({ page }, testInfo) => {
  const desk = await open(page);
  const [claims, evidence] = ['claims', 'evidence'].map((name) => testInfo.outputPath(`${name}.csv`));
  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('radio', { name: 'CSV' }).check();
  for (const [name, file = ''] of [
    ['Download claims', claims],
    ['Download evidence', evidence],
  ] as const) {
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name }).click();
    await (await download).saveAs(file);
  }
  await page.keyboard.press('Escape');
  const before = await desk.annotations();
  await desk.remove(0);
  expect(await desk.importFile(claims ?? '')).toContain('1 annotation that was removed here');
  expect(await desk.importFile(claims ?? '', { bringsBack: true })).toContain('1 annotation found exactly');
  expect(await desk.importFile(evidence ?? '')).toContain(
    '1 piece of evidence for annotations that are here',
  );
  expect(await desk.annotations()).toEqual(before);
  expect(await desk.importFile(claims ?? '')).toContain('3 annotations here already');
});

test('a ClaimReview asks for the publisher and the address once, and remembers them', async ({
  page,
}, testInfo) => {
  const desk = await open(page);
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await page.getByRole('button', { name: 'Export' }).click();
  await dialog.getByRole('radio', { name: 'ClaimReview' }).check();
  await expect(dialog.getByRole('region', { name: 'can’t be exported' })).toContainText(
    'must name its author',
  );
  await expectAccessible(page);
  await dialog.getByLabel('Publisher', { exact: true }).fill('Desk </script>');
  await dialog.getByLabel('Address of the report').fill('https://desk.example/ferry');
  await expect(dialog.getByRole('button', { name: 'Download data' })).toBeEnabled();
  await page.keyboard.press('Escape');

  const file = testInfo.outputPath('review.jsonld');
  expect(await desk.exportAs('ClaimReview', file)).toContain('The article and the marks in it');
  const { '@graph': reviews } = JSON.parse(await readFile(file, 'utf8')) as {
    '@graph': { author: { name: string }; url: string }[];
  };
  expect(reviews.map(({ author, url }) => [author.name, url])).toEqual([
    ['Desk </script>', 'https://desk.example/ferry#claim-1'],
    ['Desk </script>', 'https://desk.example/ferry#claim-2'],
  ]);
});

test('the labels for researchers are shown, and can be changed', async ({ page }, testInfo) => {
  const desk = await open(page);
  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('radio', { name: 'AVeriTeC' }).check();
  await expect(dialog.getByLabel('Misleading')).toBeVisible();
  await expect(dialog.getByLabel('Misleading')).toHaveValue('Conflicting Evidence/Cherrypicking');
  await dialog.getByLabel('False', { exact: true }).fill('Refuted by the log');
  await page.keyboard.press('Escape');
  const file = testInfo.outputPath('labels.json');
  await desk.exportAs('AVeriTeC', file);
  expect(await readFile(file, 'utf8')).toContain('"label": "Refuted by the log"');
});

test('the address of a report is suggested after the last one, and one press takes it @phone', async ({
  page,
}) => {
  const desk = await openPlanned(page, PLAN);
  const dialog = page.getByRole('dialog', { name: 'Export' });
  const showReview = async (): Promise<void> => {
    await page.getByRole('banner').getByRole('button', { name: 'Export' }).click();
    await dialog.getByRole('radio', { name: 'ClaimReview' }).check();
  };
  await showReview();
  await dialog.getByLabel('Publisher', { exact: true }).fill('Desk');
  await dialog.getByLabel('Address of the report').fill('https://desk.example/checks/ferry');
  await page.keyboard.press('Escape');
  await desk.leave();

  const library = new LibraryPage(page);
  await library.openFile({
    name: 'second.json',
    mimeType: 'application/json',
    buffer: Buffer.from(
      JSON.stringify(planFile({ ...PLAN, title: 'Harbour' })).replaceAll('planned', 'second'),
    ),
  });
  await showReview();
  const suggestion = dialog.getByRole('button', { name: /^Use https:\/\/desk\.example\/checks\// });
  await expect(dialog.getByLabel('Address of the report')).toHaveValue('');
  await expectAccessible(page);
  await suggestion.click();
  await expect(dialog.getByLabel('Address of the report')).toHaveValue(
    /^https:\/\/desk\.example\/checks\/.+/,
  );
  await expect(suggestion).toBeHidden();
});
