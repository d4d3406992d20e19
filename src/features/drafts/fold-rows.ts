import { isSettledByItself, type CarryItem } from '../../domain/carry-over.ts';
import type { Row } from './group-rows.ts';

/** One row, or neighbouring ones without change that are folded into one line. */
export interface Run {
  readonly rows: readonly Row[];
  readonly isFolded: boolean;
}

/** An annotation that a person is asked about, was or should see, and the part of the list that it is in. */
export interface Card {
  readonly item: CarryItem;
  readonly part: number;
}

/** Rows that are drawn at a time: more than anybody looks at together, and few enough to be there at once. */
export const MOST_DRAWN = 100;

/** Folds what needs no look away between the rest; where only some rows are wanted, each is wanted for itself. */
export function foldRows(rows: readonly Row[], isWhole: boolean): readonly Run[] {
  const runs: { rows: Row[]; isFolded: boolean }[] = [];
  for (const row of rows) {
    const isFolded = isWhole && isPlain(row);
    const last = runs.at(-1);
    if (isFolded && last?.isFolded === true) last.rows.push(row);
    else runs.push({ rows: [row], isFolded });
  }
  return runs;
}

/** The annotations that have a card, in the order of the runs. */
export function listCards(runs: readonly Run[]): readonly Card[] {
  return runs.flatMap(({ rows }, index) =>
    rows
      .flatMap(({ items, around }) =>
        items.filter((item) => !isSettledByItself(item) || around.includes(item)),
      )
      .map((item) => ({ item, part: Math.floor(index / MOST_DRAWN) })),
  );
}

function isPlain({ change, items, around }: Row): boolean {
  return change?.kind === 'unchanged' && around.length === 0 && items.every(isSettledByItself);
}
