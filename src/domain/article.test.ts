import * as v from 'valibot';
import { expect, test } from 'vitest';
import { articleSchema, digestText } from './article.ts';
import { articleOf } from './fact-check.ts';
import { createSmallDesk } from './testing/small-fact-check.ts';

// The first two are the examples of FIPS 180-4; the third was made with sha256sum.
test.each([
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['é 🕊 東京', '4970d89abe221bedf0e1363b3ed1e97df09b85bf33b9ab9fb56832b41e331a22'],
])('the digest of %j is that of its UTF-8', async (text, digest) => {
  expect(await digestText(text)).toBe(digest);
});

test('texts that only look the same have different digests', async () => {
  expect(await digestText('é')).not.toBe(await digestText('e\u0301'));
  expect(await digestText('a b')).not.toBe(await digestText('a\u00a0b'));
});

test('a sentence without words is refused, and it is said why', () => {
  const article = articleOf(createSmallDesk().factCheck());
  const at = (sentences: readonly object[]) => v.safeParse(articleSchema, { ...article, sentences });
  expect(at(article.sentences).success).toBe(true);
  const parsed = at([
    { start: 0, end: 10 },
    { start: 10, end: 10, byHand: true },
    { start: 11, end: 22 },
  ]);
  expect(parsed.issues?.map(({ message }) => message)).toEqual(['has a sentence without words']);
});
