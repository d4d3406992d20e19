import * as v from 'valibot';
import { idSchema, stampEntries, type RecordOf } from './record.ts';

/** Colour tokens of the stylesheet (`--rating-…`): a rating names one, the theme decides what it looks like. */
export const RATING_COLOURS = [
  'true',
  'mostly-true',
  'half',
  'mostly-false',
  'false',
  'misleading',
  'unproven',
] as const;

const ratingEntries = {
  id: idSchema,
  label: v.string(),
  /** The key that gives this rating, one character. */
  shortcut: v.string(),
  /** Place on the scale, higher is truer; null for what is not a degree of truth. */
  ordinal: v.nullable(v.pipe(v.number(), v.finite())),
  definition: v.string(),
  colour: v.picklist(RATING_COLOURS),
  /** One or two characters that tell the rating apart without colour. */
  mark: v.string(),
};

const entries = {
  type: v.literal('rating-scale'),
  ...stampEntries,
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  name: v.string(),
  ratings: v.pipe(v.array(v.looseObject(ratingEntries)), v.minLength(1, 'has no ratings')),
};

/** A versioned list of ratings. A scale in use is never changed under its verdicts: an edit is a new version. */
export type RatingScale = RecordOf<typeof entries>;
export type Rating = RatingScale['ratings'][number];

export const ratingScaleSchema = v.looseObject(entries);
