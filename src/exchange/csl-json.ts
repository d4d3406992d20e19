import { headOf, type FactCheck } from '../domain/fact-check.ts';
import { describeLossBesidesSources } from './count-loss.ts';
import { cslItemOf } from './csl-item.ts';
import { fileNameFor } from './file-name.ts';
import type { ExportContext, ExportResult, Writer } from './format.ts';
import { writeJson } from './write-json.ts';

/** The sources as CSL-JSON, which Zotero, Pandoc and other programs that cite can read. */
export const CSL_JSON: Writer = { serialise };

function serialise(factCheck: FactCheck, { leftOut }: ExportContext): Promise<ExportResult> {
  const items = [...factCheck.tables.source.values()].map(cslItemOf);
  return Promise.resolve({
    ok: true,
    files: [
      {
        label: 'Sources',
        fileName: fileNameFor(headOf(factCheck).title, '.csl.json'),
        mediaType: 'application/vnd.citationstyles.csl+json',
        text: writeJson(items, ['id', 'type', 'title', 'author']),
      },
    ],
    loss: describeLossBesidesSources(factCheck, [], leftOut),
  });
}
