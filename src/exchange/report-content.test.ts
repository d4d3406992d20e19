import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryFactCheck } from '../domain/testing/arbitrary-fact-check.ts';
import { gatherReport } from './report-content.ts';
import { CONTEXT } from './testing/at-once.ts';

test('each claim has its number in the article once, wherever its words end', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryFactCheck(), async (factCheck) => {
      const { blocks, claims } = await gatherReport(factCheck, 'apa', CONTEXT);
      const numbers = blocks.flatMap(({ pieces }) => pieces.flatMap(({ ends }) => ends));
      const expected = blocks.length === 0 ? [] : claims.map(({ number }) => number);
      expect(numbers.toSorted((a, b) => a - b)).toEqual(expected);
    }),
  );
});
