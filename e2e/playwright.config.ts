import { defineConfig } from '@playwright/test';
import { findBrowser, launchOptions } from './support/browser.ts';
import { findFreePort, handDown, serveBuiltSite } from './support/built-site.ts';

const { browser, port } = await handDown('LINECHECK_E2E_SETTING', async () => {
  const search = await findBrowser();
  if (!search.ok) throw new Error(search.problem);
  return { browser: search.browser, port: await findFreePort() };
});

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  testIgnore: 'firefox/**',
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
  webServer: { ...serveBuiltSite(port), cwd: '..' },
});
