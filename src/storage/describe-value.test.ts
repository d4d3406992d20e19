import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeValue } from './describe-value.ts';

const circular: Record<string, unknown> = { name: 'ring' };
circular['itself'] = circular;

test.each([
  ['a BigInt', { size: 92n }, '{"size":{"type":"bigint","value":"92"}}'],
  ['a circle', circular, '{"name":"ring","itself":{"type":"circular","up":1}}'],
  ['nothing', undefined, '{"type":"undefined"}'],
  ['no number', Number.NaN, '{"type":"number","value":"NaN"}'],
  ['a Map', new Map([['a', new Set([1])]]), '{"type":"Map","entries":[["a",{"type":"Set","values":[1]}]]}'],
  ['bytes', Uint8Array.of(104, 105), '{"type":"Uint8Array","base64":"aGk="}'],
  ['a buffer', Uint8Array.of(104, 105).buffer, '{"type":"ArrayBuffer","base64":"aGk="}'],
  [
    'a Blob',
    new Blob(['hi'], { type: 'text/plain' }),
    '{"type":"Blob","mediaType":"text/plain","base64":"aGk="}',
  ],
  [
    'why it can’t be read',
    new DOMException('It is lost.', 'DataError'),
    '{"type":"DataError","message":"It is lost."}',
  ],
])('%s is described with all that is in it', async (_, value, text) => {
  expect(await describeValue(value)).toBe(text);
});

test('whatever JSON can say is said so, and anything gives a text', async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), async (value) => {
      expect(await describeValue(value)).toBe(JSON.stringify(value));
    }),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withTypedArray: true }),
      async (value) => {
        expect(typeof (await describeValue(value))).toBe('string');
      },
    ),
    { numRuns: 30 },
  );
});

test('a value that is nested too deeply gives a text all the same', async () => {
  let deep: unknown = 'end';
  for (let i = 0; i < 3000; i += 1) deep = [deep];
  expect(typeof (await describeValue(deep))).toBe('string');
});
