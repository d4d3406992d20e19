import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyOf } from './storage-key.ts';
import { arbitraryVersions } from './testing/arbitrary-kept.ts';
import { createFakeDisk } from './testing/fake-buckets.ts';
import { mergeIntoDisk } from './testing/fake-database.ts';
import { newerText } from './testing/newer-text.ts';
import { serialiseKept } from './written-value.ts';

const AT = '2026-01-31T00:00:00Z';

type Condition = 'whole' | 'damaged' | 'newer';

/** Texts of versions of one record under its key, some damaged and some by a newer version of the app. */
const arbitraryTexts = fc
  .tuple(arbitraryVersions, fc.array(fc.constantFrom<Condition>('whole', 'whole', 'damaged', 'newer')))
  .map(([versions, conditions]) =>
    versions.map((kept, i) => {
      const [key, text] = [keyOf(kept.place), serialiseKept(kept)];
      const texts = { whole: text, damaged: text.slice(0, -1), newer: newerText(key, text) };
      return [key, texts[conditions[i] ?? 'whole']] as const;
    }),
  );

test('what is written over before it is known leaves what one text after the other would have left', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryTexts, fc.nat({ max: 30 }), async (texts, others) => {
      const expected = new Map<string, string>();
      const place = createFakeDisk().openTab().place;
      const shelf = await place.open();
      for (const [key, text] of texts) {
        // Many at a time are written in another way than a few.
        const beside = Array.from({ length: others }, (_, i) => [`linecheck/f1/note-${i}`, text] as const);
        const coming = new Map([[key, text], ...beside]);
        expect(await shelf.merge(coming, AT)).toEqual(mergeIntoDisk(expected, coming, AT));
        expect(await shelf.readAll('linecheck/')).toEqual(expected);
      }
      shelf.close();
    }),
  );
});

test('a key after all of ours keeps nobody from seeing which fact checks there are', async () => {
  const shelf = await createFakeDisk().openTab().place.open();
  const keys = ['linecheck/f1/\uffff', 'linecheck/f1/\uffff\uffff', 'linecheck/f2/fact-check/f2', 'zebra'];
  await shelf.merge(new Map(keys.map((key) => [key, 'words'])), AT);
  expect(await shelf.factChecks()).toEqual(new Set(['f1', 'f2']));
});
