import { expect, test } from 'vitest';
import fc from 'fast-check';
import { foldForSearch, foldQuery, hasAllWords } from './search-words.ts';

test.each([
  ['case', 'KABUL', 'kabul'],
  ['accents, composed and decomposed', 'Zürich', 'zu\u0308rich'],
  ['accents that the typist left out', 'Karzaï', 'karzai'],
  ['letters that Unicode does not take apart', 'Søren Łódź', 'soren lodz'],
  ['sharp s', 'Straße', 'STRASSE'],
  ['both sigmas', 'ΛΟΓΟΣ', 'λόγος'],
  ['dotless i', 'ılık', 'ILIK'],
  ['Arabic vowel signs and stretching', 'مُحَمَّد', 'محـمد'],
  ['Hebrew points', 'שָׁלוֹם', 'שלום'],
  ['curly quotes and dashes', '“Biden’s” — 2020–21', '"Biden\'s" - 2020-21'],
  ['width', 'ＡＢＣ１２、ﾃﾞｰﾀ', 'abc12，データ'],
  ['which kana', 'カブール、ガラス', 'かぶーる、がらす'],
  ['which wave', '10〜13', '10～13'],
  ['white space', ' a\u00a0 b\n', 'a b'],
])('a search is blind to %s', (_, a, b) => {
  expect(foldForSearch(a)).toBe(foldForSearch(b));
});

test.each([
  ['か', 'が'],
  ['1', '2'],
  ['и', 'i'],
])('a search tells %s from %s', (a, b) => {
  expect(foldForSearch(a)).not.toBe(foldForSearch(b));
});

test('every word of the query must be there, in any order', () => {
  const folded = foldForSearch('Thirteen American soldiers, twelve of them Marines');
  expect(hasAllWords(folded, foldQuery('marines  THIRTEEN'))).toBe(true);
  expect(hasAllWords(folded, foldQuery('marines navy'))).toBe(false);
  expect(hasAllWords(folded, foldQuery('  '))).toBe(true);
});

test('a text is found by its own words, whatever they are', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(hasAllWords(foldForSearch(text), foldQuery(text))).toBe(true);
    }),
  );
});
