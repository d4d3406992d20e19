import type { Page } from '@playwright/test';
import { spreadOf } from './statistics.ts';

/** What one fresh page gave: medians of its edits, in milliseconds. */
export interface UntilSaved {
  /** From the key that changes a verdict until the indicator says Saved. */
  readonly edit: number;
  /** What the browser takes for nothing but a strict transaction of two such records. */
  readonly transaction: number;
}

const EDITS = 20;

/** Changes a verdict again and again, in a page whose editor has the focus and in which everything is saved. */
export async function timeUntilSaved(page: Page): Promise<UntilSaved> {
  await page.evaluate(watchIndicator);
  const edits: number[] = [];
  for (let i = 0; i <= EDITS; i += 1) {
    const saved = page.evaluate(() => (Reflect.get(globalThis, 'nextSaved') as () => Promise<number>)());
    await page.keyboard.press(String(1 + ((i + 1) % 7)));
    edits.push(await saved);
  }
  const transactions = await page.evaluate(timeTransactions, EDITS);
  // The first edit also compiles what the others run.
  return { edit: spreadOf(edits.slice(1)).median, transaction: spreadOf(transactions).median };
}

/** To run in the page: `nextSaved()` resolves with the time from the next key until Saved is said. */
function watchIndicator(): void {
  const indicator = document.querySelector('[aria-label="Saving"]');
  let pressedAt = 0;
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      pressedAt = timeStamp;
    },
    true,
  );
  Object.assign(globalThis, {
    nextSaved: () =>
      new Promise<number>((resolve) => {
        const observer = new MutationObserver(() => {
          if (indicator?.textContent !== 'Saved') return;
          observer.disconnect();
          resolve(performance.now() - pressedAt);
        });
        if (indicator) observer.observe(indicator, { subtree: true, childList: true, characterData: true });
      }),
  });
}

/** To run in the page: so many strict transactions of two values, each as long as a record with its history. */
async function timeTransactions(count: number): Promise<number[]> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('bench', 1);
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore('values'));
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(new Error('There is no database.')));
  });
  const times: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const begun = performance.now();
    const transaction = database.transaction('values', 'readwrite', { durability: 'strict' });
    const values = transaction.objectStore('values');
    values.put('x'.repeat(600), 'verdict');
    values.put('x'.repeat(900), `history-${i}`);
    await new Promise<void>((resolve) => {
      transaction.addEventListener('complete', () => resolve());
    });
    times.push(performance.now() - begun);
  }
  database.close();
  return times;
}
