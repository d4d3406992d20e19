import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { HtmlNode } from '../html-node.ts';

/** The tree of a parser that follows the HTML standard as browsers do, seen as DOM nodes. */
export function parseHtml(html: string): HtmlNode {
  return asHtmlNode(parse(html));
}

function asHtmlNode(node: DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document): HtmlNode {
  const children = 'childNodes' in node ? node.childNodes : [];
  const attributes = 'attrs' in node ? node.attrs : null;
  return {
    nodeType: attributes === null ? (node.nodeName === '#text' ? 3 : 8) : 1,
    nodeName: node.nodeName.toUpperCase(),
    nodeValue: 'value' in node ? node.value : null,
    childNodes: children.map(asHtmlNode),
    ...(attributes !== null && {
      getAttribute: (name: string) => attributes.find((one) => one.name === name)?.value ?? null,
    }),
  };
}
