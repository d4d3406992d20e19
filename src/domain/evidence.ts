import * as v from 'valibot';
import { message, type Message } from '../messages/say.ts';
import { idSchema, stampEntries, type RecordOf } from './record.ts';

export const STANCES = ['supports', 'refutes', 'mixed', 'context'] as const;

const entries = {
  type: v.literal('evidence'),
  ...stampEntries,
  annotationId: idSchema,
  sourceId: idSchema,
  stance: v.picklist(STANCES),
  /** The exact words of the source. */
  quote: v.exactOptional(v.string()),
  /** Where in the source: a page, a timestamp, a paragraph. */
  locator: v.exactOptional(v.string()),
  note: v.exactOptional(v.string()),
};

/** The link between an Annotation and a Source; the stance belongs to the link. */
export type Evidence = RecordOf<typeof entries>;
export type Stance = Evidence['stance'];

export const STANCE_WORDS: Readonly<Record<Stance, Message>> = {
  supports: message('Supports'),
  refutes: message('Refutes'),
  mixed: message('Mixed'),
  context: message('Context', 'stance of a source'),
};

export const evidenceSchema = v.looseObject(entries);
