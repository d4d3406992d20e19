import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { CLAIMS_HEAD, EVIDENCE_HEAD } from './csv-head.ts';
import { readTable } from './csv-table.ts';
import { looksLikeClaimsCsv } from './recognise.ts';
import { canRun } from '../../.ci/can-run.mjs';

const GOLDEN = fileURLToPath(new URL('testing/golden/csv/', import.meta.url));
const TABLES = ['Ferry-figures.claims.csv', 'Ferry-figures.evidence.csv'] as const;

/** Milliseconds for an office suite to start, on a machine that is busy with other things. */
const PATIENCE = 300_000;

test.skipIf(findLibreOffice() === null)(
  'LibreOffice, where it is installed, opens the tables with every cell as it was written, and runs none of them',
  { timeout: PATIENCE },
  async () => {
    const saved = openAndSave();
    for (const [i, name] of TABLES.entries()) {
      const [ours, theirs] = await Promise.all([
        cellsOf(readFileSync(path.join(GOLDEN, name), 'utf8')),
        cellsOf(saved[i] ?? ''),
      ]);
      expect(theirs).toEqual(ours);
    }
  },
);

async function cellsOf(text: string): Promise<readonly (readonly (readonly [string, string])[])[]> {
  const names = looksLikeClaimsCsv(text) ? CLAIMS_HEAD : EVIDENCE_HEAD;
  const { rows } = await readTable(text, names, () => Promise.resolve());
  return rows.map(({ cells }) => [...cells]);
}

function findLibreOffice(): string | null {
  const places = (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, 'soffice'));
  return places.find(canRun) ?? null;
}

/** What LibreOffice has understood of the tables, read and saved as CSV in UTF-8 by its own rules. */
function openAndSave(): readonly string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'linecheck-office-'));
  try {
    const [sources, saved] = [path.join(folder, 'in'), path.join(folder, 'out')];
    cpSync(GOLDEN, sources, { recursive: true });
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`,
        '--headless',
        // Comma, quote mark, UTF-8: what the dialog proposes for a file that begins with a byte order mark.
        '--infilter=CSV:44,34,76,1',
        '--convert-to',
        'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false',
        '--outdir',
        saved,
        ...TABLES.map((name) => path.join(sources, name)),
      ],
      { stdio: 'ignore', timeout: PATIENCE },
    );
    return TABLES.map((name) => readFileSync(path.join(saved, name), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
