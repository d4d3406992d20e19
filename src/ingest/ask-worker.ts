import type { ReadingHand } from './reading-hand.ts';
import { startWorker } from './start-worker.ts';

/** What a worker says while it reads. */
export type WorkerMessage<Answer> =
  | { readonly kind: 'progress'; readonly share: number }
  /** Of a list that is too long to be taken in at once; all parts come before the answer. */
  | { readonly kind: 'part'; readonly part: readonly unknown[] }
  | { readonly kind: 'done'; readonly answer: Answer };

/**
 * Starts the worker at an address of our own, hands it something to read and ends it after its answer. Null when the
 * signal stops it first. Rejects with what the worker throws. Browser only.
 */
export async function askWorker<Answer>(
  address: string,
  request: unknown,
  { signal, onProgress, onPart }: ReadingHand & { readonly onPart?: (part: readonly unknown[]) => void },
  transfer: readonly Transferable[] = [],
): Promise<Answer | null> {
  if (signal?.aborted === true) return null;
  const worker = startWorker(address);
  try {
    return await new Promise<Answer | null>((resolve, reject) => {
      signal?.addEventListener('abort', () => resolve(null));
      // An error without words: its code did not come.
      worker.addEventListener('error', ({ message }) =>
        reject(new Error(message || 'A part of Linecheck could not be loaded.')),
      );
      worker.addEventListener('message', ({ data }: MessageEvent<WorkerMessage<Answer>>) => {
        if (data.kind === 'done') resolve(data.answer);
        else if (data.kind === 'part') onPart?.(data.part);
        else onProgress?.(data.share);
      });
      worker.postMessage(request, [...transfer]);
    });
  } finally {
    worker.terminate();
  }
}
