import { extentOf, quoteOf, type Annotation } from '../domain/annotation.ts';
import type { Article, Block } from '../domain/article.ts';
import { countCoverage, coverSentences, createIsSettled, type Coverage } from '../domain/coverage.ts';
import { isInDoubt, isVerdictInDoubt, leadingVerdict, saysSomething } from '../domain/doubt.ts';
import { judgedQuoteOf } from '../domain/judged-place.ts';
import type { JudgedDraft } from '../domain/judged-draft.ts';
import type { Evidence, Stance } from '../domain/evidence.ts';
import { articleOf, scaleOf, type FactCheck } from '../domain/fact-check.ts';
import { evidenceOf, verdictsOf } from '../domain/lookup.ts';
import { compareMarks, cutPieces, markAnnotation, ratingOf, type Mark, type Piece } from '../domain/marks.ts';
import type { Rating } from '../domain/rating-scale.ts';
import type { Id } from '../domain/record.ts';
import type { Source } from '../domain/source.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { Citation, CitationStyle } from './cite.ts';
import type { ExportContext } from './format.ts';
import { listJudged } from './judged.ts';

/** What a report says, in the order in which it is said, without a word about how it looks. */
export interface ReportContent {
  readonly article: Article;
  /** Everyone who gave a verdict, with the instant of their last one. */
  readonly reviewers: readonly { readonly name: string; readonly role: string; readonly lastAt: string }[];
  readonly scaleName: string;
  /** Each rating of the scale with how many claims have it; ratings of other scales follow. */
  readonly tally: readonly { readonly rating: Rating; readonly count: number }[];
  /** Claims without a rating. */
  readonly open: number;
  readonly coverage: Coverage;
  readonly blocks: readonly ReportBlock[];
  readonly claims: readonly ReportClaim[];
  readonly notCheckable: readonly ReportMark[];
  /** Claims whose words are not in this version: they have no number. */
  readonly unplaced: readonly UnplacedClaim[];
  /** Words of which somebody said that there is nothing to check, and that are not in this version or are others now. */
  readonly unsettled: readonly ReportMark[];
  /** Sources by their number: in order of first use. */
  readonly references: readonly CitedReference[];
  readonly leftOut: number;
}

/** Words in which there is nothing to check. */
export interface ReportMark {
  readonly quote: string;
  readonly reason: string;
  readonly judgedDrafts: readonly JudgedDraft[];
}

export interface ReportBlock {
  readonly kind: Block['kind'];
  /** True for the item of a list that counts them. */
  readonly isNumbered: boolean;
  readonly pieces: readonly ReportPiece[];
}

export interface ReportPiece {
  readonly text: string;
  /** Of the innermost claim here; null for words that nobody marked. */
  readonly colour: Mark['colour'] | null;
  /** Numbers of the claims whose words end here. */
  readonly ends: readonly number[];
}

export interface ReportClaim extends Checked {
  readonly number: number;
}

export interface UnplacedClaim extends Checked {
  readonly number: null;
}

/** A claim with all that was said about it. */
interface Checked {
  readonly annotation: Annotation;
  readonly quote: string;
  /** The words that were judged when a verdict on it was given, if these are others. */
  readonly judgedQuote: string | null;
  /** What is checked, when it is said in other words than the quote. */
  readonly statement: string | null;
  /** In which drafts its words were judged; none where nobody has. */
  readonly judgedDrafts: readonly JudgedDraft[];
  /** The verdict that stands for the claim first. */
  readonly judgements: readonly Judgement[];
  readonly evidence: readonly { readonly stance: Stance; readonly items: readonly ReportEvidence[] }[];
}

export interface Judgement {
  readonly verdict: Verdict;
  readonly rating: Rating | null;
  readonly reviewer: string;
  /** True when it was given on other words than those that stand here. */
  readonly isInDoubt: boolean;
}

export interface ReportEvidence {
  readonly evidence: Evidence;
  readonly reference: Reference;
}

export interface Reference {
  readonly number: number;
  readonly source: Source;
}

export interface CitedReference extends Reference {
  readonly citation: Citation;
}

/** The share of the whole that is done when all sources are cited. */
const CITED = 0.5;

