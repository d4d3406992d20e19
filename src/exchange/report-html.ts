import { linkTarget } from '../domain/link.ts';
import { headOf, type FactCheck } from '../domain/fact-check.ts';
import type { Pace } from '../domain/steps.ts';
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

/** The report as one HTML file that asks nobody for anything. */
export const REPORT_HTML: Writer = { options: reportOptions, serialise };

async function serialise(factCheck: FactCheck, context: ExportContext): Promise<ExportResult> {
  const { content, isForEditors } = await readWish(factCheck, context);
  const { article } = content;
  const title = headOf(factCheck).title.trim() || article.title.trim() || 'Fact check';
  const own = ownWordsIn(content);
  const claims: string[] = [];
  for (const claim of content.claims) {
    claims.push(writeClaim(claim, content));
    // In slices on purpose.
    // oxlint-disable-next-line no-await-in-loop
    await context.pace((1 + claims.length / content.claims.length) / 2);
  }
  const suggestions = isForEditors ? writeSuggestions(content) : '';
  await context.pace(1);
  const blocks = await writeBlocks(content.blocks, context.pace);
  const references = writeReferences(content);
  await context.pace(1);
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
<p class="kicker">${own('Fact check')}</p>
<h1${languageOf(content)}>${escapeHtml(article.title.trim() || title)}</h1>
<dl class="facts">
${describeOrigin(content)
  .map((line) => writeOrigin(line, own))
  .join('\n')}
${content.reviewers.map((one) => `<dt>${own('Checked by')}</dt><dd>${own(`${sayReviewer(one, isolate)}, ${sayDate(one.lastAt)}`)}</dd>`).join('\n')}
</dl>
</header>
<main>
<section aria-labelledby="tally">
<h2 id="tally">${own('What was found')}</h2>
<p>${own(describeCoverage(content))}</p>
${writeTally(content)}
</section>
${suggestions}
<section aria-labelledby="article">
<h2 id="article">${own('The article')}</h2>
<p class="soft">${own('Underlined words are checked; the number leads to the claim.')}</p>
<div class="article"${languageOf(content)}>
${blocks}
</div>
</section>
<section aria-labelledby="claims">
<h2 id="claims">${own('The claims')}</h2>
${claims.join('\n') || `<p>${own('No claim has been marked yet.')}</p>`}
</section>
${writeUnplaced(content)}${writeNotCheckable(content)}${writeUnsettled(content)}
${references}
</main>
<footer>
<p>${own(`Made with Linecheck on ${sayDate(context.exportedAt)}. Underlines and badges show the rating by colour, and each rating is said in words.`)}</p>
</footer>
</body>
</html>
`;
  await context.pace(1);
  return {
    ok: true,
    files: [
      {
        fileName: exportNameFor(title, context, '.report.html'),
        mediaType: 'text/html',
        text,
      },
    ],
    loss: describeReportLoss(factCheck, content, isForEditors),
  };
}

function languageOf({ article }: ReportContent): string {
  return ` lang="${escapeHtml(article.language)}" dir="${article.direction}"`;
}

/** Words of the report itself are English: in one of the other direction they run, and end, by their own. */
type OwnWords = (html: string) => string;

function ownWordsIn({ article }: ReportContent): OwnWords {
  return (html) => (article.direction === 'rtl' ? `<bdi dir="ltr">${html}</bdi>` : html);
}

function writeOrigin(
  { label, words }: { readonly label: string; readonly words: string },
  own: OwnWords,
): string {
  const href = linkTarget(words);
  return `<dt>${own(label)}</dt><dd>${href === null ? isolate(words) : own(link(href, words))}</dd>`;
}

function writeTally(content: ReportContent): string {
  const { scaleName, tally, open } = content;
  const own = ownWordsIn(content);
  const rows = tally.map(
    ({ rating, count }) =>
      `<tr><td data-c="${rating.colour}">${badge(rating.mark)} ${isolate(rating.label)}</td><td>${isolate(rating.definition)}</td><td class="n">${count}</td></tr>`,
  );
  if (open > 0)
    rows.push(`<tr><td>${badge('…')} ${own('No verdict yet')}</td><td></td><td class="n">${open}</td></tr>`);
  return `<table>
<caption class="soft">${own(`Rating scale: ${isolate(scaleName)}`)}</caption>
<thead><tr><th scope="col">${own('Rating')}</th><th scope="col">${own('What it means')}</th><th scope="col" class="n">${own('Claims')}</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`;
}

function writeSuggestions(content: ReportContent): string {
  const { suggestions, forOtherWords } = listSuggestions(content);
  const own = ownWordsIn(content);
  const rows = suggestions.map(
    ({ number, quote, wording, reviewer }) =>
      `<tr><td><a href="#claim-${number}">${number}</a></td><td><del>${isolate(quote)}</del></td><td><ins>${isolate(wording)}</ins></td><td>${isolate(reviewer)}</td></tr>`,
  );
  return `<section aria-labelledby="suggestions">
<h2 id="suggestions">${own('Suggested wordings')}</h2>
${
  rows.length === 0
    ? `<p>${own('No other wording is suggested.')}</p>`
    : `<table>
<thead><tr>${['Claim', 'As written', 'Suggested', 'By'].map((head) => `<th scope="col">${own(head)}</th>`).join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`
}${forOtherWords === '' ? '' : `\n<p>${own(forOtherWords)}</p>`}
</section>`;
}

async function writeBlocks(blocks: readonly ReportBlock[], pace: Pace): Promise<string> {
  const lines: string[] = [];
  let open: 'ul' | 'ol' | null = null;
  for (const block of blocks) {
    const list = block.kind !== 'list-item' ? null : block.isNumbered ? 'ol' : 'ul';
    if (list !== open && open !== null) lines.push(`</${open}>`);
    if (list !== open && list !== null) lines.push(`<${list}>`);
    open = list;
    lines.push(writeBlock(block));
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    await pace(1);
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
  const claimant = sayClaimant(claim, isolate);
  const own = ownWordsIn(content);
  const judgedIn = sayJudgedIn(claim);
  const lines = [
    `<h3>${number === null ? '' : `${number}. `}${isolate(statement ?? quote)}</h3>`,
    statement === null
      ? ''
      : `<blockquote class="words"${languageOf(content)}>${escapeHtml(quote)}</blockquote>`,
    claimant === '' ? '' : `<p class="soft">${own(claimant)}</p>`,
    annotation.claim.kind === 'attribution' ? `<p class="soft">${own(WHO_SAID_IT)}</p>` : '',
    judgements.length === 0 ? `<p class="verdict">${own('No verdict yet')}</p>` : '',
    ...standing.map((one) => writeJudgement(one, own)),
    number !== null && doubted.length > 0 ? `<p class="doubt">${own(sayInDoubt(claim))}</p>` : '',
    judgedQuote !== null
      ? `<p class="soft">${own(`Judged words: <q${languageOf(content)}>${escapeHtml(judgedQuote)}</q>`)}</p>`
      : '',
    ...doubted.map((one) => writeJudgement(one, own)),
    judgedIn === null ? '' : `<p class="soft">${own(judgedIn)}</p>`,
    ...evidence.map(
      ({ stance, items }) =>
        `<h4>${own(STANCE_WORDS[stance])}</h4>\n<ul class="evidence">\n${items.map(writeEvidence).join('\n')}\n</ul>`,
    ),
  ].filter((line) => line !== '');
  const brief = lines.join('').length <= BRIEF ? ' brief' : '';
  const opening =
    number === null
      ? `<article class="claim${brief}" data-c="none">`
      : `<article class="claim${brief}" id="claim-${number}" data-c="${colour}">`;
  return [opening, ...lines, '</article>'].join('\n');
}

/** A claim of no more characters, markup included, is about a quarter of a page: it is printed on one. */
const BRIEF = 1600;

/** In the colour of its own rating; a verdict on other words has none. */
function writeJudgement({ verdict, rating, reviewer, isInDoubt }: Judgement, own: OwnWords): string {
  const colour = isInDoubt ? 'none' : (rating?.colour ?? 'none');
  const label = rating?.label ?? verdict.ratingId;
  const { conclusion, unknowns, confidence, decidedAt } = verdict;
  return [
    `<p data-c="${colour}"><span class="verdict">${rating ? `${badge(rating.mark)} ` : ''}${label === null ? own('No rating') : isolate(label)}</span> <span class="soft">${own(`${isolate(reviewer)}, ${sayDate(decidedAt)}${confidence === undefined ? '' : `; confidence ${confidence}`}`)}</span></p>`,
    conclusion.trim() === '' ? '' : `<p class="pre" dir="auto">${escapeHtml(conclusion.trim())}</p>`,
    unknowns?.trim()
      ? `<p class="pre"><strong>${own('What is not known:')}</strong> ${isolate(unknowns.trim())}</p>`
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

function writeNotCheckable(content: ReportContent): string {
  const { notCheckable } = content;
  if (notCheckable.length === 0) return '';
  return `<section aria-labelledby="not-checkable">
<h2 id="not-checkable">${ownWordsIn(content)('Nothing to check')}</h2>
${writeMarks(notCheckable)}
</section>`;
}

function writeUnsettled(content: ReportContent): string {
  const { unsettled } = content;
  if (unsettled.length === 0) return '';
  const own = ownWordsIn(content);
  return `<section aria-labelledby="unsettled">
<h2 id="unsettled">${own('Nothing to check in other words')}</h2>
<p>${own(UNSETTLED)}</p>
${writeMarks(unsettled)}
</section>`;
}

function writeMarks(marks: ReportContent['notCheckable']): string {
  const items = marks.map(
    (mark) => `<li>${[mark.quote, ...describeMark(mark)].map(isolate).join(' – ')}</li>`,
  );
  return `<ul>
${items.join('\n')}
</ul>`;
}

function writeUnplaced(content: ReportContent): string {
  const { unplaced } = content;
  if (unplaced.length === 0) return '';
  const own = ownWordsIn(content);
  return `<section aria-labelledby="unplaced">
<h2 id="unplaced">${own('Claims without a place')}</h2>
<p>${own(UNPLACED)}</p>
${unplaced.map((claim) => writeClaim(claim, content)).join('\n')}
</section>`;
}

function writeReferences(content: ReportContent): string {
  const { references } = content;
  if (references.length === 0) return '';
  const own = ownWordsIn(content);
  const items = references.map(
    ({ number, citation }) => `<li id="source-${number}">${own(citation.runs.map(writeRun).join(''))}</li>`,
  );
  return `<section aria-labelledby="sources">
<h2 id="sources">${own('Sources')}</h2>
<ol class="references">
${items.join('\n')}
</ol>
</section>`;
}

function writeRun({ text, isTitle, isIsolated, href }: Run): string {
  if (href !== undefined) return link(href, text);
  const words = isIsolated ? isolate(text) : escapeHtml(text);
  return isTitle ? `<cite>${words}</cite>` : words;
}

function badge(mark: string): string {
  return `<span class="badge" dir="auto" aria-hidden="true">${escapeHtml(mark)}</span>`;
}

/** Words of unknown direction do not turn round what stands beside them. */
function isolate(words: string): string {
  return `<bdi>${escapeHtml(words)}</bdi>`;
}

function link(href: string, words: string): string {
  const direction = RIGHT_TO_LEFT.test(words) ? ' dir="ltr"' : '';
  return `<a href="${escapeHtml(href)}" rel="noopener noreferrer"${direction}>${escapeHtml(words)}</a>`;
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
