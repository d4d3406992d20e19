import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { findBrowser, launchOptions, type FoundBrowser } from './support/browser.ts';

/** What the main process has found out, for the workers, which read this file too. */
interface Setting {
  readonly browser: FoundBrowser;
  readonly port: number;
}

const HANDED_DOWN = 'LINECHECK_E2E_SETTING';

const isMainProcess = process.env[HANDED_DOWN] === undefined;
const { browser, port } = await readSetting();

/** A folder of its own, so that a build or a second run beside this one does no harm. It goes when the run ends. */
const site = path.join(tmpdir(), `linecheck-e2e-${port}`);
if (isMainProcess) process.on('exit', () => rmSync(site, { recursive: true, force: true }));

const vite = 'node node_modules/vite/bin/vite.js';

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results/e2e',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 180_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: '../test-results/e2e.json' }]],
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    locale: 'en-GB',
    timezoneId: 'UTC',
    // Each test starts with an empty browser, which need not fetch the whole app (offline.spec.ts does).
    serviceWorkers: 'block',
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: true, sources: true },
    screenshot: 'only-on-failure',
    launchOptions: launchOptions(browser),
  },
  projects: [
    { name: 'desktop', grepInvert: /@phone\b/, use: { viewport: { width: 1280, height: 800 } } },
    {
      name: 'phone',
      grep: /@phone\b/,
      use: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
    },
  ],
  webServer: {
    command: [
      `${vite} build --outDir "${site}" --emptyOutDir --logLevel warn`,
      `${vite} preview --outDir "${site}" --host 127.0.0.1 --port ${port} --strictPort`,
    ].join(' && '),
    cwd: '..',
    env: { NODE_ENV: 'production' },
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
    timeout: 180_000,
  },
});

async function readSetting(): Promise<Setting> {
  const known = process.env[HANDED_DOWN];
  if (known !== undefined) return JSON.parse(known) as Setting;
  const search = await findBrowser();
  if (!search.ok) throw new Error(search.problem);
  const setting: Setting = { browser: search.browser, port: await findFreePort() };
  process.env[HANDED_DOWN] = JSON.stringify(setting);
  return setting;
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('The system gave no port.'));
      });
    });
  });
}
