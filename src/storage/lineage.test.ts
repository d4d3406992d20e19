import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Rev } from '../domain/record.ts';
import { extendLineage, uniteLineages } from './lineage.ts';

const arbitraryRev = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.stringMatching(/^[a-z]{1,2}$/));

test('a version made from another has seen what that has seen and itself, whatever the clocks of the tabs say', () => {
  fc.assert(
    fc.property(fc.array(arbitraryRev, { maxLength: 60 }), arbitraryRev, (seen, rev) => {
      const lineage = seen.reduce((before, next) => uniteLineages(before, [next]), NOTHING);
      expect(extendLineage(lineage, rev)).toEqual(uniteLineages(lineage, [rev]));
    }),
  );
});

const NOTHING: readonly Rev[] = [];
