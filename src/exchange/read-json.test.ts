import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_LEVELS, readJson, readJsonItems } from './read-json.ts';

describe('readJson', () => {
  test('reads what JSON.parse reads, where there is no harm in it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        fc.pre(!/__proto__|constructor|prototype/.test(text));
        expect(readJson(text)).toEqual({ ok: true, value: JSON.parse(text) as unknown });
      }),
    );
  });

  test.each([
    [
      '{"__proto__": 1}',
      'The name “__proto__” at the top is not allowed: it could change how the program works.',
    ],
    [
      '{"a": [{}, {"constructor": 1}]}',
      'The name “constructor” at a[1] is not allowed: it could change how the program works.',
    ],
    [
      '{"a": {"b": {"prototype": 1}}}',
      'The name “prototype” at a.b is not allowed: it could change how the program works.',
    ],
    ['{"a": [1, 1e999]}', 'The number at a[1] is too large.'],
    ['{"a": {"b": -1e999}}', 'The number at a.b is too large.'],
    ['{\r\n"a": 1\r\n"b": 2}', 'The file is not valid JSON: in line 3, column 1, a comma or } is missing.'],
    [
      '\ufeff{"a": 1,}',
      'The file is not valid JSON: in line 1, column 9, a name in double quotes is missing.',
    ],
  ])('of %j says: %s', (text, problem) => {
    expect(readJson(text)).toEqual({ ok: false, problem });
  });

  test.each(['["__proto__"]', '{"a": "constructor"}', '"prototype"', '1e308', 'null'])(
    'lets %s be',
    (text) => {
      expect(readJson(text).ok).toBe(true);
    },
  );

  test(`reads ${MOST_LEVELS} levels and not one more`, () => {
    expect(readJson('['.repeat(MOST_LEVELS) + ']'.repeat(MOST_LEVELS)).ok).toBe(true);
    expect(readJson('['.repeat(MOST_LEVELS + 1) + ']'.repeat(MOST_LEVELS + 1))).toMatchObject({
      ok: false,
      problem: expect.stringContaining(`more than ${MOST_LEVELS} levels deep`) as string,
    });
  });
});

describe('readJsonItems', () => {
  test('leaves out what holds harm and names it once, however much harm is in it', () => {
    const items =
      '[{"a": 1}, {"b": [{"c": 1e999}, {"d": 1e999}], "constructor": 1}, {"prototype": 1, "b": 1e999}]';
    const read = readJsonItems(items);
    expect(read).toMatchObject({ ok: true, value: [{ a: 1 }, null, null] });
    expect(read.problems.map(({ place }) => place)).toEqual(['[2]', '[1]']);
  });

  test('leaves out no more than the member that holds it', () => {
    const read = readJsonItems('[{"b": [{"c": 1e999}, {"d": 2}]}]');
    expect(read).toMatchObject({ ok: true, value: [{ b: [null, { d: 2 }] }] });
    expect(read.problems).toHaveLength(1);
  });
});
