import type { Id } from '../../domain/record.ts';
import type { NewArticle } from '../../ingest/make-article.ts';
import { say } from '../../messages/say.ts';
import { useStartFactCheck } from '../../queries/start-fact-check.ts';
import { useNotify, useSession } from '../../stores/desk-context.ts';

interface Start {
  /** Starts a fact check of the article, unless one is being started. */
  readonly start: (article: NewArticle) => void;
  readonly isPending: boolean;
  /** Why it was not started, as a sentence. */
  readonly problem: string | null;
}

/** From an article in hand to its fact check: once that is kept, the draft is forgotten and the desk is next. */
export function useStart(forgetDraft: () => void, onStarted: (id: Id) => void): Start {
  const by = useSession(({ reviewer }) => reviewer?.id ?? null);
  const { mutate, isPending, data, error } = useStartFactCheck(by);
  const notify = useNotify();
  const refusal = data && !data.ok ? data.problem : null;
  return {
    start: (article) => {
      if (isPending) return;
      mutate(article, {
        onSuccess: (result) => {
          if (!result.ok) return;
          forgetDraft();
          if (result.note !== null) notify(result.note);
          onStarted(result.id);
        },
      });
    },
    isPending,
    problem: error ? say('The article could not be started: {message}', { message: error.message }) : refusal,
  };
}
