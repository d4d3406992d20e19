import type { BlockStyle } from './compose-text.ts';
import { attributeOf, textIn, walk, type HtmlNode } from './html-node.ts';

const NODES_BEFORE_NUMBER = 20;

/** Null for a paragraph that is none. Word's clipboard has paragraphs with a style for items, the bullet or number being in a piece of its own. */
export function styleOfWordItem(node: HtmlNode): BlockStyle | null {
  if (!/mso-list\s*:\s*(?!none|ignore)\S/i.test(attributeOf(node, 'style') ?? '')) return null;
  let looked = 0;
  for (const inner of walk(node)) {
    looked += 1;
    if (looked > NODES_BEFORE_NUMBER) break;
    if (!/mso-list\s*:\s*ignore/i.test(attributeOf(inner, 'style') ?? '')) continue;
    const number = textIn(inner).trim();
    if (/\d/.test(number)) return { kind: 'list-item', ordered: true, marker: `${number} `, isLine: true };
    break;
  }
  return { kind: 'list-item', ordered: false, marker: '• ', isLine: true };
}
