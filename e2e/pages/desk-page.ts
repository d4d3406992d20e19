import { expect, type Locator, type Page } from '@playwright/test';
import type { FilePayload } from './library-page.ts';
import { DraftsPage } from './drafts-page.ts';
import { dropFile } from './drop-file.ts';
import { EditorPane, type AnnotationWords } from './editor-pane.ts';
import { pasteHtml } from './paste-html.ts';
import { clickStart, clickText, dragHandleTo, dragOverText, tapText } from './select-text.ts';

/** Where to annotate: a whole sentence (0 is the first) or words of the article, the first place unless told. */
export type Place = { readonly sentence: number } | { readonly text: string; readonly occurrence?: number };

export interface ListedAnnotation {
  readonly quote: string;
  /** The rating's word; null without one. */
  readonly verdict: string | null;
  /** State of the anchor: exact, moved, near, changed, ambiguous or orphaned. */
  readonly anchor: string;
  /** How many sources it cites. */
  readonly sources: number;
}

export interface CoverageCounts {
  readonly checked: number;
  readonly open: number;
  readonly notCheckable: number;
  readonly untouched: number;
}

/** The desk of one fact check. Part of a driver for any address of the app: its verbs act as a person would. */
export class DeskPage {
  readonly page: Page;
  readonly article: Locator;
  readonly list: Locator;
  readonly editor: EditorPane;

  constructor(page: Page) {
    this.page = page;
    this.article = page.getByRole('article');
    this.list = page.getByRole('region', { name: 'Annotations' });
    this.editor = new EditorPane(page);
  }

  async whenOpen(): Promise<void> {
    await expect(this.sentence(0)).toBeVisible();
    await this.#whenListed();
  }

  /** The text of each sentence, in order. */
  async sentences(): Promise<string[]> {
    const texts = await this.page.locator('[data-sentence]').allTextContents();
    return texts.map((text) => text.replaceAll(/\s+/g, ' '));
  }

  /** What the list shows, in text order; the list may be behind the editor. */
  async annotations(): Promise<ListedAnnotation[]> {
    await this.#whenListed();
    const rows = await this.#rows().all();
    return Promise.all(
      rows.map(async (row) => ({
        quote: await row.locator('q').innerText(),
        verdict: (await row.getAttribute('data-verdict')) || null,
        anchor: (await row.getAttribute('data-anchor')) ?? '',
        sources: Number(await row.getAttribute('data-sources')),
      })),
    );
  }

