import { expect, type Locator, type Page } from '@playwright/test';
import { DeskPage } from './desk-page.ts';
import { dropFile } from './drop-file.ts';
import { pasteHtml } from './paste-html.ts';

/** An article as a person would paste it. */
export interface PastedArticle {
  readonly text?: string;
  /** Rich text, as the clipboard holds it; goes before `text`. */
  readonly html?: string;
  readonly title?: string;
  /** The language's name as the page lists it ("French"); detected when absent. */
  readonly language?: string;
}

/** A file as the file chooser hands it over, made by the test. */
export interface FilePayload {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** The start page. Part of a driver for any address of the app: its verbs are stable and act as a person would. */
export class LibraryPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async goto(): Promise<void> {
    await this.page.goto('./');
    await expect(this.page.getByRole('heading', { name: 'Start with an article' })).toBeVisible();
  }

  /** Opens a sample article: the White House briefing when no title is given. */
  async openSample(title: string | RegExp = /13 Americans die in Kabul/): Promise<DeskPage> {
    await this.section('Start with an article').getByRole('link', { name: title }).click();
    return this.#openedDesk();
  }

  /** Pastes an article and agrees to its preview, with a title and a language where they are given. */
  async pasteArticle({ text, html, title, language }: PastedArticle): Promise<DeskPage> {
    await this.page.getByRole('button', { name: 'Paste an article' }).click();
    const field = this.page.getByLabel('Article text');
    if (html === undefined) await field.fill(text ?? '');
    else await pasteHtml(field, html, text);
    await this.page.getByRole('button', { name: 'Continue' }).click();
    await expect(this.page.getByRole('heading', { name: 'What will be kept' })).toBeVisible();
    if (title !== undefined) await this.page.getByLabel('Title').fill(title);
    if (language !== undefined) await this.page.getByLabel('Language').selectOption({ label: language });
    await this.page.getByRole('button', { name: 'Check this article' }).click();
    return this.#openedDesk();
  }

  /** Opens a file that holds an article or a fact check; the preview of an article is agreed to as it is. */
  async openFile(file: string | FilePayload): Promise<DeskPage> {
    await this.chooseFile(file);
    const agree = this.page.getByRole('button', { name: 'Check this article' });
    await expect(agree.or(this.page.getByRole('article'))).toBeVisible();
    if (await agree.isVisible()) await agree.click();
    return this.#openedDesk();
  }

  /** Chooses a file and leaves it at that: for files that can't be opened. */
  async chooseFile(file: string | FilePayload): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: 'Open a file' }).click();
    await (await chooser).setFiles(file);
  }

  /** Drags a file over the page and drops it there. */
  dropFile(file: FilePayload): Promise<void> {
    return dropFile(this.page, file, 'Drop the file to open it');
  }

  /** Titles of the fact checks kept in this browser, newest first. */
  async factChecks(): Promise<string[]> {
    await expect(this.page.getByRole('heading', { name: 'Your fact checks' })).toBeVisible();
    await expect(this.page.getByText('Reading what is kept in this browser…')).toBeHidden();
    return this.section('Your fact checks').getByRole('listitem').getByRole('link').allInnerTexts();
  }

  async resume(title: string): Promise<DeskPage> {
    await this.section('Your fact checks').getByRole('link', { name: title, exact: true }).click();
    return this.#openedDesk();
  }

  async rename(title: string, newTitle: string): Promise<void> {
    await this.#chooseAction(title, 'Rename');
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel('Title').fill(newTitle);
    await dialog.getByRole('button', { name: 'Rename' }).click();
  }

  async delete(title: string): Promise<void> {
    await this.#chooseAction(title, 'Delete');
  }

  /** Presses Undo in the notice about what was just done. */
  async undoFromNotice(): Promise<void> {
    await this.page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  }

  section(name: string): Locator {
    return this.page.getByRole('region', { name });
  }

  async #chooseAction(title: string, action: string): Promise<void> {
    await this.page.getByRole('button', { name: `Actions for ${title}` }).click();
    await this.page.getByRole('menuitem', { name: action }).click();
  }

  async #openedDesk(): Promise<DeskPage> {
    const desk = new DeskPage(this.page);
    await desk.whenOpen();
    return desk;
  }
}
