import type { WorkerMessage } from './ask-worker.ts';

/** Reads what the page has sent, and tells a share from 0 to 1 on the way. */
type Read<Request, Answer> = (
  request: Request,
  onProgress: (share: number) => void,
) => Answer | Promise<Answer>;

/** The other end of `askWorker`, in the worker: answers what the page asks, and tells it of an error. */
export function answerPage<Request, Answer>(read: Read<Request, Answer>): void {
  const say = (message: WorkerMessage<Answer>): void => postMessage(message);
  async function answer(request: Request): Promise<void> {
    say({ kind: 'done', answer: await read(request, (share) => say({ kind: 'progress', share })) });
  }
  addEventListener('message', ({ data }: MessageEvent<Request>) => void answer(data).catch(reportError));
}
