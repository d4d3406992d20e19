import { pathToFileURL } from 'node:url';
import { DeskPage } from './pages/desk-page.ts';
import { LibraryPage } from './pages/library-page.ts';
import { planFile } from './support/fact-check-file.ts';
import { readPdf } from './support/read-pdf.ts';
import { expect, test } from './support/test.ts';

const CLAIMS = 30;
/** In points: half an inch, which every printer can print up to. */
const MARGIN = 36;
const ADDRESS = `https://example.org/${'an-address-without-any-break'.repeat(6)}`;

/** Claims of all lengths, so that pages end everywhere in them: from a line to more than a page. */
function plan(): string {
  const file = planFile({
    title: 'Ferries',
    paragraphs: Array.from({ length: CLAIMS }, (_, i) => [`Ferry ${i + 1} carried people on that day.`]),
    annotations: Array.from({ length: CLAIMS }, (_, i) => ({
      quote: `Ferry ${i + 1} carried people on that day.`,
      rating: 'false',
      conclusion: `It stayed in the harbour, says its log. ${'There is no other list. '.repeat((i * 37) % 190)}`,
      cites: { log: 'refutes' },
    })),
    sources: { log: { title: 'The log', url: ADDRESS } },
  });
  // Said in other words than the article's, so that the quote stands between the heading and the verdict.
  for (const [i, annotation] of file.factCheck.annotations.entries())
    annotation['claim'] = { statement: `Statement ${i + 1}.`, kind: 'attribution' };
  return JSON.stringify(file);
}

test('a printed report parts no quote from its verdict, cuts nothing off, and has its links in words', async ({
  page,
  browser,
}, testInfo) => {
  const library = new LibraryPage(page);
  await library.goto();
  await library.openFile({ name: 'ferries.json', mimeType: 'application/json', buffer: Buffer.from(plan()) });
  const file = testInfo.outputPath('report.html');
  await new DeskPage(page).exportAs('Report', file);
  const reader = await (await browser.newContext({ offline: true })).newPage();
  await reader.goto(pathToFileURL(file).href);
  for (const format of ['A4', 'Letter']) {
    const pages = await readPdf(await reader.pdf({ format }));
    expect(pages.length).toBeGreaterThan(CLAIMS / 3);
    const heads = pages.map(({ text }) => text.match(/\d+\. Statement \d+\./g) ?? []);
    expect(heads.flat()).toHaveLength(CLAIMS);
    // Each on the page of its heading, with the beginning of what was concluded.
    const whole = pages.map(
      ({ text }) =>
        text.match(
          /\d+\. Statement (\d+)\. Ferry \1 carried people on that day\. What is checked is who said it, not whether it is true\. F False Ana, 1 January 2026 It stayed/g,
        ) ?? [],
    );
    expect(whole.map(({ length }) => length)).toEqual(heads.map(({ length }) => length));
    // Spaces may hang over the end of a line.
    const cut = pages.flatMap(({ words, width }) =>
      words.filter(({ text, right }) => text.trim() !== '' && right > width - MARGIN),
    );
    expect(cut).toEqual([]);
    expect(pages.map(({ text }) => text.replaceAll(' ', '')).join('')).toContain(ADDRESS);
  }
  await reader.context().close();
});
