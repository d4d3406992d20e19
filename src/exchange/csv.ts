import { extentOf, type Target } from '../domain/annotation.ts';
import { headOf, type FactCheck } from '../domain/fact-check.ts';
import { say } from '../messages/say.ts';
import { describeLoss } from './count-loss.ts';
import { arm, joinList } from './csv-table.ts';
import { exportNameFor } from './file-name.ts';
import type { ExportContext, ExportResult, Writer } from './format.ts';
import { STANDING_WORDS } from './csv-standing.ts';
import { listJudged, sayWithheld, type Judged } from './judged.ts';

/** Two tables for the desk: a row for each annotation, and a row for each piece of evidence. */
export const CSV: Writer = { serialise };

type Column<Row> = readonly [name: string, cell: (row: Row) => string | number | null | undefined];

type ClaimRow = Judged & { readonly sha256: string | undefined };

const CLAIM_COLUMNS: readonly Column<ClaimRow>[] = [
  ['Id', ({ annotation }) => annotation.id],
  ['Claim number', ({ number }) => number],
  ['Quote', ({ quote }) => quote],
  ['Claim', ({ annotation }) => annotation.claim.statement],
  ['Claimant', ({ annotation }) => annotation.claim.claimant?.name],
  ['Role of claimant', ({ annotation }) => annotation.claim.claimant?.role],
  ['Kind of claimant', ({ annotation }) => annotation.claim.claimant?.kind],
  ['Said at', ({ annotation }) => annotation.claim.saidAt],
  ['Checked is', ({ annotation }) => annotation.claim.kind],
  ['Checkability', ({ annotation }) => annotation.checkability],
  ['Reason', ({ annotation }) => annotation.reason],
  ['Status', ({ annotation }) => annotation.status],
  ['Priority', ({ annotation }) => annotation.priority],
  ['Tags', ({ annotation }) => joinList(annotation.tags)],
  ['Standing', ({ standing }) => STANDING_WORDS[standing]],
  ['Verdict', ({ verdict, rating }) => rating?.label ?? verdict?.ratingId],
  ['Conclusion', ({ verdict }) => verdict?.conclusion],
  ['Confidence', ({ verdict }) => verdict?.confidence],
  ['Suggested wording', ({ verdict }) => verdict?.suggestedWording],
  ['Not known', ({ verdict }) => verdict?.unknowns],
  ['Reviewer', ({ reviewer }) => reviewer],
  ['Decided at', ({ verdict }) => verdict?.decidedAt],
  // Which version of the article it was judged in, and when that was loaded.
  [
    'Judged in version',
    ({ judgedDrafts }) => judgedDrafts.map(({ number }) => number ?? 'another').join(' + '),
  ],
  [
    'That version loaded at',
    ({ judgedDrafts }) => judgedDrafts.flatMap(({ retrievedAt }) => retrievedAt ?? []).join(' + '),
  ],
  // What was said of other words than are quoted here, and of which.
  ['Other words', ({ judgedWords }) => judgedWords],
  ['Verdict on other words', ({ earlierVerdict }) => earlierVerdict],
  ['Conclusion on other words', ({ earlierConclusion }) => earlierConclusion],
  ['Reviewer of other words', ({ earlierReviewer }) => earlierReviewer],
  ['Other words judged at', ({ earlier }) => earlier?.decidedAt],
  ['Sources', ({ evidence }) => new Set(evidence.map(({ source }) => source.id)).size],
  // How long the pieces of a quote are, since what stands between them may stand in the article as well.
  ['Pieces', ({ annotation: { targets } }) => (targets.length > 1 ? lengthsOf(targets) : null)],
  ['Start (UTF-16)', ({ annotation }) => extentOf(annotation).start],
  ['End (UTF-16)', ({ annotation }) => extentOf(annotation).end],
  ['Created at', ({ annotation }) => annotation.createdAt],
  ['Text (SHA-256)', ({ sha256 }) => sha256],
];

