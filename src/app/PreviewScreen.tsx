import type { ReactNode } from 'react';
import { Redirect, useLocation } from 'wouter';
import { useArticleDraft } from '../features/new-article/article-draft.ts';
import { ArticlePreview } from '../features/new-article/ArticlePreview.tsx';
import { deskPath, hrefOf, ROUTES } from './addresses.ts';

/** Where an article is looked at before it is kept. What was not kept is gone after a reload, and the library is next. */
export function PreviewScreen(): ReactNode {
  const [, navigate] = useLocation();
  const draft = useArticleDraft();
  if (draft === null) return <Redirect to={ROUTES.library} replace />;
  return (
    <ArticlePreview
      draft={draft}
      homeAddress={hrefOf(ROUTES.library)}
      fieldAddress={hrefOf(ROUTES.paste)}
      onStarted={(id) => navigate(deskPath(id), { replace: true })}
    />
  );
}