  /** Makes a new annotation and writes what is known of it. Gives a name as reviewer when the desk asks for one. */
  async annotate(at: Place, what: AnnotationWords & { readonly notCheckable?: boolean } = {}): Promise<void> {
    await this.select(at);
    if (what.notCheckable) {
      await this.pressInVerdictBar('Not checkable');
      await this.answerReviewerDialog();
      return;
    }
    await this.#whenListed();
    const before = await this.#rows().count();
    await this.pressInVerdictBar('Annotate');
    await this.answerReviewerDialog();
    await expect(this.#rows()).toHaveCount(before + 1);
    await this.editor.fill(what);
  }

  /** Puts the cursor on a sentence, or drags over words. */
  async select(at: Place): Promise<void> {
    if ('text' in at) await dragOverText(this.article, at.text, at.occurrence ?? 0);
    else await this.putCursorOn(at.sentence);
  }

  /** Clicks the beginning of a sentence. If it is marked, that opens its annotation or asks which. */
  async putCursorOn(sentence: number): Promise<void> {
    await clickStart(this.sentence(sentence));
    const chooser = this.page.getByRole('dialog', { name: /^Which annotation/ });
    if (await chooser.isVisible()) await chooser.getByRole('button', { name: 'Close' }).click();
  }

  /** Closes what the app has said: it lies over the foot of the article, and some of it until it is closed. */
  async dismissNotices(): Promise<void> {
    const dismiss = this.page.getByRole('status').getByRole('button', { name: 'Dismiss' });
    // A tab behind another has no frames, for which a click would wait; and one that passes by itself may be gone first.
    while ((await dismiss.count()) > 0) await dismiss.first().dispatchEvent('click', {}, { timeout: 1000 });
  }

  /** Clicks words of the article, just inside their first character. */
  async clickText(text: string, occurrence = 0): Promise<void> {
    await clickText(this.article, text, occurrence);
  }

  /** The same with a finger. */
  async tapText(text: string, occurrence = 0): Promise<void> {
    await tapText(this.article, text, occurrence);
  }

  /** Drags a handle of the open annotation to where the words start or end. */
  async dragBoundary(edge: 'start' | 'end', text: string, occurrence = 0): Promise<void> {
    await dragHandleTo(this.article, edge, text, occurrence);
  }

  /** A verdict, "Not checkable" or "Annotate" for what is selected. */
  async pressInVerdictBar(name: string): Promise<void> {
    await this.page.getByRole('toolbar').getByRole('button', { name, exact: true }).click();
  }

  /**
   * Gives a name if the desk asks who is checking, which it does once. While a field is typed in it waits, and says so; here
   * the field is left.
   */
  async answerReviewerDialog(name = 'Ana Checker'): Promise<void> {
    const dialog = this.page.getByRole('dialog', { name: 'Who is checking?' });
    if (await this.page.getByText('Not saved yet.').first().isVisible()) {
      await this.page.locator('input:focus, textarea:focus, select:focus').blur();
      await expect(dialog).toBeVisible();
    }
    if (!(await dialog.isVisible())) return;
    await dialog.getByLabel('Your name').fill(name);
    await dialog.getByRole('button', { name: 'Continue' }).click();
    await expect(dialog).toBeHidden();
  }

  /** Opens an annotation from the list (0 is the first). */
  async openAnnotation(n: number): Promise<void> {
    if (await this.editor.pane.isVisible()) await this.editor.close();
    await this.showPanel('Annotations');
    await this.#rows().nth(n).getByRole('button').click();
    await expect(this.editor.pane).toBeVisible();
  }

  async remove(n: number): Promise<void> {
    await this.openAnnotation(n);
    const before = await this.article.locator('[data-badge]').count();
    await this.editor.choose('Remove annotation');
    await expect(this.article.locator('[data-badge]')).toHaveCount(before - 1);
  }

  /** Brings in a new version of the article, from a text or a file, as far as the comparison with the present one. */
  async loadNewDraft({
    text,
    html,
    path,
  }: {
    readonly text?: string;
    /** Rich text, as the clipboard holds it; goes before `text`. */
    readonly html?: string;
    readonly path?: string;
  }): Promise<DraftsPage> {
    await this.page.getByRole('button', { name: 'Versions' }).click();
    await this.page.getByRole('menuitem', { name: 'Load a new version' }).click();
    if (path === undefined) {
      const field = this.page.getByLabel('Text of the new version');
      if (html === undefined) await field.fill(text ?? '');
      else await pasteHtml(field, html, text);
      await this.page.getByRole('button', { name: 'Compare' }).click();
    } else {
      const chooser = this.page.waitForEvent('filechooser');
      await this.page.getByRole('button', { name: 'Open a file' }).click();
      await (await chooser).setFiles(path);
    }
    const drafts = new DraftsPage(this.page);
    await drafts.whenCompared();
    return drafts;
  }

  /** Opens an older version (1 is the first) to read. */
  async showVersion(number: number): Promise<void> {
    await this.page.getByRole('button', { name: 'Versions' }).click();
    await this.page.getByRole('menuitem', { name: `Version ${number},` }).click();
    await expect(this.page.getByText(`Version ${number}, loaded`)).toBeVisible();
  }

  /** What the list says about annotations that have lost their place: their words. */
  async needsPlace(): Promise<string[]> {
    const tray = this.page.getByRole('region', { name: 'Needs a place' });
    return (await tray.isVisible()) ? tray.locator('q').allInnerTexts() : [];
  }

  /** Gives an annotation that has lost its place these words. */
  async reattach(quote: string, at: Place): Promise<void> {
    await this.select(at);
    const row = this.page
      .getByRole('region', { name: 'Needs a place' })
      .getByRole('listitem')
      .filter({ hasText: quote });
    await row.getByRole('button', { name: /^Attach/ }).click();
    await this.answerReviewerDialog();
    await expect(row).toBeHidden();
  }

  async undo(): Promise<void> {
    await this.page.getByRole('button', { name: /^Undo/ }).first().click();
  }

  async redo(): Promise<void> {
    await this.page.getByRole('button', { name: /^Redo/ }).first().click();
  }

  async coverage(): Promise<CoverageCounts> {
    const strip = this.page.getByRole('region', { name: 'Coverage' });
    await expect(strip).toHaveAttribute('aria-busy', 'false');
    const words = await strip.getByRole('paragraph').innerText();
    const count = (name: string): number =>
      Number(new RegExp(`(\\d+) ${name}`).exec(words)?.[1] ?? Number.NaN);
    return {
      checked: count('checked'),
      open: count('open'),
      notCheckable: count('not checkable'),
      untouched: count('untouched'),
    };
  }

  /** Resolves when the indicator says Saved. */
  async whenSaved(): Promise<void> {
    await expect(this.page.getByRole('status', { name: 'Saving' })).toHaveText('Saved');
  }

  /** Downloads the fact check and saves it to the path. Returns what the dialog says about loss. */
  async exportAs(format: string, path: string): Promise<string> {
    await this.page.getByRole('banner').getByRole('button', { name: 'Export' }).click();
    const dialog = this.page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    const exact = dialog.getByRole('radio', { name: format, exact: true });
    const choice = (await exact.count()) > 0 ? exact : dialog.getByRole('radio', { name: format });
    await choice.check();
    const button = dialog.getByRole('button', { name: 'Download' }).last();
    await expect(button).toBeEnabled();
    const loss = await dialog.innerText();
    const download = this.page.waitForEvent('download');
    await button.click();
    await (await download).saveAs(path);
    if (await dialog.isVisible()) await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(dialog).toBeHidden();
    return loss;
  }

  /** Chooses the file and looks at no more of it. */
  async chooseFileToImport(path: string | FilePayload): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.page.getByRole('banner').getByRole('button', { name: 'Import a file' }).click();
    await (await chooser).setFiles(path);
  }

