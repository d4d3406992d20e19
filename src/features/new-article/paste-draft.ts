import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { ArticleBody, NewArticle } from '../../ingest/make-article.ts';

/** What has been put into the form so far. */
export interface PasteDraft {
  readonly text: string;
  /** The HTML that came with the clipboard, and the text that the field showed right after it. */
  readonly html: { readonly markup: string; readonly shownAs: string } | null;
  readonly title: string;
  /** BCP 47 tag, or null to find it in the text. */
  readonly language: string | null;
}

const EMPTY: PasteDraft = { text: '', html: null, title: '', language: null };

/** Lives as long as the tab and is stored nowhere: leaving the form and coming back loses nothing. */
const draftStore = createStore<PasteDraft>()(() => EMPTY);

export function usePasteDraft(): PasteDraft {
  return useStore(draftStore);
}

export function editPasteDraft(edit: Partial<PasteDraft>): void {
  draftStore.setState(edit);
}

export function forgetPasteDraft(): void {
  draftStore.setState(EMPTY);
}

/** True while the field still shows what was pasted, so that the HTML beside it says the same. */
export function keepsLayout({ text, html }: PasteDraft): boolean {
  return html?.shownAs === text;
}

/** The article to make: from the clipboard's HTML as long as the text was not edited, else from the text. */
export function articleOfDraft(draft: PasteDraft): NewArticle {
  const title = draft.title.trim();
  const body: ArticleBody =
    draft.html && keepsLayout(draft)
      ? { text: draft.html.markup, kind: 'html' }
      : { text: draft.text, kind: 'plain' };
  return {
    ...body,
    ...(title === '' ? {} : { title }),
    ...(draft.language === null ? {} : { language: draft.language }),
  };
}
