import { useEffect, useRef, useState } from 'react';
import type { Id } from '../../domain/record.ts';
import type { NewArticle } from '../../ingest/make-article.ts';
import { say } from '../../messages/say.ts';
import { useStartFactCheck } from '../../queries/start-fact-check.ts';
import { useNotify, useSession } from '../../stores/desk-context.ts';

interface Start {
  /** Starts a fact check of the article, unless one is being started. */
  readonly start: (article: NewArticle) => void;
  readonly isPending: boolean;
  /** How much of a long text has its sentences, 0 to 1; null where that is not known or soon done. */
  readonly share: number | null;
  /** Why it was not started, as a sentence. */
  readonly problem: string | null;
}

/**
 * From an article in hand to its fact check: once that is kept, the draft is forgotten and the desk is next. Leaving the
 * page before stops it, and nothing is kept.
 */
export function useStart(forgetDraft: () => void, onStarted: (id: Id) => void): Start {
  const by = useSession(({ reviewer }) => reviewer?.id ?? null);
  const { mutate, isPending, data, error } = useStartFactCheck(by);
  const notify = useNotify();
  const [share, setShare] = useState<number | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const refusal = data && !data.ok ? data.problem : null;
  return {
    start: (article) => {
      if (isPending) return;
      running.current = new AbortController();
      const { signal } = running.current;
      mutate(
        { article, hand: { signal, onProgress: setShare } },
        {
          onSuccess: (result) => {
            if (!result.ok) return;
            forgetDraft();
            if (result.note !== null) notify(result.note);
            onStarted(result.id);
          },
          onSettled: () => setShare(null),
        },
      );
    },
    isPending,
    share,
    problem: error ? say('The article could not be started: {message}', { message: error.message }) : refusal,
  };
}
