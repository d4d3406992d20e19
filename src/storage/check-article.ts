import { digestText } from '../domain/article.ts';
import { articleOf, type FactCheck } from '../domain/fact-check.ts';
import { ARTICLE_CHANGED } from './sentences.ts';

/** Holds the article's text to its digest. Where the page may not compute digests (plain http) nothing is said. */
export async function checkArticle(factCheck: FactCheck): Promise<readonly string[]> {
  if (!hasDigests()) return [];
  const { text, sha256 } = articleOf(factCheck);
  return (await digestText(text)) === sha256 ? [] : [ARTICLE_CHANGED];
}

/** The types promise it always; browsers give it to secure contexts only. */
function hasDigests(): boolean {
  return 'subtle' in crypto;
}
