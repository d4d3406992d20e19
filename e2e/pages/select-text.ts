import type { Locator } from '@playwright/test';

/** Drags the mouse over words of the article, as a person selects them. */
export async function dragOverText(article: Locator, text: string, occurrence = 0): Promise<void> {
  const [from, to] = await article.evaluate(
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
      const ends = isRightToLeft ? [first.right - 1, last.left + 1] : [first.left + 1, last.right - 1];
      return [
        { x: ends[0] ?? 0, y: first.top + first.height / 2 },
        { x: ends[1] ?? 0, y: last.top + last.height / 2 },
      ] as const;
    },
    [text, occurrence] as const,
  );
  const { mouse } = article.page();
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
