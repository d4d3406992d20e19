import * as v from 'valibot';
import { claimSchema, type Annotation } from './annotation.ts';
import { readingOfMark } from './doubt.ts';
import { evidenceSchema } from './evidence.ts';
import { idSchema, instantSchema, stampEntries, type Id, type RecordOf } from './record.ts';
import { sourceSchema } from './source.ts';
import { verdictSchema } from './verdict.ts';

const claimEntries = {
  type: v.literal('claim'),
  updatedAt: instantSchema,
  updatedBy: v.nullable(idSchema),
  claim: claimSchema,
  checkability: v.picklist(['claim', 'not-checkable']),
  reason: v.exactOptional(v.string()),
  markedReading: v.exactOptional(v.nullable(v.string())),
};

/** The claim part of an annotation as it was at some time, with who had written it and when. */
export type ClaimVersion = RecordOf<typeof claimEntries>;

const entries = {
  type: v.literal('history'),
  ...stampEntries,
  annotationId: idSchema,
  /** What stood before the edit, with who had written it and when. */
  before: v.variant('type', [verdictSchema, evidenceSchema, v.looseObject(claimEntries)]),
  /** When it was replaced or removed, and by whom; the stamp may tell of an undo instead. */
  replacedAt: instantSchema,
  replacedBy: v.nullable(idSchema),
  /**
   * The source of the evidence as it was when the one of them was removed that went first, or when the source was: so the
   * evidence can come back with it.
   */
  source: v.exactOptional(sourceSchema),
  /** The source that stayed, where the one of the evidence was merged into it. */
  mergedInto: v.exactOptional(idSchema),
};

/** What a finished edit of a verdict, a piece of evidence or a claim replaced or removed, so that it can be restored. */
export type History = RecordOf<typeof entries>;
export type Version = History['before'];

export const historySchema = v.looseObject(entries);

/** The claim part of an annotation as it stands. */
export function claimVersionOf(annotation: Annotation): ClaimVersion {
  const { claim, checkability, reason, updatedAt, updatedBy } = annotation;
  const isMark = checkability === 'not-checkable';
  return {
    type: 'claim',
    claim,
    checkability,
    ...(reason === undefined ? {} : { reason }),
    ...(isMark ? { markedReading: readingOfMark(annotation) } : {}),
    updatedAt,
    updatedBy,
  };
}

/** Names what a version is of: an annotation has many verdicts and pieces of evidence, and one claim. */
export function subjectOf(version: Version): string {
  return version.type === 'claim' ? 'claim' : `${version.type}/${version.id satisfies Id}`;
}