function lengthsOf(targets: readonly Target[]): string {
  return targets.map(({ quote }) => quote.exact.length).join('+');
}

type EvidenceRow = Judged['evidence'][number] & { readonly judged: Judged };

const EVIDENCE_COLUMNS: readonly Column<EvidenceRow>[] = [
  ['Annotation id', ({ judged }) => judged.annotation.id],
  ['Claim number', ({ judged }) => judged.number],
  ['Claim', ({ judged }) => judged.statement],
  ['Stance', ({ evidence }) => evidence.stance],
  ['Quoted words', ({ evidence }) => evidence.quote],
  ['Place in source', ({ evidence }) => evidence.locator],
  ['Note', ({ evidence }) => evidence.note],
  ['Source', ({ source }) => source.title],
  ['Kind', ({ source }) => source.kind],
  ['Authors', ({ source }) => joinList(source.authors)],
  ['Publisher', ({ source }) => source.publisher],
  ['Published', ({ source }) => source.publishedAt],
  ['Accessed', ({ source }) => source.accessedAt],
  ['Address', ({ source }) => source.url],
  ['Archived', ({ source }) => source.archives.map(({ url }) => url).join(' ')],
  ['Note on source', ({ source }) => source.note],
];

async function serialise(factCheck: FactCheck, context: ExportContext): Promise<ExportResult> {
  const judged = await listJudged(factCheck, context);
  const { title } = headOf(factCheck);
  const rows = judged.map((one): ClaimRow => ({
    ...one,
    // Of the draft that the positions count in.
    sha256: factCheck.tables.article.get(one.annotation.articleId)?.sha256,
  }));
  await context.pace(0);
  const uses = judged.flatMap((one) => one.evidence.map((use) => ({ ...use, judged: one })));
  const mediaType = 'text/csv';
  return {
    ok: true,
    files: [
      {
        part: { label: say('Claims'), download: say('Download claims') },
        fileName: exportNameFor(title, context, '.claims.csv'),
        mediaType,
        text: await writeTable(CLAIM_COLUMNS, rows, (share) => context.pace(share / 2)),
      },
      {
        part: { label: say('Evidence'), download: say('Download evidence') },
        fileName: exportNameFor(title, context, '.evidence.csv'),
        mediaType,
        text: await writeTable(EVIDENCE_COLUMNS, uses, (share) => context.pace((1 + share) / 2)),
      },
    ],
    loss: [
      say('The text of the article is not in the CSV files.'),
      ...sayWithheld(judged, 'own-columns'),
      ...describeLoss(factCheck, KEPT, context.leftOut),
    ],
  };
}

const KEPT = [
  'retrieved',
  'markedAt',
  'decidedAt',
  'plainArchives',
  'notCheckable',
  'statements',
  'attributions',
  'claimants',
  'claimantRoles',
  'saidAt',
  'reasons',
  'doubtedReasons',
  'reviewers',
  'tags',
  'priorities',
  'statuses',
  'judgedDrafts',
  'conclusions',
  'confidences',
  'wordings',
  'unknowns',
  'stances',
  'quotes',
  'locators',
  'evidenceNotes',
  'cited',
  'authors',
  'publishers',
  'published',
  'accessed',
  'kinds',
  'plainAddresses',
  'archives',
  'furtherArchives',
  'sourceNotes',
] as const;

/** RFC 4180 with a byte order mark, without which Excel takes UTF-8 for something else. */
async function writeTable<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  pace: ExportContext['pace'],
): Promise<string> {
  const lines = [columns.map(([name]) => name).join(',')];
  for (const row of rows) {
    lines.push(columns.map(([, cell]) => writeCell(cell(row))).join(','));
    // In slices on purpose.
    // oxlint-disable-next-line no-await-in-loop
    await pace((lines.length - 1) / rows.length);
  }
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

function writeCell(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  // Always in quote marks: many spreadsheets part at semicolons or tabs, whatever the file says.
  return value === '' ? '' : `"${arm(value).replaceAll('"', '""')}"`;
}
