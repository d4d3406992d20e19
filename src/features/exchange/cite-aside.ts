import type { Source } from '../../domain/source.ts';
import type { Citation, CitationStyle, CiteAll } from '../../exchange/cite.ts';
import { askWorker } from '../../ingest/ask-worker.ts';
import type { ReadingHand } from '../../ingest/reading-hand.ts';
import type { CiteRequest } from './cite-worker.ts';
// oxlint-disable-next-line import/default -- the builder makes the address of the file its default export
import workerAddress from './cite-worker.ts?worker&url';

/** What was cited before: a report is written anew with every change of its settings. */
const KNOWN: Readonly<Record<CitationStyle, WeakMap<Source, Citation>>> = {
  apa: new WeakMap(),
  chicago: new WeakMap(),
};

/**
 * Cites in a worker: the processor takes a third of a second to begin, and a millisecond for each source. Rejects with the
 * reason of the signal when that is given. Browser only.
 */
export function citeAside({ signal, onProgress }: Required<ReadingHand>): CiteAll {
  return async (sources, style) => {
    const known = KNOWN[style];
    const unknown = sources.filter((source) => !known.has(source));
    if (unknown.length > 0) {
      const request: CiteRequest = { sources: unknown, style };
      const cited = await askWorker<readonly Citation[]>(workerAddress, request, { signal, onProgress });
      signal.throwIfAborted();
      unknown.forEach((source, i) => {
        const citation = cited?.[i];
        if (citation) known.set(source, citation);
      });
    }
    return sources.flatMap((source) => known.get(source) ?? []);
  };
}
