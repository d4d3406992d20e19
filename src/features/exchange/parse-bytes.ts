import type { Pace } from '../../domain/steps.ts';
import type { ParseResult } from '../../exchange/format.ts';
import { parseFile } from '../../exchange/formats.ts';
import { decodeText, sayGuess } from '../../ingest/file/decode-text.ts';
import { say } from '../../messages/say.ts';

/** Reads a file of any format that something comes back from; an encoding that was guessed is among the problems. */
export async function parseBytes(bytes: Uint8Array, pace: Pace): Promise<ParseResult> {
  const { text, certainty, encoding } = decodeText(bytes);
  const read = await parseFile(text, { pace });
  return read.ok && certainty === 'guessed' ? withRemark(read, sayGuess(encoding)) : read;
}

function withRemark(read: Extract<ParseResult, { readonly ok: true }>, remark: string): ParseResult {
  if (read.kind === 'fact-check') return { ...read, problems: [remark, ...read.problems] };
  return { ...read, problems: [{ place: say('the whole file'), problem: remark }, ...read.problems] };
}
