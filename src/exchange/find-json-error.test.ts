import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findJsonError } from './find-json-error.ts';

describe('findJsonError', () => {
  test.each([
    ['', 0, 'the text ends in the middle'],
    ['{', 1, 'the text ends in the middle'],
    ['[1,', 3, 'the text ends in the middle'],
    ['{"a":"b', 7, 'the text ends in the middle'],
    ['"a\\', 3, 'the text ends in the middle'],
    ['"a\\u00', 6, 'the text ends in the middle'],
    ['{"a" 1}', 5, 'a colon is missing'],
    ['{"a":1 "b":2}', 7, 'a comma or } is missing'],
    ['[1 2]', 3, 'a comma or ] is missing'],
    ['[1}', 2, 'a comma or ] is missing'],
    ['{a:1}', 1, 'a name in double quotes is missing'],
    ["{'a':1}", 1, 'a name in double quotes is missing'],
    ['{"a":1,}', 7, 'a name in double quotes is missing'],
    ['[1,]', 3, 'a value is missing'],
    ['{"a":}', 5, 'a value is missing'],
    ['[01]', 2, 'a comma or ] is missing'],
    ['[1.]', 2, 'a comma or ] is missing'],
    ['[+1]', 1, 'a value is missing'],
    ['[NaN]', 1, 'a value is missing'],
    ['[True]', 1, 'a value is missing'],
    ['// no', 0, 'a value is missing'],
    ['"a\nb"', 2, 'a line break or control character stands inside quotes'],
    ['"\\x41"', 1, 'a backslash is followed by something that it cannot escape'],
    ['{} {}', 3, 'something follows the end'],
    ['1\u00a0', 1, 'something follows the end'],
  ])('in %j finds at %i that %s', (text, offset, reason) => {
    expect(findJsonError(text)).toEqual({ offset, reason });
  });

  test('finds an error exactly where JSON.parse does', () => {
    const json = fc.json({ maxDepth: 2 });
    const broken = fc
      .tuple(json, fc.nat(), fc.nat(), fc.constantFrom('', '"', '\\', '{', ']', ',', ':', '1', 'e', '\n'))
      .map(([text, at, length, piece]) => {
        const start = at % (text.length + 1);
        return text.slice(0, start) + piece + text.slice(start + (length % 3));
      });
    fc.assert(
      fc.property(fc.oneof(json, broken, fc.string({ unit: 'binary' })), (text) => {
        expect(findJsonError(text) === null).toBe(isJson(text));
      }),
      { numRuns: 500 },
    );
  });

  test('takes no stack: a million levels are as good as one', () => {
    const levels = 1_000_000;
    expect(findJsonError('['.repeat(levels) + ']'.repeat(levels))).toBeNull();
    expect(findJsonError('['.repeat(levels))).toEqual({
      offset: levels,
      reason: 'the text ends in the middle',
    });
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
