import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';

interface Watched {
  /**
   * Complaints that a test brings about on purpose, such as the browser's own line about a failed request; all others
   * fail it.
   */
  readonly expectedComplaints: readonly RegExp[];
  /** What the pages of this test have complained of so far. */
  readonly complaints: string[];
  /** A page in a fresh browser profile, with empty storage, watched like `page`. */
  readonly openFreshProfile: () => Promise<Page>;
}

/**
 * Playwright's `test`, which also fails when a page reports an error or warning in the console, throws, violates its
 * Content-Security-Policy or asks another origin for anything.
 */
export const test = base.extend<Watched>({
  expectedComplaints: [[], { option: true }],

  complaints: [
    async ({ expectedComplaints }, use) => {
      const complaints: string[] = [];
      await use(complaints);
      const unexpected = complaints.filter(
        (line) => !expectedComplaints.some((pattern) => pattern.test(line)),
      );
      expect(unexpected, 'a page complained').toEqual([]);
    },
    { auto: true },
  ],

  context: async ({ context, complaints, baseURL }, use) => {
    await watch(context, complaints, baseURL);
    await use(context);
  },

  openFreshProfile: async ({ browser, contextOptions, viewport, complaints, baseURL }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext({
        ...contextOptions,
        viewport,
        ...(baseURL ? { baseURL } : {}),
      });
      contexts.push(context);
      await watch(context, complaints, baseURL);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});

export { expect };

export async function watch(
  context: BrowserContext,
  complaints: string[],
  baseURL: string | undefined,
): Promise<void> {
  context.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    // Not the page's own: it says that the setting of playwright.config.ts holds.
    if (message.text() === 'Service Worker registration blocked by Playwright') return;
    complaints.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (webError) => {
    const error = webError.error();
    // An error of the browser itself has no stack.
    complaints.push(`uncaught: ${error.stack || error.message}`);
  });
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    const staysHere = ['data:', 'blob:', 'about:'].includes(protocol);
    if (!staysHere && baseURL !== undefined && origin !== new URL(baseURL).origin) {
      complaints.push(`request to another origin: ${request.url()}`);
    }
  });
  // The browser writes a line about most violations, but not about those in a worker or in report-only mode.
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      console.error(`Content-Security-Policy: ${violatedDirective} blocked ${blockedURI} ${sample}`);
    });
  });
}
