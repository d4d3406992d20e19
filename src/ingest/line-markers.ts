import type { Line } from './text-lines.ts';

/** What stands at the beginning of a line and says what it is; `length` in UTF-16 units, white space after it included. */
export type LineMarker =
  | { readonly kind: 'quote'; readonly length: number }
  | { readonly kind: 'bullet'; readonly length: number }
  | { readonly kind: 'number'; readonly length: number };

interface Numbered {
  readonly line: Line;
  readonly group: number;
  readonly isFirst: boolean;
  readonly number: number;
  readonly length: number;
}

const QUOTE = /^(?:>\s*)+/;
/** "> 50 %" and ">=" are comparisons. */
const COMPARISON = /^>\s*[\d=.,$€£¥]/;
/**
 * Dashes are missing on purpose: in most languages of Europe a line of dialogue begins with one. The dot of Japanese needs no
 * space, and inside a name it begins no line.
 */
const BULLET = /^(?:[-*•‣◦▪●○·⁃∙][ \t\u00a0\u3000]+|[・･][ \t\u00a0\u3000]*)(?=\S)/;
const NUMBER = /^\(?(\d{1,3})([.)])[ \t\u00a0]+(?=\S)/;
const RULE = /^[\s*•·・_=~-]+$/;

/**
 * Markers of quotes, bullets and numbers, by line. They are left out of what people read and check, so a doubtful one is
 * none: numbers count only as a list that runs from 1 without a gap ("3. Oktober" and "13. The" are text).
 */
export function findLineMarkers(groups: readonly (readonly Line[])[]): ReadonlyMap<Line, LineMarker> {
  const markers = new Map<Line, LineMarker>();
  for (const group of groups) {
    let isInQuote = false;
    for (const line of group) {
      const marker = readMarker(line.text, isInQuote);
      isInQuote = marker?.kind === 'quote';
      if (marker !== null) markers.set(line, marker);
    }
  }
  for (const { line, length } of findNumberedLists(groups)) markers.set(line, { kind: 'number', length });
  return markers;
}

function readMarker(text: string, isInQuote: boolean): LineMarker | null {
  const quote = isInQuote || !COMPARISON.test(text) ? QUOTE.exec(text) : null;
  if (quote !== null) return { kind: 'quote', length: quote[0].length };
  const bullet = RULE.test(text) ? null : BULLET.exec(text);
  return bullet === null ? null : { kind: 'bullet', length: bullet[0].length };
}

/** The lines of all lists 1, 2, 3… with two items or more, each item in the group of the one before or at the head of the next. */
function findNumberedLists(groups: readonly (readonly Line[])[]): readonly Numbered[] {
  const found: Numbered[] = [];
  const open = new Map<string, Numbered[]>();
  const close = (list: readonly Numbered[] | undefined) => {
    if (list !== undefined && list.length > 1) for (const item of list) found.push(item);
  };
  for (const [group, lines] of groups.entries()) {
    for (const line of lines) {
      const match = NUMBER.exec(line.text);
      if (match === null) continue;
      const key = `${match[2]}${line.indent}`;
      const item = {
        line,
        group,
        isFirst: line === lines[0],
        number: Number(match[1]),
        length: match[0].length,
      };
      const list = open.get(key);
      if (list !== undefined && continuesList(list, item)) {
        list.push(item);
      } else if (item.number === 1) {
        close(list);
        open.set(key, [item]);
      }
    }
  }
  for (const list of open.values()) close(list);
  return found;
}

function continuesList(list: readonly Numbered[], item: Numbered): boolean {
  const last = list.at(-1);
  if (last?.number !== item.number - 1) return false;
  return item.group === last.group || (item.group === last.group + 1 && item.isFirst);
}
