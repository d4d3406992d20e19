import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { arbitraryFactCheck } from '../domain/testing/arbitrary-fact-check.ts';
import { CSV } from './csv.ts';
import { arm, readTable } from './csv-table.ts';
import { listJudged } from './judged.ts';
import { CONTEXT } from './testing/at-once.ts';
import { sampleFactCheck } from './testing/sample-fact-check.ts';

test('a CSV library reads back every cell, with an apostrophe before what would be a formula', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryFactCheck(), async (factCheck) => {
      const result = await CSV.serialise(factCheck, CONTEXT);
      const [claims, evidence] = result.ok ? result.files.map(({ text }) => read(text)) : [];
      const judged = await listJudged(factCheck, CONTEXT);
      const safe = (text: string): string => (/^'*[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text);
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
          .filter((cell) => /^[=+\-@\t\r\n＝＋－＠]/.test(String(cell))),
      ).toEqual([]);
    }),
  );
});

test('whatever stands in a cell comes back out of it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 1 }),
      async (cells) => {
        const written = cells.map((cell) => `"${arm(cell).replaceAll('"', '""')}"`).join('\r\n');
        const { rows } = await readTable(`"Only"\r\n${written}\r\n`, ['Only'], CONTEXT.pace);
        expect(rows.map((row) => row.cells.get('Only'))).toEqual(cells);
      },
    ),
  );
});

/** Milliseconds: it starts slowly, and twice. */
const OFFICE_PATIENCE = 600_000;

const OFFICE = spawnSync('soffice', ['--version']).status === 0;

test.skipIf(!OFFICE)(
  'LibreOffice opens the tables with every cell in its place',
  async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'linecheck-office-'));
    const result = await CSV.serialise(await sampleFactCheck(), CONTEXT);
    const [file] = result.ok ? result.files : [];
    const text = file?.text ?? '';
    writeFileSync(path.join(folder, 'claims.csv'), text);
    const office = (...args: readonly string[]): void => {
      const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`;
      spawnSync('soffice', [profile, '--headless', ...args], { cwd: folder });
    };
    // Into a spreadsheet as the import proposes it (comma, quote marks, UTF-8), and out again.
    office('--infilter=CSV:44,34,76,1', '--convert-to', 'ods', 'claims.csv');
    office('--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76,1', '--outdir', 'out', 'claims.ods');
    const opened = readFileSync(path.join(folder, 'out/claims.csv'), 'utf8');
    rmSync(folder, { recursive: true });
    expect(read(opened.replaceAll('\n', '\r\n'))).toEqual(read(text.replaceAll(/(?<!\r)\n/g, '\r\n')));
  },
  OFFICE_PATIENCE,
);

function read(text: string): readonly Record<string, string>[] {
  const { data, errors } = Papa.parse<Record<string, string>>(text.replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: true,
    newline: '\r\n',
  });
  expect(errors).toEqual([]);
  return data;
}
