import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { renameFactCheck } from '../domain/fact-check-edits.ts';
import type { Id } from '../domain/record.ts';
import { useRefreshKept } from './kept-fact-checks.ts';
import { useKeeping } from './store-context.ts';
import { outcomeOf, type SaveOutcome } from './save-outcome.ts';

/** Removes a fact check; `useRestoreFactCheck` takes it back. */
export function useRemoveFactCheck(): UseMutationResult<SaveOutcome, Error, Id> {
  const { store } = useKeeping();
  const refresh = useRefreshKept();
  return useMutation({ mutationFn: async (id: Id) => outcomeOf(await store.remove(id)), onSettled: refresh });
}

export function useRestoreFactCheck(): UseMutationResult<SaveOutcome, Error, Id> {
  const { store } = useKeeping();
  const refresh = useRefreshKept();
  return useMutation({
    mutationFn: async (id: Id) => outcomeOf(await store.restore(id)),
    onSettled: refresh,
  });
}

export interface Renaming {
  readonly id: Id;
  readonly title: string;
  /** The reviewer who does it, when there is one. */
  readonly by: Id | null;
}

/** Gives a kept fact check another title. */
export function useRenameFactCheck(): UseMutationResult<SaveOutcome, Error, Renaming> {
  const { store, clock } = useKeeping();
  const refresh = useRefreshKept();
  return useMutation({
    mutationFn: async ({ id, title, by }: Renaming): Promise<SaveOutcome> => {
      const opened = await store.open(id);
      if (!opened.ok) return { outcome: 'refused', problem: opened.problem };
      return outcomeOf(await store.save(id, renameFactCheck(opened.factCheck, title, { clock, by })));
    },
    onSettled: refresh,
  });
}
