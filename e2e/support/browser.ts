import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type LaunchOptions } from '@playwright/test';
import { canRun } from '../../.ci/can-run.mjs';

/** How to start the browser that was found: JSON, so that it can be handed to the workers. */
export interface FoundBrowser {
  /** Absolute; absent for the browser that Playwright has installed itself. */
  readonly executablePath?: string;
  readonly hasSandbox: boolean;
}

/** A browser that can be driven, or a sentence which says what the person can do. */
export type BrowserSearch =
  | { readonly ok: true; readonly browser: FoundBrowser }
  | { readonly ok: false; readonly problem: string };

/** For Windows and a slow first start from a cold disk. */
const START_LIMIT_MS = 30_000;
const INSTALL_LIMIT_MS = 10 * 60_000;

/**
 * Finds a Chromium that can be driven, or installs one. In this order: the path in LINECHECK_BROWSER and no other;
 * Playwright's own; Chrome, Chromium or Edge of the system; Playwright's own after its download, with the libraries
 * that it needs; Debian's package. Each is started once to see that it works.
 */
export async function findBrowser(): Promise<BrowserSearch> {
  const chosen = process.env['LINECHECK_BROWSER'];
  if (chosen) {
    const browser = await tryBrowser(path.resolve(chosen));
    return browser
      ? { ok: true, browser }
      : { ok: false, problem: `LINECHECK_BROWSER=${chosen} did not start. ${ADVICE}` };
  }
  for (const step of [tryOwn, trySystem, downloadOwn, installDebianPackage]) {
    const browser = await step();
    if (browser) return { ok: true, browser };
  }
  return {
    ok: false,
    problem: `No browser for the end-to-end tests was found, and none could be installed. ${ADVICE}`,
  };
}

/** Options to start it with: no traffic of its own, which on a closed network would be refused many times a second. */
export function launchOptions({ executablePath, hasSandbox }: FoundBrowser): LaunchOptions {
  return {
    headless: true,
    chromiumSandbox: hasSandbox,
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-domain-reliability',
      '--disable-quic',
      '--disable-sync',
      '--no-first-run',
      '--no-pings',
    ],
    ...(executablePath === undefined ? {} : { executablePath }),
  };
}

const ADVICE =
  'Install Chrome, Chromium or Edge, or say where one is: LINECHECK_BROWSER=/path/to/chrome npm test. ' +
  'With access to the internet, "npx playwright install --with-deps chromium" installs one, too.';

const isRoot = process.getuid?.() === 0;

/** The browser if it starts, opens a page and runs a script: with its sandbox where the system allows that. */
async function tryBrowser(executablePath?: string): Promise<FoundBrowser | null> {
  for (const hasSandbox of isRoot ? [false] : [true, false]) {
    const found: FoundBrowser = { hasSandbox, ...(executablePath === undefined ? {} : { executablePath }) };
    if (await canStart(found)) return found;
  }
  return null;
}

async function canStart(found: FoundBrowser): Promise<boolean> {
  try {
    const browser = await chromium.launch({ ...launchOptions(found), timeout: START_LIMIT_MS });
    try {
      const page = await browser.newPage();
      return (await page.evaluate(() => navigator.userAgent)).includes('Chrome');
    } finally {
      await browser.close();
    }
  } catch {
    // Whatever the reason, the next candidate is tried; the person hears of it when none is left.
    return false;
  }
}

function tryOwn(): Promise<FoundBrowser | null> {
  return canRun(chromium.executablePath()) ? tryBrowser() : Promise.resolve(null);
}

async function trySystem(): Promise<FoundBrowser | null> {
  for (const place of systemPlaces()) {
    const browser = canRun(place) ? await tryBrowser(place) : null;
    if (browser) return browser;
  }
  return null;
}

async function downloadOwn(): Promise<FoundBrowser | null> {
  say('No browser was found. Playwright downloads one; this happens once.');
  const cli = fileURLToPath(new URL('../../node_modules/@playwright/test/cli.js', import.meta.url));
  if (!run(process.execPath, [cli, 'install', 'chromium'])) return null;
  const browser = await tryBrowser();
  if (browser || !isRoot || process.platform !== 'linux') return browser;
  return run(process.execPath, [cli, 'install-deps', 'chromium']) ? tryBrowser() : null;
}

/** Not on Ubuntu, where the package is only a pointer to a snap. */
async function installDebianPackage(): Promise<FoundBrowser | null> {
  if (!isRoot || !isDebian()) return null;
  say('Installing the package "chromium".');
  const isInstalled =
    run('apt-get', ['update', '-q']) &&
    run('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'chromium']);
  return isInstalled ? trySystem() : null;
}

function systemPlaces(): readonly string[] {
  const { env, platform } = process;
  if (platform === 'darwin') {
    const folders = ['/Applications', path.join(homedir(), 'Applications')];
    return folders.flatMap((folder) =>
      MAC_NAMES.map((name) => path.join(folder, `${name}.app`, 'Contents/MacOS', name)),
    );
  }
  if (platform === 'win32') {
    const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
    return folders.flatMap((folder) =>
      folder === undefined ? [] : WINDOWS_PLACES.map((place) => path.join(folder, place)),
    );
  }
  const folders = [...(env['PATH'] ?? '').split(path.delimiter), '/opt/google/chrome', '/snap/bin'];
  return folders.flatMap((folder) =>
    path.isAbsolute(folder) ? LINUX_NAMES.map((name) => path.join(folder, name)) : [],
  );
}

const MAC_NAMES = ['Google Chrome', 'Chromium', 'Microsoft Edge'];

const WINDOWS_PLACES = [
  'Google/Chrome/Application/chrome.exe',
  'Chromium/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe',
];

const LINUX_NAMES = [
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];

function isDebian(): boolean {
  try {
    return /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

/** Runs a command to its end, in view of the person but for standard input; true when it succeeded. */
function run(command: string, parts: readonly string[]): boolean {
  const { status } = spawnSync(command, parts, {
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: INSTALL_LIMIT_MS,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}

function say(sentence: string): void {
  console.log(sentence);
}
