import type { LaunchOptions } from '@playwright/test';
import { startMortalBrowser, type MortalBrowser } from '../crash/mortal-browser.ts';
import { watch } from './test.ts';

interface Given {
  readonly baseURL: string | undefined;
  readonly launchOptions: LaunchOptions;
  readonly complaints: string[];
}

/** Starts a browser that can be killed on a profile that stays, as often as asked; its pages complain as those of any test. */
export function mortalStarts(
  profile: string,
  { baseURL, launchOptions, complaints }: Given,
): () => Promise<MortalBrowser> {
  if (baseURL === undefined) throw new Error('The app has no address.');
  return async () => {
    const browser = await startMortalBrowser({ profile, launchOptions, baseURL });
    await watch(browser.context, complaints, baseURL);
    return browser;
  };
}
