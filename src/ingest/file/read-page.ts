import { Readability } from '@mozilla/readability';
import { createTextComposer } from '../compose-text.ts';
import { isTooDeep } from '../html-depth.ts';
import { writeHtml } from '../html-walk.ts';
import type { LaidOutText } from '../laid-out-text.ts';
import { parseHtml } from '../parse-html.ts';
import { readHtml } from '../read-html.ts';
import { say } from '../../messages/say.ts';
import { countDropped } from './count-dropped.ts';
import { readPageDetails, tidyByline } from './page-details.ts';
import type { FileDraft } from './read-article-file.ts';

/** Elements of a page beyond which its article is not looked for: it would take too long. */
const MOST_ELEMENTS = 100_000;

/** A text of fewer UTF-16 units is no article that was found, when the page has much more. */
const SHORTEST = 140;

/**
 * The article of a saved web page with what the page says about it. What stands around it (menus, cookie notices,
 * related links, comments) is left out; where no article can be told from the rest, all words are kept and a note says
 * so.
 */
export function readPage(html: string): FileDraft {
  if (isTooDeep(html)) {
    return {
      article: { kind: 'laid-out', content: readHtml(html) },
      dropped: [],
      notes: [say('The page is built in an unusual way, so all its words are here, without their layout.')],
    };
  }
  const page = parseHtml(html);
  const said = readPageDetails(page.documentElement);
  const { url } = said;
  const whole = layOut([page.body], url);
  const dropped = countDropped(page);
  const heading = page.querySelector('h1');
  const title = heading && layOut([heading.cloneNode(true)], url);
  const found = findArticle(page);
  const article = found?.content && layOut([found.content], url);
  // What is left out of the text as the author's line must not be lost.
  const byline = tidyByline(found?.byline ?? '');
  const details = said.byline === undefined && byline !== '' ? { ...said, byline } : said;
  if (!article || (article.text.length < SHORTEST && whole.text.length > 2 * SHORTEST)) {
    return {
      article: { kind: 'laid-out', content: whole, ...details },
      dropped,
      notes: [say('No article could be told from the rest of this page, so all its words are here.')],
    };
  }
  const isHeadless = title !== null && title.text !== '' && !article.text.startsWith(title.text);
  const content = isHeadless && heading ? layOut([heading, found.content], url) : article;
  const left = countWords(whole.text) - countWords(content.text);
  return {
    article: { kind: 'laid-out', content, ...details },
    dropped:
      left > 0
        ? [...dropped, say('{n, plural, one {# word} other {# words}} around the article', { n: left })]
        : dropped,
    notes: [],
  };
}

function layOut(nodes: readonly Node[], url: string | undefined): LaidOutText {
  const composer = createTextComposer();
  for (const node of nodes) writeHtml(composer, node, url);
  return composer.finish();
}

/** Changes the page. */
function findArticle(page: Document): { readonly content: Node | null; readonly byline: string } | null {
  // Words for readers without scripts repeat what is there, and Readability would parse them anew.
  for (const element of page.querySelectorAll('noscript')) element.remove();
  // Readability makes links absolute by this; ours are, as they are written down.
  Object.defineProperty(page, 'baseURI', { value: undefined });
  try {
    const found = new Readability<Node>(page, {
      serializer: (node) => node,
      maxElemsToParse: MOST_ELEMENTS,
      disableJSONLD: true,
    }).parse();
    return found && { content: found.content ?? null, byline: found.byline ?? '' };
  } catch {
    // Too many elements; whatever else it stumbles over, the words of the page are still there.
    return null;
  }
}

function countWords(text: string): number {
  return text.match(/\p{sc=Han}|[\p{L}\p{N}]+/gu)?.length ?? 0;
}
