import { askWorker } from './ask-worker.ts';
import type { HtmlAnswer, HtmlRequest } from './html-worker.ts';
// oxlint-disable-next-line import/default -- the builder makes the address of the file its default export
import workerAddress from './html-worker.ts?worker&url';
import type { ReadingHand } from './reading-hand.ts';

/** Reads HTML of any size in a worker, and leaves the page free meanwhile. Null when it was stopped. Browser only. */
export function askHtmlWorker<Request extends HtmlRequest>(
  request: Request,
  hand: ReadingHand,
): Promise<HtmlAnswer<Request> | null> {
  return askWorker(workerAddress, request, hand);
}
