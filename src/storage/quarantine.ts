import { checksumOf } from './checksum.ts';
import type { Damage } from './holding.ts';
import type { LocalShelf } from './local-shelf.ts';
import { QUARANTINE_PREFIX } from './storage-key.ts';

/**
 * Moves texts that could not be read out of the way, raw, under keys of their own. The same damage found by two tabs is
 * one entry. Where there is no room for it the text stays where it is.
 */
export function quarantine(shelf: LocalShelf, damages: readonly Damage[], at: string): void {
  for (const { key, text, problem } of damages) {
    const entry = JSON.stringify({ key, raw: text, reason: problem, at });
    const name = `${QUARANTINE_PREFIX}${checksumOf(`${key}|${text}`)}`;
    if (shelf.write(new Map([[name, entry]]))) shelf.remove(key);
  }
}
