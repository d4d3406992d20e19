import * as fc from 'fast-check';

/** Any UTF-16 at all, lone surrogates too: a person's words are never refused. */
export const arbitraryUtf16: fc.Arbitrary<string> = fc
  .array(fc.nat(0xffff), { maxLength: 20 })
  .map((units) => String.fromCharCode(...units));

/** Words as people write them, and worse. */
export const arbitraryWords: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('', 'naïve café', '他说的', 'שלום “x”', '👩🏽‍🚀🇳🇴', 'a\u0000b\n\r|{}"', '__proto__'),
  fc.string(),
  arbitraryUtf16,
);
