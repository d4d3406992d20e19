import { linkTarget } from '../domain/link.ts';
import { headOf, type FactCheck } from '../domain/fact-check.ts';
import type { Run } from './cite.ts';
import { exportNameFor } from './file-name.ts';
import type { ExportContext, ExportResult, Writer } from './format.ts';
import type {
  Judgement,
  ReportBlock,
  ReportClaim,
  ReportContent,
  ReportEvidence,
  UnplacedClaim,
} from './report-content.ts';
import {
  describeCoverage,
  describeMark,
  describeOrigin,
  describeReportLoss,
  listSuggestions,
  readWish,
  reportOptions,
  sayClaimant,
  sayInDoubt,
  sayJudgedIn,
  sayReviewer,
  splitByDoubt,
  STANCE_WORDS,
  UNPLACED,
  UNSETTLED,
} from './report-words.ts';
import { WHO_SAID_IT } from './judged.ts';
import { RIGHT_TO_LEFT } from '../domain/right-to-left.ts';
import { sayDate } from './say-date.ts';

/** The report as Markdown (CommonMark, with the tables and footnotes of GitHub). */
export const REPORT_MARKDOWN: Writer = { options: reportOptions, serialise };

async function serialise(factCheck: FactCheck, context: ExportContext): Promise<ExportResult> {
  const { content, isForEditors } = await readWish(factCheck, context);
  const title = headOf(factCheck).title.trim() || content.article.title.trim() || 'Fact check';
  const claims: string[] = [];
  for (const claim of content.claims) {
    claims.push(writeClaim(claim, content));
    // In slices on purpose.
    // oxlint-disable-next-line no-await-in-loop
    await context.pace((1 + claims.length / content.claims.length) / 2);
  }
  const blocks: string[] = [];
  for (const block of content.blocks) {
    blocks.push(writeBlock(block));
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    await context.pace(1);
  }
  const parts = [
    `# Fact check: ${inline(content.article.title.trim() || title)}`,
    writeHead(content),
    '## What was found',
    describeCoverage(content),
    writeTally(content),
    ...(isForEditors ? ['## Suggested wordings', writeSuggestions(content)] : []),
    '## The article',
    inDirectionOf(content, blocks.join('\n\n')),
    '## The claims',
    ...(claims.length === 0 ? ['No claim has been marked yet.'] : claims),
    ...(content.unplaced.length === 0
      ? []
      : [
          '## Claims without a place',
          UNPLACED,
          ...content.unplaced.map((claim) => writeClaim(claim, content)),
        ]),
    ...(content.notCheckable.length === 0 ? [] : ['## Nothing to check', writeMarks(content.notCheckable)]),
    ...(content.unsettled.length === 0
      ? []
      : ['## Nothing to check in other words', UNSETTLED, writeMarks(content.unsettled)]),
    ...(content.references.length === 0 ? [] : ['## Sources', writeReferences(content)]),
    `Made with Linecheck on ${sayDate(context.exportedAt)}.`,
  ];
  const text = `${parts.filter((part) => part !== '').join('\n\n')}\n`;
  await context.pace(1);
  return {
    ok: true,
    files: [
      {
        fileName: exportNameFor(title, context, '.report.md'),
        mediaType: 'text/markdown',
        text,
      },
    ],
    loss: describeReportLoss(factCheck, content, isForEditors),
  };
}

function writeHead(content: ReportContent): string {
  const origin = describeOrigin(content).map(({ label, words }) => {
    const href = linkTarget(words);
    return `- ${label}: ${href === null ? inline(words) : `<${href}>`}`;
  });
  const reviewers = content.reviewers.map(
    (one) => `- Checked by: ${sayReviewer(one, inline)}, ${sayDate(one.lastAt)}`,
  );
  return [...origin, ...reviewers].join('\n');
}

function writeTally({ scaleName, tally, open }: ReportContent): string {
  return [
    `| ${inline(scaleName)} | What it means | Claims |`,
    '| --- | --- | ---: |',
    ...tally.map(
      ({ rating, count }) => `| ${inline(rating.label)} | ${inline(rating.definition)} | ${count} |`,
    ),
    ...(open > 0 ? [`| No verdict yet | | ${open} |`] : []),
  ].join('\n');
}

function writeSuggestions(content: ReportContent): string {
  const { suggestions, forOtherWords } = listSuggestions(content);
  const rows = suggestions.map(
    ({ number, quote, wording, reviewer }) =>
      `| ${number} | ${inline(quote)} | ${inline(wording)} | ${inline(reviewer)} |`,
  );
  const table =
    rows.length === 0
      ? 'No other wording is suggested.'
      : ['| Claim | As written | Suggested | By |', '| ---: | --- | --- | --- |', ...rows].join('\n');
  return [table, forOtherWords].filter((part) => part !== '').join('\n\n');
}

