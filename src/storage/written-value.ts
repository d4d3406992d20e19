import * as v from 'valibot';
import { parseRecord } from '../domain/fact-check.ts';
import { climb, type Ladder } from '../domain/ladder.ts';
import { quickReaderOf } from '../domain/quick-check.ts';
import { idSchema, instantSchema, revSchema } from '../domain/record.ts';
import { parseJson } from '../domain/parse-json.ts';
import { message, say } from '../messages/say.ts';
import { checksumOf } from './checksum.ts';
import { revOf, type Kept } from './kept.ts';
import { extendLineage } from './lineage.ts';
import { share, shareWords, type MetWords } from './share-words.ts';
import { keyOf, parseKey } from './storage-key.ts';

/**
 * What became of a value, `{ lineage, lost?, removal?, record }`, with each version of what is written. Whoever changes what a
 * record must have adds a rung, and with it a version; what an older version wrote is frozen in `testing/frozen`.
 */
const VALUE_LADDER: Ladder<unknown> = [];

/** Version of what is written in a value; the text of every value begins with its own. */
export const SCHEMA = VALUE_LADDER.length + 1;

/** `isNewer`: written by a later version of the app; it must neither be changed nor be thought damaged. */
export type ReadValue =
  | { readonly ok: true; readonly kept: Kept; readonly isNewer: boolean }
  | { readonly ok: false; readonly isNewer: boolean; readonly problem: string };

const envelopeSchema = v.object({
  lineage: v.array(revSchema),
  lost: v.exactOptional(v.array(revSchema)),
  removal: v.exactOptional(
    v.object({
      rev: revSchema,
      at: instantSchema,
      by: v.nullable(idSchema),
      isWithdrawn: v.exactOptional(v.literal(true)),
    }),
  ),
  record: v.unknown(),
});

const readEnvelope = quickReaderOf(envelopeSchema);

/** The text of a value, `schema|checksum|json`: the same in localStorage and in IndexedDB, so that they can be compared. */
export function serialiseKept({ place, record, removal, lineage, lost }: Kept): string {
  const json = JSON.stringify({
    lineage,
    ...(lost ? { lost } : {}),
    ...(removal ? { removal } : {}),
    record,
  });
  return `${SCHEMA}|${checksum(keyOf(place), SCHEMA, json)}|${json}`;
}

/** Stands in the text of every version against which others have lost. */
export const HAS_LOSERS = '"lost":[[';

/**
 * Reads the text found under a key. Nothing of it is trusted: checksum, form, record and the key must all agree. What a
 * newer version wrote is read as far as this one understands it. Values that are read together share the words they have `met`.
 */
export function parseKept(key: string, text: string, met: MetWords = new Map()): ReadValue {
  const [head, schema, sum] = /^(\d{1,6})\|([0-9a-f]{8})\|/.exec(text) ?? [];
  if (head === undefined || schema === undefined || sum === undefined)
    return damaged(say('It does not have the form of a saved record.'));
  const json = text.slice(head.length);
  if (checksum(key, Number(schema), json) !== sum) return damaged(say('Its checksum does not fit.'));
  if (Number(schema) < 1) return damaged(say('It names no version of Linecheck.'));
  const climbed = climbSafely(Number(schema) - 1, parseJson(json));
  if (!climbed.ok) return damaged(say('It can’t be brought to the form of this version of Linecheck.'));
  const read = parseEnvelope(key, climbed.value, met);
  if (Number(schema) <= SCHEMA) return read;
  return read.ok ? { ...read, isNewer: true } : { ok: false, isNewer: true, problem: say(BY_NEWER) };
}

/** True when a newer version wrote the text, undamaged: then no other text may take its place. Quick where none has. */
export function isByNewer(key: string, text: string): boolean {
  return Number.parseInt(text, 10) > SCHEMA && parseKept(key, text).isNewer;
}

/** A damaged value can be something that no rung has thought of. */
function climbSafely(
  from: number,
  value: unknown,
): { readonly ok: true; readonly value: unknown } | { readonly ok: false } {
  try {
    return { ok: true, value: climb(VALUE_LADDER, from, value) };
  } catch {
    return { ok: false };
  }
}

/** Says of a text why it can't be read, or is not shown, though it is no damage. */
export const BY_NEWER = message('It was saved by a newer version of Linecheck.');

/**
 * True when the text was written of this very version. A quick look that takes no checksum: for texts that are about to be
 * replaced, and for all of them together.
 */
export function isTextOf(text: string, { lineage, lost }: Kept): boolean {
  const start = JSON.stringify({ lineage, ...(lost ? { lost } : {}) }).slice(0, -1);
  return text.startsWith(`${SCHEMA}|`) && text.startsWith(`${start},"`, text.indexOf('{'));
}

function parseEnvelope(key: string, value: unknown, met: MetWords): ReadValue {
  const envelope = readEnvelope(value);
  if (!envelope.ok) return damaged(say('It is not a saved record.'));
  const { lineage, lost, removal, record: data } = envelope.value;
  const parsed = parseRecord(data);
  if (!parsed.ok) return damaged(parsed.problem);
  const { record } = parsed;
  const place = parseKey(key);
  if (!place || place.type !== record.type || place.id !== record.id)
    return damaged(say('It is kept under the name of another record.'));
  shareWords(record, met);
  const kept: Kept = {
    place: { ...place, factCheckId: share(place.factCheckId, met), id: record.id },
    record,
    ...(removal ? { removal } : {}),
    ...(lost ? { lost } : {}),
    lineage: [],
  };
  return { ok: true, kept: { ...kept, lineage: extendLineage(lineage, revOf(kept)) }, isNewer: false };
}

/** The key is summed too: a value under another record's key is damage. */
function checksum(key: string, schema: number, json: string): string {
  return checksumOf(`${key}|${schema}|`, json);
}

function damaged(problem: string): ReadValue {
  return { ok: false, isNewer: false, problem };
}
