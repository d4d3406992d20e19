import type { Page } from '@playwright/test';
import { LibraryPage } from './pages/library-page.ts';
import { expect, test } from './support/test.ts';

const HEADLINE = '空港で爆発、兵士13人死亡　大統領「忘れない」';
const LEAD =
  '首都の国際空港付近で26日、大規模な爆発があり、軍は兵士13人が死亡したと発表した。負傷者は60人に上るという。';
const JAPANESE = `${HEADLINE}\n\n　${LEAD}大統領は「我々は許さない。」と述べ、報復を誓った。\n\n・退避した人　5000人\n・残る人　9万人`;

const ARTICLES = [
  ['ja', JAPANESE, /^"?Hiragino Mincho ProN.*CJK JP/],
  [
    'zh',
    '机场发生爆炸，13名士兵死亡\n\n记者追问：“为什么？”总统没有回答。这说明问题还没有解决。',
    /^"?Songti SC.*CJK SC/,
  ],
  [
    'zh-Hant',
    '機場發生爆炸，13名士兵死亡\n\n記者追問：「為什麼？」總統沒有回答。這說明問題還沒有解決。',
    /^"?Songti TC.*CJK TC/,
  ],
  ['ko', '공항서 폭발… 13명 사망\n\n대통령은 "잊지 않겠다."라고 밝혔다. 2021. 8. 26. 일이다.', /CJK KR/],
] as const;

test('an article is found to be Japanese, Chinese of either kind or Korean, and has the forms of its own characters', async ({
  page,
}) => {
  const library = new LibraryPage(page);
  for (const [language, text, fonts] of ARTICLES) {
    await library.goto();
    const desk = await library.pasteArticle({ text });
    await expect(desk.article).toHaveAttribute('lang', language);
    await expect(desk.article).toHaveCSS('font-family', fonts);
    await expect(desk.article.getByRole('heading', { level: 1 })).toHaveCount(1);
    await desk.leave();
  }
});

test('a Japanese article is cut into its sentences, and its items are a list', async ({ page }) => {
  const library = new LibraryPage(page);
  await library.goto();
  const desk = await library.pasteArticle({ text: JAPANESE });
  expect(await desk.sentences()).toEqual([
    '空港で爆発、兵士13人死亡 大統領「忘れない」',
    '首都の国際空港付近で26日、大規模な爆発があり、軍は兵士13人が死亡したと発表した。',
    '負傷者は60人に上るという。',
    '大統領は「我々は許さない。」と述べ、報復を誓った。',
    '退避した人 5000人',
    '残る人 9万人',
  ]);
  await expect(desk.article.getByRole('listitem')).toHaveText(['退避した人　5000人', '残る人　9万人']);
});

test('words without spaces between are selected whole, by a double click and by dragging from within', async ({
  page,
}) => {
  const library = new LibraryPage(page);
  await library.goto();
  const desk = await library.pasteArticle({ text: JAPANESE });
  await desk.select({ text: '際空' });
  expect(await selectedWords(page)).toBe('国際空港');
  await page.keyboard.press('Escape');

  const word = await desk.article.evaluate((article) => {
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf('発表した') ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 2);
      return range.getBoundingClientRect().toJSON() as DOMRect;
    }
    throw new Error('The words are not in the article.');
  });
  await page.mouse.dblclick(word.x + word.width / 2, word.y + word.height / 2);
  await expect.poll(() => selectedWords(page)).toBe('発表');
  await desk.pressInVerdictBar('False');
  await desk.answerReviewerDialog('佐藤');
  expect(await desk.annotations()).toMatchObject([{ quote: '発表', verdict: 'False' }]);
});

test('what an input method composes keeps its own keys, and the editor stays open', async ({ page }) => {
  const library = new LibraryPage(page);
  await library.goto();
  const desk = await library.pasteArticle({ text: JAPANESE });
  await desk.annotate({ sentence: 1 }, { verdict: 'False' });
  const conclusion = desk.editor.field('Conclusion');
  await conclusion.focus();
  const press = (isComposing: boolean) =>
    conclusion.evaluate((field, composing) => {
      field.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, isComposing: composing }),
      );
    }, isComposing);
  await press(true);
  await expect(desk.editor.pane).toBeVisible();
  await press(false);
  await expect(desk.editor.pane).toBeHidden();
});

test('keys with a letter answer where the keyboard writes another script', async ({ page }) => {
  const library = new LibraryPage(page);
  await library.goto();
  const desk = await library.openSample(/واحة/);
  await desk.putCursorOn(0);
  await desk.cursor.dispatchEvent('keydown', { key: 'ت', code: 'KeyJ', bubbles: true });
  await expect(desk.sentence(1)).toBeFocused();
  await desk.cursor.dispatchEvent('keydown', { key: '٢', code: 'Digit2', bubbles: true });
  await desk.answerReviewerDialog('آنا');
  await expect(desk.sentence(1).getByRole('button', { name: 'Mostly true, no source' })).toBeVisible();
});

function selectedWords(page: Page): Promise<string> {
  return page.evaluate(() =>
    [...(CSS.highlights.get('selected-words') ?? [])].map((range) => (range as Range).toString()).join(),
  );
}