  /** Drags a file over the desk and drops it there; what it holds is looked at, and nothing is taken yet. */
  async dropFile(file: FilePayload): Promise<void> {
    await expect(this.page.getByRole('banner').getByRole('button', { name: 'Import a file' })).toBeVisible();
    await dropFile(this.page, file, 'Drop the file to import what it holds');
  }

  /**
   * Takes in what a file holds (annotations, sources, another version), also what was removed here when that is wanted;
   * returns the text of the report.
   */
  async importFile(path: string | FilePayload, { bringsBack = false } = {}): Promise<string> {
    await this.chooseFileToImport(path);
    const dialog = this.page.getByRole('dialog', { name: 'Import' });
    if (bringsBack) {
      const bring = dialog.getByRole('button', { name: /^Import the .*removed ones? too$/ });
      await bring.click();
      await expect(bring).toBeHidden();
    }
    const take = dialog.getByRole('button', { name: /^(?:Import \d|Merge)/ });
    const leave = dialog.locator('button:text-is("Close")');
    await expect(take.or(leave)).toBeVisible();
    const report = await dialog.innerText();
    await ((await take.isVisible()) ? take : leave).click();
    await expect(dialog).toBeHidden();
    return report;
  }

  async showPanel(name: 'Annotations' | 'Sources'): Promise<void> {
    const panel = this.page.getByRole('complementary', { name: 'Overview' });
    if ((await this.editor.pane.isVisible()) && !(await panel.isVisible())) await this.editor.close();
    await panel.getByRole('button', { name }).first().click();
  }

  /** On a small screen the panel lies over the article: goes back to it. */
  async closePanel(): Promise<void> {
    const back = this.page.getByRole('button', { name: 'Back to the article' });
    if (await back.isVisible()) await back.click();
  }

  /** Leaves for the library by the link at the top. */
  async leave(): Promise<void> {
    await this.page.getByRole('link', { name: 'Library' }).click();
  }

  sentence(n: number): Locator {
    return this.page.locator(`[data-sentence="${n}"]`);
  }

  /** The sentence under the cursor: the one that has the focus when the keyboard is in the article. */
  get cursor(): Locator {
    return this.page.locator('[data-sentence][tabindex="0"]');
  }

  /** The list comes after the article: before, it would look like one without annotations. */
  async #whenListed(): Promise<void> {
    const panel = this.page.getByRole('complementary', { name: 'Overview', includeHidden: true });
    await expect(panel.locator('section').first()).toBeAttached();
    // It may follow an edit a moment later.
    await expect(panel.locator('[aria-busy="true"]')).toHaveCount(0);
  }

  #rows(): Locator {
    return this.page.locator('li[data-annotation]');
  }
}
