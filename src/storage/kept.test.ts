import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { sayTheSame } from '../domain/record.ts';
import { revOf, settle, type Kept } from './kept.ts';
import { covers } from './lineage.ts';
import { arbitraryVersions } from './testing/arbitrary-kept.ts';

/** Settles one version after the other into what is there, as stores do. */
function settleOneByOne(versions: readonly Kept[]): { stands: Kept; copies: Map<string, Kept> } {
  const [first, ...rest] = versions;
  if (!first) throw new Error('Nothing to settle.');
  let stands = first;
  const copies = new Map<string, Kept>();
  for (const version of rest) {
    const settled = settle([stands, version]);
    stands = settled.stands;
    for (const copy of settled.copies) copies.set(String(revOf(copy)), copy);
  }
  return { stands, copies };
}

test('what stands does not depend on the order in which versions are heard of', () => {
  const shuffled = arbitraryVersions.chain((versions) =>
    fc.tuple(
      fc.constant(versions),
      fc.shuffledSubarray([...versions], { minLength: versions.length, maxLength: versions.length }),
    ),
  );
  fc.assert(
    fc.property(shuffled, ([versions, otherOrder]) => {
      const [one, other] = [settleOneByOne(versions), settleOneByOne(otherOrder)];
      expect(other.stands).toEqual(one.stands);
    }),
  );
});

test('what stands of two versions is the same, whichever of them was here before', () => {
  fc.assert(
    fc.property(arbitraryVersions, (versions) => {
      for (const one of versions)
        for (const other of versions) expect(settle([one, other])).toEqual(settle([other, one]));
    }),
  );
});

test('hearing of a version twice changes nothing', () => {
  fc.assert(
    fc.property(arbitraryVersions, (versions) => {
      const { stands } = settleOneByOne(versions);
      for (const version of versions) {
        expect(settle([stands, version])).toEqual({ stands, copies: [] });
      }
    }),
  );
});

test('the words of a version are in what stands, in a copy, or were seen by who wrote over them', () => {
  fc.assert(
    fc.property(arbitraryVersions, (versions) => {
      const { stands, copies } = settleOneByOne(versions);
      const remaining = [stands, ...copies.values()];
      const sayingThis = (version: Kept): readonly Kept[] =>
        versions.filter(({ record }) => sayTheSame(record, version.record));
      const lost = versions.filter(
        (version) =>
          !version.removal &&
          !remaining.some(({ record }) => sayTheSame(record, version.record)) &&
          !sayingThis(version).some((same) =>
            versions.some((later) => later !== same && covers(later.lineage, revOf(same))),
          ),
      );
      expect(lost).toEqual([]);
    }),
  );
});

test('an older version that was seen leaves no copy', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 6 }), (length) => {
      const chain: Kept[] = [];
      for (let i = 0; i < length; i += 1) {
        const rev = [i + 1, `tab-${i % 2}`] as const;
        chain.push({
          place: { factCheckId: 'f1', type: 'reviewer', id: 'r1' },
          record: { type: 'reviewer', id: 'r1', name: `${i}`, rev, updatedAt: '', updatedBy: null },
          lineage: [rev, ...(chain.at(-1)?.lineage ?? [])],
        });
      }
      const { stands, copies } = settleOneByOne(chain.toReversed());
      expect(revOf(stands)[0]).toBe(length);
      expect(copies.size).toBe(0);
    }),
  );
});
