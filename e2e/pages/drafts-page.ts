import { expect, type Locator, type Page } from '@playwright/test';

/** What may be said about a verdict whose words have changed. */
export type DraftAnswer = 'Still holds' | 'Re-check' | 'Detach' | 'Decide later';

/** The comparison of a new version with the one under check. */
export class DraftsPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async whenCompared(): Promise<void> {
    await expect(this.page.getByRole('heading', { name: 'Compare versions' })).toBeVisible();
    await expect(this.page.getByRole('group', { name: 'Show' })).toBeVisible();
  }

  /** The question about the annotation with these words. */
  question(quote: string): Locator {
    return this.page.locator('[data-question]').filter({ hasText: quote });
  }

  /** The words of the rows that are shown of one kind: New, Removed, Changed, Moved. */
  rows(kind: string): Locator {
    return this.page.locator(`li[data-kind="${kind.toLowerCase()}"]`);
  }

  async answer(quote: string, answer: DraftAnswer): Promise<void> {
    await this.question(quote).getByRole('button', { name: answer }).click();
  }

  /** Gives lost words the sentence that has these words. */
  async findPlace(quote: string, sentence: string): Promise<void> {
    await this.question(quote).getByRole('button', { name: 'Find its place' }).click();
    const dialog = this.page.getByRole('dialog', { name: 'Where does it belong?' });
    await dialog.getByLabel('Find a sentence').fill(sentence);
    await dialog
      .getByRole('button', { name: /^Choose:/ })
      .first()
      .click();
  }

  /** Says "3 of 7 decided". */
  get progress(): Locator {
    return this.page.getByRole('status').filter({ hasText: /decided|needs? a decision/ });
  }

  /** Leaves the comparison by the link above it, which keeps what was said so far. */
  async backToDesk(): Promise<void> {
    await this.page.getByRole('main').getByRole('link').first().click();
  }

  /** Puts the new version in the place of the one under check. */
  async use(): Promise<void> {
    await this.page.getByRole('button', { name: 'Use this version' }).click();
    await expect(this.page.locator('[data-sentence="0"]')).toBeVisible();
  }
}
