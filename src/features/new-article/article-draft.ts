import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { FileDraft } from '../../ingest/file/read-article-file.ts';
import type { LaidOutText } from '../../ingest/laid-out-text.ts';
import type { ArticleDetails, Direction } from '../../ingest/make-article.ts';
import { isSameText } from './is-same-text.ts';

/** An article that is looked at before it is taken, with what the person has changed of its details. */
export interface ArticleDraft extends FileDraft {
  /** Of the file that it comes from; null for what was pasted. */
  readonly fileName: string | null;
  readonly details: Required<Omit<ArticleDetails, 'direction'>> & { readonly direction: Direction | '' };
}

interface Proposed {
  readonly draft: ArticleDraft | null;
  /** What was said of the text that was pasted last, whatever lies before the person now. */
  readonly pasted: { readonly text: string; readonly details: ArticleDraft['details'] } | null;
}

/** Lives as long as the tab and is stored nowhere. */
const draftStore = createStore<Proposed>()(() => ({ draft: null, pasted: null }));

export function useArticleDraft(): ArticleDraft | null {
  return useStore(draftStore, ({ draft }) => draft);
}

/** What lies before the person now. */
export function presentDraft(): ArticleDraft | null {
  return draftStore.getState().draft;
}

/**
 * Puts what was pasted before the person. What they have said of it before, on the way back and forth, stays said, also
 * when it was edited since; of another text in its place nothing was said.
 */
export function proposePasted(content: LaidOutText): void {
  const { pasted } = draftStore.getState();
  proposeArticle({ article: { kind: 'laid-out', content }, dropped: [], notes: [] }, null);
  const isSame = pasted !== null && isSameText(pasted.text, content.text);
  draftStore.setState(({ draft }) => ({
    pasted: draft && { text: content.text, details: isSame ? pasted.details : draft.details },
  }));
  if (isSame) editArticleDetails(pasted.details);
}

/** Puts an article before the person. */
export function proposeArticle(proposed: FileDraft, fileName: string | null): void {
  const { article } = proposed;
  const { title = '', byline = '', publisher = '', url = '', publishedAt = '', language = '' } = article;
  const direction: ArticleDraft['details']['direction'] = article.direction ?? '';
  const details = { title, byline, publisher, url, publishedAt, language, direction };
  draftStore.setState({ draft: { ...proposed, fileName, details } });
}

export function editArticleDetails(edit: Partial<ArticleDraft['details']>): void {
  const { pasted } = draftStore.getState();
  const draft = presentDraft();
  if (!draft) return;
  const details = { ...draft.details, ...edit };
  draftStore.setState({
    draft: { ...draft, details },
    ...(draft.fileName === null && pasted ? { pasted: { ...pasted, details } } : {}),
  });
}

export function forgetArticleDraft(): void {
  draftStore.setState({ draft: null });
}

/** What was said of a pasted text goes with the text. */
export function forgetPastedDetails(): void {
  draftStore.setState({ pasted: null });
}
