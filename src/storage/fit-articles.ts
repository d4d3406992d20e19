import { digestText } from '../domain/article.ts';
import { message } from '../messages/say.ts';
import { hasDigests } from './check-article.ts';
import type { Kept } from './kept.ts';
import type { Texts } from './local-shelf.ts';
import { parseKey } from './storage-key.ts';
import { parseKept, serialiseKept } from './written-value.ts';

/** Why the other one is in quarantine. */
export const TEXT_MISFIT = message(
  'The text of the article does not fit its digest (SHA-256), and that of another copy does.',
);

/** A text that was found under the key of an article and does not fit its digest, and the version with the one that does. */
export interface Misfit {
  readonly key: string;
  readonly text: string;
  readonly mended: Kept;
  /** What is written of it. */
  readonly mendedText: string;
}

/**
 * Holds what copies say differently of an article to its digest: the text of an article never changes, so that the one which
 * fits stands, however new the other is. Where none fits, or the page may not compute digests, nothing is decided.
 */
export async function fitArticles(
  keys: Iterable<string>,
  copies: readonly Texts[],
): Promise<readonly Misfit[]> {
  if (!hasDigests()) return [];
  const articles = [...keys].filter((key) => parseKey(key)?.type === 'article');
  const found = await Promise.all(articles.map((key) => misfitsAt(key, copies)));
  return found.flat();
}

async function misfitsAt(key: string, copies: readonly Texts[]): Promise<readonly Misfit[]> {
  const texts = new Set(copies.flatMap((copy) => copy.get(key) ?? []));
  const read = await Promise.all([...texts].map((text) => readArticle(key, text)));
  const articles = read.filter((one) => one !== null);
  const fitting = new Map(
    articles.filter(({ fits }) => fits).map(({ record }) => [record.sha256, record.text]),
  );
  return articles.flatMap(({ fits, text, kept, record }) => {
    const known = fits ? undefined : fitting.get(record.sha256);
    if (known === undefined) return [];
    const mended: Kept = { ...kept, record: { ...record, text: known } };
    return [{ key, text, mended, mendedText: serialiseKept(mended) }];
  });
}

async function readArticle(key: string, text: string) {
  const read = parseKept(key, text);
  if (!read.ok || read.isNewer || read.kept.record.type !== 'article') return null;
  const { kept } = read;
  const { record } = read.kept;
  return { text, kept, record, fits: (await digestText(record.text)) === record.sha256 };
}

/** The copies as they would be if every text fitted. */
export function withoutMisfits(copies: readonly Texts[], misfits: readonly Misfit[]): readonly Texts[] {
  if (misfits.length === 0) return copies;
  return copies.map((copy) => {
    const mended = misfits.filter(({ key, text }) => copy.get(key) === text);
    return new Map([...copy, ...mended.map(({ key, mendedText }) => [key, mendedText] as const)]);
  });
}
