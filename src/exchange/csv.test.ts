import * as fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { arbitraryFactCheck } from '../domain/testing/arbitrary-fact-check.ts';
import { CSV } from './csv.ts';
import { listJudged } from './judged.ts';
import { CONTEXT } from './testing/at-once.ts';

test('a CSV library reads back every cell, with an apostrophe before what would be a formula', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryFactCheck(), async (factCheck) => {
      const result = await CSV.serialise(factCheck, CONTEXT);
      const [claims, evidence] = result.ok ? result.files.map(({ text }) => read(text)) : [];
      const judged = listJudged(factCheck, null);
      const safe = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
      expect(claims?.map(({ Quote }) => Quote)).toEqual(judged.map(({ quote }) => safe(quote)));
      expect(claims?.map(({ Conclusion }) => Conclusion)).toEqual(
        judged.map(({ verdict }) => safe(verdict?.conclusion ?? '')),
      );
      expect(evidence?.map((row) => row['Quoted words'])).toEqual(
        judged.flatMap((one) => one.evidence.map((use) => safe(use.evidence.quote ?? ''))),
      );
      expect(
        [...(claims ?? []), ...(evidence ?? [])]
          .flatMap(Object.values)
          .filter((cell) => /^[=+\-@\t\r]/.test(String(cell))),
      ).toEqual([]);
    }),
  );
});

function read(text: string): readonly Record<string, string>[] {
  const { data, errors } = Papa.parse<Record<string, string>>(text.replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: true,
    newline: '\r\n',
  });
  expect(errors).toEqual([]);
  return data;
}
