import { expect, type Page } from '@playwright/test';
import axe, { type AxeResults, type Result } from 'axe-core';

declare global {
  interface Window {
    /** Once injected. */
    axe: typeof axe;
  }
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Expects no violation of WCAG 2.2 A and AA that axe can see on the page as it stands; lists each with its element. */
export async function expectAccessible(page: Page): Promise<void> {
  await injectAxe(page);
  const { violations } = await page.evaluate<Pick<AxeResults, 'violations'>, readonly string[]>(
    (values) =>
      axe.run(document, { runOnly: { type: 'tag', values: [...values] }, resultTypes: ['violations'] }),
    TAGS,
  );
  expect(violations.map(describeViolation), `accessibility of ${page.url()}`).toEqual([]);
}

/** Looks at the page as it stands in both colour schemes, and in the person's own colours. */
export async function expectAccessibleInEach(page: Page): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expectAccessible(page);
  }
  await page.emulateMedia({ forcedColors: 'active' });
  await expectAccessible(page);
  await page.emulateMedia({ forcedColors: 'none' });
}

/** By the debugger's protocol: a script element or `eval` would break the page's Content-Security-Policy. */
async function injectAxe(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { exceptionDetails } = await session.send('Runtime.evaluate', { expression: axe.source });
  await session.detach();
  if (exceptionDetails) throw new Error(`axe-core did not load: ${exceptionDetails.text}`);
}

function describeViolation({ id, impact, help, nodes }: Result): string {
  const elements = nodes.map(
    ({ target, html, failureSummary = '' }) =>
      `${target.join(' ')}  ${html}\n    ${failureSummary.replaceAll('\n', '\n    ')}`,
  );
  return [`${impact ?? 'unrated'}: ${id}: ${help}`, ...elements].join('\n  ');
}
