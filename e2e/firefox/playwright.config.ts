import { defineConfig } from '@playwright/test';
import { findFirefox, NO_FIREFOX } from '../../.ci/find-firefox.mjs';
import { findFreePort, handDown, serveBuiltSite } from '../support/built-site.ts';

const { executablePath, port } = await handDown('LINECHECK_FIREFOX_SETTING', async () => {
  const found = findFirefox();
  if (found === null) throw new Error(NO_FIREFOX);
  return { executablePath: found, port: await findFreePort() };
});

/** The core journeys in a stock Firefox, driven by WebDriver BiDi: Playwright's own build is not needed. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results/firefox',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: '../../test-results/firefox.json' }]],
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    locale: 'en-GB',
    timezoneId: 'UTC',
    browserName: 'firefox',
    channel: 'moz-firefox',
    viewport: { width: 1280, height: 800 },
    launchOptions: { executablePath },
  },
  webServer: { ...serveBuiltSite(port), cwd: '../..' },
});
