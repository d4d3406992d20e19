import type { Format, ParseContext, ParseResult } from './format.ts';
import { FORMAT_NAME } from './linecheck-layout.ts';
import { serialiseFactCheck } from './linecheck-json.ts';
import { parseLinecheckJson } from './parse-linecheck-json.ts';
import { readJson } from './read-json.ts';

/**
 * Our own file: the only format that holds everything, unknown fields of newer versions included. Its code is always
 * here, since a person who is offline must be able to take the work out.
 */
const LINECHECK_JSON: Format = {
  id: 'linecheck-json',
  label: 'Linecheck file',
  extensions: ['.linecheck.json'],
  mediaType: 'application/json',
  out: {
    purpose: 'keep',
    description: 'Holds everything. Opens again in Linecheck, here or in any other browser.',
    load: () => Promise.resolve({ serialise: serialiseFactCheck }),
  },
  back: {
    recognises: ({ text }) => new RegExp(`"format"\\s*:\\s*"${FORMAT_NAME}"`).test(text),
    load: () => Promise.resolve(parseLinecheckJson),
  },
};

const REPORT: Format = {
  id: 'report-html',
  label: 'Report',
  extensions: ['.report.html'],
  mediaType: 'text/html',
  out: {
    purpose: 'publish',
    description:
      'One page to read, print or send: the marked article, every claim with its evidence, the sources.',
    load: async () => (await import('./report-html.ts')).REPORT_HTML,
  },
};

const REPORT_AS_MARKDOWN: Format = {
  id: 'report-markdown',
  label: 'Report in Markdown',
  extensions: ['.report.md'],
  mediaType: 'text/markdown',
  out: {
    purpose: 'publish',
    description: 'The same report as text, for a site or a wiki that takes Markdown.',
    load: async () => (await import('./report-markdown.ts')).REPORT_MARKDOWN,
  },
};

/** Every format, the one that loses nothing first. */
export const FORMATS: readonly Format[] = [LINECHECK_JSON, REPORT, REPORT_AS_MARKDOWN];

/**
 * Reads a file of any format that can be read, recognised by what is in it and never by its name. What no format
 * recognises is told in the words of our own.
 */
export async function parseFile(text: string, context: ParseContext): Promise<ParseResult> {
  const file = { text, json: readJson(text) };
  const format = FORMATS.find(({ back }) => back?.recognises(file));
  const parse = await (format?.back?.load() ?? parseLinecheckJson);
  return parse(file, context);
}
