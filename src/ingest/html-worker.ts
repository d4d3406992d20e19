import { answerPage } from './answer-page.ts';
import { readPage } from './file/read-page.ts';
import type { FileDraft } from './file/read-article-file.ts';
import type { LaidOutText } from './laid-out-text.ts';
import { readHtml } from './read-html.ts';

/** A piece of HTML with the address of its page, or a whole saved page. */
export type HtmlRequest =
  | { readonly kind: 'piece'; readonly html: string; readonly page: string | undefined }
  | { readonly kind: 'page'; readonly html: string };

export type HtmlAnswer<Request extends HtmlRequest> = Request['kind'] extends 'page'
  ? FileDraft
  : LaidOutText;

answerPage((request: HtmlRequest) =>
  request.kind === 'page' ? readPage(request.html) : readHtml(request.html, request.page),
);
