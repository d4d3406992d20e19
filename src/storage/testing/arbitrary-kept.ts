import * as fc from 'fast-check';
import type { Rev } from '../../domain/record.ts';
import { settle, type Kept } from '../kept.ts';
import { extendLineage } from '../lineage.ts';

const PLACE = { factCheckId: 'f1', type: 'reviewer', id: 'r1' } as const;
const AT = '2026-01-31T00:00:00Z';

/**
 * Versions of one record as tabs make them: a tab hears, or not, of a version made elsewhere, and then writes one from
 * what it holds; now and then two write the same words.
 */
export const arbitraryVersions: fc.Arbitrary<readonly Kept[]> = fc
  .array(
    fc.record({ tab: fc.nat(3), hears: fc.option(fc.nat()), name: fc.nat(4), isRemoval: fc.boolean() }),
    { minLength: 1, maxLength: 8 },
  )
  .map((steps) => {
    const versions: Kept[] = [];
    const held = new Map<number, Kept>();
    for (const { tab, hears, name, isRemoval } of steps) {
      const heard = hears === null ? undefined : versions[hears % Math.max(1, versions.length)];
      const [first, ...rest] = [held.get(tab), heard].filter((kept) => kept !== undefined);
      const before = first && settle([first, ...rest]).stands;
      const version = versionFrom(before, [versions.length + 1, `tab-${tab}`], `${name}`, isRemoval);
      held.set(tab, version);
      versions.push(version);
    }
    return versions;
  });

function versionFrom(before: Kept | undefined, rev: Rev, name: string, isRemoval: boolean): Kept {
  const lineage = extendLineage(before?.lineage ?? [], rev);
  if (before && isRemoval) return { ...before, removal: { rev, at: AT, by: null }, lineage };
  const record = { type: 'reviewer', id: 'r1', name, rev, updatedAt: AT, updatedBy: null } as const;
  return { place: PLACE, record, lineage };
}
