// oxlint-disable-next-line import/default -- the builder makes the address of the file its default export
import workerAddress from './docx/docx-worker.ts?worker&url';
import type { DocxMessage } from './docx/docx-worker.ts';
import type { ReadArticleFile, ReadingHand } from './read-article-file.ts';
import { startWorker } from './start-worker.ts';

/** Reads a Word document in a worker, as `readDocument` does. Takes the bytes away from the caller. Browser only. */
export async function readDocx(
  bytes: Uint8Array,
  { signal, onProgress }: ReadingHand,
): Promise<ReadArticleFile> {
  const worker = startWorker(workerAddress);
  try {
    return await new Promise((resolve, reject) => {
      signal?.addEventListener('abort', () => resolve({ ok: false, problem: 'The reading was stopped.' }));
      worker.addEventListener('error', ({ message }) => reject(new Error(message)));
      worker.addEventListener('message', ({ data }: MessageEvent<DocxMessage>) => {
        if (data.kind === 'done') resolve(data.read);
        else onProgress?.(data.share);
      });
      worker.postMessage(bytes, [bytes.buffer]);
    });
  } finally {
    worker.terminate();
  }
}
