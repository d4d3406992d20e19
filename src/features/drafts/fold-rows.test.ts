import { expect, test } from 'vitest';
import type { CarryItem } from '../../domain/carry-over.ts';
import { createSmallDesk } from '../../domain/testing/small-fact-check.ts';
import { foldRows, listCards, MOST_DRAWN } from './fold-rows.ts';
import type { Row } from './group-rows.ts';

const [annotation] = createSmallDesk().factCheck().tables.annotation.values();

function item(state: CarryItem['state']): CarryItem {
  if (!annotation) throw new Error('The small fact check has an annotation.');
  return { annotation, state, found: [], isDetached: false };
}

const plain = (at: number, ...items: CarryItem[]): Row => ({
  change: { kind: 'unchanged', old: at, now: at },
  items,
  around: [],
});
const fresh = (at: number, ...items: CarryItem[]): Row => ({
  change: { kind: 'new', now: at },
  items,
  around: [],
});

test('neighbouring rows that need no look are folded, whatever is annotated in them', () => {
  const rows = [plain(0), plain(1, item('exact')), fresh(2), plain(3), plain(4, item('orphaned')), plain(5)];
  expect(foldRows(rows, true)).toEqual([
    { rows: [rows[0], rows[1]], isFolded: true },
    { rows: [rows[2]], isFolded: false },
    { rows: [rows[3]], isFolded: true },
    { rows: [rows[4]], isFolded: false },
    { rows: [rows[5]], isFolded: true },
  ]);
});

test('a row whose words came into another sentence is not folded, and has a card', () => {
  const moved = item('moved');
  const row: Row = { ...plain(1, moved), around: [moved] };
  const runs = foldRows([plain(0, item('exact')), row], true);
  expect(runs.map(({ isFolded }) => isFolded)).toEqual([true, false]);
  expect(listCards(runs).map((card) => card.item)).toEqual([moved]);
});

test('of rows that are looked at alone, none is folded', () => {
  expect(foldRows([plain(0), plain(1)], false).map(({ isFolded }) => isFolded)).toEqual([false, false]);
});

test('every card knows the part of the list that it is drawn in', () => {
  const rows = Array.from({ length: 2 * MOST_DRAWN + 1 }, (_, at) =>
    fresh(at, item('changed'), item('moved')),
  );
  const parts = listCards(foldRows(rows, true)).map(({ part }) => part);
  expect(parts).toHaveLength(rows.length);
  expect([parts[0], parts[MOST_DRAWN - 1], parts[MOST_DRAWN], parts.at(-1)]).toEqual([0, 0, 1, 2]);
});