/** Gathers what a report says about the article under check. */
export async function gatherReport(
  factCheck: FactCheck,
  style: CitationStyle,
  context: ExportContext,
): Promise<ReportContent> {
  const { reviewerId, leftOut, pace, cite } = context;
  const article = articleOf(factCheck);
  const judged = await listJudged(factCheck, context);
  const annotations = judged
    .filter(({ standing }) => standing !== 'no-place')
    .map(({ annotation }) => annotation);
  const referTo = createReferences();
  const claims: ReportClaim[] = [];
  for (const { annotation, number, quote, judgedDrafts } of judged) {
    if (number === null) continue;
    const judgedQuote = isInDoubt(factCheck, annotation)
      ? judgedQuoteOf(annotation, verdictsOf(factCheck, annotation.id))
      : null;
    claims.push({
      number,
      annotation,
      quote,
      judgedQuote: judgedQuote === quote ? null : judgedQuote,
      statement: sayStatement(annotation),
      judgedDrafts,
      judgements: judgementsOf(factCheck, annotation, reviewerId),
      evidence: evidenceByStance(factCheck, annotation.id, referTo),
    });
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose; nothing is written yet
    await pace(0);
  }
  const unplaced: UnplacedClaim[] = [];
  for (const { annotation, number, quote, judgedDrafts } of judged) {
    if (number !== null || annotation.checkability !== 'claim') continue;
    unplaced.push({
      number: null,
      annotation,
      quote: judgedQuoteOf(annotation, verdictsOf(factCheck, annotation.id)) ?? quote,
      judgedQuote: null,
      statement: sayStatement(annotation),
      judgedDrafts,
      // Nothing of it is on words that stand here.
      judgements: judgementsOf(factCheck, annotation, reviewerId).map((one) => ({ ...one, isInDoubt: true })),
      evidence: evidenceByStance(factCheck, annotation.id, referTo),
    });
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose; nothing is written yet
    await pace(0);
  }
  const citations = await cite(
    referTo.all.map(({ source }) => source),
    style,
  );
  const references = referTo.all.flatMap((reference, i): readonly CitedReference[] => {
    const citation = citations[i];
    return citation ? [{ ...reference, citation }] : [];
  });
  await pace(CITED);
  const states = coverSentences(article.sentences, annotations, createIsSettled(factCheck));
  await pace(CITED);
  const blocks = await blocksOf(factCheck, article, claims, { reviewerId, pace });
  await pace(CITED);
  return {
    article,
    reviewers: reviewersOf(factCheck, [...annotations, ...unplaced.map(({ annotation }) => annotation)]),
    scaleName: scaleOf(factCheck).name,
    tally: tallyOf(factCheck, claims),
    open: claims.filter(({ judgements }) => ratingOfFirst(judgements) === null).length,
    coverage: countCoverage(states),
    blocks,
    claims,
    notCheckable: judged
      .filter(
        ({ annotation, standing }) => annotation.checkability === 'not-checkable' && standing === 'here',
      )
      .map(({ annotation, quote, judgedDrafts }) => ({
        quote,
        reason: annotation.reason?.trim() ?? '',
        judgedDrafts,
      })),
    unplaced,
    unsettled: judged
      .filter(
        ({ annotation, standing }) => annotation.checkability === 'not-checkable' && standing !== 'here',
      )
      .map(({ quote, annotation, judgedDrafts }) => ({
        judgedDrafts,
        quote: judgedQuoteOf(annotation, verdictsOf(factCheck, annotation.id)) ?? quote,
        reason: annotation.reason?.trim() ?? '',
      })),
    references,
    leftOut,
  };
}

function sayStatement(annotation: Annotation): string | null {
  const statement = annotation.claim.statement.trim();
  return statement === '' || statement === quoteOf(annotation).trim() ? null : statement;
}

/** Those that stand go first: a claim is never headed by a verdict on other words when there is one on these. */
function judgementsOf(
  factCheck: FactCheck,
  annotation: Annotation,
  reviewerId: Id | null,
): readonly Judgement[] {
  const all = verdictsOf(factCheck, annotation.id).filter(saysSomething);
  const leading = leadingVerdict(factCheck, annotation, reviewerId);
  const ordered = [...(leading ? [leading] : []), ...all.filter((verdict) => verdict !== leading)];
  const judgements = ordered.map((verdict) => ({
    verdict,
    isInDoubt: isVerdictInDoubt(annotation, verdict),
    rating: ratingOf(factCheck, verdict) ?? null,
    reviewer: factCheck.tables.reviewer.get(verdict.reviewerId)?.name.trim() || 'Somebody without a name',
  }));
  return judgements.toSorted((a, b) => Number(a.isInDoubt) - Number(b.isInDoubt));
}

/** The rating of the claim: that of the leading verdict, if it stands. */
export function ratingOfFirst([first]: readonly Judgement[]): Rating | null {
  return first && !first.isInDoubt ? first.rating : null;
}

const STANCE_ORDER: readonly Stance[] = ['supports', 'refutes', 'mixed', 'context'];

type ReferTo = ((source: Source) => Reference) & { readonly all: readonly Reference[] };

