import * as fc from 'fast-check';
import { WORK_STATUSES, type Annotation, type Target } from '../annotation.ts';
import { BUILTIN_SCALES } from '../builtin-scales.ts';
import { STANCES, type Evidence } from '../evidence.ts';
import {
  gatherFactCheck,
  recordsOf,
  type AnyRecord,
  type FactCheck,
  type FactCheckHead,
} from '../fact-check.ts';
import { claimVersionOf, type History } from '../history.ts';
import { RATING_COLOURS, type RatingScale } from '../rating-scale.ts';
import type { Id, Stamp } from '../record.ts';
import type { Reviewer } from '../reviewer.ts';
import { SOURCE_KINDS, SOURCE_TIERS, type Source } from '../source.ts';
import { CONFIDENCES, type Verdict } from '../verdict.ts';
import { arbitraryAddress, arbitraryArticle } from './arbitrary-article.ts';
import { arbitraryRecordOf, arbitraryWords } from './arbitrary-record.ts';
import { arbitraryId, arbitraryInstant, arbitraryText, arbitraryUnknownFields } from './arbitrary-text.ts';

const TEXT = arbitraryText();
/** Which of the records that are there is meant: its place among them, modulo their number. */
const PICK = fc.nat({ max: 10_000 });
const WHO = fc.option(PICK, { nil: null });

/** A record whose links to others are still picks. */
type Unlinked<T, Links extends string> = Omit<T, Links> & Readonly<Record<Links, number>>;

/**
 * A whole fact check that holds together: every record is valid and names only records that are there, quotes stand at
 * their positions, the digest is that of the text. Texts are awkward and some records carry fields of a newer version.
 * There are up to `annotations` annotations and sources (6 unless told), and twice as much evidence.
 */
export function arbitraryFactCheck({ annotations = 6 } = {}): fc.Arbitrary<FactCheck> {
  return fc
    .record({
      head: HEAD,
      article: arbitraryArticle(),
      scale: SCALE,
      reviewers: batchOf(REVIEWER, 1, 3),
      annotations: batchOf(ANNOTATION, 0, annotations),
      sources: batchOf(SOURCE, 0, annotations),
      verdicts: batchOf(VERDICT, 0, annotations),
      evidence: batchOf(EVIDENCE, 0, annotations * 2),
      history: batchOf(HISTORY, 0, annotations),
    })
    .map(linkUp);
}

/** One valid record of any type, taken out of a fact check that holds together. */
export function arbitraryRecord(): fc.Arbitrary<AnyRecord> {
  return fc.tuple(arbitraryFactCheck(), PICK).map(([factCheck, pick]) => choose(recordsOf(factCheck), pick));
}

const HEAD = arbitraryRecordOf<Omit<FactCheckHead, 'articleId' | 'scaleId'>>({
  type: fc.constant('fact-check'),
  title: TEXT,
  createdAt: arbitraryInstant(),
  createdBy: fc.option(arbitraryId(), { nil: null }),
});

const REVIEWER = arbitraryRecordOf<Reviewer>({ type: fc.constant('reviewer'), name: TEXT }, { role: TEXT });

const RATING = arbitraryWords<RatingScale['ratings'][number]>({
  id: arbitraryId(),
  label: arbitraryText({ isEmptyAllowed: false }),
  shortcut: fc.constantFrom('1', '2', 'x'),
  ordinal: fc.oneof(fc.constant(null), fc.integer({ min: -5, max: 5 }), fc.constant(2.5)),
  definition: TEXT,
  colour: fc.constantFrom(...RATING_COLOURS),
  mark: fc.constantFrom('T', '½', '✓'),
});

const SCALE = fc
  .tuple(
    arbitraryRecordOf<Stamp & { readonly type: 'rating-scale' }>({ type: fc.constant('rating-scale') }),
    fc.oneof(
      fc.constantFrom(...BUILTIN_SCALES),
      fc.record({
        id: arbitraryId(),
        version: fc.integer({ min: 1, max: 9 }),
        name: TEXT,
        ratings: batchOf(RATING, 1, 5),
      }),
    ),
  )
  .map(([stamp, { id, version, name, ratings }]): RatingScale => ({ ...stamp, id, version, name, ratings }));

/** Names of words: some of nothing that is here, and none. */
const READING_NAME = fc.constantFrom('00000000deadbeef', 'a name', null);
const READING = fc.record({ here: fc.constant('0123456789abcdef'), name: fc.constant('00000000deadbeef') });

