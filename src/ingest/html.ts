import { createTextComposer } from './compose-text.ts';
import { writeHtml } from './html-walk.ts';
import type { LaidOutText } from './laid-out-text.ts';

/** As far as Trusted Types (W3C) concern us; the browsers without them take the string itself. */
declare global {
  interface Window {
    readonly trustedTypes?: {
      readonly createPolicy: (
        name: string,
        rules: { readonly createHTML: (html: string) => string },
      ) => { readonly createHTML: (html: string) => string };
    };
  }
}

/**
 * The words of HTML, as the clipboard gives it, laid out: headings, paragraphs, lists, quotes, captions, tables by line,
 * and http, https and mailto links; relative ones need the address of the page. The HTML is parsed into a document
 * without a browsing context: no script runs, no picture or style sheet is requested. Browser only (DOMParser).
 */
export function readHtml(html: string, page?: string): LaidOutText {
  const composer = createTextComposer();
  writeHtml(composer, new DOMParser().parseFromString(INERT.createHTML(html), 'text/html').body, page);
  return composer.finish();
}

/**
 * Our Content-Security-Policy lets no string become HTML but by this policy, and this file is the only one that uses
 * it: what it lets through goes into a document that nothing runs or loads in.
 */
const INERT = window.trustedTypes?.createPolicy('linecheck-inert', { createHTML: (html) => html }) ?? {
  createHTML: (html: string) => html,
};
