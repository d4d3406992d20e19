import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { recordsOf } from '../domain/fact-check.ts';
import { arbitraryFactCheck } from '../domain/testing/arbitrary-fact-check.ts';
import { FIELD_ORDER } from './linecheck-layout.ts';
import { writeJson } from './write-json.ts';
import { createWriteTwice } from './write-twice.ts';

/** RFC 8785 as one reads it: names by code unit, and no space. */
function canonicalise(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonicalise).join(',')}]`;
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonicalise(field)}`).join(',')}}`;
}

test('writes both texts as those do that write one', () => {
  const anything = fc.dictionary(fc.string(), fc.jsonValue());
  const record = arbitraryFactCheck().chain((factCheck) => fc.constantFrom(...recordsOf(factCheck)));
  const writeTwice = createWriteTwice(FIELD_ORDER);
  fc.assert(
    fc.property(fc.oneof(anything, record), (value) => {
      const { canonical, lines } = writeTwice(value, 0);
      expect(`${lines}\n`).toBe(writeJson(value, FIELD_ORDER));
      expect(canonical).toBe(canonicalise(value));
    }),
  );
});

test.each([
  [{ a: undefined }, '{}', '{}'],
  [{ a: [undefined, { b: undefined }] }, '{"a":[null,{}]}', '{\n  "a": [\n    null,\n    {}\n  ]\n}'],
  [
    { b: 'x'.repeat(81), a: -0 },
    `{"a":0,"b":"${'x'.repeat(81)}"}`,
    `{\n  "a": 0,\n  "b": "${'x'.repeat(81)}"\n}`,
  ],
])('leaves out of %j what is undefined, and breaks the line for long words', (value, canonical, lines) => {
  expect(createWriteTwice([])(value, 0)).toEqual({ canonical, lines });
});
