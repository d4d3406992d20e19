import { createTextComposer } from './compose-text.ts';
import { isTooDeep } from './html-depth.ts';
import { writeHtml } from './html-walk.ts';
import type { LaidOutText } from './laid-out-text.ts';
import { parseHtml } from './parse-html.ts';
import { readPlainText } from './plain-text.ts';
import { stripTags } from './strip-tags.ts';

/**
 * The words of HTML, as the clipboard gives it, laid out: headings, paragraphs, lists, quotes, captions, tables by line,
 * and http, https and mailto links; relative ones need the address of the page.
 */
export function readHtml(html: string, page?: string): LaidOutText {
  if (isTooDeep(html)) return readPlainText(stripTags(html));
  const composer = createTextComposer();
  writeHtml(composer, parseHtml(html).body, page);
  return composer.finish();
}
