import { askWorker } from './ask-worker.ts';
import type { LaidOutText } from './laid-out-text.ts';
// oxlint-disable-next-line import/default -- the builder makes the address of the file its default export
import workerAddress from './markdown-worker.ts?worker&url';
import type { ReadingHand } from './reading-hand.ts';

/** Lays out Markdown of any size in a worker, as `readMarkdown` does. Null when it was stopped. Browser only. */
export function askMarkdownWorker(markdown: string, hand: ReadingHand): Promise<LaidOutText | null> {
  return askWorker(workerAddress, markdown, hand);
}