interface Places {
  readonly places: readonly { readonly at: number; readonly length: number }[];
}

const CLAIM = arbitraryWords<Annotation['claim']>(
  { statement: TEXT, kind: fc.constantFrom('substance', 'attribution') },
  {
    claimant: arbitraryWords<NonNullable<Annotation['claim']['claimant']>>(
      { name: TEXT },
      { role: TEXT, kind: fc.constantFrom('person', 'organisation') },
    ),
    saidAt: fc.constantFrom('2021', 'at the briefing'),
  },
);

const ANNOTATION = arbitraryRecordOf<
  Omit<Annotation, 'articleId' | 'targets' | 'createdBy'> & Places & { readonly createdBy: number | null }
>(
  {
    type: fc.constant('annotation'),
    places: fc.array(fc.record({ at: PICK, length: fc.integer({ min: 1, max: 80 }) }), {
      minLength: 1,
      maxLength: 3,
    }),
    claim: CLAIM,
    checkability: fc.constantFrom('claim', 'not-checkable'),
    tags: fc.array(arbitraryText({ isEmptyAllowed: false }), { maxLength: 3 }),
    status: fc.constantFrom(...WORK_STATUSES),
    createdAt: arbitraryInstant(),
    createdBy: WHO,
  },
  {
    reason: TEXT,
    priority: fc.constantFrom('high', 'low'),
    earlier: fc.array(
      fc.record({ articleId: arbitraryId(), targets: fc.constant([targetAt('Older words', 0, 5)]) }),
      { maxLength: 2 },
    ),
    carried: fc.record({
      articleId: arbitraryId(),
      decision: fc.constantFrom('still-holds', 're-check', 'undecided', 'detached'),
      at: arbitraryInstant(),
      by: fc.option(arbitraryId(), { nil: null }),
    }),
    reading: READING,
    markedReading: READING_NAME,
    untoldReading: READING_NAME,
    confirmed: fc.record({
      verdictId: arbitraryId(),
      said: fc.constant('00000000deadbeef'),
      reading: fc.constant('00000000deadbeef'),
    }),
    foreign: fc.oneof(arbitraryUnknownFields(), TEXT, fc.constant(null)),
  },
);

const VERDICT = arbitraryRecordOf<
  Unlinked<Omit<Verdict, 'scaleId' | 'scaleVersion' | 'ratingId'>, 'annotationId' | 'reviewerId'> & {
    readonly ratingId: number | null;
  }
>(
  {
    type: fc.constant('verdict'),
    annotationId: PICK,
    reviewerId: PICK,
    ratingId: WHO,
    conclusion: TEXT,
    decidedAt: arbitraryInstant(),
  },
  {
    confidence: fc.constantFrom(...CONFIDENCES),
    suggestedWording: TEXT,
    unknowns: TEXT,
    reading: READING_NAME,
  },
);

const SOURCE = arbitraryRecordOf<Source>(
  {
    type: fc.constant('source'),
    kind: fc.constantFrom(...SOURCE_KINDS, 'musical_score'),
    title: TEXT,
    authors: fc.array(TEXT, { maxLength: 3 }),
    accessedAt: fc.option(arbitraryInstant(), { nil: null }),
    archives: fc.array(
      arbitraryWords<Source['archives'][number]>(
        {
          provider: TEXT,
          url: arbitraryAddress(),
          status: fc.constantFrom('available', 'requested', 'failed', 'unknown'),
        },
        { capturedAt: fc.constantFrom('2021-08-27', '20210827101500') },
      ),
      { maxLength: 2 },
    ),
  },
  {
    url: arbitraryAddress(),
    publisher: TEXT,
    publishedAt: fc.constantFrom('2021', '2021-08-26'),
    tier: fc.constantFrom(...SOURCE_TIERS),
    note: TEXT,
    toldAs: fc.array(fc.stringMatching(/^[0-9a-f]{16}$/), { maxLength: 2 }),
  },
);

const EVIDENCE = arbitraryRecordOf<Unlinked<Evidence, 'annotationId' | 'sourceId'>>(
  {
    type: fc.constant('evidence'),
    annotationId: PICK,
    sourceId: PICK,
    stance: fc.constantFrom(...STANCES),
  },
  { quote: TEXT, locator: TEXT, note: TEXT },
);

