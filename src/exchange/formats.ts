import { message } from '../messages/say.ts';
import type { Format, ItemProblem, ParseContext, ParseResult } from './format.ts';
import { FORMAT_NAME } from './linecheck-layout.ts';
import { serialiseFactCheck } from './linecheck-json.ts';
import { parseLinecheckJson } from './parse-linecheck-json.ts';
import { readJsonItems } from './read-json.ts';
import {
  hypothesisRows,
  looksLikeBibtex,
  looksLikeClaimsCsv,
  looksLikeCslJson,
  looksLikeDoccano,
  looksLikeEvidenceCsv,
  looksLikeLabelStudio,
  looksLikeRecogito,
  looksLikeW3c,
} from './recognise.ts';

/**
 * Our own file: the only format that holds everything, unknown fields of newer versions included. Its code is always
 * here, since a person who is offline must be able to take the work out.
 */
const LINECHECK_JSON: Format = {
  id: 'linecheck-json',
  label: message('Linecheck file'),
  extensions: ['.linecheck.json'],
  mediaType: 'application/json',
  out: {
    purpose: 'keep',
    description: message('Holds everything. Opens again in Linecheck, here or in any other browser.'),
    load: () => Promise.resolve({ serialise: serialiseFactCheck }),
  },
  back: {
    recognises: ({ text }) => new RegExp(`"format"\\s*:\\s*"${FORMAT_NAME}"`).test(text),
    load: () => Promise.resolve(parseLinecheckJson),
  },
};

const REPORT: Format = {
  id: 'report-html',
  label: message('Report'),
  extensions: ['.report.html'],
  mediaType: 'text/html',
  out: {
    purpose: 'publish',
    description: message(
      'One page to read, print or send: the marked article, every claim with its evidence, the sources.',
    ),
    load: async () => (await import('./report-html.ts')).REPORT_HTML,
  },
};

const REPORT_AS_MARKDOWN: Format = {
  id: 'report-markdown',
  label: message('Report in Markdown'),
  extensions: ['.report.md'],
  mediaType: 'text/markdown',
  out: {
    purpose: 'publish',
    description: message('The same report as text, for a site or a wiki that takes Markdown.'),
    load: async () => (await import('./report-markdown.ts')).REPORT_MARKDOWN,
  },
};

const CLAIM_REVIEW: Format = {
  id: 'claim-review',
  label: message('ClaimReview'),
  extensions: ['.claimreview.jsonld', '.claimreview.html'],
  mediaType: 'application/ld+json',
  out: {
    purpose: 'publish',
    description: message(
      'What search engines read (schema.org), as a file and as a script block to paste into the page.',
    ),
    load: async () => (await import('./claim-review.ts')).CLAIM_REVIEW,
  },
};

const W3C: Format = {
  id: 'w3c',
  label: message('W3C annotations'),
  extensions: ['.annotations.jsonld'],
  mediaType: 'application/ld+json',
  out: {
    purpose: 'publish',
    description: message(
      'Web Annotations (JSON-LD), for Hypothesis, Recogito, Annotorious and other annotation tools.',
    ),
    load: async () => (await import('./w3c.ts')).W3C_ANNOTATIONS,
  },
  back: {
    recognises: ({ json }) => json.ok && looksLikeW3c(json.value),
    load: async () => (await import('./parse-w3c.ts')).parseW3c,
  },
};

const CSV: Format = {
  id: 'csv',
  label: message('CSV'),
  extensions: ['.claims.csv', '.evidence.csv'],
  mediaType: 'text/csv',
  out: {
    purpose: 'edit',
    description: message(
      'Two tables for a spreadsheet: a row for each annotation, and a row for each piece of evidence.',
    ),
    load: async () => (await import('./csv.ts')).CSV,
  },
  back: {
    recognises: ({ text }) => looksLikeClaimsCsv(text),
    load: async () => (await import('./parse-csv.ts')).parseClaimsCsv,
  },
};

const CSL_JSON: Format = {
  id: 'csl-json',
  label: message('Sources as CSL-JSON'),
  extensions: ['.csl.json'],
  mediaType: 'application/vnd.citationstyles.csl+json',
  out: {
    purpose: 'edit',
    description: message('The sources alone, for Zotero, Pandoc and other programs that cite.'),
    load: async () => (await import('./csl-json.ts')).CSL_JSON,
  },
  back: {
    recognises: ({ json }) => json.ok && looksLikeCslJson(json.value),
    load: async () => (await import('./parse-csl-json.ts')).parseCslJson,
  },
};

const BIBTEX: Format = {
  id: 'bibtex',
  label: message('Sources as BibTeX'),
  extensions: ['.bib'],
  mediaType: 'application/x-bibtex',
  out: {
    purpose: 'edit',
    description: message('The sources alone, for LaTeX and reference managers.'),
    load: async () => (await import('./bibtex.ts')).BIBTEX,
  },
  back: {
    recognises: ({ text, json }) => !json.ok && looksLikeBibtex(text),
    load: async () => (await import('./parse-bibtex.ts')).parseBibtex,
  },
};

