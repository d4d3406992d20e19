import { message, say } from '../messages/say.ts';
import { quarantineEntry } from './quarantine.ts';
import { ASKED_KEY, COMPLETE_KEY, isRecordKey, PREFERENCES_KEY, QUARANTINE_PREFIX } from './storage-key.ts';

/** Why a text under a name that means nothing is listed. */
export const STRANGE = message('Its name is not the name of a record.');

const OWN_KEYS: ReadonlySet<string> = new Set([ASKED_KEY, COMPLETE_KEY, PREFERENCES_KEY]);

/** True for a key that names nothing of ours, though it may begin like one. */
export function isStrangeKey(key: string): boolean {
  return !isRecordKey(key) && !key.startsWith(QUARANTINE_PREFIX) && !OWN_KEYS.has(key);
}

/** The entry of the quarantine for what somebody else has put where it can't stay. */
export function entryOfStranger(key: string, text: string, at: string): ReturnType<typeof quarantineEntry> {
  return quarantineEntry({ key, text, problem: say(STRANGE) }, at);
}
