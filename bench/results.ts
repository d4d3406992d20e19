import type { Spread } from './statistics.ts';

/** What can be measured, by the names that `--rows` takes. */
export const ROWS = [
  'open',
  'cold',
  'edit',
  'annotate',
  'hover',
  'click',
  'scroll',
  'heap',
  'saved',
  'json',
  'segment',
  'resolve',
] as const;

export type Row = (typeof ROWS)[number];

/** What was measured of whom: the app, a page of reference, or a function that does the same. */
export type Measured = 'app' | 'limit' | 'recogito' | 'react' | 'native';

/** The measurements of one thing. `thing` tells the things of a row apart. */
export interface Cell extends Spread {
  readonly row: Row;
  readonly thing?: string;
  readonly annotations: number;
  readonly of: Measured;
  readonly unit: 'ms' | 's' | 'MB' | 'frames' | '%';
  /** When it was measured; UTC. */
  readonly at: string;
}

/** What is measured, before the run that it belongs to has ended. */
export type NewCell = Omit<Cell, 'at'>;

export interface BenchResult {
  readonly browser: string;
  readonly node: string;
  readonly cores: number;
  readonly seed: number;
  readonly cells: readonly Cell[];
}

/** What was measured now, with what was measured earlier of other things, if that was on the same kind of machine. */
export function keepEarlier(earlier: BenchResult, now: BenchResult): BenchResult {
  const isAlike = (['browser', 'node', 'cores', 'seed'] as const).every(
    (name) => earlier[name] === now[name],
  );
  if (!isAlike) return now;
  const measured = new Set(now.cells.map(nameOf));
  return { ...now, cells: [...now.cells, ...earlier.cells.filter((cell) => !measured.has(nameOf(cell)))] };
}

function nameOf({ row, thing = '', annotations, of }: Cell): string {
  return [row, thing, annotations, of].join(' ');
}
