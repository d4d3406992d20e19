import * as fc from 'fast-check';
import type { Id } from '../record.ts';

/** Texts that have broken somebody's program: each is awkward in its own way. */
const AWKWARD = [
  '13 American soldiers, 12 Marines and 1 Navy chaplain',
  'Sen. Jeanne Shaheen, D-N.H., said: "…"',
  'قال المتحدث إن العدد ١٣',
  'שלום \u202bעולם\u202c (abc)',
  '東京都は「一三人」と発表した。',
  '👩‍👩‍👧‍👦🏳️‍🌈🇳🇱',
  'e\u0301 é n\u0303 Å',
  'zalgo z\u0351\u036b\u0343\u036a\u0302\u036b\u033d',
  '𝟙𝟛 𐍈 𠮷',
  '\ud800 alone',
  'alone \udfff',
  '\u0000\u0001\u001b[31m\u007f',
  '\ufeff\u200b\u200d\u00ad\u2060',
  '\u2028line\u2029paragraph',
  'tab\tand\nnewline',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '</script><!--',
  ']]>&amp;&#x27;',
  '{"__proto__":{"polluted":true}}',
  '__proto__',
  'constructor',
  'javascript:alert(1)',
  "'; DROP TABLE verdicts; --",
  "=cmd|'/C calc'!A0",
  '\\u0041\\n\\"',
  '"quoted" “quoted” «quoted» ‚quoted‘',
  'ﬁ ﬀ ǅ ı İ ß ẞ ſ',
  'null',
  'NaN',
  '1e999',
  ' \u00a0\u3000 ',
  'x'.repeat(300),
] as const;

const PIECES = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...AWKWARD) },
      { weight: 2, arbitrary: fc.stringMatching(/^[a-z]{1,9}( [a-z]{1,9}){0,3}$/) },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
    ),
    { maxLength: 3 },
  )
  .map((pieces) => pieces.join(' '));

const NON_EMPTY_PIECES = PIECES.map((text) => text || 'x');

/** Any text that a person may type or paste, lone surrogates and control characters included. */
export function arbitraryText({ isEmptyAllowed = true } = {}): fc.Arbitrary<string> {
  return isEmptyAllowed ? PIECES : NON_EMPTY_PIECES;
}

const ID: fc.Arbitrary<Id> = fc.oneof(
  { weight: 6, arbitrary: fc.uuid() },
  { weight: 2, arbitrary: fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/) },
  { weight: 1, arbitrary: fc.constantFrom('__proto__', 'constructor', 'toString', '0', '-', 'a'.repeat(64)) },
);

/** Any id that a record may have: mostly UUIDs, now and then a name that is dangerous as a key of an object. */
export function arbitraryId(): fc.Arbitrary<Id> {
  return ID;
}

const INSTANT = fc
  .date({
    min: new Date('1970-01-01T00:00:00Z'),
    max: new Date('9999-12-31T23:59:59.999Z'),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString());

/** A UTC instant as records carry it. */
export function arbitraryInstant(): fc.Arbitrary<string> {
  return INSTANT;
}

/** Names that no version of a record knows, and none that changes what an object is. */
const KEY = fc.oneof(
  fc.constantFrom('', '0', '17', 'x-new', 'späteres Feld', '将来', 'a.b', 'toString', '$ref', '\ud800'),
  fc.stringMatching(/^x-[a-z]{1,6}$/),
);

const JSON_VALUE = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(null, true, false, '', 0, -1, 1.5, 1e300),
    PIECES,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(KEY, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value;

const UNKNOWN_FIELDS: fc.Arbitrary<Readonly<Record<string, unknown>>> = fc.oneof(
  { weight: 6, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.dictionary(KEY, JSON_VALUE, { minKeys: 1, maxKeys: 3, noNullPrototype: true }) },
);

/** No unknown fields mostly; else some that a newer version might have written, of any JSON value. */
export function arbitraryUnknownFields(): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  return UNKNOWN_FIELDS;
}
