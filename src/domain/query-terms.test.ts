import fc from 'fast-check';
import { expect, test } from 'vitest';
import { QUERY_KEYS, termsOf, termText, withTerm } from './query-terms.ts';

test.each([
  ['verdict:false', [['verdict', 'false']]],
  ['VERDICT:False', [['verdict', 'False']]],
  [
    'by:"Ann Lee" alive',
    [
      ['by', 'Ann Lee'],
      [null, 'alive'],
    ],
  ],
  ['text:“our friends”', [['text', 'our friends']]],
  ['tag:"still typed', [['tag', 'still typed']]],
  [
    '12:30 http://a.example',
    [
      [null, '12:30'],
      [null, 'http://a.example'],
    ],
  ],
  ['verdict: false', [[null, 'false']]],
  ['don’t', [[null, 'don’t']]],
  ['  ', []],
])('%j has the terms %j', (query, terms) => {
  expect(termsOf(query).map(({ key, value }) => [key, value])).toEqual(terms);
});

test.each([
  ['', 'verdict', 'Mostly true', 'verdict:"Mostly true"'],
  ['alive', 'verdict', 'False', 'alive verdict:False'],
  ['verdict:true alive verdict:"mostly true"', 'verdict', 'False', 'alive verdict:False'],
  ['alive verdict:true by:ann', 'verdict', null, 'alive by:ann'],
  ['verdict:true', 'verdict', null, ''],
] as const)('%j with %s %j is %j', (query, key, value, after) => {
  expect(withTerm(query, key, value)).toBe(after);
});

test('a term that was put into any query is in it once, and the words stay', () => {
  const key = fc.constantFrom(...QUERY_KEYS);
  const value = fc.stringMatching(/^[a-zà-ü]{1,6}( [a-z]{1,6})?$/);
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          value,
          fc.tuple(key, value).map((pair) => termText(...pair)),
        ),
      ),
      key,
      value,
      (parts, k, v) => {
        const query = parts.join(' ');
        const after = termsOf(withTerm(query, k, v));
        expect(after.filter((term) => term.key === k).map((term) => term.value)).toEqual([v]);
        const others = (terms: typeof after) =>
          terms.filter((term) => term.key !== k).map((term) => term.value);
        expect(others(after)).toEqual(others(termsOf(query)));
      },
    ),
  );
});
