import { askWorker } from './ask-worker.ts';
import type { ReadingHand } from './reading-hand.ts';
import type { TextAnswer, TextRequest } from './text-worker.ts';
// oxlint-disable-next-line import/default -- the builder makes the address of the file its default export
import workerAddress from './text-worker.ts?worker&url';

/** Lays out a text of any size, or finds its sentences, in a worker. Null when it was stopped. Browser only. */
export function askTextWorker<Request extends TextRequest>(
  request: Request,
  hand: ReadingHand,
): Promise<TextAnswer<Request> | null> {
  return askWorker(workerAddress, request, hand);
}
