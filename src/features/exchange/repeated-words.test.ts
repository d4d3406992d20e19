import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRepetitions } from './repeated-words.ts';

const atOnce = (): Promise<void> => Promise.resolve();

test('in a long text words are repeated when they stand in it twice, also where they overlap, as in a short one', async () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', '\u{1F600}'), minLength: 1, maxLength: 90 });
  await fc.assert(
    fc.asyncProperty(
      letters,
      fc.array(letters, { maxLength: 5 }),
      fc.boolean(),
      async (text, others, isLong) => {
        const whole = isLong ? text + 'x'.repeat(10_000) + text.slice(3) : text;
        const words = new Set([...others, text, text.slice(3)].filter((word) => word !== ''));
        const isRepeated = await createRepetitions(words, atOnce)(whole);
        for (const word of words)
          expect([word, isRepeated(word)]).toEqual([word, whole.indexOf(word) !== whole.lastIndexOf(word)]);
      },
    ),
  );
});

test('words that nobody has asked about before are found out about, too', async () => {
  const text = `${'x'.repeat(10_000)} the ferry left, the ferry left`;
  const isRepeated = await createRepetitions(new Set(['the ferry']), atOnce)(text);
  expect(isRepeated('ferry left')).toBe(true);
  expect(isRepeated('left, the ferry')).toBe(false);
});

test('thousands of words are found in a long text by looking at each place a few times', async () => {
  const sentences = Array.from({ length: 3000 }, (_, i) => `The ferry number ${i} left at noon.`);
  let looks = 0;
  const text = sentences.join(' ');
  // Words that begin in the same way are the hard case: what stands at a place is compared with each of them.
  const isRepeated = await createRepetitions(new Set(sentences), () => {
    looks += 1;
    return Promise.resolve();
  })(text);
  expect(sentences.filter(isRepeated)).toEqual([]);
  expect(looks).toBeLessThanOrEqual((3 * text.length) / 10_000 + 3);
});
