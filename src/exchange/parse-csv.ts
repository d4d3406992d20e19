import { WORK_STATUSES } from '../domain/annotation.ts';
import type { Range } from '../domain/article.ts';
import { STANCES } from '../domain/evidence.ts';
import {
  BLANK_ANNOTATION,
  BLANK_JUDGEMENT,
  BLANK_SOURCE,
  type ForeignAnnotation,
  type ForeignDocument,
  type ForeignSource,
  type ForeignTarget,
  type ForeignUse,
} from '../domain/foreign-annotation.ts';
import { isId, type Id } from '../domain/record.ts';
import { say } from '../messages/say.ts';
import { sayLine } from './say-place.ts';
import { CLAIMS_HEAD, EVIDENCE_HEAD } from './csv-head.ts';
import { STANDING_WORDS } from './csv-standing.ts';
import { readTable, splitList } from './csv-table.ts';
import type { ItemProblem, ParseContext, ParseResult, UnknownFile } from './format.ts';
import type { Standing } from './judged.ts';
import { rangeOf, wordsOrNull } from './loose-json.ts';

/**
 * Reads our own tables of claims, whatever a spreadsheet has done to them: columns in another order, more of them, other
 * separators. A quote of several pieces is taken apart where we have joined it. What stands in columns of others is kept
 * as it is.
 */
export async function parseClaimsCsv(
  { text }: Pick<UnknownFile, 'text'>,
  { pace }: ParseContext,
): Promise<ParseResult> {
  const { rows, columns } = await readTable(text, CLAIMS_HEAD, pace);
  const documents: ForeignDocument[] = [];
  const documentOf = new Map<string, number>();
  const items: ForeignAnnotation[] = [];
  const problems: ItemProblem[] = [];
  for (const [i, { cells, line }] of rows.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    await pace(i / rows.length);
    const place = sayLine(line);
    const sha256 = cells.get('Text (SHA-256)') ?? '';
    let document = documentOf.get(sha256) ?? null;
    if (document === null && /^[0-9a-f]{64}$/.test(sha256)) {
      document = documents.push({ title: null, text: null, sha256 }) - 1;
      documentOf.set(sha256, document);
    }
    const cell = (name: string): string | null => cells.get(name) || null;
    if (cell('Quote') === null) problems.push({ place, problem: say('It quotes no words of the article.') });
    else items.push(readClaim(cell, { place, document, columns }));
  }
  return { ok: true, kind: 'annotations', documents, items, problems };
}

type Cell = (name: string) => string | null;

/** The columns that become something here, and those that only repeat it. */
const CLAIM_NAMES: ReadonlySet<string> = new Set([
  'Id',
  'Claim number',
  'Quote',
  'Claim',
  'Claimant',
  'Role of claimant',
  'Kind of claimant',
  'Said at',
  'Checked is',
  'Checkability',
  'Reason',
  'Status',
  'Priority',
  'Tags',
  'Standing',
  'Sources',
  'Pieces',
  'Start (UTF-16)',
  'End (UTF-16)',
  'Created at',
  'Text (SHA-256)',
]);

/** What is said of the words that are quoted. */
const SAID_HERE = {
  label: 'Verdict',
  comment: 'Conclusion',
  author: 'Reviewer',
  at: 'Decided at',
  more: ['Confidence', 'Suggested wording', 'Not known'],
} as const;

/** What was said of other words. */
const SAID_OF_OTHERS = {
  label: 'Verdict on other words',
  comment: 'Conclusion on other words',
  author: 'Reviewer of other words',
  at: 'Other words judged at',
  more: ['Other words'],
} as const;

/** Undefined when there is nothing in the columns that are not known. */
function keepColumns(columns: readonly string[], cell: Cell, known: ReadonlySet<string>): unknown {
  const kept = columns.flatMap((name) => {
    const words = known.has(name) ? null : cell(name);
    return words === null ? [] : [[name || 'without a name', words] as const];
  });
  return kept.length === 0 ? undefined : { columns: Object.fromEntries(kept) };
}

interface Row {
  readonly place: string;
  readonly document: number | null;
  readonly columns: readonly string[];
}

