import { expect, test } from 'vitest';
import { readText } from './testing/at-once.ts';

const CONTEXT_OF_ANNOTATIONS = 'http://www.w3.org/ns/anno.jsonld';
const OA = 'http://www.w3.org/ns/oa#';
const AS = 'http://www.w3.org/ns/activitystreams#';
const QUOTE = 'They are not our friends.';
const EXPANDED = {
  '@id': 'https://x.example/1',
  '@type': [`${OA}Annotation`],
  [`${OA}hasTarget`]: [
    {
      [`${OA}hasSource`]: [{ '@id': 'https://x.example/a' }],
      [`${OA}hasSelector`]: [{ '@type': [`${OA}TextQuoteSelector`], [`${OA}exact`]: [{ '@value': QUOTE }] }],
    },
  ],
};

async function quotesIn(json: unknown): Promise<unknown> {
  const read = await readText(JSON.stringify(json));
  return read.ok && read.kind === 'annotations'
    ? read.items.map(({ targets }) => targets.map(({ quote }) => quote?.exact))
    : read;
}

test.each(['OrderedCollectionPage', 'OrderedCollection'])(
  'an expanded page or collection, which the context of annotations calls %s',
  async (type) => {
    const items = { [`${AS}items`]: [{ '@list': [EXPANDED] }] };
    const json =
      type === 'OrderedCollection'
        ? {
            '@type': [`${AS}${type}`],
            [`${AS}first`]: [{ '@type': [`${AS}OrderedCollectionPage`], ...items }],
          }
        : { '@type': [`${AS}${type}`], ...items };
    expect(await quotesIn([json])).toEqual([[QUOTE]]);
  },
);

test('a flattened graph, in which the context lets nodes be named by their ids alone', async () => {
  const json = {
    '@context': CONTEXT_OF_ANNOTATIONS,
    '@graph': [
      { id: 'https://x.example/1', type: 'Annotation', target: '_:t', body: '_:b' },
      { id: '_:t', source: 'https://x.example/a', selector: '_:s' },
      { id: '_:s', type: 'TextQuoteSelector', exact: QUOTE },
      { id: '_:b', type: 'TextualBody', purpose: 'classifying', value: 'False' },
    ],
  };
  expect(await quotesIn(json)).toEqual([[QUOTE]]);
});

test('a node that many annotations name is read once', { timeout: 10_000 }, async () => {
  const big = {
    id: 'x:big',
    type: 'TextualBody',
    value: 'False',
    note: Array.from({ length: 5000 }, (_, i) => ({ a: i })),
  };
  const annotations = Array.from({ length: 40 }, (_, i) => ({
    id: `x:${i}`,
    type: 'Annotation',
    body: Array.from({ length: 50 }, () => ({ id: 'x:big' })),
    target: { source: 'x:a', selector: { type: 'TextQuoteSelector', exact: 'friends' } },
  }));
  const text = JSON.stringify({ '@context': CONTEXT_OF_ANNOTATIONS, '@graph': [big, ...annotations] });
  expect(await readText(text)).toMatchObject({ ok: true });
});
