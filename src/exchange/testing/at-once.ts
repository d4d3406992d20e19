import type { FactCheck } from '../../domain/fact-check.ts';
import type { Source } from '../../domain/source.ts';
import { loadCitations, type Citation, type CitationStyle, type Cite } from '../cite.ts';
import { parseFile } from '../formats.ts';
import { serialiseFactCheck } from '../linecheck-json.ts';
import type { ExportContext, ParseResult } from '../format.ts';

/** An export of everything that nobody watches, at a fixed time. */
export const CONTEXT: ExportContext = {
  exportedAt: '2026-01-31T12:00:00.000Z',
  reviewerId: null,
  options: {},
  leftOut: 0,
  numbers: null,
  pace: () => Promise.resolve(),
  cite: citeHere,
};

const loaded = new Map<CitationStyle, Promise<Cite>>();

/** Without a worker; the processor is made once for each style. */
async function citeHere(sources: readonly Source[], style: CitationStyle): Promise<readonly Citation[]> {
  const cite = loaded.get(style) ?? loadCitations(style);
  loaded.set(style, cite);
  return sources.map(await cite);
}

/** The text of our own file. */
export async function writeOwn(factCheck: FactCheck): Promise<string> {
  const { files } = await serialiseFactCheck(factCheck, CONTEXT);
  return files[0].text;
}

export function readText(text: string): Promise<ParseResult> {
  return parseFile(text, CONTEXT);
}
