import * as v from 'valibot';
import { parseJson } from '../domain/parse-json.ts';
import { say } from '../messages/say.ts';
import type { Quarantined } from './store.ts';

const entrySchema = v.object({ key: v.string(), raw: v.string(), reason: v.string(), at: v.string() });

/** Reads an entry. One that is damaged itself is shown as it is found, under its own key. */
export function readQuarantineEntry(key: string, text: string): Quarantined {
  const read = v.safeParse(entrySchema, parseJson(text));
  if (read.success) return read.output;
  return { key, raw: text, reason: say('This entry of the quarantine is damaged itself.'), at: '' };
}
