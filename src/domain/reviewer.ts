import * as v from 'valibot';
import { stampEntries, type RecordOf } from './record.ts';

const entries = {
  type: v.literal('reviewer'),
  ...stampEntries,
  name: v.string(),
  role: v.exactOptional(v.string()),
};

/** Who did it: a name, no account. */
export type Reviewer = RecordOf<typeof entries>;

export const reviewerSchema = v.looseObject(entries);
