import { WORK_STATUSES } from '../domain/annotation.ts';
import { STANCES } from '../domain/evidence.ts';
import {
  BLANK_ANNOTATION,
  BLANK_JUDGEMENT,
  BLANK_SOURCE,
  type ForeignAnnotation,
  type ForeignDocument,
  type ForeignSource,
  type ForeignTarget,
} from '../domain/foreign-annotation.ts';
import { isId, type Id } from '../domain/record.ts';
import { readTable } from './csv-table.ts';
import type { ItemProblem, ParseContext, ParseResult, UnknownFile } from './format.ts';
import { rangeOf } from './loose-json.ts';

/**
 * Reads our own tables of claims, whatever a spreadsheet has done to them: columns in another order, more of them, other
 * separators. A quote of several pieces is taken apart where we have joined it.
 */
export async function parseClaimsCsv(
  { text }: Pick<UnknownFile, 'text'>,
  { pace }: ParseContext,
): Promise<ParseResult> {
  const { rows } = await readTable(text, pace);
  const documents: ForeignDocument[] = [];
  const documentOf = new Map<string, number>();
  const items: ForeignAnnotation[] = [];
  const problems: ItemProblem[] = [];
  for (const [i, { cells, line }] of rows.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    await pace(i / rows.length);
    const place = `line ${line}`;
    const sha256 = cells.get('Text (SHA-256)') ?? '';
    let document = documentOf.get(sha256) ?? null;
    if (document === null && /^[0-9a-f]{64}$/.test(sha256)) {
      document = documents.push({ title: null, text: null, sha256 }) - 1;
      documentOf.set(sha256, document);
    }
    const cell = (name: string): string | null => cells.get(name) || null;
    if (cell('Quote') === null) problems.push({ place, problem: 'It quotes no words of the article.' });
    else items.push(readClaim(cell, place, document));
  }
  return { ok: true, kind: 'annotations', documents, items, problems };
}

type Cell = (name: string) => string | null;

function readClaim(cell: Cell, place: string, document: number | null): ForeignAnnotation {
  const name = cell('Reviewer');
  const author = name === null ? null : { name, ownId: null };
  const label = cell('Verdict');
  const judgement = {
    ...BLANK_JUDGEMENT,
    author,
    at: cell('Decided at'),
    labels: label === null ? [] : [label],
    comment: cell('Conclusion') ?? '',
    suggestedWording: cell('Suggested wording'),
    unknowns: cell('Not known'),
    confidence: cell('Confidence'),
  };
  const claimant = cell('Claimant');
  return {
    ...BLANK_ANNOTATION,
    place,
    originalId: cell('Id'),
    ownId: idIn(cell('Id')),
    document,
    targets: readTargets(cell('Quote') ?? '', cell('Start (UTF-16)'), cell('End (UTF-16)')),
    statement: cell('Claim'),
    claimant: claimant === null ? null : { name: claimant, role: cell('Role of claimant') },
    saidAt: cell('Said at'),
    isAttribution: cell('Checked is') === 'attribution',
    priority: (['high', 'low'] as const).find((priority) => priority === cell('Priority')) ?? null,
    status: WORK_STATUSES.find((status) => status === cell('Status')) ?? null,
    isNotCheckable: cell('Checkability') === 'not-checkable',
    reason: cell('Reason'),
    tags: (cell('Tags') ?? '').split('; ').filter((tag) => tag.trim() !== ''),
    createdAt: cell('Created at'),
    judgements: [judgement],
  };
}

/** Start and end are those of the first and the last piece. */
function readTargets(quote: string, start: string | null, end: string | null): readonly ForeignTarget[] {
  const pieces = quote.split(' … ');
  const range = rangeOf(Number(start ?? Number.NaN), Number(end ?? Number.NaN));
  return pieces.map((exact, i) => ({
    quote: { exact, prefix: '', suffix: '' },
    position: positionOf(exact, i, pieces.length, range),
    hint: null,
  }));
}

function positionOf(
  exact: string,
  i: number,
  pieces: number,
  range: { readonly start: number; readonly end: number } | null,
): ForeignTarget['position'] {
  if (!range) return null;
  if (i === 0) return { start: range.start, end: range.start + exact.length, unit: 'utf16' };
  return i === pieces - 1 ? { start: range.end - exact.length, end: range.end, unit: 'utf16' } : null;
}

/** Reads our own tables of evidence: a source on each line, with its link to an annotation. */
export async function parseEvidenceCsv(
  { text }: Pick<UnknownFile, 'text'>,
  { pace }: ParseContext,
): Promise<ParseResult> {
  const { rows } = await readTable(text, pace);
  const sources: ForeignSource[] = [];
  const problems: ItemProblem[] = [];
  for (const [i, { cells, line }] of rows.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    await pace(i / rows.length);
    const cell = (name: string): string | null => cells.get(name) || null;
    if (cell('Source') === null && cell('Address') === null)
      problems.push({ place: `line ${line}`, problem: 'It names no source.' });
    else sources.push(readUse(cell));
  }
  return { ok: true, kind: 'sources', sources, problems };
}

function readUse(cell: Cell): ForeignSource {
  return {
    ...BLANK_SOURCE,
    kind: cell('Kind'),
    title: cell('Source') ?? '',
    url: cell('Address'),
    authors: (cell('Authors') ?? '').split('; ').filter((name) => name !== ''),
    publisher: cell('Publisher'),
    publishedAt: cell('Published'),
    accessedAt: cell('Accessed'),
    archives: (cell('Archived') ?? '').split(' ').filter((address) => address !== ''),
    note: cell('Note on source'),
    use: {
      stance: STANCES.find((stance) => stance === cell('Stance')) ?? 'context',
      quote: cell('Quoted words'),
      locator: cell('Place in source'),
      note: cell('Note'),
      annotationId: idIn(cell('Annotation id')),
    },
  };
}

function idIn(text: string | null): Id | null {
  return text !== null && isId(text) ? text : null;
}
