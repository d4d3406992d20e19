import { expect, type Page } from '@playwright/test';

/** A fact check to be kept in a browser in which something goes wrong. */
export const FERRY = {
  paragraphs: [['The ferry left at noon.', 'It carried 40 people.', 'Nobody knew why it turned.']],
  annotations: [
    { quote: 'noon', rating: 'true', conclusion: 'The log says so.' },
    { quote: '40 people', rating: 'false' },
  ],
} as const;

/** What is written about its third sentence. */
export const NEW = { verdict: 'Unproven', conclusion: 'Nobody wrote it down.' } as const;

/**
 * The kept records are compared with each other before Settings say that all can be read. Returns what they say then.
 */
export async function whenCopiesAgree(
  page: Page,
  patience: { readonly timeout?: number } = {},
): Promise<string> {
  await page.getByRole('button', { name: 'Settings' }).click();
  const settings = page.getByRole('dialog', { name: 'Settings' });
  const damaged = settings.getByRole('region', { name: 'Damaged records' });
  await expect(damaged, 'The copies are compared with each other').not.toContainText(
    'Looking through',
    patience,
  );
  const words = await damaged.innerText();
  await page.keyboard.press('Escape');
  await expect(settings).toBeHidden();
  return words;
}
