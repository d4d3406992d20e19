import type { Pace } from '../../domain/steps.ts';
import { parseBackup, recognisesBackup, type ParsedBackup } from '../../exchange/backup.ts';
import type { ParseResult } from '../../exchange/format.ts';
import { parseFile } from '../../exchange/formats.ts';
import { decodeText, sayGuess } from '../../ingest/file/decode-text.ts';
import { say } from '../../messages/say.ts';

/** What a file held: all that one browser kept, or what is in a file of any other format. */
export type ParsedBytes = ParseResult | ParsedWhole;

type ParsedWhole = Extract<ParsedBackup, { readonly ok: true }> & { readonly kind: 'backup' };

/** Reads a file of any format that something comes back from; an encoding that was guessed is among the problems. */
export async function parseBytes(bytes: Uint8Array, pace: Pace): Promise<ParsedBytes> {
  const { text, certainty, encoding } = decodeText(bytes);
  if (recognisesBackup(text)) {
    const backup = await parseBackup(text, pace);
    return backup.ok ? { ...backup, kind: 'backup' } : backup;
  }
  const read = await parseFile(text, { pace });
  return read.ok && certainty === 'guessed' ? withRemark(read, sayGuess(encoding)) : read;
}

function withRemark(read: Extract<ParseResult, { readonly ok: true }>, remark: string): ParseResult {
  if (read.kind === 'fact-check') return { ...read, problems: [remark, ...read.problems] };
  return { ...read, problems: [{ place: say('the whole file'), problem: remark }, ...read.problems] };
}
