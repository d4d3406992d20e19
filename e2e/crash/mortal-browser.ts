import type { BrowserContext, LaunchOptions, Page } from '@playwright/test';
import { chromium, expect } from '@playwright/test';
import { within } from './within.ts';

export interface MortalBrowser {
  readonly context: BrowserContext;
  readonly version: string;
  /** SIGKILL for every process of it at one instant. */
  readonly kill: () => Promise<void>;
  /** SIGKILL for the processes that run pages: the browser itself lives on, and says that the page has crashed. */
  readonly killPages: () => Promise<void>;
  /** Closes it as a person does. */
  readonly quit: () => Promise<void>;
}

export interface MortalParts {
  /** Folder of the profile: what is kept in it outlives the browser. */
  readonly profile: string;
  readonly launchOptions: LaunchOptions;
  readonly baseURL: string;
}

/** Milliseconds until Playwright must have noticed. */
const LONGEST_DEATH = 20_000;

/** Starts a real browser on a profile that stays, in a process group of its own. */
export async function startMortalBrowser({
  profile,
  launchOptions,
  baseURL,
}: MortalParts): Promise<MortalBrowser> {
  const context = await chromium.launchPersistentContext(profile, {
    ...launchOptions,
    baseURL,
    locale: 'en-GB',
    viewport: { width: 1280, height: 800 },
  });
  const browser = context.browser();
  if (!browser) throw new Error('The browser can’t be asked for its processes.');
  const session = await browser.newBrowserCDPSession();
  const processes = async (type: string): Promise<readonly number[]> => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    return processInfo.filter((info) => info.type === type).map(({ id }) => id);
  };
  const [root] = await processes('browser');
  if (root === undefined) throw new Error('The browser does not tell its process.');
  const closed = new Promise<void>((resolve) => {
    context.once('close', () => resolve());
  });

  return {
    context,
    version: browser.version(),
    kill: async () => {
      killGroup(root);
      await within(LONGEST_DEATH, 'The end of a killed browser', closed);
    },
    killPages: async () => {
      const crashes = context.pages().map((page) => crashOf(page));
      const killed = await processes('renderer');
      for (const id of killed) killOne(id);
      await within(LONGEST_DEATH, 'The end of the killed pages', Promise.all(crashes));
      // One process waits for the next page: as long as the browser has not noticed its death, a new page could be born dead.
      await expect
        .poll(async () => (await processes('renderer')).filter((id) => killed.includes(id)))
        .toEqual([]);
    },
    quit: () => context.close(),
  };
}

function crashOf(page: Page): Promise<void> {
  return new Promise((resolve) => {
    page.once('crash', () => resolve());
  });
}

/** Playwright makes the browser the leader of a process group, but for Windows, where it takes its children along. */
function killGroup(leader: number): void {
  killOne(process.platform === 'win32' ? leader : -leader);
}

/** One that has ended by itself meanwhile is dead enough. */
function killOne(id: number): void {
  try {
    process.kill(id, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
