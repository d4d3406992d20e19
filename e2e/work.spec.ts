import type { Page } from '@playwright/test';
import { DeskPage } from './pages/desk-page.ts';
import { countRenders, type Renders, type TakeRenders } from './support/count-renders.ts';
import { openPlanned } from './support/open.ts';
import { planNumbers } from './support/plan-numbers.ts';
import { expect, test } from './support/test.ts';

/** Of both the list draws no more than what is in view. */
const [FEW, MANY] = [250, 1500];
interface Work extends Renders {
  /** Blocks of the article in which anything has changed. */
  readonly blocks: number;
  /** Elements and texts that were put into the article or taken out of it. */
  readonly nodes: number;
}

/** What one act costs, until it is saved. */
async function workOf(page: Page, takeRenders: TakeRenders, act: () => Promise<void>): Promise<Work> {
  await whenStill(page);
  await takeRenders();
  const watch = await page.evaluateHandle(() => {
    const records: MutationRecord[] = [];
    const observer = new MutationObserver((news) => records.push(...news));
    const article = document.querySelector('article');
    if (article) observer.observe(article, { subtree: true, childList: true, attributes: true });
    return { records, observer };
  });
  await act();
  await whenStill(page);
  const changes = await watch.evaluate(({ records, observer }) => {
    observer.disconnect();
    const blocks = records.flatMap(({ target }) => (target as Element).closest('article p') ?? []);
    const counts = records.map(({ addedNodes, removedNodes }) => addedNodes.length + removedNodes.length);
    return { blocks: new Set(blocks).size, nodes: counts.reduce((sum, count) => sum + count, 0) };
  });
  return { ...(await takeRenders()), ...changes };
}

/** Saved, counted, and drawn. */
async function whenStill(page: Page): Promise<void> {
  await expect(page.getByRole('status', { name: 'Saving' })).toHaveText('Saved');
  await expect(page.getByRole('region', { name: 'Coverage' })).toHaveAttribute('aria-busy', 'false');
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
      }),
  );
}

const ACTS = [
  'come upon a mark',
  'change a verdict',
  'click a mark',
  'go to the next sentence',
  'annotate',
  'undo',
];

type WorkOfActs = Readonly<Record<string, Work>>;

/** Does each of the acts once, in a fact check that was opened with so many annotations. */
async function workAmong(page: Page, count: number): Promise<WorkOfActs> {
  const takeRenders = await countRenders(page);
  const desk = await openPlanned(page, planNumbers(count));
  const mark = (i: number) => page.locator(`mark[data-annotations="a${i}"]`);
  await page.goto('./#/check/planned/annotation/a3');
  await desk.editor.pane.focus();
  await page.keyboard.press('2');
  await desk.answerReviewerDialog();
  await mark(2).hover();
  const acts: readonly (() => Promise<void>)[] = [
    () => mark(4).hover(),
    async () => {
      await desk.editor.pane.focus();
      await page.keyboard.press('5');
    },
    () => mark(6).click(),
    async () => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('j');
    },
    async () => {
      await desk.select({ text: 'count on', occurrence: 8 });
      await page.keyboard.press('5');
    },
    () => page.keyboard.press('Control+z'),
  ];
  const work: Record<string, Work> = {};
  for (const [i, act] of acts.entries()) work[ACTS[i] ?? ''] = await workOf(page, takeRenders, act);
  return work;
}

test('no key, click, edit or movement of the mouse does more among six times as many annotations', async ({
  page,
  openFreshProfile,
}) => {
  const few = await workAmong(page, FEW);
  const many = await workAmong(await openFreshProfile(), MANY);
  test.info().annotations.push({ type: 'work', description: JSON.stringify({ few, many }) });

  const growing = ACTS.filter((act) => (many[act]?.all ?? 0) > (few[act]?.all ?? 0) * 1.5);
  expect.soft(growing, JSON.stringify({ few, many }, null, 1)).toEqual([]);
  for (const work of [few, many]) {
    expect.soft(work['come upon a mark'], 'is for the style sheet').toEqual(NOTHING);
    expect.soft(work['change a verdict'], 'draws its own block').toMatchObject({ blocks: 1, nodes: 0 });
    expect.soft(work['annotate']?.blocks, 'draws the block of the words').toBe(1);
    expect.soft(work['undo']?.blocks, 'draws the block of the words').toBe(1);
    expect.soft(work['click a mark']?.blocks, 'draws where the last one was, and this one').toBe(2);
  }
});

const NOTHING: Work = { all: 0, inArticle: 0, blocks: 0, nodes: 0 };

const SENTENCES_IN_PARAGRAPH = 5;

test('a sentence with a mark is five elements, the white space between two is one', async ({ page }) => {
  const desk = await openPlanned(page, planNumbers(SENTENCES_IN_PARAGRAPH * 2));
  const elements = await desk.article
    .locator('p')
    .evaluateAll((blocks) => blocks.map((block) => block.querySelectorAll('*').length));
  const expected = SENTENCES_IN_PARAGRAPH * 5 + (SENTENCES_IN_PARAGRAPH - 1);
  expect(elements).toEqual([expected, expected]);
});

test('opening a fact check reads each of its records once', async ({ page }) => {
  await openPlanned(page, planNumbers(FEW));
  await whenStill(page);
  await page.addInitScript(() => {
    const parsed = new Map<string, number>();
    const parse = JSON.parse.bind(JSON);
    JSON.parse = (
      text: string,
      ...rest: [(this: unknown, key: string, value: unknown) => unknown]
    ): unknown => {
      parsed.set(text, (parsed.get(text) ?? 0) + 1);
      return parse(text, ...rest);
    };
    Object.assign(globalThis, { parsed });
  });
  await page.reload();
  await new DeskPage(page).whenOpen();
  await whenStill(page);
  const times = await page.evaluate(() => {
    const parsed = Reflect.get(globalThis, 'parsed') as ReadonlyMap<string | null, number>;
    const counts: Record<string, number> = {};
    // What is asked for and not there is parsed as null.
    for (const [text, count] of parsed)
      if (String(text).includes('"type":"')) counts[count] = (counts[count] ?? 0) + 1;
    return counts;
  });
  test
    .info()
    .annotations.push({ type: 'records by how often they were parsed', description: JSON.stringify(times) });
  expect(Object.keys(times), JSON.stringify(times)).toEqual(['1']);
});

test('until a fact check is drawn nothing is loaded that knows the words of all scripts', async ({
  page,
}) => {
  await openPlanned(page, planNumbers(FEW));
  await whenStill(page);
  await page.addInitScript(() => {
    const made: unknown[] = [];
    const counted = new Proxy(Intl.Segmenter, {
      construct: (target, parts: [string, Intl.SegmenterOptions]) => {
        made.push(parts);
        return new target(...parts);
      },
    });
    Object.defineProperty(Intl, 'Segmenter', { value: counted });
    new MutationObserver((_, observer) => {
      if (!document.querySelector('mark')) return;
      Object.assign(globalThis, { madeUntilDrawn: [...made] });
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.reload();
  await new DeskPage(page).whenOpen();
  expect(await page.evaluate(() => Reflect.get(globalThis, 'madeUntilDrawn') as unknown)).toEqual([]);
});