const HISTORY = arbitraryRecordOf<
  Omit<History, 'annotationId' | 'before' | 'replacedBy' | 'source' | 'mergedInto'> & {
    readonly before: number;
    readonly replacedBy: number | null;
    readonly source?: Source;
    readonly mergedInto?: number;
  }
>(
  { type: fc.constant('history'), before: PICK, replacedAt: arbitraryInstant(), replacedBy: WHO },
  { source: SOURCE, mergedInto: PICK },
);

type Generated<T> = T extends fc.Arbitrary<infer Value> ? Value : never;

interface Parts {
  readonly head: Generated<typeof HEAD>;
  readonly article: Generated<ReturnType<typeof arbitraryArticle>>;
  readonly scale: RatingScale;
  readonly reviewers: readonly Reviewer[];
  readonly annotations: readonly Generated<typeof ANNOTATION>[];
  readonly sources: readonly Source[];
  readonly verdicts: readonly Generated<typeof VERDICT>[];
  readonly evidence: readonly Generated<typeof EVIDENCE>[];
  readonly history: readonly Generated<typeof HISTORY>[];
}

function linkUp({
  head,
  article,
  scale,
  reviewers,
  annotations,
  sources,
  verdicts,
  evidence,
  history,
}: Parts): FactCheck {
  const who = (pick: number | null): Id | null => (pick === null ? null : choose(reviewers, pick).id);
  const records: AnyRecord[] = [
    { ...head, articleId: article.id, scaleId: scale.id },
    article,
    scale,
    ...reviewers,
    ...sources,
  ];
  for (const { places, createdBy, ...annotation } of annotations) {
    const targets = places.map(({ at, length }) => targetAt(article.text, at % article.text.length, length));
    records.push({ ...annotation, createdBy: who(createdBy), articleId: article.id, targets });
  }
  for (const { annotationId, reviewerId, ratingId, ...verdict } of annotations.length > 0 ? verdicts : []) {
    records.push({
      ...verdict,
      annotationId: choose(annotations, annotationId).id,
      reviewerId: choose(reviewers, reviewerId).id,
      scaleId: scale.id,
      scaleVersion: scale.version,
      ratingId: ratingId === null ? null : choose(scale.ratings, ratingId).id,
    });
  }
  for (const { annotationId, sourceId, ...link } of annotations.length * sources.length > 0 ? evidence : []) {
    records.push({
      ...link,
      annotationId: choose(annotations, annotationId).id,
      sourceId: choose(sources, sourceId).id,
    });
  }
  const replaceable = records.filter(isReplaceable);
  for (const { before, replacedBy, source, mergedInto, ...entry } of replaceable.length > 0 ? history : []) {
    const record = choose(replaceable, before);
    records.push({
      ...entry,
      replacedBy: who(replacedBy),
      ...(record.type === 'evidence' && source ? { source } : {}),
      ...(record.type === 'evidence' && mergedInto !== undefined
        ? { mergedInto: choose(sources, mergedInto).id }
        : {}),
      ...(record.type === 'annotation'
        ? { annotationId: record.id, before: claimVersionOf(record) }
        : { annotationId: record.annotationId, before: record }),
    });
  }
  return gatherFactCheck(head.id, records);
}

function isReplaceable(record: AnyRecord): record is Annotation | Verdict | Evidence {
  return record.type === 'annotation' || record.type === 'verdict' || record.type === 'evidence';
}

/** A target at these offsets (UTF-16 units), made wider where it would cut a surrogate pair. */
export function targetAt(text: string, at: number, length: number): Target {
  const start = isInsidePair(text, at) ? at - 1 : at;
  const far = Math.min(text.length, at + length);
  const end = isInsidePair(text, far) ? far + 1 : far;
  return {
    quote: {
      exact: text.slice(start, end),
      prefix: text.slice(Math.max(0, start - 32), start),
      suffix: text.slice(end, end + 32),
    },
    position: { start, end },
  };
}

function isInsidePair(text: string, offset: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(Math.max(0, offset - 1), offset + 1));
}

function choose<T>(list: readonly T[], pick: number): T {
  const chosen = list[pick % list.length];
  if (chosen === undefined) throw new Error('There is nothing to choose from.');
  return chosen;
}

function batchOf<T extends { readonly id: Id }>(
  record: fc.Arbitrary<T>,
  minLength: number,
  maxLength: number,
): fc.Arbitrary<T[]> {
  return fc.uniqueArray(record, { minLength, maxLength, selector: ({ id }) => id });
}
