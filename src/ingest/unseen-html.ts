import { attributeOf, tagOf, walk, type HtmlNode } from './html-node.ts';

/** Elements that show no words of an article, or that run, load or ask for something. */
const UNSEEN = new Set(
  (
    'applet area audio base button canvas datalist embed frame frameset head iframe img input link map meta meter ' +
    'noembed noframes noscript object optgroup option output param picture progress rp script select source style svg ' +
    'template textarea title track video'
  ).split(' '),
);

/** Word writes the bullet of a list item as words that it tells others to ignore. */
const HIDING_STYLE =
  /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|mso-list\s*:\s*ignore)/i;

/** Paragraphs in a form from which on it is the frame of a page, not a question to the reader. */
const PARAGRAPHS_OF_PAGE = 3;
const NODES_OF_PAGE = 2000;

/** True when nothing in the element is to become part of the text: code, controls, forms, media and what is hidden. */
export function isUnseen(node: HtmlNode): boolean {
  const tag = tagOf(node);
  if (UNSEEN.has(tag)) return true;
  if (tag === 'dialog' && attributeOf(node, 'open') === null) return true;
  if (tag === 'form') return !framesPage(node);
  const hidden = attributeOf(node, 'hidden');
  return (hidden !== null && hidden !== 'until-found') || HIDING_STYLE.test(attributeOf(node, 'style') ?? '');
}

/** Some servers put a whole page into one form. */
function framesPage(form: HtmlNode): boolean {
  let paragraphs = 0;
  let nodes = 0;
  for (const node of walk(form)) {
    const tag = tagOf(node);
    if (tag === 'article' || tag === 'main') return true;
    if (tag === 'p') paragraphs += 1;
    nodes += 1;
    if (paragraphs >= PARAGRAPHS_OF_PAGE || nodes >= NODES_OF_PAGE) return true;
  }
  return false;
}
