import { looksLikeBibtex, looksLikeClaimsCsv, looksLikeEvidenceCsv } from '../../exchange/recognise.ts';
import { decodeText } from '../../ingest/file/decode-text.ts';
import { say } from '../../messages/say.ts';

/** What a text is that is made for programs and not to be read; null for any other. */
export function nameDataFile(name: string, bytes: Uint8Array): string | null {
  const { text } = decodeText(bytes.subarray(0, LONGEST_HEADING));
  if (looksLikeClaimsCsv(text)) return say('a table of claims that Linecheck has written (CSV)');
  if (looksLikeEvidenceCsv(text)) return say('a table of evidence that Linecheck has written (CSV)');
  if (/\.(?:csv|tsv)$/i.test(name)) return say('a table');
  const beginsAsBibtex = /^\s*(?:%[^\n]*\n\s*)*@[a-z]+\s*[{(]/i.test(text) && looksLikeBibtex(text);
  if (beginsAsBibtex || /\.bib$/i.test(name)) return say('a list of sources (BibTeX)');
  return null;
}

/** Bytes in which a table names its columns. */
const LONGEST_HEADING = 20_000;
