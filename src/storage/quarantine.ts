import { parseJson } from '../domain/parse-json.ts';
import * as v from 'valibot';
import { say } from '../messages/say.ts';
import { checksumOf } from './checksum.ts';
import { QUARANTINE_PREFIX } from './storage-key.ts';
import type { Quarantined } from './store.ts';

/** A text that could not be read, and why. */
export interface Damage {
  readonly key: string;
  readonly text: string;
  readonly problem: string;
}

const entrySchema = v.object({ key: v.string(), raw: v.string(), reason: v.string(), at: v.string() });

/**
 * The entry that keeps a damaged text, raw, under a key of its own. The same damage found twice, by two tabs or in two
 * stores, is one entry.
 */
export function quarantineEntry(
  { key, text, problem }: Damage,
  at: string,
): readonly [key: string, text: string] {
  const entry: Quarantined = { key, raw: text, reason: problem, at };
  return [`${QUARANTINE_PREFIX}${checksumOf(`${key}|${text}`)}`, JSON.stringify(entry)];
}

/** Reads an entry. One that is damaged itself is shown as it is found, under its own key. */
export function readQuarantineEntry(key: string, text: string): Quarantined {
  const read = v.safeParse(entrySchema, parseJson(text));
  if (read.success) return read.output;
  return { key, raw: text, reason: say('This entry of the quarantine is damaged itself.'), at: '' };
}
