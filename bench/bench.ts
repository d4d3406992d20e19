import { cpus } from 'node:os';
import { chromium, type Browser } from '@playwright/test';
import { findBrowser, launchOptions } from '../e2e/support/browser.ts';
import { openCold } from './cold.ts';
import { measureFreshPage, type Subject } from './fresh-page.ts';
import { loadBuilt, type ImportModule } from './load-built.ts';
import { installProbe, type MarksSeen } from './probe.ts';
import { prepareProfile, VIEWPORT } from './profile.ts';
import type { BenchResult, Measured, NewCell, Row } from './results.ts';
import { openSite, type Site } from './site.ts';
import { spreadOf } from './statistics.ts';
import { countMarks, createWorkload } from './workload.ts';

export interface BenchOptions {
  /** Fresh pages for each cell. */
  readonly pages: number;
  /** Numbers of annotations. */
  readonly sizes: readonly number[];
  readonly rows: ReadonlySet<Row>;
  readonly seed: number;
}

/** What is measured of each page; the other rows are functions. */
const ROWS_OF: Readonly<Record<Exclude<Measured, 'native'>, readonly Row[]>> = {
  app: ['open', 'cold', 'edit', 'annotate', 'hover', 'click', 'scroll', 'heap', 'saved'],
  limit: ['open', 'edit', 'annotate', 'hover', 'click', 'scroll', 'heap'],
  recogito: ['open', 'edit', 'annotate'],
  react: ['cold'],
};

/** The workload that a JSON file is made of, and the one that is opened over a slow line. */
const MANY = 10_000;
const FEW = 10;

/** Builds the app and measures it in one browser, side by side and in turn, so that a busy minute meets all pages. */
export async function runBench(
  { pages, sizes, rows, seed }: BenchOptions,
  importModule: ImportModule,
): Promise<BenchResult> {
  const search = await findBrowser();
  if (!search.ok) throw new Error(search.problem);
  const browser = await chromium.launch(launchOptions(search.browser));
  try {
    const cells: NewCell[] = [];
    if (ROWS_OF.app.some((row) => rows.has(row))) {
      const site = await openSite();
      try {
        cells.push(...(await measurePages({ pages, sizes, rows, seed }, browser, site)));
      } finally {
        await site.close();
      }
    }
    const functions = await loadBuilt(importModule);
    if (rows.has('json')) cells.push(...(await functions.measureJson(workloadOf(MANY, seed), MANY, pages)));
    if (rows.has('segment')) cells.push(...(await functions.measureSegment(seed, pages)));
    if (rows.has('resolve')) cells.push(...(await functions.measureResolving()));
    const at = new Date().toISOString();
    return {
      browser: browser.version(),
      node: process.version,
      cores: cpus().length,
      seed,
      cells: cells.map((cell) => ({ ...cell, at })),
    };
  } finally {
    await browser.close();
  }
}

interface Contestant {
  readonly annotations: number;
  readonly of: Measured;
  readonly subject: Subject;
  readonly rows: ReadonlySet<Row>;
  readonly measures: Map<Row, number[]>;
}

async function measurePages(
  { pages, sizes, rows, seed }: BenchOptions,
  browser: Browser,
  site: Site,
): Promise<NewCell[]> {
  const contestants: Contestant[] = [];
  const cells: NewCell[] = [];
  for (const annotations of sizes) {
    const file = workloadOf(annotations, seed);
    const seen = countMarks(file);
    const { context, imported } = await prepareProfile(browser, site.baseURL, file);
    cells.push({ row: 'saved', thing: 'import', annotations, of: 'app', unit: 's', ...spreadOf([imported]) });
    console.log(`${annotations} annotations are in, after ${imported.toFixed(1)} s`);
    const address = await site.put(`file-${annotations}.json`, file);
    const enter = async (of: keyof typeof ROWS_OF, subject: Subject, probe: MarksSeen): Promise<void> => {
      const asked = ROWS_OF[of].filter((row) => rows.has(row) && (row !== 'cold' || annotations === FEW));
      if (asked.length === 0) return;
      await installProbe(subject.context, probe);
      contestants.push({ annotations, of, subject, rows: new Set(asked), measures: new Map() });
    };
    const reference = async (page: string): Promise<Subject> => ({
      context: await browser.newContext({ baseURL: site.baseURL, viewport: VIEWPORT }),
      address: `./bench/${page}.html?file=${address}`,
      isApp: false,
      hasMarks: page === 'limit',
      rated: page === 'recogito' ? drawnByRecogito : markedAs,
    });
    const app = { context, address: './#/check/planned', isApp: true, hasMarks: true, rated: markedAs };
    await enter('app', app, { name: 'mark', by: 'tag', least: seen });
    await enter('limit', await reference('limit'), { name: 'mark', by: 'tag', least: seen });
    await enter('recogito', await reference('recogito'), { name: 'r6o-annotation', by: 'class', least: 1 });
    await enter('react', await reference('react'), { name: 'block', by: 'class', least: 1 });
  }
  for (let round = 1; round <= pages; round += 1) {
    const begun = performance.now();
    for (const contestant of contestants) await measureOnce(contestant);
    console.log(`round ${round} of ${pages}, ${((performance.now() - begun) / 1000).toFixed(0)} s`);
  }
  return [...cells, ...contestants.flatMap(cellsOf)];
}

function markedAs(id: string, rating: 'true' | 'false'): string {
  return `mark[data-annotations~="${id}"][data-colour="${rating}"]`;
}

/** The colours are those of its reference page. */
function drawnByRecogito(id: string, rating: 'true' | 'false'): string {
  return `[data-annotation="${id}"][style*="rgba(${rating === 'false' ? '192, 0, 0' : '0, 128, 0'},"]`;
}

async function measureOnce({ annotations, of, subject, rows, measures }: Contestant): Promise<void> {
  const note = (row: Row, value: number): void => {
    measures.set(row, [...(measures.get(row) ?? []), value]);
  };
  try {
    if (rows.has('cold')) note('cold', await openCold(subject.context, subject.address));
    if ([...rows].every((row) => row === 'cold')) return;
    for (const [row, value] of Object.entries(await measureFreshPage(subject, rows)))
      if (rows.has(row as Row)) note(row as Row, value);
  } catch (error) {
    throw new Error(`${of} with ${annotations} annotations could not be measured.`, { cause: error });
  }
}

function cellsOf({ annotations, of, measures }: Contestant): readonly NewCell[] {
  return [...measures].map(([row, values]) => ({
    row,
    annotations,
    of,
    unit: row === 'heap' ? 'MB' : row === 'scroll' ? 'frames' : 'ms',
    ...spreadOf(values),
  }));
}

/** 10 KB of text at least; a megabyte for 10,000 annotations. */
function workloadOf(annotations: number, seed: number): string {
  return createWorkload(
    { annotations, units: Math.max(LEAST_UNITS, annotations * UNITS_PER_ANNOTATION) },
    seed,
  );
}

const LEAST_UNITS = 10_000;
const UNITS_PER_ANNOTATION = 100;
