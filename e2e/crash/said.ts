import type { Page } from '@playwright/test';
import { within } from './within.ts';

/** Milliseconds in which the page must say Saved. */
const LONGEST_SAVING = 30_000;

const RECOVERED =
  /^“[^”]*”: (One|\d+) records? that (?:was|were) missing, old or damaged ha(?:s|ve) been restored/;
const EXPECTED = [RECOVERED, /^Exported to /];

/** What the sentences of a page come to. */
export interface Said {
  /** Sentences that were not true or not called for. */
  readonly wrongSentences: readonly string[];
  /** How many records the page said it had restored from the second copy. */
  readonly recovered: number;
}

export function judge(said: readonly string[]): Said {
  const counts = said.flatMap((sentence) => RECOVERED.exec(sentence)?.[1] ?? []);
  return {
    wrongSentences: said.filter((sentence) => !EXPECTED.some((pattern) => pattern.test(sentence))),
    recovered: counts.reduce((sum, count) => sum + (count === 'One' ? 1 : Number(count)), 0),
  };
}

/** Resolves at the very moment at which the indicator says Saved. */
export async function whenSaid(page: Page): Promise<void> {
  const indicator = page.getByRole('status', { name: 'Saving' });
  const said = indicator.evaluate(
    (element) =>
      new Promise<void>((resolve) => {
        const look = (): void => {
          if (element.textContent !== 'Saved') return;
          observer.disconnect();
          resolve();
        };
        const observer = new MutationObserver(look);
        observer.observe(element, { subtree: true, childList: true, characterData: true });
        look();
      }),
  );
  await within(LONGEST_SAVING, 'To say “Saved”', said);
}

/** Sentences are shown for some seconds only: the page keeps a list of them for the test. To run in the page. */
export function rememberSentences(): void {
  const said: string[] = [];
  Object.assign(globalThis, { sentencesSaid: said });
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes)
        if (node instanceof Element && node.closest('[role=status]') && node.querySelector(':scope > p'))
          said.push(node.querySelector('p')?.textContent ?? '');
  }).observe(document, { subtree: true, childList: true });
}

export function sentencesSaid(page: Page): Promise<string[]> {
  return page.evaluate(() => (Reflect.get(globalThis, 'sentencesSaid') ?? []) as string[]);
}
