import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { findGaps, recordsOf } from './fact-check.ts';
import { selectAnnotations } from './select-annotations.ts';
import { versionIn } from './source-of-entry.ts';
import { arbitraryFactCheck } from './testing/arbitrary-fact-check.ts';

test('a selection holds together, has just the chosen annotations, and of all of them everything that is or was cited', () => {
  fc.assert(
    fc.property(arbitraryFactCheck(), fc.nat(), (factCheck, pick) => {
      const all = [...factCheck.tables.annotation.keys()];
      const ids = new Set(all.filter((_, i) => (pick >> i) % 2 === 1));
      const selected = selectAnnotations(factCheck, ids);
      expect(findGaps(selected)).toEqual([]);
      expect([...selected.tables.annotation.keys()].toSorted()).toEqual([...ids].toSorted());
      const { evidence, history } = factCheck.tables;
      const versions = [...evidence.values(), ...[...history.values()].map(versionIn)];
      const cited = new Set(versions.flatMap((one) => (one.type === 'evidence' ? [one.sourceId] : [])));
      expect(recordsOf(selectAnnotations(factCheck, new Set(all)))).toEqual(
        recordsOf(factCheck).filter(({ type, id }) => type !== 'source' || cited.has(id)),
      );
    }),
  );
});