function writeBlock({ kind, isNumbered, pieces }: ReportBlock): string {
  const line = pieces
    .map(({ text, colour, ends }) => {
      const [, before = '', core = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
      const words = colour === null || core === '' ? escape(text) : `${before}**${escape(core)}**${after}`;
      return words + ends.map((number) => `\\[${number}\\]`).join('');
    })
    .join('')
    .trim();
  switch (kind) {
    case 'heading':
      return `### ${line}`;
    case 'quote':
      return `> ${line}`;
    case 'list-item':
      // Whoever shows it goes on counting.
      return `${isNumbered ? '1.' : '-'} ${line}`;
    case 'caption':
    case 'paragraph':
      return line;
  }
}

function writeMarks(marks: ReportContent['notCheckable']): string {
  return marks.map((mark) => `- ${[mark.quote, ...describeMark(mark)].map(inline).join(' – ')}`).join('\n');
}

function writeClaim(claim: ReportClaim | UnplacedClaim, content: ReportContent): string {
  const { number, quote, statement, judgements, evidence, judgedQuote, annotation } = claim;
  const [standing, doubted] = splitByDoubt(claim);
  return [
    `### ${number === null ? '' : `${number}. `}${inline(statement ?? quote)}`,
    statement === null ? '' : inDirectionOf(content, `> ${escape(quote.trim())}`),
    sayClaimant(claim, inline),
    annotation.claim.kind === 'attribution' ? `*${WHO_SAID_IT}*` : '',
    judgements.length === 0 ? '**No verdict yet**' : '',
    ...standing.map(writeJudgement),
    number !== null && doubted.length > 0 ? `**${sayInDoubt(claim)}**` : '',
    judgedQuote !== null ? `Judged words: “${inline(judgedQuote)}”` : '',
    ...doubted.map(writeJudgement),
    sayJudgedIn(claim) ?? '',
    ...evidence.map(
      ({ stance, items }) => `${STANCE_WORDS[stance]}:\n\n${items.map(writeEvidence).join('\n')}`,
    ),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function writeJudgement({ verdict, rating, reviewer }: Judgement): string {
  const label = rating?.label ?? verdict.ratingId ?? 'No rating';
  const { conclusion, unknowns, confidence, decidedAt } = verdict;
  const by = `${inline(reviewer)}, ${sayDate(decidedAt)}${confidence === undefined ? '' : `; confidence ${confidence}`}`;
  return [
    `**${inline(label)}** (${by})`,
    inOwnDirection(conclusion, paragraphs(conclusion)),
    unknowns?.trim() ? `What is not known: ${paragraphs(unknowns)}` : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function writeEvidence({ evidence, reference }: ReportEvidence): string {
  const { quote, locator, note } = evidence;
  const name = reference.source.title.trim() || reference.source.url?.trim() || 'Untitled source';
  const parts = [
    quote?.trim() ? `“${inline(quote)}”` : inline(name),
    locator?.trim() ? `(${inline(locator)})` : '',
    note?.trim() ? `– ${inline(note)}` : '',
  ].filter((part) => part !== '');
  return `- ${parts.join(' ')} [^${reference.number}]`;
}

function writeReferences({ references }: ReportContent): string {
  return references
    .map(({ number, citation }) => `[^${number}]: ${citation.runs.map(writeRun).join('')}`)
    .join('\n');
}

function writeRun({ text, isTitle, isIsolated, href }: Run): string {
  if (href !== undefined) return href === text ? `<${href}>` : `[${inline(text)}](<${href}>)`;
  const words = isIsolated ? isolate(escape(text)) : escape(text);
  return isTitle ? `*${words}*` : words;
}

/** What the article says runs as it does, where that is not how the words of the report run. */
function inDirectionOf({ article }: ReportContent, markdown: string): string {
  if (article.direction === 'ltr' || markdown === '') return markdown;
  return `<div dir="rtl" lang="${article.language.replaceAll(/[^\w-]/g, '')}">\n\n${markdown}\n\n</div>`;
}

/** What a person wrote runs by its first letter. */
function inOwnDirection(words: string, markdown: string): string {
  return RIGHT_TO_LEFT.test(words) ? `<div dir="auto">\n\n${markdown}\n\n</div>` : markdown;
}

/** Words on one line, in which nothing is Markdown or HTML, and which turn nothing round beside them. */
function inline(words: string): string {
  const escaped = escape(words.trim());
  return RIGHT_TO_LEFT.test(words) ? isolate(escaped) : escaped;
}

/** Between Unicode's FSI and PDI, which every reader of text knows. */
function isolate(markdown: string): string {
  return `\u2068${markdown}\u2069`;
}

/** Words with the lines and paragraphs that they were written in. */
function paragraphs(words: string): string {
  return words
    .trim()
    .split(/(?:\r\n?|[\n\u2028\u2029])(?:[^\S\r\n]*(?:\r\n?|[\n\u2028\u2029]))+/)
    .map((paragraph) =>
      paragraph
        .split(/\r\n?|[\n\u2028\u2029]/)
        .map((line) => escape(line.trim()))
        .join('\\\n'),
    )
    .join('\n\n');
}

function escape(words: string): string {
  return words
    .replaceAll(/\s*[\n\r\u2028\u2029]+\s*/g, ' ')
    .replaceAll(/[\\`*_[\]<>#|~&$]/g, String.raw`\$&`)
    .replace(/^(\s*\d+)(?=[.)])/, '$1\\')
    .replace(/^(\s*)(?=[-+=])/, '$1\\');
}