const AVERITEC: Format = {
  id: 'averitec',
  label: message('AVeriTeC'),
  extensions: ['.averitec.json'],
  mediaType: 'application/json',
  out: {
    purpose: 'research',
    description: message(
      'Claims with label, justification and evidence from the web, in the shape of the AVeriTeC data set.',
    ),
    load: async () => (await import('./averitec.ts')).AVERITEC,
  },
};

const FEVER: Format = {
  id: 'fever',
  label: message('FEVER'),
  extensions: ['.fever.jsonl'],
  mediaType: 'application/jsonl',
  out: {
    purpose: 'research',
    description: message('A claim and its label on each line, in the shape of the FEVER data set.'),
    load: async () => (await import('./fever.ts')).FEVER,
  },
};

const LABEL_STUDIO: Format = {
  id: 'label-studio',
  label: message('Label Studio'),
  extensions: ['.label-studio.json', '.label-studio.xml'],
  mediaType: 'application/json',
  out: {
    purpose: 'research',
    description: message(
      'The text with its labelled words as a task, and the labelling interface that fits.',
    ),
    load: async () => (await import('./label-studio.ts')).LABEL_STUDIO,
  },
  back: {
    recognises: ({ json }) => json.ok && looksLikeLabelStudio(json.value),
    load: async () => (await import('./parse-label-studio.ts')).parseLabelStudio,
  },
};

const DOCCANO: Format = {
  id: 'doccano',
  label: message('doccano'),
  extensions: ['.doccano.jsonl'],
  mediaType: 'application/jsonl',
  out: {
    purpose: 'research',
    description: message('The text with its labelled words on one line.'),
    load: async () => (await import('./doccano.ts')).DOCCANO,
  },
  back: {
    recognises: looksLikeDoccano,
    load: async () => (await import('./parse-doccano.ts')).parseDoccano,
  },
};

/** What the search of Hypothesis answers, and what its client exports. */
const HYPOTHESIS: Format = {
  id: 'hypothesis',
  label: message('Hypothesis'),
  extensions: ['.json'],
  mediaType: 'application/json',
  back: {
    recognises: ({ json }) => json.ok && hypothesisRows(json.value) !== null,
    load: async () => (await import('./parse-hypothesis.ts')).parseHypothesis,
  },
};

/** The second table of the CSV export comes in by itself. */
const EVIDENCE_CSV: Format = {
  id: 'evidence-csv',
  label: message('CSV of evidence'),
  extensions: ['.evidence.csv'],
  mediaType: 'text/csv',
  back: {
    recognises: ({ text }) => looksLikeEvidenceCsv(text),
    load: async () => (await import('./parse-csv.ts')).parseEvidenceCsv,
  },
};

/** What the text annotator of Recogito keeps; its W3C adapter writes the other shape. */
const RECOGITO: Format = {
  id: 'recogito',
  label: message('Recogito'),
  extensions: ['.json'],
  mediaType: 'application/json',
  back: {
    recognises: ({ json }) => json.ok && looksLikeRecogito(json.value),
    load: async () => (await import('./parse-recogito.ts')).parseRecogito,
  },
};

/** Every format, the one that loses nothing first. */
export const FORMATS: readonly Format[] = [
  LINECHECK_JSON,
  REPORT,
  REPORT_AS_MARKDOWN,
  CLAIM_REVIEW,
  W3C,
  CSV,
  CSL_JSON,
  BIBTEX,
  AVERITEC,
  FEVER,
  LABEL_STUDIO,
  DOCCANO,
  EVIDENCE_CSV,
  HYPOTHESIS,
  RECOGITO,
];

/**
 * Reads a file of any format that can be read, recognised by what is in it and never by its name. What no format
 * recognises is told in the words of our own.
 */
export async function parseFile(text: string, context: ParseContext): Promise<ParseResult> {
  const { problems, ...json } = readJsonItems(text);
  const file = { text, json };
  const format = FORMATS.find(({ back }) => back?.recognises(file));
  if (format?.back) return withProblems(await (await format.back.load())(file, context), problems);
  // Where something is wrong with the JSON, that is the better answer.
  const isUnknown = json.ok || (text.trim() !== '' && !/^[\s\ufeff]*[{[]/.test(text));
  const read = await parseLinecheckJson(file, context);
  return read.ok ? withProblems(read, problems) : { ...read, isUnknown };
}

/** With what was left out before the format was asked. */
function withProblems(read: ParseResult, problems: readonly ItemProblem[]): ParseResult {
  if (!read.ok || problems.length === 0) return read;
  if (read.kind !== 'fact-check') return { ...read, problems: [...problems, ...read.problems] };
  return { ...read, problems: [...problems.map(({ problem }) => problem), ...read.problems] };
}
