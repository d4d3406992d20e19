import { writeFileSync } from 'node:fs';
import { openPlanned } from './support/open.ts';
import { expect, test } from './support/test.ts';

test('the printed desk is the article with numbered marks and a list of them, without tools and on light paper', async ({
  page,
}, testInfo) => {
  const desk = await openPlanned(page, {
    title: 'The ferry',
    paragraphs: [
      ['The ferry left at noon.', 'It carried 40 people.'],
      ...Array.from({ length: 40 }, (_, i) => [`On day ${i + 1} nobody knew why it had turned.`]),
      ['In the end it sank.'],
    ],
    sources: { log: { title: 'The log', url: 'https://example.org/log' } },
    annotations: [
      {
        quote: 'It carried 40 people.',
        rating: 'true',
        conclusion: 'So says the log.',
        cites: { log: 'supports' },
      },
      { quote: 'noon', rating: 'false' },
      { quote: '40 people', isNotCheckable: true },
      { quote: 'it sank', rating: 'unproven' },
    ],
  });
  await desk.openAnnotation(0);
  // As wide as A4 is in pixels.
  await page.setViewportSize({ width: 794, height: 1123 });
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const printed = page.locator('main').getByRole('region', { name: 'Annotations' });
  await expect(printed).toHaveCount(0);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(printed.getByRole('listitem').locator('blockquote')).toHaveText([
    'noon',
    '40 people',
    'It carried 40 people.',
    'it sank',
  ]);
  await expect(printed).toContainText('So says the log.');
  await expect(printed).toContainText('Supports: The log');
  await expect(printed).toContainText('https://example.org/log');
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByRole('toolbar')).toBeHidden();
  await expect(page.getByRole('complementary', { name: 'Editor' })).toBeHidden();
  await expect(page.getByRole('complementary', { name: 'Overview' })).toBeHidden();
  // Dark letters, though the screen is dark, and nothing is left to scroll.
  await expect(page.getByRole('article')).toHaveCSS('color', 'rgb(31, 29, 26)');
  const left = await page.getByRole('main').evaluate((main) => main.scrollHeight - main.clientHeight);
  expect(left).toBeLessThanOrEqual(0);
  writeFileSync(testInfo.outputPath('desk.pdf'), await page.pdf({ format: 'A4', printBackground: true }));
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(printed).toHaveCount(0);
});
