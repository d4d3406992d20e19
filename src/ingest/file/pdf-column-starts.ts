import { endOf, findPlaces, standsApart, stretchesAlong, type RankOf, type Row } from './pdf-gutters.ts';

/** Rows below each other that make a column, and the part of those with text there or further right that begins at it. */
const FEWEST_ROWS = 3;
const SHARE = 0.6;
/** Points by which beginnings below each other, and baselines in one row, may differ. */
const LOOSE = 1;
const UNEVEN = 2;
/** Places that are looked at, since each is looked for in all rows. */
const MOST_PLACES = 100;

interface ColumnStart {
  readonly x: number;
  /** Baselines of the first and the last row along it. */
  readonly top: number;
  readonly bottom: number;
}

/**
 * Tells whether a column may begin at `x` in the row at `y`: text does so, at the left or after a gap wider than `gap`
 * letter heights, in most of at least three rows below each other that nothing crosses there. Words of a whole page that
 * happen to begin below each other are none. Rows come from the top down, their items from left to right.
 */
export function findColumnStarts(
  rows: readonly Row[],
  gap: number,
  rankOf: RankOf,
): (x: number, y: number) => boolean {
  const starts = rows.map((row) =>
    row.filter((item, index) => {
      const before = row[index - 1];
      return !before || item.x - endOf(before) > gap * item.size;
    }),
  );
  const startsIn = new Map(rows.map((row, index) => [row, starts[index] ?? []]));
  const found = findPlaces(starts, FEWEST_ROWS - 1, MOST_PLACES).flatMap((x): readonly ColumnStart[] =>
    stretchesAlong(rows, x).flatMap((stretch) => {
      const reaching = stretch.filter((row) => row.some((item) => item.x >= x - LOOSE));
      const starting = stretch.filter((row) =>
        startsIn.get(row)?.some((item) => Math.abs(item.x - x) <= LOOSE),
      );
      const [first, last] = [stretch[0]?.[0], stretch.at(-1)?.[0]];
      const isOne =
        starting.length >= FEWEST_ROWS &&
        starting.length >= SHARE * reaching.length &&
        standsApart(stretch, x, rankOf);
      return isOne && first && last ? [{ x, top: first.y + UNEVEN, bottom: last.y - UNEVEN }] : [];
    }),
  );
  return (x, y) =>
    found.some((start) => Math.abs(start.x - x) <= LOOSE && y <= start.top && y >= start.bottom);
}
