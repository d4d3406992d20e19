import type { ReadArticleFile } from '../read-article-file.ts';
import { readDocument } from './read-document.ts';

/** What the worker says while it reads. */
export type DocxMessage =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'done'; readonly read: ReadArticleFile };

// An error here is one of the worker, of which the page is told.
addEventListener('message', ({ data }: MessageEvent<Uint8Array>) => void answer(data).catch(reportError));

async function answer(bytes: Uint8Array): Promise<void> {
  const say = (message: DocxMessage): void => postMessage(message);
  const read = await readDocument(bytes, (share) => say({ kind: 'progress', share }));
  say({ kind: 'done', read });
}
