import { headOf, type FactCheck } from '../domain/fact-check.ts';
import { describeLossBesidesSources } from './count-loss.ts';
import { cslItemOf, type CslItem } from './csl-item.ts';
import { exportNameFor } from './file-name.ts';
import type { ExportContext, ExportResult, Writer } from './format.ts';
import { writeJsonSlowly } from './write-json.ts';

/** The sources as CSL-JSON, which Zotero, Pandoc and other programs that cite can read. */
export const CSL_JSON: Writer = { serialise };

/** A comma, the item and its fields. */
const PIECES_OF_AN_ITEM = 10;

async function serialise(factCheck: FactCheck, context: ExportContext): Promise<ExportResult> {
  const sources = [...factCheck.tables.source.values()];
  const items: CslItem[] = [];
  for (const source of sources) {
    items.push(cslItemOf(source));
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    await context.pace(items.length / sources.length / 2);
  }
  return {
    ok: true,
    files: [
      {
        fileName: exportNameFor(headOf(factCheck).title, context, '.csl.json'),
        mediaType: 'application/vnd.citationstyles.csl+json',
        text: await writeJsonSlowly(items, ['id', 'type', 'title', 'author'], {
          pace: (share) => context.pace((1 + share) / 2),
          pieces: items.length * PIECES_OF_AN_ITEM,
        }),
      },
    ],
    loss: describeLossBesidesSources(factCheck, [], context.leftOut),
  };
}
