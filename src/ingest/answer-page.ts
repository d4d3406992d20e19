import { speak } from '../messages/language.ts';
import { loadFirstOf } from '../messages/load-language.ts';
import type { WorkerMessage } from './ask-worker.ts';

/** Reads what the page has sent, tells a share from 0 to 1 on the way, and hands over parts of a long list. */
type Read<Request, Answer> = (
  request: Request,
  onProgress: (share: number) => void,
  onPart: (part: readonly unknown[]) => void,
) => Answer | Promise<Answer>;

/** The other end of `askWorker`, in the worker: answers what the page asks, and tells it of an error. */
export function answerPage<Request, Answer>(read: Read<Request, Answer>): void {
  // The page has named the worker by its language; where that does not come, English is spoken.
  const spoken = loadFirstOf([self.name]).then(speak, () => undefined);
  const tell = (message: WorkerMessage<Answer>): void => postMessage(message);
  async function answer(request: Request): Promise<void> {
    const onProgress = (share: number): void => tell({ kind: 'progress', share });
    const onPart = (part: readonly unknown[]): void => tell({ kind: 'part', part });
    await spoken;
    tell({ kind: 'done', answer: await read(request, onProgress, onPart) });
  }
  addEventListener('message', ({ data }: MessageEvent<Request>) => void answer(data).catch(reportError));
}
