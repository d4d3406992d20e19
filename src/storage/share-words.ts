import type { AnyRecord } from '../domain/fact-check.ts';

/** Words that were met, each by itself: it is kept instead of its like. */
export type MetWords = Map<string, string>;

/** Names and instants are shorter. */
const LONGEST = 64;

/**
 * Lets a record that was just parsed, and that nobody else has yet, share words with those before it: each name and each
 * instant stands in many records, and every one of them would keep its own.
 */
export function shareWords(record: AnyRecord, met: MetWords): void {
  const fields = record as unknown as Record<string, unknown>;
  for (const name in fields) {
    const own = fields[name];
    if (typeof own === 'string' && own.length <= LONGEST) fields[name] = share(own, met);
  }
}

export function share(own: string, met: MetWords): string {
  const known = met.get(own);
  if (known === undefined) met.set(own, own);
  return known ?? own;
}
