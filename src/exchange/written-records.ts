import type { Pace } from '../domain/steps.ts';
import type { WriteTwice } from './write-twice.ts';

/** A list of records of a file whose texts are written already: as canonical JSON, in bytes, and as they stand in the file. */
export class WrittenRecords {
  readonly canonical: readonly Uint8Array[];
  readonly lines: readonly string[];

  constructor(canonical: readonly Uint8Array[], lines: readonly string[]) {
    this.canonical = canonical;
    this.lines = lines;
  }
}

/** Records between which the page may have its turn: to ask for that takes longer than to write one. */
const STRETCH = 32;

/** Writes a list that stands `depth` lists and objects deep in its file, in slices. */
export async function writeRecords(
  records: readonly object[],
  writeTwice: WriteTwice,
  { depth, pace }: { readonly depth: number; readonly pace: Pace },
): Promise<WrittenRecords> {
  // Bytes are outside of what is searched for garbage; the text of ten thousand annotations was most of it.
  const encoder = new TextEncoder();
  const canonical: Uint8Array[] = [];
  const lines: string[] = [];
  const newline = `\n${'  '.repeat(depth)}`;
  let before = '[';
  for (let start = 0; start < records.length; start += STRETCH) {
    const written = records.slice(start, start + STRETCH).map((record) => writeTwice(record, depth + 1));
    canonical.push(encoder.encode(before + written.map((one) => one.canonical).join(',')));
    lines.push(before + written.map((one) => `${newline}  ${one.lines}`).join(','));
    before = ',';
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    await pace(Math.min(1, (start + STRETCH) / records.length));
  }
  const end = records.length === 0 ? '[]' : ']';
  canonical.push(encoder.encode(end));
  lines.push(records.length === 0 ? end : newline + end);
  return new WrittenRecords(canonical, lines);
}
