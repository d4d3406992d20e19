import { askWorker } from '../ask-worker.ts';
import { stopped, type ReadingHand } from '../reading-hand.ts';
// oxlint-disable-next-line import/default -- the builder makes the address of the file its default export
import workerAddress from './docx/docx-worker.ts?worker&url';
import type { ReadArticleFile } from './read-article-file.ts';

/** Reads a Word document in a worker, as `readDocument` does. Takes the bytes away from the caller. Browser only. */
export async function readDocx(bytes: Uint8Array, hand: ReadingHand): Promise<ReadArticleFile> {
  return (await askWorker<ReadArticleFile>(workerAddress, bytes, hand, [bytes.buffer])) ?? stopped();
}
