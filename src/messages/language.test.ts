import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberFormat, pluralRules } from './language.ts';

test('numbers and plurals of English are those of Intl, whether or not that is asked', () => {
  const integers = new Intl.NumberFormat('en');
  const cardinals = new Intl.PluralRules('en', { type: 'cardinal' });
  const number = fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -12_000, max: 12_000 }), fc.double());
  fc.assert(
    fc.property(number, (n) => {
      fc.pre(!Object.is(n, -0));
      expect(numberFormat('en').format(n)).toBe(integers.format(n));
      expect(pluralRules('en', { type: 'cardinal' }).select(n)).toBe(cardinals.select(n));
    }),
  );
});

test('ordinals, numbers with options, and those of other languages are what Intl makes of them', () => {
  expect(pluralRules('en', { type: 'ordinal' }).select(2)).toBe('two');
  expect(numberFormat('en', { style: 'percent' }).format(0.25)).toBe('25%');
  expect(numberFormat('de').format(1234)).toBe('1.234');
});
