import * as v from 'valibot';
import { addressSchema } from './link.ts';
import { instantSchema, stampEntries, type RecordOf } from './record.ts';

/** The CSL 1.0.2 item types that a fact-checker meets; a file may hold any other. */
export const SOURCE_KINDS = [
  'webpage',
  'article-newspaper',
  'article-magazine',
  'article-journal',
  'report',
  'book',
  'dataset',
  'broadcast',
  'motion_picture',
  'interview',
  'speech',
  'post',
  'legislation',
  'personal_communication',
  'document',
] as const;

export const SOURCE_TIERS = ['primary', 'secondary', 'fact-check'] as const;

const archiveSchema = v.looseObject({
  provider: v.string(),
  url: addressSchema,
  capturedAt: v.exactOptional(v.string()),
  status: v.picklist(['available', 'requested', 'failed', 'unknown']),
});

const entries = {
  type: v.literal('source'),
  ...stampEntries,
  /** A CSL item type. */
  kind: v.string(),
  title: v.string(),
  /** As typed; `linkTarget` decides whether it may become a link. */
  url: v.exactOptional(addressSchema),
  authors: v.array(v.string()),
  publisher: v.exactOptional(v.string()),
  publishedAt: v.exactOptional(v.string()),
  accessedAt: v.nullable(instantSchema),
  tier: v.exactOptional(v.picklist(SOURCE_TIERS)),
  archives: v.array(archiveSchema),
  note: v.exactOptional(v.string()),
  /** Digests of the words that files have told it by, or that stood here before: see `digestOfSource`. */
  toldAs: v.exactOptional(v.array(v.string())),
};

/** One bibliographic record, used by any number of annotations. */
export type Source = RecordOf<typeof entries>;
export type SourceTier = NonNullable<Source['tier']>;

export const sourceSchema = v.looseObject(entries);
