import { expect, type Page } from '@playwright/test';
import type { FilePayload } from './library-page.ts';

/** Drags a file over the page, sees that it says what dropping does, and drops it there. */
export async function dropFile(
  page: Page,
  { name, mimeType, buffer }: FilePayload,
  words: string,
): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([title, type, bytes]) => {
      const transfer = new DataTransfer();
      const content = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([content], title, { type }));
      return transfer;
    },
    [name, mimeType, buffer.toString('base64')] as const,
  );
  await page.dispatchEvent('main', 'dragover', { dataTransfer });
  await expect(page.getByText(words)).toBeVisible();
  await page.dispatchEvent('main', 'drop', { dataTransfer });
}
