import type { Article, Block, Range } from '../domain/article.ts';
import { collapseSpace } from './collapse-space.ts';

type Titled = Pick<Article, 'title' | 'text' | 'blocks' | 'sentences'>;

/** Characters (UTF-16 units) that a title made from a sentence may have. */
const LONGEST = 80;

/** Some texts are copied with the date of the page before their first words. */
const DATE_LINE = /^(?:(?:date|published|updated):? )?\d{4}-\d{2}-\d{2}[:,]? (?=\S)/i;

/**
 * A title for a text that came without: the heading that it begins with or else its first one of level 1, else the first
 * sentence, cut after a word near 80 characters and then marked with an ellipsis. White space is made single. Empty for
 * a text without sentences.
 */
export function composeTitle(text: string, blocks: readonly Block[], sentences: readonly Range[]): string {
  const heading = blocks.find(({ kind, level }, index) => kind === 'heading' && (index === 0 || level === 1));
  const source = heading ?? sentences[0];
  if (source === undefined) return '';
  const words = collapseSpace(text.slice(source.start, source.end))
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(DATE_LINE, '');
  return heading === undefined ? shorten(words) : words;
}

/**
 * The title of a new draft that came without one: what was composed of the older text is composed of the newer one, and
 * any other title was given by a person or a page, and stays.
 */
export function titleOfNewDraft(older: Titled, newer: Titled): string {
  const isComposed = older.title === composeTitle(older.text, older.blocks, older.sentences);
  return isComposed ? newer.title : older.title;
}

function shorten(words: string): string {
  if (words.length <= LONGEST) return words;
  const cut = words.slice(0, LONGEST);
  const space = cut.lastIndexOf(' ');
  const whole = space > LONGEST / 2 ? cut.slice(0, space) : lastWholeCharacters(words);
  return `${whole.replace(/[\s,;:–—-]+$/u, '')}…`;
}

/** For scripts without spaces: no character of what a person sees as one (UAX 29) is torn. */
function lastWholeCharacters(words: string): string {
  let end = 0;
  for (const { index } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(
    words.slice(0, LONGEST + 1),
  )) {
    if (index > LONGEST) break;
    end = index;
  }
  return words.slice(0, end);
}
