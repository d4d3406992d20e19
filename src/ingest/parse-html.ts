import { DOMParser } from 'linkedom/worker';
import { html, parse, type DefaultTreeAdapterTypes } from 'parse5';

type ParsedNode = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;

const EMPTY = '<!doctype html><html></html>';

/**
 * The page as a document, parsed as the HTML standard says (by parse5) into a DOM that is only data (of linkedom): it runs
 * nothing, asks for nothing and knows no Content-Security-Policy that it could break. Needs no browser. Linear in the
 * length of the HTML, but for what lies very deep (see `isTooDeep`).
 */
export function parseHtml(source: string): Document {
  // Readers without scripts see what stands in `noscript`.
  const parsed = parse(source, { scriptingEnabled: false });
  // What linkedom declares of its nodes is less than what they are.
  const document = new DOMParser().parseFromString(EMPTY, 'text/html') as unknown as Document;
  document.documentElement.remove();
  const steps: { readonly from: ParsedNode; readonly into: ParentNode }[] = [];
  const enter = (from: ParsedNode, into: ParentNode): void => {
    if ('childNodes' in from)
      for (const child of from.childNodes.toReversed()) steps.push({ from: child, into });
  };
  enter(parsed, document);
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    const { from, into } = step;
    const made = copyNode(document, from);
    if (made === null) continue;
    into.append(made);
    if ('append' in made) enter(from, made);
  }
  return document;
}

/** The node alone; null for what no reader needs, the content of a `template` among it. */
function copyNode(document: Document, node: ParsedNode): Element | Text | null {
  if ('value' in node) return document.createTextNode(node.value);
  if (!('attrs' in node)) return null;
  const isHtml = node.namespaceURI === html.NS.HTML;
  const element = isHtml
    ? document.createElement(node.tagName)
    : document.createElementNS(node.namespaceURI, node.tagName);
  for (const { name, value } of node.attrs) element.setAttribute(name, value);
  return element;
}
