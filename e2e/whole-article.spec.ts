import type { Page } from '@playwright/test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { openPlanned } from './support/open.ts';
import { planNumbers } from './support/plan-numbers.ts';
import { expect, test } from './support/test.ts';

/** Far more than are laid out or listed at a time. */
const MANY = 1000;

const PLAN = planNumbers(MANY);
const SENTENCES = PLAN.paragraphs.flat();
const LAST = SENTENCES.at(-1) ?? '';

/** As words that nothing but single spaces stand between. */
function inOneLine(words: string): string {
  return words.replaceAll(/\s+/g, ' ').trim();
}

test('find-in-page, select-all, screen readers and print have the whole article, however much is marked in it', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const desk = await openPlanned(page, PLAN);
  await desk.whenSaved();

  await test.step('what is far from view is found', async () => {
    const found = await page.evaluate((words) => {
      // What browsers do when somebody looks for words, and TypeScript knows nothing of.
      const find = Reflect.get(globalThis, 'find') as (words: string) => boolean;
      getSelection()?.removeAllRanges();
      return find.call(globalThis, words) && getSelection()?.toString();
    }, LAST);
    expect(found).toBe(LAST);
  });

  await test.step('what is copied of everything has the article in its order', async () => {
    await desk.putCursorOn(0);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('ControlOrMeta+c');
    const copied = inOneLine(await page.evaluate(() => navigator.clipboard.readText()));
    expect(copied.includes(SENTENCES.join(' '))).toBe(true);
  });

  await test.step('assistive technology gets every sentence', async () => {
    const heard = inOneLine((await wordsInTree(page)).join(' '));
    const missing = SENTENCES.filter((_, i) => !heard.includes(`The count on day ${i} was ${7000 + i}`));
    expect(missing).toEqual([]);
  });

  await test.step('every sentence is printed, and every annotation behind them', async () => {
    const printed = await wordsOfPdf(await page.pdf({ format: 'A4' }));
    const missing = SENTENCES.filter(
      (_, i) =>
        !printed.includes(`Thecountonday${i}was${7000 + i}`) || !printed.includes(`Number${i}isinthebook.`),
    );
    expect(missing).toEqual([]);
  });
});

/** The texts that assistive technology gets of the article, in its order. */
async function wordsInTree(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const words = (id: string): readonly string[] => {
    const node = byId.get(id);
    if (node?.role?.value === 'StaticText') return [String(node.name?.value ?? '')];
    return (node?.childIds ?? []).flatMap(words);
  };
  const article = nodes.find(({ role }) => role?.value === 'article');
  return words(article?.nodeId ?? '');
}

/** The words of all pages without the spaces between them, which a PDF only leaves room for. */
async function wordsOfPdf(bytes: Buffer): Promise<string> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
  }
  return pages.join('').replaceAll(/\s+/g, '');
}
