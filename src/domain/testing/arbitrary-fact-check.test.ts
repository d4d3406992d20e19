import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { digestText } from '../article.ts';
import { applyChange } from '../change.ts';
import { articleOf, findGaps, headOf, parseRecord, recordsOf, scaleOf } from '../fact-check.ts';
import { arbitraryChanges } from './arbitrary-changes.ts';
import { arbitraryFactCheck } from './arbitrary-fact-check.ts';

test('a generated fact check consists of valid records that hold together', () => {
  fc.assert(
    fc.property(arbitraryFactCheck(), (factCheck) => {
      expect(findGaps(factCheck)).toEqual([]);
      expect(headOf(factCheck).id).toBe(factCheck.id);
      expect(scaleOf(factCheck).ratings).not.toEqual([]);
      for (const record of recordsOf(factCheck)) expect(parseRecord(record)).toEqual({ ok: true, record });
    }),
  );
});

test('generated quotes stand at their positions and the digest is that of the text', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryFactCheck(), async (factCheck) => {
      const article = articleOf(factCheck);
      expect(await digestText(article.text)).toBe(article.sha256);
      for (const { targets } of factCheck.tables.annotation.values()) {
        for (const { quote, position } of targets)
          expect(article.text.slice(position.start, position.end)).toBe(quote.exact);
      }
    }),
  );
});

test('after each generated change every record can still be read and nothing points nowhere', () => {
  fc.assert(
    fc.property(
      arbitraryFactCheck().chain((factCheck) =>
        fc.tuple(fc.constant(factCheck), arbitraryChanges(factCheck)),
      ),
      ([factCheck, changes]) => {
        let now = factCheck;
        for (const change of changes) {
          now = applyChange(now, change);
          for (const record of [...change.added, ...change.updated.map(({ after }) => after)])
            expect(parseRecord(record)).toEqual({ ok: true, record });
          expect(findGaps(now)).toEqual([]);
        }
      },
    ),
  );
});
