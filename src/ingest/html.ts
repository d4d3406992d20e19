import { createTextComposer } from './compose-text.ts';
import { writeHtml } from './html-walk.ts';
import { isTooDeep } from './html-depth.ts';
import type { LaidOutText } from './laid-out-text.ts';
import { readPlainText } from './plain-text.ts';
import { stripTags } from './strip-tags.ts';

/** As far as Trusted Types (W3C) concern us; the browsers without them take the string itself. */
declare global {
  interface TrustedTypesRules {
    readonly createHTML?: (html: string) => string;
    readonly createScriptURL?: (address: string) => string;
  }

  interface Window {
    readonly trustedTypes?: {
      readonly createPolicy: <Rules extends TrustedTypesRules>(name: string, rules: Rules) => Rules;
    };
  }
}

/**
 * The words of HTML, as the clipboard gives it, laid out: headings, paragraphs, lists, quotes, captions, tables by line,
 * and http, https and mailto links; relative ones need the address of the page. The HTML is parsed into a document
 * without a browsing context: no script runs, no picture or style sheet is requested. Browser only (DOMParser).
 */
export function readHtml(html: string, page?: string): LaidOutText {
  if (isTooDeep(html)) return readPlainText(stripTags(html));
  const composer = createTextComposer();
  writeHtml(composer, parseInertHtml(html).body, page);
  return composer.finish();
}

/** The page as a document in which nothing runs and for which nothing is requested. */
export function parseInertHtml(html: string): Document {
  return new DOMParser().parseFromString(INERT.createHTML(html), 'text/html');
}

/**
 * Our Content-Security-Policy lets no string become HTML but by this policy, and this file is the only one that uses
 * it: what it lets through goes into a document that nothing runs or loads in.
 */
const INERT = window.trustedTypes?.createPolicy('linecheck-inert', { createHTML: (html) => html }) ?? {
  createHTML: (html: string) => html,
};
