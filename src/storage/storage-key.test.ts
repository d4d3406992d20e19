import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { RECORD_TYPES } from '../domain/fact-check.ts';
import { factCheckOf, keyOf, parseKey, QUARANTINE_PREFIX } from './storage-key.ts';
import { arbitraryUtf16 } from './testing/arbitrary-text.ts';

const arbitraryId = fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/);
const arbitraryRev = fc.tuple(fc.nat(), arbitraryUtf16);

test('a key names one place, whatever the tab of a version is called', () => {
  const types = fc.constantFrom(...RECORD_TYPES);
  fc.assert(
    fc.property(arbitraryId, types, arbitraryId, fc.option(arbitraryRev), (factCheckId, type, id, rev) => {
      const place = { factCheckId, type, id, ...(rev ? { version: rev } : {}) };
      expect(parseKey(keyOf(place))).toEqual(place);
      expect(factCheckOf(keyOf(place))).toBe(factCheckId);
    }),
  );
});

test.each([
  ['another app', 'theme'],
  ['the session preferences', 'linecheck-session'],
  ['quarantine', `${QUARANTINE_PREFIX}00000000`],
  ['no record', 'linecheck/f1'],
  ['an unknown type', 'linecheck/f1/opinion/a1'],
  ['an id with a space', 'linecheck/f1/annotation/a 1'],
  ['too many parts', 'linecheck/f1/annotation/a1/1-tab/more'],
  ['a version without a time', 'linecheck/f1/annotation/a1/tab'],
  ['a version later than time goes', 'linecheck/f1/annotation/a1/9999999999999999-tab'],
])('a key of %s is none of our records', (_, key) => {
  expect(parseKey(key)).toBeNull();
});
