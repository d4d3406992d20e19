import { createTextComposer } from './compose-text.ts';
import { writeHtml } from './html-walk.ts';
import type { LaidOutText } from './laid-out-text.ts';

/**
 * The words of HTML, as the clipboard gives it, laid out: headings, paragraphs, lists, quotes, captions, tables by line,
 * and http, https and mailto links; relative ones need the address of the page. The HTML is parsed into a document
 * without a browsing context: no script runs, no picture or style sheet is requested. Browser only (DOMParser).
 */
export function readHtml(html: string, page?: string): LaidOutText {
  const composer = createTextComposer();
  writeHtml(composer, new DOMParser().parseFromString(html, 'text/html').body, page);
  return composer.finish();
}
