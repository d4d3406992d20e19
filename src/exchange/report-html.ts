import { linkTarget } from '../domain/link.ts';
import { headOf, type FactCheck } from '../domain/fact-check.ts';
import type { Run } from './cite.ts';
import { exportNameFor } from './file-name.ts';
import type { ExportContext, ExportResult, Writer } from './format.ts';
import {
  ratingOfFirst,
  type Judgement,
  type Reference,
  type ReportBlock,
  type ReportClaim,
  type ReportContent,
  type ReportEvidence,
  type UnplacedClaim,
} from './report-content.ts';
import { REPORT_STYLE } from './report-style.ts';
import {
  describeClaimant,
  describeCoverage,
  describeOrigin,
  describeReportLoss,
  listSuggestions,
  readWish,
  REPORT_OPTIONS,
  sayInDoubt,
  splitByDoubt,
  STANCE_WORDS,
  UNPLACED,
  UNSETTLED,
} from './report-words.ts';
import { WHO_SAID_IT } from './judged.ts';
import { sayDate } from './say-date.ts';

/** The report as one HTML file that asks nobody for anything. */
export const REPORT_HTML: Writer = { options: () => REPORT_OPTIONS, serialise };

async function serialise(factCheck: FactCheck, context: ExportContext): Promise<ExportResult> {
  const { content, isForEditors } = await readWish(factCheck, context);
  const { article } = content;
  const title = headOf(factCheck).title.trim() || article.title.trim() || 'Fact check';
  const claims: string[] = [];
  for (const claim of content.claims) {
    claims.push(writeClaim(claim, content));
    // In slices on purpose.
    // oxlint-disable-next-line no-await-in-loop
    await context.pace(claims.length / content.claims.length);
  }
  const text = `<!DOCTYPE html>
<html lang="en" dir="${article.direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Linecheck">
<title>${escapeHtml(`Fact check: ${title}`)}</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<header>
<p class="kicker">Fact check</p>
<h1${languageOf(content)}>${escapeHtml(article.title.trim() || title)}</h1>
<dl class="facts">
${describeOrigin(content).map(writeOrigin).join('\n')}
${content.reviewers.map(({ name, role, lastAt }) => `<dt>Checked by</dt><dd>${isolate([name, role].filter(Boolean).join(', '))}, ${sayDate(lastAt)}</dd>`).join('\n')}
</dl>
</header>
<main>
<section aria-labelledby="tally">
<h2 id="tally">What was found</h2>
<p>${describeCoverage(content)}</p>
${writeTally(content)}
</section>
${isForEditors ? writeSuggestions(content) : ''}
<section aria-labelledby="article">
<h2 id="article">The article</h2>
<p class="soft">Underlined words are checked; the number leads to the claim.</p>
<div class="article"${languageOf(content)}>
${writeBlocks(content.blocks)}
</div>
</section>
<section aria-labelledby="claims">
<h2 id="claims">The claims</h2>
${claims.join('\n') || '<p>No claim has been marked yet.</p>'}
</section>
${writeUnplaced(content)}${writeNotCheckable(content)}${writeUnsettled(content)}
${writeReferences(content.references)}
</main>
<footer>
<p>Made with Linecheck on ${sayDate(context.exportedAt)}. Underlines and badges show the rating by colour, and each rating is said in words.</p>
</footer>
</body>
</html>
`;
  return {
    ok: true,
    files: [
      {
        label: 'Report',
        fileName: exportNameFor(title, context, '.report.html'),
        mediaType: 'text/html',
        text,
      },
    ],
    loss: describeReportLoss(factCheck, isForEditors, context.leftOut),
  };
}

function languageOf({ article }: ReportContent): string {
  return ` lang="${escapeHtml(article.language)}" dir="${article.direction}"`;
}

function writeOrigin({ label, words }: { readonly label: string; readonly words: string }): string {
  const href = linkTarget(words);
  return `<dt>${label}</dt><dd>${href === null ? isolate(words) : link(href, words)}</dd>`;
}

function writeTally({ scaleName, tally, open }: ReportContent): string {
  const rows = tally.map(
    ({ rating, count }) =>
      `<tr><td data-c="${rating.colour}">${badge(rating.mark)} ${isolate(rating.label)}</td><td>${isolate(rating.definition)}</td><td class="n">${count}</td></tr>`,
  );
  if (open > 0)
    rows.push(`<tr><td>${badge('…')} No verdict yet</td><td></td><td class="n">${open}</td></tr>`);
  return `<table>
<caption class="soft">Rating scale: ${isolate(scaleName)}</caption>
<thead><tr><th scope="col">Rating</th><th scope="col">What it means</th><th scope="col" class="n">Claims</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`;
}