/** Gives a source its number the first time that it is asked for. */
function createReferences(): ReferTo {
  const all: Reference[] = [];
  const known = new Map<Id, Reference>();
  function refer(source: Source): Reference {
    const before = known.get(source.id);
    if (before) return before;
    const reference = { number: all.length + 1, source };
    known.set(source.id, reference);
    all.push(reference);
    return reference;
  }
  return Object.assign(refer, { all });
}

function evidenceByStance(factCheck: FactCheck, annotationId: Id, referTo: ReferTo): ReportClaim['evidence'] {
  const links = evidenceOf(factCheck, annotationId);
  return STANCE_ORDER.map((stance) => ({
    stance,
    items: links.flatMap((evidence): ReportEvidence[] => {
      const source = factCheck.tables.source.get(evidence.sourceId);
      return evidence.stance === stance && source ? [{ evidence, reference: referTo(source) }] : [];
    }),
  })).filter(({ items }) => items.length > 0);
}

function reviewersOf(factCheck: FactCheck, annotations: readonly Annotation[]): ReportContent['reviewers'] {
  const lastOf = new Map<Id, string>();
  for (const { id } of annotations) {
    for (const { reviewerId, decidedAt } of verdictsOf(factCheck, id)) {
      const last = lastOf.get(reviewerId);
      if (last === undefined || Date.parse(decidedAt) > Date.parse(last)) lastOf.set(reviewerId, decidedAt);
    }
  }
  return [...lastOf].flatMap(([id, lastAt]) => {
    const reviewer = factCheck.tables.reviewer.get(id);
    return reviewer && reviewer.name.trim() !== ''
      ? [{ name: reviewer.name.trim(), role: reviewer.role?.trim() ?? '', lastAt }]
      : [];
  });
}

function tallyOf(factCheck: FactCheck, claims: readonly ReportClaim[]): ReportContent['tally'] {
  const counts = new Map<Rating, number>(scaleOf(factCheck).ratings.map((rating) => [rating, 0]));
  for (const { judgements } of claims) {
    const rating = ratingOfFirst(judgements);
    if (rating) counts.set(rating, (counts.get(rating) ?? 0) + 1);
  }
  return [...counts].map(([rating, count]) => ({ rating, count }));
}

/** The article in its blocks, and what stands between them, cut where a claim begins or ends. */
async function blocksOf(
  factCheck: FactCheck,
  article: Article,
  claims: readonly ReportClaim[],
  { reviewerId, pace }: Pick<ExportContext, 'reviewerId' | 'pace'>,
): Promise<readonly ReportBlock[]> {
  const marks: Mark[] = [];
  for (const { annotation } of claims) {
    marks.push(...markAnnotation(factCheck, annotation, reviewerId));
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose; nothing is written yet
    await pace(CITED);
  }
  marks.sort(compareMarks);
  const waiting = claims
    .map(({ annotation, number }) => ({ number, end: extentOf(annotation).end }))
    .toSorted((a, b) => a.end - b.end || a.number - b.number);
  await pace(CITED);
  const blocks: { readonly block: Block; readonly pieces: readonly Piece[] }[] = [];
  // Those that may reach into the block: each mark is looked at where it stands, not in every block.
  let near: readonly Mark[] = [];
  let met = 0;
  for (const block of everyBlock(article)) {
    const from = met;
    while (met < marks.length && (marks[met]?.start ?? 0) < block.end) met += 1;
    near = [...near, ...marks.slice(from, met)].filter(({ end }) => end > block.start);
    blocks.push({ block, pieces: cutPieces(block, near) });
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose; nothing is written yet
    await pace(CITED);
  }
  const starts = blocks.flatMap(({ pieces }) => pieces.map(({ start }) => start));
  let begun = 0;
  let told = 0;
  /** The claims of which nothing stands behind the piece that is next: their words may end between two blocks. */
  const endsOfNext = (): readonly number[] => {
    begun += 1;
    const next = starts[begun] ?? Infinity;
    const from = told;
    while (told < waiting.length && (waiting[told]?.end ?? 0) <= next) told += 1;
    return waiting.slice(from, told).map(({ number }) => number);
  };
  return blocks.map(({ block, pieces }) => ({
    kind: block.kind,
    isNumbered: block.kind === 'list-item' && block.ordered === true,
    pieces: pieces.map((piece) => ({
      text: article.text.slice(piece.start, piece.end),
      colour: piece.marks.at(-1)?.colour ?? null,
      ends: endsOfNext(),
    })),
  }));
}

function everyBlock({ text, blocks }: Article): readonly Block[] {
  const all: Block[] = [];
  let reached = 0;
  const fill = (end: number): void => {
    if (text.slice(reached, end).trim() !== '') all.push({ kind: 'paragraph', start: reached, end });
  };
  for (const block of blocks) {
    fill(block.start);
    if (block.end > block.start) all.push(block);
    reached = Math.max(reached, block.end);
  }
  fill(text.length);
  return all;
}
