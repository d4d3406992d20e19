import { crc32 } from 'node:zlib';
import type { Page } from '@playwright/test';

interface Value {
  readonly record: { readonly rev: readonly [time: number, tab: string] };
}

/**
 * Edits a kept record as the next version of the app would, from whichever tab of the browser: with a field that this
 * version does not know, under a higher number of the schema, with a checksum that fits. Returns what stands there then.
 */
export async function editAsNewer(page: Page, key: string): Promise<string> {
  const kept = await page.evaluate((name) => localStorage.getItem(name) ?? '', key);
  const value = JSON.parse(kept.slice(kept.indexOf('{'))) as Value;
  const [time] = value.record.rev;
  const json = JSON.stringify({
    ...value,
    record: { ...value.record, rev: [time + 1, 'newer'], mood: 'wry' },
  });
  const sum = crc32(Buffer.from(`${key}|2|${json}`, 'utf16le'));
  const text = `2|${sum.toString(16).padStart(8, '0')}|${json}`;
  await page.evaluate(([name, words]) => localStorage.setItem(name, words), [key, text] as const);
  return text;
}
