import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readText } from './testing/at-once.ts';
import clientExport from './testing/samples/hypothesis-client-export.json' with { type: 'json' };
import search from './testing/samples/hypothesis-search.json' with { type: 'json' };

/** A regular expression stands for a text that it fits. */
expect.addEqualityTesters([
  (a: unknown, b: unknown) => (typeof a === 'string' && b instanceof RegExp ? b.test(a) : undefined),
]);

test('of a search answer the verdict is read from its tag, a reply goes with what it answers, and a page note has no place', async () => {
  const read = await readText(JSON.stringify(search));
  expect(read).toMatchObject({
    kind: 'annotations',
    problems: [],
    items: [
      {
        originalId: 'q3vN0LcQEe-abc123xyz00',
        tags: ['foreign-policy'],
        author: { name: 'reviewer_one' },
        targets: [{ quote: { exact: 'They are not our friends.' }, position: { start: 0, end: 25 } }],
        judgements: [
          { labels: ['false'] },
          { author: { name: 'reviewer_two' }, comment: "Agreed; the speaker's office confirmed it." },
        ],
      },
      { targets: [], tags: ['process'] },
    ],
  });
});

test('of a client export a quote without context is read', async () => {
  expect(await readText(JSON.stringify(clientExport))).toMatchObject({
    items: [{ targets: [{ quote: { exact: 'not our friends', prefix: '', suffix: '' }, position: null }] }],
  });
});

test('what is no annotation is named and stops nothing; a reply to what is not there is a note of its own', async () => {
  const read = await readText(JSON.stringify({ total: 3, rows: [7, ...search.rows.slice(1)] }));
  expect(read).toMatchObject({
    items: [
      { originalId: 's5xP2NeSEe-ghi789rst22' },
      { isReply: true, judgements: [{ comment: /office confirmed/ }], foreign: { references: [/./] } },
    ],
    problems: [{ place: 'item 1' }],
  });
});

test('no reply is lost, whatever it answers', async () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const row = fc.record({
    references: fc.option(fc.array(fc.constantFrom(...ids, 'gone'), { maxLength: 3 }), { nil: undefined }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 5 }), async (some) => {
      const rows = some.map((one, i) => ({ id: ids[i], text: `Words ${i}`, ...one }));
      const read = await readText(JSON.stringify({ total: rows.length, rows }));
      const said = 'items' in read ? read.items.flatMap(({ judgements }) => judgements) : [];
      expect(said.map(({ comment }) => comment).toSorted()).toEqual(rows.map(({ text }) => text));
    }),
  );
});

test('a damaged file never throws', async () => {
  const text = JSON.stringify(search);
  const junk = fc.oneof(fc.constant('null'), fc.json(), fc.constant('['.repeat(50) + ']'.repeat(50)));
  await fc.assert(
    fc.asyncProperty(fc.nat(text.length), fc.nat(30), junk, async (at, length, put) => {
      expect(await readText(text.slice(0, at))).toHaveProperty('ok');
      expect(await readText(text.slice(0, at) + put + text.slice(at + length))).toHaveProperty('ok');
    }),
  );
  const values = [...text.matchAll(/(?<=:)(?:"[^"]*"|\d+|\[\]|\{\})/g)];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...values), junk, async ({ index, 0: { length } }, put) => {
      expect(await readText(text.slice(0, index) + put + text.slice(index + length))).toHaveProperty('ok');
    }),
  );
});
