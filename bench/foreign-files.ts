import { CSV } from '../src/exchange/csv.ts';
import type { Writer } from '../src/exchange/format.ts';
import { parseLinecheckJson } from '../src/exchange/parse-linecheck-json.ts';
import { readJson } from '../src/exchange/read-json.ts';
import { W3C_ANNOTATIONS } from '../src/exchange/w3c.ts';
import { articleOf } from '../src/domain/fact-check.ts';
import type { FactCheckFile } from '../e2e/support/fact-check-file.ts';

/** The workload as other files bring it. */
export interface ForeignFiles {
  /** With a newer verdict on every annotation. */
  readonly newer: string;
  /** The article alone. */
  readonly bare: string;
  readonly w3c: string;
  readonly hypothesis: string;
  readonly csv: string;
  /** The text with every fiftieth word changed. */
  readonly draft: string;
}

export async function writeForeignFiles(workload: string): Promise<ForeignFiles> {
  const pace = (): Promise<void> => Promise.resolve();
  const read = await parseLinecheckJson({ json: readJson(workload) }, { pace });
  if (!read.ok) throw new Error(read.problem);
  const { factCheck } = read;
  const article = articleOf(factCheck);
  const write = async (writer: Writer): Promise<string> => {
    const written = await writer.serialise(factCheck, {
      exportedAt: '2026-01-01T00:00:00Z',
      reviewerId: null,
      options: Object.fromEntries(
        (writer.options?.(factCheck, {}) ?? []).map(({ id: option, initial }) => [option, initial]),
      ),
      leftOut: 0,
      numbers: null,
      pace,
      // Neither of them cites anything in words.
      cite: () => Promise.resolve([]),
    });
    if (!written.ok) throw new Error(written.problems.join(' '));
    return written.files[0].text;
  };
  const file = JSON.parse(workload) as FactCheckFile;
  const { factCheck: sections } = file;
  return {
    newer: JSON.stringify({
      ...file,
      factCheck: {
        ...sections,
        verdicts: sections.verdicts.map((verdict) => ({
          ...verdict,
          conclusion: 'Seen again, and found so.',
          rev: [Date.UTC(2026, 5, 1), 'later'],
          base: verdict['rev'],
        })),
      },
    }),
    bare: JSON.stringify({
      ...file,
      factCheck: { ...sections, annotations: [], verdicts: [], evidence: [], sources: [] },
    }),
    w3c: await write(W3C_ANNOTATIONS),
    csv: await write(CSV),
    hypothesis: JSON.stringify({
      total: factCheck.tables.annotation.size,
      rows: Array.from(factCheck.tables.annotation.values(), ({ id, targets }, i) => ({
        id: `h-${id}`,
        created: '2026-01-01T00:00:00.000+00:00',
        updated: '2026-01-01T00:00:00.000+00:00',
        user: 'acct:ana@hypothes.is',
        uri: 'https://paper.example/story',
        text: `A remark on number ${i}.`,
        tags: ['numbers'],
        target: [
          {
            source: 'https://paper.example/story',
            selector: targets.map(({ quote }) => ({ type: 'TextQuoteSelector', ...quote })),
          },
        ],
      })),
    }),
    draft: article.text.replaceAll(/(?:\S+\s+){49}\S+/g, (words) => `${words}x`),
  };
}
