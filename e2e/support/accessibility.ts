import { expect, type Page } from '@playwright/test';
import axe, { type AxeResults, type Result, type RunOnly } from 'axe-core';

declare global {
  interface Window {
    /** Once injected. */
    axe: typeof axe;
  }
}

const ALL: RunOnly = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] };

/** Expects no violation of WCAG 2.2 A and AA that axe can see on the page as it stands; lists each with its element. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await violationsOf(page, ALL), `accessibility of ${page.url()}`).toEqual([]);
}

/** The same in both colour schemes, and in the person's own colours. */
export async function expectAccessibleInEach(page: Page): Promise<void> {
  expect(await violationsInEach(page), `accessibility of ${page.url()}`).toEqual([]);
}

/** What axe sees on the page as it stands: by all rules once, and by those about colours in each set of colours. */
export async function violationsInEach(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await violationsOf(page, COLOURS);
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await violationsOf(page, ALL);
  await page.emulateMedia({ forcedColors: 'active' });
  const forced = await violationsOf(page, COLOURS);
  await page.emulateMedia({ forcedColors: 'none' });
  return [...dark.map((one) => `dark: ${one}`), ...light, ...forced.map((one) => `forced colours: ${one}`)];
}

/** The rules of axe that ask for colours; what all others ask for is the same in each. */
const COLOURS: RunOnly = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

async function violationsOf(page: Page, runOnly: RunOnly): Promise<readonly string[]> {
  await injectAxe(page);
  await letArrive(page);
  const { violations } = await page.evaluate<Pick<AxeResults, 'violations'>, RunOnly>(
    (only) => axe.run(document, { runOnly: only, resultTypes: ['violations'] }),
    runOnly,
  );
  return violations.flatMap((violation) => {
    const nodes = violation.nodes.filter(({ failureSummary = '' }) => !isUnderBar(violation, failureSummary));
    return nodes.length === 0 ? [] : [describeViolation({ ...violation, nodes })];
  });
}

/** What is on its way from one colour to another is judged where it ends: in between are colours of both schemes. */
function letArrive(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const animation of document.getAnimations())
      if (animation instanceof CSSTransition) animation.finish();
  });
}

/** A bar that stays in view covers a part of what scrolls beneath it: that says nothing of how large this is. */
function isUnderBar({ id }: Result, summary: string): boolean {
  return id === 'target-size' && summary.includes('partially obscured');
}

/** By the debugger's protocol: a script element or `eval` would break the page's Content-Security-Policy. */
async function injectAxe(page: Page): Promise<void> {
  if (await page.evaluate(() => 'axe' in window)) return;
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
