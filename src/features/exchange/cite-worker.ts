import type { Source } from '../../domain/source.ts';
import { loadCitations, type Citation, type CitationStyle } from '../../exchange/cite.ts';
import { answerPage } from '../../ingest/answer-page.ts';

/** What the page wants to be cited. */
export interface CiteRequest {
  readonly sources: readonly Source[];
  readonly style: CitationStyle;
}

/** Sources between two words about how far it is. */
const BETWEEN = 100;

answerPage(async ({ sources, style }: CiteRequest, onProgress): Promise<readonly Citation[]> => {
  const cite = await loadCitations(style);
  return sources.map((source, i) => {
    if (i % BETWEEN === 0) onProgress(i / sources.length);
    return cite(source);
  });
});
