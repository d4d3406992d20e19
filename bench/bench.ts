import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { build, preview } from 'vite';
import { findBrowser, launchOptions } from '../e2e/support/browser.ts';
import { cellOf, prepare, type EditCell, type Measured, type PageMeasure } from './edit-until-saved.ts';
import type { Workload } from './workload.ts';

export interface BenchOptions {
  /** Fresh pages for each cell. */
  readonly pages: number;
  /** Numbers of annotations. */
  readonly sizes: readonly number[];
  readonly seed: number;
}

export interface BenchResult {
  readonly at: string;
  readonly browser: string;
  readonly cores: number;
  readonly seed: number;
  readonly editUntilSaved: readonly EditCell[];
}

interface Profile extends Measured {
  readonly workload: Workload;
  readonly pages: PageMeasure[];
}

/** Units of text for each annotation: 10 KB with 100 of them, a megabyte with 10,000. */
const UNITS_PER_ANNOTATION = 100;

/** Builds the app and measures it in one browser: the cells in turn, so that a busy minute meets all of them. */
export async function runBench({ pages, sizes, seed }: BenchOptions): Promise<BenchResult> {
  const search = await findBrowser();
  if (!search.ok) throw new Error(search.problem);
  const site = await mkdtemp(path.join(tmpdir(), 'linecheck-bench-'));
  // The import of this file by Vite's runner has set it to "development", and a build keeps what is set.
  process.env['NODE_ENV'] = 'production';
  await build({ logLevel: 'warn', build: { outDir: site, emptyOutDir: true } });
  const server = await preview({
    logLevel: 'warn',
    build: { outDir: site },
    preview: { host: '127.0.0.1', port: 0 },
  });
  const baseURL = server.resolvedUrls?.local[0];
  if (baseURL === undefined) throw new Error('The app has no address.');
  const browser = await chromium.launch(launchOptions(search.browser));
  try {
    const workloads = sizes.map((annotations): Workload => ({
      annotations,
      units: annotations * UNITS_PER_ANNOTATION,
    }));
    const profiles: Profile[] = [];
    for (const workload of workloads) {
      profiles.push({ workload, pages: [], ...(await prepare(browser, baseURL, workload, seed)) });
      console.log(`${workload.annotations} annotations are in`);
    }
    for (let round = 1; round <= pages; round += 1) {
      for (const profile of profiles) profile.pages.push(await profile.measure());
      console.log(`round ${round} of ${pages}`);
    }
    return {
      at: new Date().toISOString(),
      browser: browser.version(),
      cores: cpus().length,
      seed,
      editUntilSaved: profiles.map((profile) => cellOf(profile.workload, profile.pages)),
    };
  } finally {
    await browser.close();
    await server.close();
    await rm(site, { recursive: true });
  }
}
