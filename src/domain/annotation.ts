import * as v from 'valibot';
import type { Range } from './article.ts';
import { idSchema, instantSchema, offsetSchema, stampEntries, type RecordOf } from './record.ts';

/** Where in the Article: the words and what stands around them (W3C TextQuoteSelector), and the offsets they had. */
const targetSchema = v.looseObject({
  quote: v.looseObject({ exact: v.string(), prefix: v.string(), suffix: v.string() }),
  /** UTF-16 units into `Article.text`, half-open. */
  position: v.pipe(
    v.looseObject({ start: offsetSchema, end: offsetSchema }),
    v.check(({ start, end }) => start < end, 'is empty or runs backwards'),
  ),
  /** The draft in which the words were judged, when it is an older one than the annotation stands in. */
  judgedIn: v.exactOptional(idSchema),
});

const claimantSchema = v.looseObject({
  name: v.string(),
  role: v.exactOptional(v.string()),
  kind: v.exactOptional(v.picklist(['person', 'organisation'])),
});

export const claimSchema = v.looseObject({
  /** What is checked, in words that stand alone. */
  statement: v.string(),
  claimant: v.exactOptional(claimantSchema),
  /** When it was said, as far as known: a year, a date, an instant or words. */
  saidAt: v.exactOptional(v.string()),
  /** Is it checked that the thing is so, or that the person said it? */
  kind: v.picklist(['substance', 'attribution']),
});

/** The name that words have because they say the same as others: see `readingOf`. */
const readingSchema = v.looseObject({
  /** Digest of the targets of which it is said. */
  here: v.string(),
  name: v.string(),
});

/** Where it stood before: in another draft, or in this one. */
const earlierSchema = v.looseObject({
  articleId: idSchema,
  targets: v.array(targetSchema),
  reading: v.exactOptional(readingSchema),
});

/** What a person said about it when a new draft came in which its words had changed, or had no place any more. */
const carriedSchema = v.looseObject({
  /** The new draft. */
  articleId: idSchema,
  decision: v.picklist(['still-holds', 're-check', 'undecided', 'detached']),
  at: instantSchema,
  by: v.nullable(idSchema),
});

/** Says that somebody else's verdict, as it was then, holds for other words as well. */
const confirmedSchema = v.looseObject({
  verdictId: idSchema,
  /** Digest of what the verdict said. */
  said: v.string(),
  reading: v.string(),
});

export const WORK_STATUSES = ['to-check', 'researching', 'checked', 'approved'] as const;

const entries = {
  type: v.literal('annotation'),
  ...stampEntries,
  articleId: idSchema,
  targets: v.pipe(v.array(targetSchema), v.minLength(1, 'has no place in the article')),
  claim: claimSchema,
  checkability: v.picklist(['claim', 'not-checkable']),
  /** Why it is not checkable. */
  reason: v.exactOptional(v.string()),
  priority: v.exactOptional(v.picklist(['high', 'low'])),
  tags: v.array(v.string()),
  status: v.picklist(WORK_STATUSES),
  createdAt: instantSchema,
  createdBy: v.nullable(idSchema),
  /** Its places in other drafts, and those in this one where something was said about it, in the order in which it stood there. */
  earlier: v.exactOptional(v.array(earlierSchema)),
  carried: v.exactOptional(carriedSchema),
  /** Absent where the words have their own name. */
  reading: v.exactOptional(readingSchema),
  /** The reading of which it was said that there is nothing to check; null when that is not known. */
  markedReading: v.exactOptional(v.nullable(v.string())),
  /** The reading that verdicts without one of their own were given on; null when that is not known. */
  untoldReading: v.exactOptional(v.nullable(v.string())),
  confirmed: v.exactOptional(confirmedSchema),
  /** What an importer could not place, kept as it came. */
  foreign: v.exactOptional(v.unknown()),
};

/** One claim under check, or the mark that there is none, anchored at one or more Targets. */
export type Annotation = RecordOf<typeof entries>;
export type Target = Annotation['targets'][number];
export type Claim = Annotation['claim'];
export type Claimant = NonNullable<Claim['claimant']>;
export type WorkStatus = Annotation['status'];

export const annotationSchema = v.looseObject(entries);

/** Order of reading: by start, then the longer first, then by age, so that a nested annotation follows its parent. */
export function compareInText(a: Annotation, b: Annotation): number {
  const [first, second] = [extentOf(a), extentOf(b)];
  return (
    first.start - second.start ||
    second.end - first.end ||
    (a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

/** From the start of the first target to the end of the last, in UTF-16 units. */
export function extentOf(annotation: Pick<Annotation, 'targets'>): Range {
  let start = Infinity;
  let end = 0;
  for (const { position } of annotation.targets) {
    start = Math.min(start, position.start);
    end = Math.max(end, position.end);
  }
  return { start, end };
}

/** The words under check; the pieces of a note with several targets are joined by an ellipsis. */
export function quoteOf({ targets }: Pick<Annotation, 'targets'>): string {
  return targets.map(({ quote }) => quote.exact).join(' … ');
}
