import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { startFactCheck } from '../domain/start-fact-check.ts';
import type { Id } from '../domain/record.ts';
import { makeArticle, type NewArticle } from '../ingest/make-article.ts';
import type { ReadingHand } from '../ingest/reading-hand.ts';
import { useRefreshKept } from './kept-fact-checks.ts';
import { useKeeping } from './store-context.ts';
import { outcomeOf } from './save-outcome.ts';

/** `note` says what can't be promised, or that it is not saved yet; it and `problem` are sentences for the person. */
export type StartResult =
  | { readonly ok: true; readonly id: Id; readonly note: string | null }
  | { readonly ok: false; readonly problem: string };

interface Starting {
  readonly article: NewArticle;
  /** Stops it until it is stored; told how much of the text has its sentences. */
  readonly hand: ReadingHand;
}

/** Makes an article of a text and keeps a new fact check of it. Nothing is stored when that fails or is stopped. */
export function useStartFactCheck(by: Id | null): UseMutationResult<StartResult, Error, Starting> {
  const { store, clock } = useKeeping();
  const refresh = useRefreshKept();
  return useMutation({
    mutationFn: async ({ article, hand }: Starting): Promise<StartResult> => {
      const made = await makeArticle({ ...article, retrievedAt: clock.instant() }, hand);
      if (!made.ok) return made;
      const factCheck = startFactCheck(made.article, { clock, by });
      const kept = outcomeOf(await store.create(factCheck));
      return kept.outcome === 'refused'
        ? { ok: false, problem: kept.problem }
        : { ok: true, id: factCheck.id, note: kept.note };
    },
    onSettled: refresh,
  });
}
