import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { NewArticle } from '../../ingest/make-article.ts';
import { bodyOfPasted, type Pasted } from '../../ingest/pasted-body.ts';

/** What has been put into the form so far. */
export interface PasteDraft extends Pasted {
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

/** The article to make. */
export function articleOfDraft(draft: PasteDraft): NewArticle {
  const title = draft.title.trim();
  return {
    ...bodyOfPasted(draft),
    ...(title === '' ? {} : { title }),
    ...(draft.language === null ? {} : { language: draft.language }),
  };
}
