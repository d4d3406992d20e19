import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import type { Article } from '../article.ts';
import { arbitraryStamp, arbitraryWords } from './arbitrary-record.ts';
import { arbitraryId, arbitraryInstant, arbitraryText, arbitraryUnknownFields } from './arbitrary-text.ts';

const ADDRESS = fc.oneof(
  fc.stringMatching(/^https:\/\/[a-z]{1,9}\.example\/[a-z]{0,9}(\?q=%20[a-z]{1,3})?$/),
  fc.constantFrom(
    '',
    'http',
    'example.org/ä?q=<b>',
    'https://例え.jp/路',
    'doi:10.1000/182',
    'urn:isbn:0451450523',
    'page 4',
  ),
);

/** An address that may be stored: web, DOI, URN, half typed, or plain words. */
export function arbitraryAddress(): fc.Arbitrary<string> {
  return ADDRESS;
}

const SENTENCE = arbitraryText().map((text) => `“${text.replaceAll(/\s+/g, ' ')}”.`);

const PARTS = fc.record({
  unknown: arbitraryUnknownFields(),
  stamp: arbitraryStamp(),
  words: arbitraryWords<
    Omit<
      Article,
      | 'id'
      | 'rev'
      | 'base'
      | 'writtenAs'
      | 'updatedAt'
      | 'updatedBy'
      | 'type'
      | 'text'
      | 'blocks'
      | 'links'
      | 'sentences'
      | 'sha256'
    >
  >(
    {
      title: arbitraryText(),
      retrievedAt: arbitraryInstant(),
      language: fc.constantFrom('en', 'ar', 'he-IL', 'zh-Hant', 'ja', 'und'),
      direction: fc.constantFrom('ltr', 'rtl'),
      segmenter: fc.constantFrom('1', 'test'),
    },
    {
      replaces: arbitraryId(),
      byline: arbitraryText(),
      publisher: arbitraryText(),
      url: ADDRESS,
      publishedAt: fc.constantFrom('2021-08-26', '2021-08-26T16:00:00Z', 'last week'),
    },
  ),
  blocks: fc.array(
    fc.record({
      kind: fc.constantFrom('heading', 'paragraph', 'quote', 'list-item', 'caption'),
      sentences: fc.array(SENTENCE, { minLength: 1, maxLength: 4 }),
      level: fc.integer({ min: 1, max: 6 }),
      ordered: fc.boolean(),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  href: ADDRESS,
  byHand: fc.boolean(),
});

/** An article of one to four blocks, its text free of `\r` as ingest leaves it. */
export function arbitraryArticle(): fc.Arbitrary<Article> {
  return PARTS.map(({ unknown, stamp, words, blocks, href, byHand }): Article => {
    const laid = layOut(blocks.map(({ sentences }) => sentences));
    return {
      ...unknown,
      type: 'article',
      ...words,
      ...stamp,
      text: laid.text,
      blocks: laid.blocks.map((range, i) => {
        const { kind = 'paragraph', level = 1, ordered = false } = blocks[i] ?? {};
        if (kind === 'heading') return { kind, level, ...range };
        return kind === 'list-item' ? { kind, ordered, ...range } : { kind, ...range };
      }),
      links: laid.sentences.slice(0, 1).map((range) => ({ ...range, href })),
      sentences: byHand ? laid.sentences.map((range) => ({ ...range, byHand })) : laid.sentences,
      sha256: createHash('sha256').update(laid.text).digest('hex'),
    };
  });
}

/** Sentences parted by spaces, blocks by blank lines; ranges in UTF-16 units. */
function layOut(blocks: readonly (readonly string[])[]): {
  text: string;
  blocks: Article['sentences'];
  sentences: Article['sentences'];
} {
  let text = '';
  const sentences: Article['sentences'][number][] = [];
  const ranges = blocks.map((block) => {
    if (text !== '') text += '\n\n';
    const start = text.length;
    for (const [i, sentence] of block.entries()) {
      if (i > 0) text += ' ';
      sentences.push({ start: text.length, end: text.length + sentence.length });
      text += sentence;
    }
    return { start, end: text.length };
  });
  return { text, blocks: ranges, sentences };
}
