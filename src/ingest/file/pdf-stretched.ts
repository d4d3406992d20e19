import { endOf, gapsIn, type Row } from './pdf-gutters.ts';

/** By which part of it gaps of one stretched line may differ. */
const EVEN = 0.1;
/** Letter heights between a line and the next one of its paragraph, at most. */
const LEADING = 1.8;

/**
 * True when a wide gap in a row is one between the words of a line that is stretched to both of its edges: two others of
 * the row are as wide, or the text right above or below leaves no strip of it free that is as wide as a `gutter`, which
 * goes on from row to row. The gap is from the place where an item ends to the one where the next begins, in points.
 */
export function isInStretchedLine(
  rows: readonly Row[],
  index: number,
  [from, to]: readonly [from: number, to: number],
  gutter: number,
): boolean {
  const row = rows[index] ?? [];
  const isEven = (gap: number): boolean => Math.abs(gap - (to - from)) < EVEN * (to - from);
  if (gapsIn(row).filter(isEven).length > 2) return true;
  return [-1, 1].some((step) => {
    const beside = findBeside(rows, index, step, [from, to]);
    return beside !== undefined && widestFree(beside, from, to) < gutter;
  });
}

/** The next row above (-1) or below (1) with text where the gap is; rows between may be of other columns. */
function findBeside(
  rows: readonly Row[],
  index: number,
  step: number,
  [from, to]: readonly [from: number, to: number],
): Row | undefined {
  const [first] = rows[index] ?? [];
  if (!first) return undefined;
  for (let at = index + step; ; at += step) {
    const row = rows[at];
    if (!row?.[0] || Math.abs(row[0].y - first.y) > LEADING * first.size) return undefined;
    if (row.some((item) => item.x < to && endOf(item) > from)) return row;
  }
}

function widestFree(row: Row, from: number, to: number): number {
  let [reached, widest] = [from, 0];
  for (const item of row) {
    widest = Math.max(widest, Math.min(item.x, to) - reached);
    reached = Math.max(reached, endOf(item));
  }
  return Math.max(widest, to - reached);
}
