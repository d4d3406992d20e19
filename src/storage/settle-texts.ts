import { areSameVersion, settle } from './kept.ts';
import type { Texts } from './local-shelf.ts';
import { quarantineEntry } from './quarantine.ts';
import { keyOf, parseKey, QUARANTINE_PREFIX } from './storage-key.ts';
import { entryOfStranger, isStrangeKey } from './strangers.ts';
import { parseKept, serialiseKept } from './written-value.ts';

export type SettledTexts =
  /** `writes`: what to put; the text that stands is the one under the key itself, or `coming` when there is none. */
  | { readonly outcome: 'settled'; readonly stands: string; readonly writes: Texts }
  /** A newer version of the app wrote what is there: it stays as it is. */
  | { readonly outcome: 'refused' };

/**
 * Decides what a store shall hold under a key when a text comes to the one that is there. A damaged one there goes into
 * quarantine, and so does somebody else's; of two versions written at the same time the one that loses is kept as a copy.
 */
export function settleTexts(
  key: string,
  there: string | undefined,
  coming: string,
  at: string,
): SettledTexts {
  if (there === coming) return { outcome: 'settled', stands: there, writes: new Map() };
  const put = { outcome: 'settled', stands: coming, writes: new Map([[key, coming]]) } as const;
  if (there === undefined) return put;
  // Since when a damage is known was said before.
  if (key.startsWith(QUARANTINE_PREFIX)) return { outcome: 'settled', stands: there, writes: new Map() };
  if (isStrangeKey(key)) {
    return { ...put, writes: new Map([entryOfStranger(key, there, at), [key, coming]]) };
  }
  if (parseKey(key) === null) return put;

  const [old, incoming] = [parseKept(key, there), parseKept(key, coming)];
  if (old.isNewer) return { outcome: 'refused' };
  if (!old.ok) {
    const damage = { key, text: there, problem: old.problem };
    return { ...put, writes: new Map([quarantineEntry(damage, at), [key, coming]]) };
  }
  if (!incoming.ok || incoming.isNewer) return { outcome: 'settled', stands: there, writes: new Map() };

  const { stands, copies } = settle([incoming.kept, old.kept]);
  const writes = new Map(copies.map((copy) => [keyOf(copy.place), serialiseKept(copy)]));
  // Read and written anew its fields may stand in another order: then both copies would say the same in other letters.
  const text = areSameVersion(stands, incoming.kept) ? coming : serialiseKept(stands);
  if (text !== there) writes.set(key, text);
  return { outcome: 'settled', stands: text, writes };
}
