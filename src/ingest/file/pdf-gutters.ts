import type { PageItem } from './pdf-lines.ts';

/** A gap between two columns that is no wider than one between words, in points: what ends left of `from` or begins at `to`. */
export interface Gutter {
  readonly from: number;
  readonly to: number;
  /** Where the text on its left begins, and where that on its right ends. */
  readonly left: number;
  readonly right: number;
  /** Baselines of the first and the last row along it. */
  readonly top: number;
  readonly bottom: number;
}

/** What stands at one height, from left to right. */
export type Row = readonly PageItem[];

/** The place of an item among all of the page, as the file has them. */
export type RankOf = (item: PageItem) => number;

/** Points that are between two columns at least. */
const NARROWEST = 2;
/** Points by which the beginnings of lines of one column may differ. */
const LOOSE = 1;
/** Rows in which words hardly ever begin below each other by chance, and characters that make lines of them. */
const FEWEST_ROWS = 6;
const FEWEST_CHARACTERS = 12;
/** How much wider it is than the gaps between the words beside it, where these are written row by row. */
const WIDER = 1.2;
/** Places that are looked at: no page has more columns, and each is looked for in all rows. */
const MOST_PLACES = 20;

/**
 * The narrow gutters of a page: text begins at one place in many rows below each other and ends before it in as many, no
 * row crosses it, both sides are text, and the file holds one side after the other, or the words beside it stand closer to
 * each other. Rows come from the top down, their items from left to right.
 */
export function findNarrowGutters(rows: readonly Row[], rankOf: RankOf): readonly Gutter[] {
  return findPlaces(rows, FEWEST_ROWS, MOST_PLACES).flatMap((x) =>
    stretchesAlong(rows, x).flatMap((stretch) => asGutter(stretch, x, rankOf)),
  );
}

/** Where text begins in the most rows, and in so many at least, in whole points. */
export function findPlaces(rows: readonly Row[], fewestRows: number, mostPlaces: number): readonly number[] {
  const counts = new Map<number, number>();
  for (const row of rows) {
    const starts = new Set(row.map(({ x }) => Math.round(x)));
    for (const x of starts) counts.set(x, (counts.get(x) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count >= fewestRows)
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, mostPlaces)
    .map(([x]) => x);
}

/** Neighbouring rows that do not cross the place. */
export function stretchesAlong(rows: readonly Row[], x: number): readonly (readonly Row[])[] {
  const stretches: Row[][] = [[]];
  for (const row of rows) {
    if (row.some((item) => item.x < x - LOOSE && endOf(item) > x - NARROWEST + LOOSE)) stretches.push([]);
    else stretches.at(-1)?.push(row);
  }
  return stretches;
}

function asGutter(rows: readonly Row[], x: number, rankOf: RankOf): readonly Gutter[] {
  const { lefts, rights, from } = partAt(rows, x);
  const [first, last] = [rows[0]?.[0], rows.at(-1)?.[0]];
  if (!first || !last || !areLines(lefts) || !areLines(rights)) return [];
  const isWide = x - from >= NARROWEST - LOOSE;
  if (!isWide || !standsApart(rows, x, rankOf)) return [];
  const left = Math.min(...lefts.flat().map((item) => item.x));
  const right = Math.max(...rights.flat().map(endOf));
  return [{ from, to: x - LOOSE, left, right, top: first.y, bottom: last.y }];
}

interface Parts {
  readonly lefts: readonly Row[];
  /** Of the rows in which text begins at the place. */
  readonly rights: readonly Row[];
  /** Where the lefts end. */
  readonly from: number;
}

function partAt(rows: readonly Row[], x: number): Parts {
  const starting = rows.filter((row) => row.some((item) => Math.abs(item.x - x) <= LOOSE));
  const lefts = rows.map((row) => row.filter((item) => item.x < x - LOOSE)).filter((row) => row.length > 0);
  const rights = starting.map((row) => row.filter((item) => item.x >= x - LOOSE));
  return {
    lefts,
    rights,
    from: lefts.flat().reduce((end, item) => Math.max(end, endOf(item)), Number.NEGATIVE_INFINITY),
  };
}

/**
 * True when what begins at `x` in rows that do not cross it is no word of a line: the file holds one side after the other,
 * or the words beside it stand closer to each other.
 */
export function standsApart(rows: readonly Row[], x: number, rankOf: RankOf): boolean {
  const { lefts, rights, from } = partAt(rows, x);
  return (
    countTurns(rows, x, rankOf) <= rows.length / 3 ||
    x - from > WIDER * middleOf([...lefts, ...rights].flatMap(gapsIn))
  );
}

/** How often the file goes over from one side to the other: once for columns, twice a row for words in lines. */
function countTurns(rows: readonly Row[], x: number, rankOf: RankOf): number {
  const sides = rows
    .flat()
    .toSorted((one, other) => rankOf(one) - rankOf(other))
    .map((item) => item.x < x - LOOSE);
  return sides.filter((side, index) => index > 0 && side !== sides[index - 1]).length;
}

function areLines(rows: readonly Row[]): boolean {
  const length = rows.flat().reduce((sum, { text }) => sum + text.length, 0);
  return rows.length >= FEWEST_ROWS && length >= FEWEST_CHARACTERS * rows.length;
}

export function gapsIn(row: Row): readonly number[] {
  return row.slice(1).map((item, index) => item.x - endOf(row[index] ?? item));
}

/** The median; 0 of nothing. */
function middleOf(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;
}

/**
 * True for words that fill a column beside a gutter from edge to edge: a line that was stretched, however wide the gaps in
 * it are.
 */
export function fillsColumn(words: Row, gutters: readonly Gutter[]): boolean {
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) return false;
  const own = gutters.filter(({ top, bottom }) => first.y <= top && first.y >= bottom);
  const isAt = (edge: number, x: number): boolean => Math.abs(edge - x) <= 1.5 * LOOSE;
  return (
    own.some(({ to, left }) => isAt(to + LOOSE, first.x) || isAt(left, first.x)) &&
    own.some(({ from, right }) => isAt(from, endOf(last)) || isAt(right, endOf(last)))
  );
}

export function endOf({ x, width }: PageItem): number {
  return x + width;
}
