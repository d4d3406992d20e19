import * as v from 'valibot';
import { addressSchema } from './link.ts';
import { instantSchema, offsetSchema, stampEntries, type RecordOf } from './record.ts';

/** Half-open range of UTF-16 code units in `Article.text`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

const rangeEntries = { start: offsetSchema, end: offsetSchema };

const blockEntries = {
  kind: v.picklist(['heading', 'paragraph', 'quote', 'list-item', 'caption']),
  /** 1 to 6, headings only. */
  level: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(6))),
  /** List items only: whether the list is numbered. */
  ordered: v.exactOptional(v.boolean()),
  ...rangeEntries,
};

const sentenceEntries = {
  ...rangeEntries,
  /** There when a person made this sentence, by joining or splitting what the machine had found. */
  byHand: v.exactOptional(v.literal(true)),
};

const entries = {
  type: v.literal('article'),
  ...stampEntries,
  /** The older draft that this one takes the place of. */
  replaces: v.exactOptional(stampEntries.id),
  title: v.string(),
  byline: v.exactOptional(v.string()),
  publisher: v.exactOptional(v.string()),
  url: v.exactOptional(addressSchema),
  /** As printed: a date (2021-08-26) or an instant. */
  publishedAt: v.exactOptional(v.string()),
  retrievedAt: instantSchema,
  /** BCP 47 tag. */
  language: v.pipe(v.string(), v.minLength(1)),
  direction: v.picklist(['ltr', 'rtl']),
  /** What the person loaded, line endings made `\n`; all offsets count its UTF-16 units. */
  text: v.string(),
  blocks: v.array(v.looseObject(blockEntries)),
  links: v.array(v.looseObject({ ...rangeEntries, href: addressSchema })),
  sentences: v.array(v.looseObject(sentenceEntries)),
  /** Version of the segmenter that found the sentences, but for those that were made by hand. */
  segmenter: v.string(),
  /** Lower-case hex SHA-256 of `text` in UTF-8. */
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'is not a SHA-256 digest')),
};

/** A text under check. Its text never changes, its sentences may: a new draft is a new Article that names the one it replaces. */
export type Article = RecordOf<typeof entries>;
export type Block = Article['blocks'][number];
export type ArticleLink = Article['links'][number];

export const articleSchema = v.pipe(
  v.looseObject(entries),
  v.check(
    ({ text, blocks, links, sentences }) =>
      isOrdered(blocks, text.length) && isOrdered(sentences, text.length) && isOrdered(links, text.length),
    'has ranges that overlap, run backwards or leave the text',
  ),
  v.check(
    ({ sentences }) => sentences.every(({ start, end }) => start < end),
    'has a sentence without words',
  ),
);

/**
 * Lower-case hex SHA-256 (FIPS 180-4) of the text in UTF-8: how an article proves that it is the one that was checked.
 * Needs a secure context (https or localhost).
 */
export function digestText(text: string): Promise<string> {
  return digestBytes(new TextEncoder().encode(text));
}

/** The same of bytes. */
export async function digestBytes(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function isOrdered(ranges: readonly Range[], length: number): boolean {
  let reached = 0;
  for (const { start, end } of ranges) {
    if (start < reached || end < start || end > length) return false;
    reached = end;
  }
  return true;
}
