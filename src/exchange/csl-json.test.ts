import { expect, test } from 'vitest';
import type { Source } from '../domain/source.ts';
import { CSL_JSON } from './csl-json.ts';
import { CONTEXT, readText } from './testing/at-once.ts';
import { sampleWithSource } from './testing/sample-fact-check.ts';

async function write(given: Partial<Source>): Promise<string> {
  const result = await CSL_JSON.serialise(await sampleWithSource(given), CONTEXT);
  return result.ok ? result.files[0].text : '';
}

test('names go out in their parts, and come back as they were', async () => {
  const authors = [
    'van der Berg, Anna',
    'King, Jr., Martin Luther',
    'Goethe, Johann Wolfgang von',
    'Marks and Spencer, plc',
    'others',
  ];
  const text = await write({ authors });
  expect(JSON.parse(text)).toMatchObject([
    {
      author: [
        { family: 'van der Berg', given: 'Anna' },
        { family: 'King', given: 'Martin Luther', suffix: 'Jr.' },
        { family: 'Goethe', given: 'Johann Wolfgang von' },
        { literal: 'Marks and Spencer, plc' },
        { literal: 'others' },
      ],
    },
  ]);
  expect(await readText(text)).toMatchObject({ sources: [{ authors }] });
});

test('the parts of a name that other programs keep apart are all read', async () => {
  const name = {
    family: 'Berg',
    given: 'Anna',
    'non-dropping-particle': 'van',
    'dropping-particle': 'de',
    suffix: 'Sr.',
  };
  expect(
    await readText(JSON.stringify([{ id: 'a', type: 'book', title: 'T', author: [name] }])),
  ).toMatchObject({ sources: [{ authors: ['van Berg, Sr., Anna de'] }] });
});

test.each(['2021-08-27', 'circa 1920', 'Summer 2020', '2019/2020', '2019-05-03/2020-06-07', 'lately'])(
  'the date "%s" comes back as it was',
  async (publishedAt) =>
    expect(await readText(await write({ publishedAt }))).toMatchObject({ sources: [{ publishedAt }] }),
);
