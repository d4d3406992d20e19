import path from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import * as fc from 'fast-check';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBrowser, launchOptions } from '../../../e2e/support/browser.ts';
import { messagesPlugin } from '../../messages/compile/messages-plugin.ts';
import type * as DrawnArticle from './testing/DrawnArticle.tsx';

let browser: Browser;

beforeAll(async () => {
  const search = await findBrowser();
  if (!search.ok) throw new Error(search.problem);
  browser = await chromium.launch(launchOptions(search.browser));
});

afterAll(() => browser.close());

test('after any edits the article looks as it does to somebody who opens it now', async () => {
  const page = await browser.newPage();
  await page.addScriptTag({ content: await buildScript() });
  const seed = fc.readConfigureGlobal().seed ?? Date.now();
  const difference = await page.evaluate((start) => {
    const { drawnArticle } = globalThis as unknown as { drawnArticle: typeof DrawnArticle };
    return drawnArticle.findDifference(start, 400);
  }, seed);
  expect(difference).toBeNull();
});

/** All that draws, as one script for a page of a real browser: no imitation of the DOM would do. */
async function buildScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [messagesPlugin()],
    oxc: { jsx: { runtime: 'automatic', development: false } },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: false,
      target: 'es2023',
      lib: {
        entry: path.join(import.meta.dirname, 'testing/DrawnArticle.tsx'),
        formats: ['iife'],
        name: 'drawnArticle',
      },
    },
  });
  const files = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  const script = files.find((file) => file.type === 'chunk');
  if (!script) throw new Error('Nothing was built.');
  return script.code;
}
