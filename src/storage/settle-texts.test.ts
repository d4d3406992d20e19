import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { areSameVersion, settle, type Kept } from './kept.ts';
import { settleTexts } from './settle-texts.ts';
import { keyOf } from './storage-key.ts';
import { arbitraryVersions } from './testing/arbitrary-kept.ts';
import { serialiseKept } from './written-value.ts';

const AT = '2026-01-31T00:00:00Z';

/** The same version, its record written with its fields in another order, as an edit leaves them. */
function turnedRound(kept: Kept): Kept {
  const record = Object.fromEntries(Object.entries(kept.record).toReversed()) as unknown as Kept['record'];
  return { ...kept, record };
}

test('a later version stands as it came, letter by letter, in whatever order its fields are', () => {
  fc.assert(
    fc.property(arbitraryVersions, (versions) => {
      const [old, ...later] = versions;
      const next = later.find(({ lineage }) => lineage.length > 1);
      fc.pre(old !== undefined && next !== undefined);
      const key = keyOf(old.place);
      const coming = serialiseKept(turnedRound(next));
      const settled = settleTexts(key, serialiseKept(old), coming, AT);
      const { stands } = settle([next, old]);
      fc.pre(areSameVersion(stands, next));
      expect(settled).toMatchObject({ outcome: 'settled', stands: coming });
    }),
  );
});

test('the same version in other words replaces the text and nothing else', () => {
  fc.assert(
    fc.property(arbitraryVersions, ([kept]) => {
      fc.pre(kept !== undefined);
      const key = keyOf(kept.place);
      const [there, coming] = [serialiseKept(kept), serialiseKept(turnedRound(kept))];
      const settled = settleTexts(key, there, coming, AT);
      expect(settled).toEqual({ outcome: 'settled', stands: coming, writes: new Map([[key, coming]]) });
    }),
  );
});
