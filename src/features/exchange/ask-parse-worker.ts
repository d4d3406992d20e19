import { askWorker } from '../../ingest/ask-worker.ts';
import { createPace } from '../../stores/pace.ts';
import { parseBytes, type ParsedBytes } from './parse-bytes.ts';
// oxlint-disable-next-line import/default -- the builder makes the address of the file its default export
import workerAddress from './parse-worker.ts?worker&url';
import { putTogether, type ParsedFrame } from './parsed-parts.ts';

/** Reads the bytes of a file, tells the share that is done, and rejects with the reason of the signal when that is given. */
export type ParseBytes = (
  bytes: Uint8Array<ArrayBuffer>,
  hand: { readonly signal: AbortSignal; readonly onShare: (share: number) => void },
) => Promise<ParsedBytes>;

/** A file with fewer bytes is read sooner than a worker is started. */
const SMALL = 300_000;

/** Reads a file of any size, a large one in a worker, and leaves the page free meanwhile. Browser only. */
export const parseAside: ParseBytes = async (bytes, { signal, onShare }) => {
  if (bytes.length < SMALL) return parseBytes(bytes, createPace(onShare, signal));
  const list: unknown[] = [];
  const frame = await askWorker<ParsedFrame>(workerAddress, bytes, {
    signal,
    onProgress: onShare,
    onPart: (part) => {
      for (const one of part) list.push(one);
    },
  });
  signal.throwIfAborted();
  if (!frame) throw new Error('The reading was stopped.');
  return putTogether(frame, list);
};
