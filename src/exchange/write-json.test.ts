import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryUnknownFields } from '../domain/testing/arbitrary-text.ts';
import { writeJson } from './write-json.ts';

describe('writeJson', () => {
  test('writes what JSON.parse gives back', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), arbitraryUnknownFields()), (value) => {
        const [ours, theirs] = [writeJson(value, ['a', 'b']), JSON.stringify(value)];
        expect(JSON.parse(ours) as unknown).toEqual(JSON.parse(theirs) as unknown);
      }),
    );
  });

  test('writes the same whatever the order in which fields came about', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (fields) => {
        const reversed = Object.fromEntries(Object.entries(fields).toReversed());
        expect(writeJson(reversed, ['b'])).toBe(writeJson(fields, ['b']));
      }),
    );
  });

  test('puts small objects on one line and names in the order that is asked for', () => {
    const value = {
      later: 'x'.repeat(90),
      z: [],
      a: {},
      id: 'one',
      rev: [1, 'desk'],
      list: [{ end: 2, start: 1 }, null],
    };
    expect(writeJson(value, ['id', 'list', 'start', 'end'])).toBe(`{
  "id": "one",
  "list": [
    { "start": 1, "end": 2 },
    null
  ],
  "a": {},
  "later": "${'x'.repeat(90)}",
  "rev": [1, "desk"],
  "z": []
}
`);
  });

  test.each([
    [{ a: undefined }, '{}\n'],
    [[undefined], '[null]\n'],
    [{ a: Number.NaN }, '{ "a": null }\n'],
    ['\ud800', '"\\ud800"\n'],
    [{ a: [undefined, { b: undefined }] }, '{\n  "a": [\n    null,\n    {}\n  ]\n}\n'],
    [{ a: undefined, b: [[1]] }, '{\n  "b": [\n    [1]\n  ]\n}\n'],
  ])('writes %j as JSON.stringify would', (value, text) => {
    expect(writeJson(value, [])).toBe(text);
  });
});
