import { say } from '../messages/say.ts';
import { digestText } from '../domain/article.ts';
import { articleOf, type FactCheck } from '../domain/fact-check.ts';
import { ARTICLE_CHANGED, OLDER_TEXT_CHANGED } from './sentences.ts';

/**
 * Holds the article's text, and the texts of its older versions, to their digests. Where the page may not compute digests
 * (plain http) nothing is said.
 */
export async function checkArticle(factCheck: FactCheck): Promise<readonly string[]> {
  if (!hasDigests()) return [];
  const { id: present } = articleOf(factCheck);
  const changed = await Promise.all(
    Array.from(factCheck.tables.article.values(), async ({ id, text, sha256 }) =>
      (await digestText(text)) === sha256 ? null : id,
    ),
  );
  return [
    ...(changed.includes(present) ? [say(ARTICLE_CHANGED)] : []),
    ...(changed.some((id) => id !== null && id !== present) ? [say(OLDER_TEXT_CHANGED)] : []),
  ];
}

/** The types promise it always; browsers give it to secure contexts only. */
export function hasDigests(): boolean {
  return 'subtle' in crypto;
}
