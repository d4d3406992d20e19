import type { BenchResult, Cell, Measured, Row } from './results.ts';

/** A measure of the app, and what it is held against. */
interface Goal {
  readonly what: string;
  readonly row: Row;
  readonly thing?: string;
  readonly annotations: number;
  readonly most: number;
  /** The app's measure is at most so many times that of another page, or of the app with fewer annotations. */
  readonly against: Exclude<Measured, 'app'> | number;
}

const FEW = 10;
const MANY = 10_000;

const GOALS: readonly Goal[] = [
  goal('open 1 MB with 10,000 annotations', 'open', MANY, 'limit', 2),
  goal('the same', 'open', MANY, 'recogito', 1 / 6),
  goal('open 100 KB with 1,000', 'open', 1000, 'limit', 2),
  goal('open 10 KB with 10, cold, slow', 'cold', FEW, 'react', 1.3),
  goal('change a verdict among 10,000', 'edit', MANY, 'limit', 2),
  goal('the same', 'edit', MANY, 'recogito', 1 / 3),
  goal('the same, held against 10', 'edit', MANY, FEW, 1.5),
  goal('add an annotation to 10,000', 'annotate', MANY, 'limit', 2),
  goal('the same', 'annotate', MANY, 'recogito', 1 / 3),
  goal('the same, held against 10', 'annotate', MANY, FEW, 1.5),
  goal('come upon a mark among 10,000', 'hover', MANY, 'limit', 2),
  goal('click a mark among 10,000', 'click', MANY, 'limit', 2),
  goal('long frames while 1 MB is scrolled', 'scroll', MANY, 'limit', 1.1),
  goal('JavaScript heap, 1 MB with 10,000', 'heap', MANY, 'limit', 3),
  { ...goal('10,000 to JSON', 'json', MANY, 'native', 1.5), thing: 'serialise' },
  { ...goal('10,000 from JSON', 'json', MANY, 'native', 4), thing: 'parse' },
  goal('an edit until Saved, 1,000 against 100', 'saved', 1000, 100, 1.5),
  goal('the same, 10,000 against 100', 'saved', MANY, 100, 1.5),
  goal('segment 10 MB', 'segment', 0, 'native', 1 / 2),
  goal('resolve 10,000 targets in 1 MB, 2 % edited', 'resolve', MANY, 'native', 1 / 5),
];

/** Shares of the app's own that are held against nothing. */
const SHARES: readonly { readonly what: string; readonly thing: string; readonly goal: string }[] = [
  { what: 'of them resolved right', thing: 'right', goal: '≥ 99.5 %' },
  { what: 'of them silently wrong', thing: 'silently wrong', goal: '0 %' },
];

const NAMES: Readonly<Record<Measured, string>> = {
  app: 'Linecheck',
  limit: 'limit page',
  recogito: 'Recogito',
  react: 'React page',
  native: 'the function alone',
};

/** The results as a Markdown table: medians with their spread, and ratios. Rows that were not measured are left out. */
export function toMarkdown({ cells, browser, node, cores, seed }: BenchResult): string {
  const find = ({ row, thing, annotations }: Goal, of: Measured, size = annotations): Cell | undefined =>
    cells.find(
      (cell) => cell.row === row && cell.thing === thing && cell.annotations === size && cell.of === of,
    );
  const lines = GOALS.flatMap((one) => {
    const app = find(one, 'app');
    const other = typeof one.against === 'number' ? find(one, 'app', one.against) : find(one, one.against);
    if (!app || !other) return [];
    const ratio = app.median / Math.max(other.median, LEAST[app.unit]);
    const name = typeof one.against === 'number' ? `with ${one.against}` : NAMES[one.against];
    return [
      [one.what, say(app), `${say(other)}, ${name}`, ratio.toFixed(2), `≤ ${sayMost(one.most)}`, dayOf(app)],
    ];
  });
  const shares = SHARES.flatMap(({ what, thing, goal: wanted }) => {
    const cell = cells.find((one) => one.row === 'resolve' && one.thing === thing);
    return cell ? [[what, `${cell.median.toFixed(2)} %`, '', '', wanted, dayOf(cell)]] : [];
  });
  return [
    ...table([['what', 'Linecheck', 'held against', 'ratio', 'goal', 'measured'], ...lines, ...shares]),
    '',
    `Medians, with the lowest and the highest in brackets, of ${countPages(cells)} taken in turn in headless Chromium`,
    `${browser} and Node ${node} on ${cores} cores; workload of seed ${seed}.`,
  ].join('\n');
}

function countPages(cells: readonly Cell[]): string {
  const counts = cells.filter(({ of, row }) => of === 'limit' && row !== 'scroll').map(({ count }) => count);
  if (counts.length === 0) return 'measures';
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  return `${least === most ? least : `${least} to ${most}`} fresh pages each,`;
}

function dayOf({ at }: Cell): string {
  return at.slice(0, 10);
}

/** Where nothing was to be measured, a ratio is taken to the least that could have been. */
const LEAST: Readonly<Record<Cell['unit'], number>> = {
  ms: 0.001,
  s: 0.001,
  MB: 0.001,
  frames: 1,
  '%': 0.001,
};

function goal(what: string, row: Row, annotations: number, against: Goal['against'], most: number): Goal {
  return { what, row, annotations, against, most };
}

function say({ median, lowest, highest, unit }: Cell): string {
  const digits = unit === 'frames' || median >= 100 ? 0 : 1;
  return `${median.toFixed(digits)} ${unit} (${lowest.toFixed(digits)}–${highest.toFixed(digits)})`;
}

function sayMost(most: number): string {
  return most < 1 ? `1/${Math.round(1 / most)}` : most.toFixed(1);
}

function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...rest] = rows;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rest.map(line)];
}
