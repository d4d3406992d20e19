import type { Locator, Page } from '@playwright/test';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Drags the mouse over words of the article, as a person selects them. */
export async function dragOverText(article: Locator, text: string, occurrence = 0): Promise<void> {
  const { start, end } = await endsOfText(article, text, occurrence);
  await drag(article.page(), start, end);
}

/** Clicks words of the article, just inside their first character. */
export async function clickText(article: Locator, text: string, occurrence = 0): Promise<void> {
  const { start } = await endsOfText(article, text, occurrence);
  await article.page().mouse.click(start.x + 2, start.y);
}

/** The same with a finger. */
export async function tapText(article: Locator, text: string, occurrence = 0): Promise<void> {
  const { start } = await endsOfText(article, text, occurrence);
  await article.page().touchscreen.tap(start.x + 2, start.y);
}

/** Drags a handle of the open annotation to where the words start or end. */
export async function dragHandleTo(
  article: Locator,
  edge: 'start' | 'end',
  text: string,
  occurrence = 0,
): Promise<void> {
  const to = (await endsOfText(article, text, occurrence))[edge];
  const box = await article.locator(`[data-edge="${edge}"]`).boundingBox();
  if (!box) throw new Error('There is no handle to drag.');
  const knob = edge === 'start' ? box.y - KNOB / 2 : box.y + box.height + KNOB / 2;
  await drag(article.page(), { x: box.x + box.width / 2, y: knob }, to);
}

/** Pixels across the round end of a handle, which stands above the first line and below the last. */
const KNOB = 11;

/** Points just inside the first and the last character of words, which are scrolled into view. */
function endsOfText(
  article: Locator,
  text: string,
  occurrence: number,
): Promise<{ readonly start: Point; readonly end: Point }> {
  return article.evaluate(
    (root, [words, which]) => {
      const nodes: Text[] = [];
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node as Text);
      const whole = nodes.map(({ data }) => data).join('');

      let start = whole.indexOf(words);
      for (let i = 0; i < which && start >= 0; i += 1) start = whole.indexOf(words, start + 1);
      if (start < 0) throw new Error(`“${words}” is not in the article ${which + 1} times.`);

      const range = document.createRange();
      let before = 0;
      for (const node of nodes) {
        if (before <= start && start < before + node.length) range.setStart(node, start - before);
        const end = start + words.length;
        if (before < end && end <= before + node.length) range.setEnd(node, end - before);
        before += node.length;
      }
      range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
      const rects = [...range.getClientRects()].filter(({ width }) => width > 0);
      const [first, last] = [rects.at(0), rects.at(-1)];
      if (!first || !last) throw new Error(`“${words}” is not drawn.`);
      const isRightToLeft = getComputedStyle(root).direction === 'rtl';
      return {
        start: { x: isRightToLeft ? first.right - 1 : first.left + 1, y: first.top + first.height / 2 },
        end: { x: isRightToLeft ? last.left + 1 : last.right - 1, y: last.top + last.height / 2 },
      };
    },
    [text, occurrence] as const,
  );
}

async function drag({ mouse }: Page, from: Point, to: Point): Promise<void> {
  await mouse.move(from.x, from.y);
  await mouse.down();
  await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
  await mouse.move(to.x, to.y);
  await mouse.up();
}

/** Clicks where the words of an element begin: the middle of its box may belong to others, since lines wrap. */
export async function clickStart(words: Locator): Promise<void> {
  const point = await words.evaluate((element) => {
    element.scrollIntoView({ block: 'center' });
    const [first] = element.getClientRects();
    if (!first) throw new Error('The words are not drawn.');
    const x = getComputedStyle(element).direction === 'rtl' ? first.right - 4 : first.left + 4;
    return { x, y: first.top + first.height / 2 };
  });
  await words.page().mouse.click(point.x, point.y);
}
