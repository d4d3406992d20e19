/** As much of a DOM node as the reading of HTML needs (DOM standard): what any parser's tree can show. */
export interface HtmlNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly childNodes: ArrayLike<HtmlNode>;
  /** Elements only. */
  readonly getAttribute?: (name: string) => string | null;
}

/** Lower-case name of an element; empty for every other node. */
export function tagOf(node: HtmlNode): string {
  return node.nodeType === 1 ? node.nodeName.toLowerCase() : '';
}

export function attributeOf(node: HtmlNode, name: string): string | null {
  return node.getAttribute?.(name) ?? null;
}

/** The node and everything in it, in document order; without recursion, for trees may be as deep as they like. */
export function* walk(node: HtmlNode): Generator<HtmlNode> {
  const stack = [node];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    yield next;
    const { childNodes } = next;
    for (let index = childNodes.length - 1; index >= 0; index -= 1) {
      const child = childNodes[index];
      if (child !== undefined) stack.push(child);
    }
  }
}

export function textIn(node: HtmlNode): string {
  let text = '';
  for (const { nodeType, nodeValue } of walk(node)) if (nodeType === 3) text += nodeValue ?? '';
  return text;
}
