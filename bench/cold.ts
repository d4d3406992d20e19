import type { BrowserContext } from '@playwright/test';
import { whenOpened } from './probe.ts';

/** Slow 4G as Lighthouse has it, and a processor four times as slow. */
const NETWORK = { latency: 150, downloadThroughput: 204_800, uploadThroughput: 92_160, offline: false };
const SLOWER = 4;

/** Milliseconds until the article is painted, with nothing in the browser's cache, on a slow line and a slow machine. */
export async function openCold(context: BrowserContext, address: string): Promise<number> {
  const page = await context.newPage();
  try {
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.clearBrowserCache');
    // It would answer from what it has kept, and not slowly.
    await session.send('Network.setBypassServiceWorker', { bypass: true });
    await session.send('Network.emulateNetworkConditions', NETWORK);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await page.goto(address, { waitUntil: 'commit' });
    return await whenOpened(page);
  } finally {
    await page.close();
  }
}
