import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { FileDraft } from '../../ingest/file/read-article-file.ts';
import type { LaidOutText } from '../../ingest/laid-out-text.ts';
import type { ArticleDetails, Direction } from '../../ingest/make-article.ts';

/** An article that is looked at before it is taken, with what the person has changed of its details. */
export interface ArticleDraft extends FileDraft {
  /** Of the file that it comes from; null for what was pasted. */
  readonly fileName: string | null;
  readonly details: Required<Omit<ArticleDetails, 'direction'>> & { readonly direction: Direction | '' };
}

/** Lives as long as the tab and is stored nowhere. */
const draftStore = createStore<{ readonly draft: ArticleDraft | null }>()(() => ({ draft: null }));

export function useArticleDraft(): ArticleDraft | null {
  return useStore(draftStore, ({ draft }) => draft);
}

/** Puts what was pasted before the person; what they have said of it before, on the way back and forth, stays said. */
export function proposePasted(content: LaidOutText): void {
  const { draft } = draftStore.getState();
  proposeArticle({ article: { kind: 'laid-out', content }, dropped: [], notes: [] }, null);
  if (draft?.fileName === null) editArticleDetails(draft.details);
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
  const { draft } = draftStore.getState();
  if (draft) draftStore.setState({ draft: { ...draft, details: { ...draft.details, ...edit } } });
}

export function forgetArticleDraft(): void {
  draftStore.setState({ draft: null });
}
