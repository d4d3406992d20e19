import { type Range, findSentences } from './scan.ts';
import { packFor } from './packs/pack.ts';

/** Stored with every article: sentences found by another version may lie elsewhere. */
export const SEGMENTER_VERSION = '2';

export type { Range };

/**
 * The sentences of a text, as a reader sees them: in order, without white space at their edges, never overlapping, and
 * together covering every visible character. No range begins or ends inside a grapheme (UAX 29). What has no full stop,
 * such as a heading or a list item, is a sentence by its line.
 *
 * Pure, and linear in the length of the text. `locale` is a BCP 47 tag; a language without a pack of its own, and `und`,
 * go by generic rules.
 */
export function segment(text: string, locale: string): readonly Range[] {
  return findSentences(text, packFor(locale));
}
