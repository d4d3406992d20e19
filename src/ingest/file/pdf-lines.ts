import { findColumnStarts } from './pdf-column-starts.ts';
import { endOf, fillsColumn, findNarrowGutters, type Gutter, type RankOf, type Row } from './pdf-gutters.ts';
import { levelScripts } from './pdf-scripts.ts';
import { isInStretchedLine } from './pdf-stretched.ts';

/** A piece of text on a page, in points (1/72 inch): `x` of its left end, `y` of its baseline, which grows upwards. */
export interface PageItem {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** A line of a column. `column` is another object for every column, so that lines of one can be told. */
export interface PageLine extends PageItem {
  readonly column: object;
}

/**
 * In letter heights: a wider gap parts two columns or cells wherever it is, a narrower one two words. One between the two
 * widths of a gutter parts columns where text begins at the same place in several rows: gaps between words do not.
 */
const GUTTER = 1.4;
const GUTTER_IN_LINE = 0.6;
const SPACE = 0.18;

/** Points between two columns of text, at least, where `findNarrowGutters` knows of none, and lines and characters that make one. */
const NARROWEST_GUTTER = 8;
const FEWEST_LINES = 3;
const FEWEST_CHARACTERS = 12;

/**
 * The lines of a page in the order in which they are read: what stands across the page first, then the columns below it
 * from left to right, and so on downwards. What looks like columns and has too little text for it is a table, read by
 * row, with tabs. Hand in a page from right to left mirrored. No line is lost or doubled.
 */
export function readLines(items: readonly PageItem[]): readonly PageLine[] {
  const visible = levelScripts(items.filter(({ text }) => text.trim() !== ''));
  const rows = gatherRows(visible);
  const ranks = new Map(visible.map((item, rank) => [item, rank]));
  const rankOf: RankOf = (item) => ranks.get(item) ?? 0;
  const gutters = findNarrowGutters(rows, rankOf);
  const isColumnStart = findColumnStarts(rows, GUTTER_IN_LINE, rankOf);
  return order(
    rows.flatMap((_, index) => joinItems(rows, index, isColumnStart, gutters)),
    {},
    gutters,
  );
}

function gatherRows(items: readonly PageItem[]): readonly Row[] {
  const rows: PageItem[][] = [];
  for (const item of items.toSorted((a, b) => b.y - a.y)) {
    const row = rows.at(-1);
    const [first] = row ?? [];
    if (row && first && first.y - item.y < 0.5 * Math.min(first.size, item.size)) row.push(item);
    else rows.push([item]);
  }
  return rows.map((row) => row.toSorted((a, b) => a.x - b.x));
}

function joinItems(
  rows: readonly Row[],
  index: number,
  isColumnStart: (x: number, y: number) => boolean,
  gutters: readonly Gutter[],
): readonly PageItem[] {
  return cutAtGutters(rows[index] ?? [], gutters).flatMap((words) =>
    fillsColumn(words, gutters)
      ? [words.reduce((left, right) => join(left, right, spaceBetween(left, right)))]
      : joinNear(words, rows, index, isColumnStart),
  );
}

function cutAtGutters(row: Row, gutters: readonly Gutter[]): readonly Row[] {
  const runs: PageItem[][] = [];
  for (const [index, item] of row.entries()) {
    const before = row[index - 1];
    const run = runs.at(-1);
    if (run && before && !isParted(endOf(before), item, gutters)) run.push(item);
    else runs.push([item]);
  }
  return runs;
}

function joinNear(
  words: Row,
  rows: readonly Row[],
  index: number,
  isColumnStart: (x: number, y: number) => boolean,
): readonly PageItem[] {
  const segments: PageItem[] = [];
  for (const item of words) {
    const last = segments.at(-1);
    const gap = last ? item.x - endOf(last) : 0;
    const size = Math.max(item.size, last?.size ?? 0);
    const isGutter =
      (gap > GUTTER * size && !isInStretchedLine(rows, index, [item.x - gap, item.x], GUTTER * size)) ||
      (gap > GUTTER_IN_LINE * size && isColumnStart(item.x, item.y));
    if (!last || isGutter) segments.push(item);
    else segments[segments.length - 1] = join(last, item, spaceBetween(last, item));
  }
  return segments;
}

function spaceBetween(left: PageItem, right: PageItem): string {
  return right.x - endOf(left) > SPACE * Math.max(left.size, right.size) ? ' ' : '';
}

/** Points by which an end that was added up may miss the one that was measured. */
const SAME = 0.01;

/** True when a narrow gutter lies between what ends at `right` and the item. */
function isParted(right: number, item: PageItem, gutters: readonly Gutter[]): boolean {
  return gutters.some(
    ({ from, to, top, bottom }) => right <= from + SAME && item.x >= to && item.y <= top && item.y >= bottom,
  );
}

function join(left: PageItem, right: PageItem, between: string): PageItem {
  const glue = /\s$/.test(left.text) || /^\s/.test(right.text) ? '' : between;
  const [main] = left.text.length >= right.text.length ? [left] : [right];
  return {
    text: left.text + glue + right.text,
    x: left.x,
    y: main.y,
    width: endOf(right) - left.x,
    size: main.size,
  };
}

function order(
  segments: readonly PageItem[],
  column: object,
  gutters: readonly Gutter[],
): readonly PageLine[] {
  const groups: PageItem[][] = [];
  let group: PageItem[] = [];
  for (const strip of cutStrips(segments)) {
    const isInColumns =
      group.length > 0 && (cutColumns(group, gutters).length > 1 || isRightOfGutter(group, gutters));
    const goesOn = isInColumns
      ? cutColumns([...group, ...strip], gutters).length > 1
      : cutColumns(strip, gutters).length === 1 && !isRightOfGutter(strip, gutters);
    if (goesOn) group.push(...strip);
    else {
      groups.push(group);
      group = [...strip];
    }
  }
  return [...groups, group].flatMap((one) => {
    const columns = cutColumns(one, gutters);
    const areText = columns.length > 1 && columns.every(isText);
    return areText ? columns.flatMap((inner) => order(inner, {}, gutters)) : readRows(one, column);
  });
}

/** True for lines at which only the column on the right of a gutter has begun: that on the left begins a little below. */
function isRightOfGutter(segments: readonly PageItem[], gutters: readonly Gutter[]): boolean {
  return segments.every((segment) => isParted(Number.NEGATIVE_INFINITY, segment, gutters));
}

function isText(column: readonly PageItem[]): boolean {
  const length = column.reduce((sum, { text }) => sum + text.length, 0);
  return column.length >= FEWEST_LINES && length >= FEWEST_CHARACTERS * column.length;
}

function readRows(segments: readonly PageItem[], column: object): readonly PageLine[] {
  return cutStrips(segments).map((strip) => {
    const row = strip.toSorted((a, b) => a.x - b.x);
    return { ...row.reduce((left, right) => join(left, right, '\t')), column };
  });
}

/** Groups whose heights overlap, from the top down. */
function cutStrips(segments: readonly PageItem[]): readonly PageItem[][] {
  const strips: PageItem[][] = [];
  let bottom = Number.POSITIVE_INFINITY;
  for (const segment of segments.toSorted((a, b) => b.y - a.y)) {
    const strip = strips.at(-1);
    if (strip && segment.y + 0.5 * segment.size > bottom) strip.push(segment);
    else strips.push([segment]);
    bottom = strip && segment.y + 0.5 * segment.size > bottom ? Math.min(bottom, segment.y) : segment.y;
  }
  return strips;
}

/** Groups that a gap from top to bottom parts, from left to right. */
function cutColumns(segments: readonly PageItem[], gutters: readonly Gutter[]): readonly PageItem[][] {
  const columns: PageItem[][] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const segment of segments.toSorted((a, b) => a.x - b.x)) {
    const column = columns.at(-1);
    const isApart = segment.x - right >= NARROWEST_GUTTER || isParted(right, segment, gutters);
    if (column && !isApart) column.push(segment);
    else columns.push([segment]);
    right = Math.max(right, endOf(segment));
  }
  return columns;
}
