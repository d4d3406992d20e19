import { expect, test } from 'vitest';
import { makeArticle } from './make-article.ts';
import { readPlainText } from './plain-text.ts';
import { proposeTitle } from './propose-title.ts';

test.each([
  'The bridge\n\nIt was built in 1887. Nobody has measured it since.',
  'It was built in 1887. Nobody has measured it since.\n\nThe end.',
  `${'It goes on and on, '.repeat(400)}and ends.`,
  '橋は九十二メートルです。乗客は十万人でした。',
  '2026-01-05: It was built in 1887. Nobody has measured it since.',
])('the title that is shown before an article is kept is the one that it gets: %j', async (text) => {
  const made = await makeArticle({ kind: 'plain', text, retrievedAt: '2026-01-01T00:00:00Z' });
  if (!made.ok) throw new Error(made.problem);
  expect(proposeTitle(readPlainText(text), made.article.language)).toBe(made.article.title);
});
