/** A text that could not be read, as it was found under a key. */
export interface DamagedRecord {
  readonly key: string;
  readonly raw: string;
  readonly reason: string;
  /** UTC instant at which it was found; empty when that is not known. */
  readonly at: string;
}

/** Writes damaged records as a JSON file (RFC 8259) for somebody who can repair them: the raw texts as they are. */
export function serialiseDamaged(records: readonly DamagedRecord[], exportedAt: string): string {
  const file = { format: 'linecheck-damaged-records', exportedAt, records };
  return `${JSON.stringify(file, null, 2)}\n`;
}
