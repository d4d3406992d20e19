import { expect, type Locator, type Page } from '@playwright/test';

export type Stance = 'supports' | 'refutes' | 'context' | 'mixed';

export interface CitedSource {
  readonly title: string;
  readonly url?: string;
  readonly stance?: Stance;
  readonly quote?: string;
  readonly locator?: string;
}

/** What a person can write about an annotation. */
export interface AnnotationWords {
  /** The rating's word: "False". */
  readonly verdict?: string;
  readonly conclusion?: string;
  readonly statement?: string;
  readonly claimant?: string;
  readonly sources?: readonly CitedSource[];
}

/** The editor of the open annotation. */
export class EditorPane {
  readonly page: Page;
  readonly pane: Locator;

  constructor(page: Page) {
    this.page = page;
    this.pane = page.getByRole('region', { name: 'Annotation', exact: true });
  }

  async fill({ verdict, conclusion, statement, claimant, sources = [] }: AnnotationWords): Promise<void> {
    if (verdict !== undefined) await this.giveVerdict(verdict);
    if (conclusion !== undefined) await this.field('Conclusion').fill(conclusion);
    for (const source of sources) await this.cite(source);
    if (statement !== undefined || claimant !== undefined) await this.unfold('Claim');
    if (statement !== undefined) await this.field('Claim').fill(statement);
    if (claimant !== undefined) await this.field('Claimant').fill(claimant);
  }

  async giveVerdict(verdict: string): Promise<void> {
    await this.pane.getByRole('radio', { name: verdict, exact: true }).check();
  }

  /** Cites a source: one that is here already when the title is the same, or a new one. */
  async cite({ title, url, stance, quote, locator }: CitedSource): Promise<void> {
    const items = this.pane.locator('[data-evidence]');
    const before = await items.count();
    const field = this.field('Add source');
    await field.fill(title);
    // A source of that very title is taken again; else Enter makes a new one.
    await field.press('Enter');
    await expect(items).toHaveCount(before + 1);
    const item = items.last();
    if (url !== undefined) {
      await item.getByRole('button', { name: 'Edit source' }).click();
      await item.getByLabel('Address').fill(url);
    }
    if (stance !== undefined) await item.getByRole('radio', { name: STANCE_WORDS[stance] }).check();
    if (quote !== undefined) await item.getByLabel('Quoted words').fill(quote);
    if (locator !== undefined) await item.getByLabel('Locator').fill(locator);
  }

  /** Something from the editor's menu. */
  async choose(action: string): Promise<void> {
    await this.pane.getByRole('button', { name: /^More/ }).click();
    await this.page.getByRole('menuitem', { name: action }).click();
  }

  async close(): Promise<void> {
    await this.pane.getByRole('button', { name: 'Close' }).click();
    await expect(this.pane).toBeHidden();
  }

  /** Unfolds what the verdicts, the claim and the evidence have been. */
  async openHistory(): Promise<void> {
    await this.pane.locator('summary').filter({ hasText: 'History' }).click();
  }

  /** The entries of the open history, newest first. */
  history(): Locator {
    return this.pane.getByRole('list', { name: 'History' }).getByRole('listitem');
  }

  /** Restores the newest entry with these words. */
  async restore(words: string): Promise<void> {
    await this.history().filter({ hasText: words }).first().getByRole('button', { name: 'Restore' }).click();
  }

  field(label: string): Locator {
    return this.pane.getByLabel(label, { exact: true }).first();
  }

  /** Opens a folded part if its field is not in view. */
  async unfold(label: string): Promise<void> {
    if (await this.field(label).isVisible()) return;
    await this.pane.locator('summary').first().click();
  }
}

const STANCE_WORDS: Readonly<Record<Stance, string>> = {
  supports: 'Supports',
  refutes: 'Refutes',
  context: 'Context',
  mixed: 'Mixed',
};