function writeSuggestions(content: ReportContent): string {
  const { suggestions, forOtherWords } = listSuggestions(content);
  const rows = suggestions.map(
    ({ number, quote, wording, reviewer }) =>
      `<tr><td><a href="#claim-${number}">${number}</a></td><td><del>${isolate(quote)}</del></td><td><ins>${isolate(wording)}</ins></td><td>${isolate(reviewer)}</td></tr>`,
  );
  return `<section aria-labelledby="suggestions">
<h2 id="suggestions">Suggested wordings</h2>
${
  rows.length === 0
    ? '<p>No other wording is suggested.</p>'
    : `<table>
<thead><tr><th scope="col">Claim</th><th scope="col">As written</th><th scope="col">Suggested</th><th scope="col">By</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`
}${forOtherWords === '' ? '' : `\n<p>${forOtherWords}</p>`}
</section>`;
}

function writeBlocks(blocks: readonly ReportBlock[]): string {
  const lines: string[] = [];
  let open: 'ul' | 'ol' | null = null;
  for (const block of blocks) {
    const list = block.kind !== 'list-item' ? null : block.isNumbered ? 'ol' : 'ul';
    if (list !== open && open !== null) lines.push(`</${open}>`);
    if (list !== open && list !== null) lines.push(`<${list}>`);
    open = list;
    lines.push(writeBlock(block));
  }
  if (open !== null) lines.push(`</${open}>`);
  return lines.join('\n');
}

function writeBlock({ kind, pieces }: ReportBlock): string {
  const words = pieces
    .map(({ text, colour, ends }) => {
      const marked =
        colour === null ? escapeHtml(text) : `<mark data-c="${colour}">${escapeHtml(text)}</mark>`;
      return (
        marked +
        ends
          .map((n) => `<sup><a href="#claim-${n}" aria-label="Claim ${n}">${n}</a></sup>`)
          .join('<sup>,</sup>')
      );
    })
    .join('');
  switch (kind) {
    case 'heading':
      return `<h3>${words}</h3>`;
    case 'quote':
      return `<blockquote>${words}</blockquote>`;
    case 'list-item':
      return `<li>${words}</li>`;
    case 'caption':
      return `<p class="soft">${words}</p>`;
    case 'paragraph':
      return `<p>${words}</p>`;
  }
}

function writeClaim(claim: ReportClaim | UnplacedClaim, content: ReportContent): string {
  const { number, quote, statement, judgements, evidence, judgedQuote, annotation } = claim;
  const colour = ratingOfFirst(judgements)?.colour ?? 'none';
  const [standing, doubted] = splitByDoubt(claim);
  const claimant = describeClaimant(claim);
  const lines = [
    number === null
      ? '<article class="claim" data-c="none">'
      : `<article class="claim" id="claim-${number}" data-c="${colour}">`,
    `<h3>${number === null ? '' : `${number}. `}${isolate(statement ?? quote)}</h3>`,
    statement === null
      ? ''
      : `<blockquote class="words"${languageOf(content)}>${escapeHtml(quote)}</blockquote>`,
    claimant === '' ? '' : `<p class="soft">Said by ${isolate(claimant)}</p>`,
    annotation.claim.kind === 'attribution' ? `<p class="soft">${WHO_SAID_IT}</p>` : '',
    judgements.length === 0 ? '<p class="verdict">No verdict yet</p>' : '',
    ...standing.map(writeJudgement),
    number !== null && doubted.length > 0 ? `<p class="doubt">${sayInDoubt(claim)}</p>` : '',
    judgedQuote !== null
      ? `<p class="soft">Judged words: <q${languageOf(content)}>${escapeHtml(judgedQuote)}</q></p>`
      : '',
    ...doubted.map(writeJudgement),
    ...evidence.map(
      ({ stance, items }) =>
        `<h4>${STANCE_WORDS[stance]}</h4>\n<ul class="evidence">\n${items.map(writeEvidence).join('\n')}\n</ul>`,
    ),
    '</article>',
  ];
  return lines.filter((line) => line !== '').join('\n');
}

