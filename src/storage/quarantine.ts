import { checksumOf } from './checksum.ts';
import { QUARANTINE_PREFIX } from './storage-key.ts';
import type { Quarantined } from './store.ts';

/** A text that could not be read, and why. */
export interface Damage {
  readonly key: string;
  readonly text: string;
  readonly problem: string;
}

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
