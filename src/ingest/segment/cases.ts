import { expect, test } from 'vitest';
import { segment } from './segment.ts';

/**
 * Tests one promise with a table of texts, by language. A text has a bar where it is to be cut: `One. | Two.` for `One.` and
 * `Two.` with a space between them, `一。|二。` for none.
 */
export function testCuts(promise: string, tables: Readonly<Record<string, readonly string[]>>): void {
  for (const [locale, texts] of Object.entries(tables)) {
    for (const barred of texts) {
      test(`${promise} (${locale}): ${barred}`, () => {
        const text = barred.replaceAll(' | ', ' ').replaceAll('|', '');
        const sentences = segment(text, locale).map(({ start, end }) => text.slice(start, end));
        expect(sentences).toEqual(barred.split('|').map((sentence) => sentence.trim()));
      });
    }
  }
}