/** What the row says of its own words or, where it stands in doubt, of those that stood there before. */
function readClaim(cell: Cell, { place, document, columns }: Row): ForeignAnnotation {
  const standing = standingIn(cell('Standing'));
  const isOfOthers = standing === 'in-doubt' || (standing === 'no-place' && cell('Verdict') === null);
  const said = isOfOthers ? SAID_OF_OTHERS : SAID_HERE;
  const judgedWords = cell('Other words');
  const name = cell(said.author);
  const label = cell(said.label);
  const judgement = {
    ...BLANK_JUDGEMENT,
    author: name === null ? null : { name, ownId: null },
    at: cell(said.at),
    labels: label === null ? [] : [label],
    comment: cell(said.comment) ?? '',
    ...(isOfOthers
      ? {}
      : {
          suggestedWording: cell('Suggested wording'),
          unknowns: cell('Not known'),
          confidence: cell('Confidence'),
        }),
  };
  const known = new Set([...CLAIM_NAMES, said.label, said.comment, said.author, said.at, ...said.more]);
  const [claimant, role] = [cell('Claimant'), cell('Role of claimant')];
  const kind = (['person', 'organisation'] as const).find((one) => one === termIn(cell('Kind of claimant')));
  return {
    ...BLANK_ANNOTATION,
    place,
    originalId: cell('Id'),
    ownId: idIn(cell('Id')),
    document,
    targets: readTargets(cell),
    statement: cell('Claim'),
    claimant:
      claimant === null && role === null
        ? null
        : { name: claimant ?? '', role, ...(kind === undefined ? {} : { kind }) },
    saidAt: cell('Said at'),
    isAttribution: termIn(cell('Checked is')) === 'attribution',
    priority: (['high', 'low'] as const).find((priority) => priority === termIn(cell('Priority'))) ?? null,
    status: WORK_STATUSES.find((status) => status === termIn(cell('Status'))) ?? null,
    isNotCheckable: termIn(cell('Checkability')) === 'not-checkable',
    reason: cell('Reason'),
    tags: splitList(cell('Tags') ?? ''),
    createdAt: cell('Created at'),
    judgements: [judgement],
    // Words that have no place were judged as they are quoted, unless others are told.
    ...(standing === 'in-doubt' || (isOfOthers && judgedWords !== null) ? { judgedWords } : {}),
    foreign: keepColumns(columns, cell, known),
  };
}

function standingIn(words: string | null): Standing | undefined {
  const standings = ['here', 'in-doubt', 'no-place'] as const;
  return standings.find((standing) => termIn(words) === STANDING_WORDS[standing]);
}

/** One of our own terms: a spreadsheet begins a cell with a capital, and people do. */
function termIn(words: string | null): string | undefined {
  return words?.trim().toLowerCase();
}

/** What parts the pieces of one quote. */
const GAP = ' … ';

/** Start and end are those of the first and the last piece. */
function readTargets(cell: Cell): readonly ForeignTarget[] {
  const quote = cell('Quote') ?? '';
  const range = rangeOf(
    Number(cell('Start (UTF-16)') ?? Number.NaN),
    Number(cell('End (UTF-16)') ?? Number.NaN),
  );
  const pieces = piecesOf(quote, cell('Pieces'), range);
  return pieces.map((exact, i) => ({
    quote: { exact, prefix: '', suffix: '' },
    position: positionOf(exact, i, pieces.length, range),
    hint: null,
  }));
}

/**
 * The pieces of a quote: by their lengths, where the table tells them, else by what we put between them, unless the
 * quote is just as long as its place: then these are words of the article.
 */
function piecesOf(quote: string, lengths: string | null, range: Range | null): readonly string[] {
  const pieces: string[] = [];
  let at = 0;
  for (const length of (lengths ?? '').split('+').map(Number)) {
    pieces.push(quote.slice(at, at + length));
    at += length + GAP.length;
  }
  if (at - GAP.length === quote.length && pieces.every((piece) => piece !== '')) return pieces;
  const isOne = range !== null && range.end - range.start === quote.length;
  return isOne ? [quote] : quote.split(GAP);
}

function positionOf(
  exact: string,
  i: number,
  pieces: number,
  range: Range | null,
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
  const { rows, columns } = await readTable(text, EVIDENCE_HEAD, pace);
  const sources: ForeignSource[] = [];
  const problems: ItemProblem[] = columns
    .filter((name) => !EVIDENCE_NAMES.has(name) && rows.some(({ cells }) => cells.get(name)))
    .map((name) => ({
      place: say('column “{name}”', { name }),
      problem: say('It is none of ours and is not taken.'),
    }));
  for (const [i, { cells, line }] of rows.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    await pace(i / rows.length);
    const cell = (name: string): string | null => cells.get(name) || null;
    if (wordsOrNull(cell('Source')) === null && wordsOrNull(cell('Address')) === null)
      problems.push({ place: sayLine(line), problem: say('It names no source.') });
    else {
      sources.push(readUse(cell));
      const stance = cell('Stance');
      if (stance !== null && stanceIn(stance) === undefined)
        problems.push({
          place: sayLine(line),
          problem: say('“{stance}” is no stance: it comes as context.', { stance }),
        });
    }
  }
  return { ok: true, kind: 'sources', sources, problems };
}

const EVIDENCE_NAMES: ReadonlySet<string> = new Set([
  'Annotation id',
  'Claim number',
  'Claim',
  'Stance',
  'Quoted words',
  'Place in source',
  'Note',
  'Source',
  'Kind',
  'Authors',
  'Publisher',
  'Published',
  'Accessed',
  'Address',
  'Archived',
  'Note on source',
]);

function stanceIn(words: string | null): ForeignUse['stance'] | undefined {
  return STANCES.find((stance) => stance === termIn(words));
}

function readUse(cell: Cell): ForeignSource {
  return {
    ...BLANK_SOURCE,
    kind: cell('Kind'),
    title: cell('Source') ?? '',
    url: cell('Address'),
    authors: splitList(cell('Authors') ?? ''),
    publisher: cell('Publisher'),
    publishedAt: cell('Published'),
    accessedAt: cell('Accessed'),
    archives: (cell('Archived') ?? '').split(' ').filter((address) => address !== ''),
    note: cell('Note on source'),
    use: {
      stance: stanceIn(cell('Stance')) ?? null,
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
