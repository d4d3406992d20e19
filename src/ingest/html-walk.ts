import type { BlockStyle, TextComposer } from './compose-text.ts';
import { enterInline } from './html-inline.ts';
import { attributeOf, tagOf, type HtmlNode } from './html-node.ts';
import type { Entrance, Place } from './html-place.ts';
import { isUnseen } from './unseen-html.ts';
import { styleOfWordItem } from './word-list.ts';

type Step = { readonly node: HtmlNode; readonly place: Place } | { readonly leave: () => void };

const TOP: Place = {
  style: { kind: 'paragraph' },
  keepsWhiteSpace: false,
  isInLink: false,
  list: null,
  row: null,
  alone: null,
};

const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p pre search section summary ' +
    'table tbody tfoot thead tr ul xmp'
  ).split(' '),
);

/**
 * Writes the words of a tree of HTML as a browser would show them: white space made single but where `pre` or a style
 * keeps it, quotation marks for `q`, exponents for `sup`, readings in brackets for `rt`. Linear, and no deeper on the
 * stack for a deeper tree.
 */
export function writeHtml(composer: TextComposer, root: HtmlNode, page?: string): void {
  const steps: Step[] = [{ node: root, place: TOP }];
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if ('leave' in step) {
      step.leave();
      continue;
    }
    const { node, place } = step;
    if (node.nodeType === 3) composer.write(node.nodeValue ?? '', place.keepsWhiteSpace);
    if (node.nodeType === 3 || isUnseen(node)) continue;
    const entrance = enter(composer, node, place, page);
    if (entrance.leave !== undefined) steps.push({ leave: entrance.leave });
    if (entrance.isDone === true) continue;
    const inside = { ...place, ...entrance.place };
    // Some trees count their children anew each time they are asked for them.
    const { childNodes } = node;
    for (let index = childNodes.length - 1; index >= 0; index -= 1) {
      const child = childNodes[index];
      if (child !== undefined) steps.push({ node: child, place: inside });
    }
  }
}

function enter(composer: TextComposer, node: HtmlNode, place: Place, page: string | undefined): Entrance {
  const tag = tagOf(node);
  const keepsWhiteSpace = readWhiteSpace(node, tag) ?? place.keepsWhiteSpace;
  if (tag === 'tr') return enterRow(composer, place);
  if (tag === 'td' || tag === 'th') return enterCell(composer, node, place);
  if (BLOCKS.has(tag) && node !== place.alone) {
    const style = styleOf(node, tag, place);
    composer.beginBlock(style);
    const list = tag === 'ol' || tag === 'ul' || tag === 'menu' ? beginList(node, tag, place) : place.list;
    return { place: { style, keepsWhiteSpace, list }, leave: () => composer.beginBlock(place.style) };
  }
  return { place: { keepsWhiteSpace }, ...enterInline(composer, node, tag, place, page) };
}

function styleOf(node: HtmlNode, tag: string, place: Place): BlockStyle {
  const heading = /^h([1-6])$/.exec(tag)?.[1];
  if (heading !== undefined) return { kind: 'heading', level: Number(heading) };
  if (tag === 'blockquote') return { kind: 'quote' };
  if (tag === 'figcaption' || tag === 'caption') return { kind: 'caption' };
  if (tag === 'li') return styleOfItem(node, place);
  return (tag === 'p' ? styleOfWordItem(node) : null) ?? place.style;
}

function beginList(node: HtmlNode, tag: string, { list }: Place): Place['list'] {
  const start = Number.parseInt(attributeOf(node, 'start') ?? '1', 10);
  return {
    isOrdered: tag === 'ol',
    depth: list === null ? 0 : list.depth + 1,
    next: Number.isNaN(start) ? 1 : start,
  };
}

function styleOfItem(node: HtmlNode, { list }: Place): BlockStyle {
  const { isOrdered, depth } = list ?? { isOrdered: false, depth: 0 };
  let bullet = '•';
  if (list !== null && isOrdered) {
    const value = Number.parseInt(attributeOf(node, 'value') ?? '', 10);
    const number = Number.isNaN(value) ? list.next : value;
    list.next = number + 1;
    bullet = `${number}.`;
  }
  return { kind: 'list-item', ordered: isOrdered, marker: `${'  '.repeat(depth)}${bullet} `, isLine: true };
}

/** A row of a table is a line; what has blocks in its cells falls into them. */
function enterRow(composer: TextComposer, { style }: Place): Entrance {
  composer.beginBlock({ kind: style.kind === 'quote' ? 'quote' : 'paragraph', isLine: true });
  return { place: { row: { cells: 0 } }, leave: () => composer.beginBlock(style) };
}

function enterCell(composer: TextComposer, node: HtmlNode, { row }: Place): Entrance {
  if (row !== null && row.cells > 0) composer.beginCell();
  if (row !== null) row.cells += 1;
  const elements = Array.from(node.childNodes).filter(({ nodeType }) => nodeType === 1);
  const [only] = elements;
  const isAlone = elements.length === 1 && only !== undefined && /^(?:p|div)$/.test(tagOf(only));
  return { place: { alone: isAlone ? only : null } };
}

/** Null when the element says nothing about white space (CSS Text 3). */
function readWhiteSpace(node: HtmlNode, tag: string): boolean | null {
  const value = /white-space(?:-collapse)?\s*:\s*([a-z-]+)/i
    .exec(attributeOf(node, 'style') ?? '')?.[1]
    ?.toLowerCase();
  if (value !== undefined) return value.startsWith('pre') || value === 'break-spaces';
  return tag === 'pre' || tag === 'listing' || tag === 'xmp' ? true : null;
}
