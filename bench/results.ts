import type { Spread } from './statistics.ts';

/** What can be measured, by the names that `--rows` takes. */
export const ROWS = [
  'open',
  'cold',
  'edit',
  'annotate',
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
}

export interface BenchResult {
  readonly at: string;
  readonly browser: string;
  readonly node: string;
  readonly cores: number;
  readonly seed: number;
  readonly cells: readonly Cell[];
}
