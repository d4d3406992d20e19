import { expect, test } from 'vitest';
import { cslDateOf } from './csl-date.ts';
import { readName } from './csl-item.ts';

test.each([
  ['Lund, Per-Erik', { family: 'Lund', given: 'Per-Erik' }],
  // Processors of CSL take particles apart; the family name keeps them.
  ['van der Berg, Anna', { family: 'van der Berg', given: 'Anna' }],
  ['Goethe, Johann Wolfgang von', { family: 'Goethe', given: 'Johann Wolfgang von' }],
  ['King, Jr., Martin Luther', { family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
  ['King, Martin Luther, Jr.', { family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
  ['Smith, John, III', { family: 'Smith', given: 'John', suffix: 'III' }],
  // An initial is no number, and a name in two letters neither.
  ['Putin, V.', { family: 'Putin', given: 'V.' }],
  ['Jinping, Xi', { family: 'Jinping', given: 'Xi' }],
  ['Jane Doe', { literal: 'Jane Doe' }],
  ['King, Jr.', { literal: 'King, Jr.' }],
  ['Apple, Inc.', { literal: 'Apple, Inc.' }],
  ['Marks and Spencer, plc', { literal: 'Marks and Spencer, plc' }],
  ['Department of Labor, Bureau of Statistics', { literal: 'Department of Labor, Bureau of Statistics' }],
  ['Oslo, Bergen, Tromsø', { literal: 'Oslo, Bergen, Tromsø' }],
])('the name "%s" is read as a person only where it is written as one', (written, name) => {
  expect(readName(written)).toEqual(name);
});

test.each([
  ['2021-08-27', { 'date-parts': [[2021, 8, 27]] }],
  ['2021-08', { 'date-parts': [[2021, 8]] }],
  ['circa 1920', { 'date-parts': [[1920]], circa: true }],
  ['c. 1920', { 'date-parts': [[1920]], circa: true }],
  ['1920~', { 'date-parts': [[1920]], circa: true }],
  ['Summer 2020', { 'date-parts': [[2020]], season: 2 }],
  ['Fall, 2020', { 'date-parts': [[2020]], season: 3 }],
  ['2020-24', { 'date-parts': [[2020]], season: 4 }],
  ['2019/2020', { 'date-parts': [[2019], [2020]] }],
  ['2019–2020', { 'date-parts': [[2019], [2020]] }],
  ['2019-2020', { 'date-parts': [[2019], [2020]] }],
  [
    '2019-05-03/2020-06-07',
    {
      'date-parts': [
        [2019, 5, 3],
        [2020, 6, 7],
      ],
    },
  ],
  // Which of them is the month nobody knows.
  ['05/06/2020', { literal: '05/06/2020' }],
  ['first week of May', { literal: 'first week of May' }],
])('the date "%s" is written for programs that cite as far as it is known', (written, date) => {
  expect(cslDateOf(written)).toEqual(date);
});
