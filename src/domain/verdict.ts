import * as v from 'valibot';
import { idSchema, instantSchema, stampEntries, type RecordOf } from './record.ts';

export const CONFIDENCES = ['low', 'medium', 'high'] as const;

const entries = {
  type: v.literal('verdict'),
  ...stampEntries,
  annotationId: idSchema,
  reviewerId: idSchema,
  scaleId: idSchema,
  scaleVersion: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** A rating of that scale; null while there are only words. */
  ratingId: v.nullable(idSchema),
  /** The judgement in a sentence: what readers need. */
  conclusion: v.string(),
  confidence: v.exactOptional(v.picklist(CONFIDENCES)),
  suggestedWording: v.exactOptional(v.string()),
  /** What could not be found out. */
  unknowns: v.exactOptional(v.string()),
  decidedAt: instantSchema,
  /**
   * Names the words that it was given on: see `readingOf`. Null when they are not known; a verdict without the field was
   * given by an older version or another program.
   */
  reading: v.exactOptional(v.nullable(v.string())),
};

/** One Reviewer's judgement of one Annotation. */
export type Verdict = RecordOf<typeof entries>;
export type Confidence = NonNullable<Verdict['confidence']>;

export const verdictSchema = v.looseObject(entries);