/** In the colour of its own rating; a verdict on other words has none. */
function writeJudgement({ verdict, rating, reviewer, isInDoubt }: Judgement): string {
  const colour = isInDoubt ? 'none' : (rating?.colour ?? 'none');
  const label = rating?.label ?? verdict.ratingId;
  const { conclusion, unknowns, confidence, decidedAt } = verdict;
  return [
    `<p data-c="${colour}"><span class="verdict">${rating ? `${badge(rating.mark)} ` : ''}${label === null ? 'No rating' : isolate(label)}</span> <span class="soft">${isolate(reviewer)}, ${sayDate(decidedAt)}${confidence === undefined ? '' : `; confidence ${confidence}`}</span></p>`,
    conclusion.trim() === '' ? '' : `<p class="pre" dir="auto">${escapeHtml(conclusion.trim())}</p>`,
    unknowns?.trim()
      ? `<p class="pre" dir="auto"><strong>What is not known:</strong> ${escapeHtml(unknowns.trim())}</p>`
      : '',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function writeEvidence({ evidence, reference }: ReportEvidence): string {
  const { quote, locator, note } = evidence;
  const parts = [
    quote?.trim() ? `<q>${isolate(quote.trim())}</q>` : isolate(nameOf(reference)),
    locator?.trim() ? `(${isolate(locator.trim())})` : '',
    note?.trim() ? `– ${isolate(note.trim())}` : '',
  ].filter((part) => part !== '');
  return `<li>${parts.join(' ')}<sup><a href="#source-${reference.number}" aria-label="Source ${reference.number}">${reference.number}</a></sup></li>`;
}

function nameOf({ source }: Reference): string {
  return source.title.trim() || source.url?.trim() || 'Untitled source';
}

function writeNotCheckable({ notCheckable }: ReportContent): string {
  if (notCheckable.length === 0) return '';
  return `<section aria-labelledby="not-checkable">
<h2 id="not-checkable">Nothing to check</h2>
${writeMarks(notCheckable)}
</section>`;
}

function writeUnsettled({ unsettled }: ReportContent): string {
  if (unsettled.length === 0) return '';
  return `<section aria-labelledby="unsettled">
<h2 id="unsettled">Nothing to check in other words</h2>
<p>${UNSETTLED}</p>
${writeMarks(unsettled)}
</section>`;
}

function writeMarks(marks: ReportContent['notCheckable']): string {
  const items = marks.map(
    ({ quote, reason }) => `<li>${isolate(quote)}${reason === '' ? '' : ` – ${isolate(reason)}`}</li>`,
  );
  return `<ul>
${items.join('\n')}
</ul>`;
}

function writeUnplaced(content: ReportContent): string {
  const { unplaced } = content;
  if (unplaced.length === 0) return '';
  return `<section aria-labelledby="unplaced">
<h2 id="unplaced">Claims without a place</h2>
<p>${UNPLACED}</p>
${unplaced.map((claim) => writeClaim(claim, content)).join('\n')}
</section>`;
}

function writeReferences(references: readonly Reference[]): string {
  if (references.length === 0) return '';
  const items = references.map(({ number, source, citation }) => {
    const archives = source.archives.map(({ provider, url, capturedAt }) => {
      const href = linkTarget(url);
      const name = `Archived${provider.trim() ? ` by ${isolate(provider.trim())}` : ''}${capturedAt?.trim() ? `, ${isolate(sayDate(capturedAt))}` : ''}`;
      return `. ${name}: ${href === null ? isolate(url) : link(href, href)}`;
    });
    return `<li id="source-${number}">${citation.map(writeRun).join('')}${archives.join('')}</li>`;
  });
  return `<section aria-labelledby="sources">
<h2 id="sources">Sources</h2>
<ol class="references">
${items.join('\n')}
</ol>
</section>`;
}

function writeRun({ text, isTitle, href }: Run): string {
  if (href !== undefined) return link(href, text);
  return isTitle ? `<cite>${isolate(text)}</cite>` : escapeHtml(text);
}

function badge(mark: string): string {
  return `<span class="badge" aria-hidden="true">${escapeHtml(mark)}</span>`;
}

/** Words of unknown direction do not turn round what stands beside them. */
function isolate(words: string): string {
  return `<bdi>${escapeHtml(words)}</bdi>`;
}

function link(href: string, words: string): string {
  return `<a href="${escapeHtml(href)}" rel="noopener noreferrer">${escapeHtml(words)}</a>`;
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

/** Safe as text and inside quotes. Characters that HTML does not allow become the replacement character. */
function escapeHtml(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[&<>"']/g, (character) => ESCAPES.get(character) ?? '')
    .replaceAll(FORBIDDEN, '\ufffd');
}

/** Control characters but tab and line feed, half characters and non-characters (HTML, section 13.2.3.5). */
const FORBIDDEN = /[^\P{Cc}\t\n]|\p{Surrogate}|\p{Noncharacter_Code_Point}/gu;
