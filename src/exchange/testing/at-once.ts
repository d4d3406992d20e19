import type { FactCheck } from '../../domain/fact-check.ts';
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
};

/** The text of our own file. */
export async function writeOwn(factCheck: FactCheck): Promise<string> {
  const { files } = await serialiseFactCheck(factCheck, CONTEXT);
  return files[0].text;
}

export function readText(text: string): Promise<ParseResult> {
  return parseFile(text, CONTEXT);
}
