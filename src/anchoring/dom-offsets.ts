import type { Range as TextRange } from '../domain/article.ts';
import { lastUpTo } from './dom-order.ts';

/*
 * With dom-order.ts, all of this room that knows the DOM. The reader renders every stretch of article text as the one text node
 * of an element with `data-start`: the UTF-16 offset in `Article.text` at which it begins. Everything else in there
 * (badges, handles) has no text nodes.
 */

/** The article range under the selection, or null when it is empty or reaches out of the reader. UTF-16 units. */
export function rangeOfSelection(selection: Selection | null, reader: Element): TextRange | null {
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
  if (!reader.contains(startContainer) || !reader.contains(endContainer)) return null;
  const start = offsetOf(startContainer, startOffset, reader);
  const end = offsetOf(endContainer, endOffset, reader);
  return start === null || end === null || start >= end ? null : { start, end };
}

/** The article offset of the caret, or null when words are selected or it is elsewhere. UTF-16 units. */
export function offsetOfCaret(selection: Selection | null, reader: Element): number | null {
  const node = selection?.isCollapsed === true ? selection.anchorNode : null;
  return node && reader.contains(node) ? offsetOf(node, selection?.anchorOffset ?? 0, reader) : null;
}

/** The article offset under a point of the window, or null beside the text. UTF-16 units. */
export function offsetAtPoint(x: number, y: number, reader: Element): number | null {
  const position = caretAt(x, y);
  return position && reader.contains(position.node) ? offsetOf(position.node, position.offset, reader) : null;
}

/** The DOM range that shows an article range, or null when it is not rendered. */
export function domRangeOf(range: TextRange, reader: Element): Range | null {
  const start = placeOf(range.start, reader, 'start');
  const end = placeOf(range.end, reader, 'end');
  if (!start || !end) return null;
  const shown = document.createRange();
  shown.setStart(start.node, start.offset);
  shown.setEnd(end.node, end.offset);
  return shown;
}

/** A boundary between nodes is moved to the text that follows it or, at the very end, to the text before. */
function offsetOf(node: Node, offset: number, reader: Element): number | null {
  if (node instanceof Text) {
    const start = startOf(node.parentElement);
    return start === null ? null : start + offset;
  }
  const leaves = [...reader.querySelectorAll<HTMLElement>('[data-start]')].filter(holdsText);
  const point = document.createRange();
  point.setStart(node, offset);
  const next = leaves.find((leaf) => point.comparePoint(leaf, 0) >= 0);
  if (next) return startOf(next);
  const last = leaves.at(-1);
  return last ? (startOf(last) ?? 0) + (last.textContent?.length ?? 0) : null;
}

function placeOf(
  offset: number,
  reader: Element,
  side: 'start' | 'end',
): { node: Text; offset: number } | null {
  // What starts holds the character after the offset, what ends the one before it.
  const character = side === 'start' ? offset : offset - 1;
  const leaf = lastUpTo(reader, 'data-start', character);
  const node = leaf?.firstChild;
  const start = startOf(leaf);
  if (start === null || !(node instanceof Text)) return null;
  return character < start + node.length ? { node, offset: offset - start } : null;
}

function holdsText(element: HTMLElement): boolean {
  return element.firstChild instanceof Text;
}

function startOf(element: HTMLElement | null): number | null {
  const start = element?.dataset['start'];
  return start === undefined ? null : Number(start);
}

function caretAt(x: number, y: number): { node: Node; offset: number } | null {
  // WebKit has only the older of the two functions.
  if ('caretPositionFromPoint' in document) {
    const position = document.caretPositionFromPoint(x, y);
    return position && { node: position.offsetNode, offset: position.offset };
  }
  // oxlint-disable-next-line typescript/no-deprecated -- the only one there is in WebKit
  const range = (document as Document).caretRangeFromPoint(x, y);
  return range && { node: range.startContainer, offset: range.startOffset };
}
